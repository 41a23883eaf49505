using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Turns the place names of rows into regions: the resolver's, or local ones that nest as the row's columns do.</summary>
/// <param name="reading">Knows regions, and takes those that the rows name.</param>
/// <param name="prefix">The data set's prefix of local ids: <c>ucdp</c>.</param>
/// <param name="codeScheme">The scheme of the data set's codes of countries.</param>
internal sealed class RegionBook(RowReading reading, string prefix, string codeScheme)
{
    private static readonly (RegionKind Kind, string Label)[] Levels =
    [
        (RegionKind.Country, "country"), (RegionKind.Governorate, "adm1"), (RegionKind.District, "adm2"), (RegionKind.SubDistrict, "adm3"),
    ];

    private readonly Glossary glossary = reading.Glossary;
    private readonly NameResolver names = reading.Names;
    private readonly CellMap<RowRegions> known = new();

    /// <summary>The regions that a row names; the same object for the same names.</summary>
    public RowRegions Of(Row row, RegionColumns at)
    {
        if (!Key(row, at).TryGet(out RowRegions regions))
        {
            string code = Encoding.UTF8.GetString(CellText.Id(row[at.Code]));
            RegionId? smallest =
                Find(row.Text(at.World), code, [row.Text(at.Country), row.Text(at.Adm1), row.Text(at.Adm2), row.Text(at.Adm3)]);
            if (!IsLeveled(row, at))
            {
                smallest = Natural(row.Text(at.Natural), smallest);
            }

            regions = RowRegions.Of(smallest, glossary, prefix, codeScheme);
            known.Add(regions);
        }

        return regions;
    }

    /// <summary>A country within a part of the world, or that part if no country is named; null if neither is.</summary>
    public RegionId? Of(string world, string code, string country) => Find(world, code, [country]);

    /// <summary>What the regions of a row are known by.</summary>
    private CellMap<RowRegions> Key(Row row, RegionColumns at)
    {
        ReadOnlySpan<byte> adm1 = row[at.Adm1];
        ReadOnlySpan<byte> adm2 = row[at.Adm2];
        ReadOnlySpan<byte> adm3 = row[at.Adm3];
        bool isLeveled = !adm1.IsEmpty || !adm2.IsEmpty || !adm3.IsEmpty;
        return known.Key(row[at.World]).And(row[at.Country]).And(CellText.Id(row[at.Code])).And(adm1).And(adm2).And(adm3)
            .And(isLeveled ? default : row[at.Natural]);
    }

    private static bool IsLeveled(Row row, RegionColumns at) =>
        !row[at.Adm1].IsEmpty || !row[at.Adm2].IsEmpty || !row[at.Adm3].IsEmpty;

    /// <summary>A natural region of this name if the resolver knows one within the smallest region that the row names otherwise.</summary>
    private RegionId? Natural(string name, RegionId? within)
    {
        Region? around = within is { } id ? glossary.Find(id) : null;
        if (name.Length == 0 || names.Region(RegionKind.Natural, name, around) is not { } region
            || (around is not null && !LiesWithin(region, [around.Id])))
        {
            return within;
        }

        Add(region);
        glossary.Call(region.Id, name);
        return region.Id;
    }

    private RegionId? Find(string world, string code, ReadOnlySpan<string> texts)
    {
        RegionId? parent = world.Length == 0 ? null : AddLocal(RegionKind.Natural, LocalId.Of(prefix + "-region:", world), world, null);
        var named = new List<RegionId>();
        string path = "";
        for (int i = 0; i < texts.Length; i++)
        {
            if (texts[i].Length == 0)
            {
                continue;
            }

            string key = i == 0 && code.Length > 0 ? code : texts[i];
            path = path.Length == 0 ? key : path + "/" + key;
            Region? found = names.Region(Levels[i].Kind, texts[i], i > 0 && parent is { } id ? glossary.Find(id) : null);
            if (found is not null && LiesWithin(found, named))
            {
                Add(i == 0 && code.Length > 0 ? Coded(found, code) : found);
                glossary.Call(found.Id, texts[i]);
                parent = found.Id;
            }
            else
            {
                parent = AddLocal(Levels[i].Kind, LocalId.Of($"{prefix}-{Levels[i].Label}:", path), texts[i], parent, i == 0 ? code : "");
            }

            named.Add(parent.Value);
        }

        return parent;
    }

    private RegionId AddLocal(RegionKind kind, string id, string name, RegionId? parent, string code = "")
    {
        var region = new Region
        {
            Id = RegionId.From(id),
            Name = name,
            Kind = kind,
            Within = parent is { } within ? [within] : [],
        };
        glossary.Add(code.Length > 0 ? Coded(region, code) : region);
        glossary.Call(region.Id, name);
        return region.Id;
    }

    private Region Coded(Region region, string code)
    {
        var id = new ExternalId { Scheme = codeScheme, Value = code };
        return region.ExternalIds.Contains(id) ? region : region with { ExternalIds = region.ExternalIds.Add(id) };
    }

    /// <summary>Whether a region lies within all of some, by what the resolver says of it and of those around it.</summary>
    private bool LiesWithin(Region region, List<RegionId> all)
    {
        if (all.Count == 0)
        {
            return true;
        }

        var around = new List<RegionId>(region.Within);
        for (int i = 0; i < around.Count; i++)
        {
            foreach (RegionId larger in names.RegionById(around[i])?.Within ?? default)
            {
                if (!around.Contains(larger))
                {
                    around.Add(larger);
                }
            }
        }

        return all.TrueForAll(around.Contains);
    }

    /// <summary>Adds a region behind those around it.</summary>
    private void Add(Region region)
    {
        foreach (RegionId id in region.Within)
        {
            if (glossary.Find(id) is null && id != region.Id && names.RegionById(id) is { } larger)
            {
                glossary.Add(larger);
                Add(larger);
            }
        }

        glossary.Add(region);
    }
}

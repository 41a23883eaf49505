namespace ConflictModel.Interchange;

/// <summary>Turns the place names of rows into regions: the resolver's, or local ones that nest as the row's columns do.</summary>
/// <param name="glossary">Takes the regions.</param>
/// <param name="names">Knows regions.</param>
/// <param name="prefix">The data set's prefix of local ids: <c>ucdp</c>.</param>
/// <param name="codeScheme">The scheme of the data set's codes of countries.</param>
internal sealed class RegionBook(Glossary glossary, NameResolver names, string prefix, string codeScheme)
{
    private static readonly (RegionKind Kind, string Label)[] Levels =
    [
        (RegionKind.Country, "country"), (RegionKind.Governorate, "adm1"), (RegionKind.District, "adm2"), (RegionKind.SubDistrict, "adm3"),
    ];

    private readonly Dictionary<(string World, string Country, string Code, string Adm1, string Adm2, string Adm3), ValueList<RegionId>> leaves = [];

    /// <summary>The smallest region that a row names, as a list of none or one.</summary>
    public ValueList<RegionId> Smallest(string world, string country, string code, string adm1, string adm2 = "", string adm3 = "")
    {
        var key = (world, country, code, adm1, adm2, adm3);
        if (!leaves.TryGetValue(key, out ValueList<RegionId> leaf))
        {
            leaf = Find(world, code, [country, adm1, adm2, adm3]) is { } id ? [id] : [];
            leaves.Add(key, leaf);
        }

        return leaf;
    }

    /// <summary>A natural region of this name if the resolver knows one within the smallest region that the row names otherwise.</summary>
    public ValueList<RegionId> Natural(string name, ValueList<RegionId> within)
    {
        Region? around = within.IsEmpty ? null : glossary.Find(within[0]);
        if (name.Length == 0 || names.Region(RegionKind.Natural, name, around) is not { } region || (around is not null && !LiesWithin(region, [around.Id])))
        {
            return within;
        }

        Add(region);
        glossary.Call(region.Id, name);
        return [region.Id];
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

        return named.Count == 0 && world.Length == 0 ? null : parent;
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

    private Region Coded(Region region, string code) =>
        region with { ExternalIds = region.ExternalIds.Add(new() { Scheme = codeScheme, Value = code }) };

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

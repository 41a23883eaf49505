using System.Text.Json.Serialization;
using ConflictModel.Hierarchies;

namespace ConflictModel.Catalogs;

/// <summary>The regions that a program knows.</summary>
/// <remarks>Immutable and thread-safe. <see cref="BuiltIn"/> is read when it is first asked for.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class RegionCatalog : Catalog<RegionId, Region>
{
    private const int Fields = 11;

    private static readonly Lazy<RegionCatalog> BuiltInCatalog = new(ReadBuiltIn);
    private static readonly Lazy<RegionCatalog> WorldCatalog = new(ReadWorld);

    private readonly Lazy<RegionHierarchy> hierarchy;
    private readonly IReadOnlyCollection<string> homonyms;
    private readonly Dictionary<string, ValueList<LocalizedText>> looseNames;

    private RegionCatalog(
        string version, RegionCatalog? below, string layer, List<RegionRow> rows, IReadOnlyCollection<string>? homonyms = null)
        : base(version, below, layer, rows.Select(row => row.Region))
    {
        this.homonyms = homonyms ?? below?.homonyms ?? [];
        looseNames = below is null ? new(StringComparer.Ordinal) : new(below.looseNames, StringComparer.Ordinal);
        foreach (RegionRow row in rows)
        {
            looseNames.Remove(row.Region.Id.Value);
            if (!row.LooseNames.IsEmpty)
            {
                looseNames.Add(row.Region.Id.Value, row.LooseNames);
            }
        }

        hierarchy = new(() => new RegionHierarchy(WorldRegions.Around(this)));
    }

    /// <summary>
    /// The countries of the world and the regions of UN M49, and Syria's governorates, districts and sub-districts, its towns and natural
    /// regions.
    /// </summary>
    public static RegionCatalog BuiltIn => BuiltInCatalog.Value;

    /// <summary>
    /// <see cref="BuiltIn"/> with a layer on top: the first-level divisions of the countries that have seen organised violence.
    /// </summary>
    /// <remarks>A file of its own, read when it is first asked for. Names that several countries use ("Northern") are ambiguous; a caller
    /// who knows the country asks with it.</remarks>
    public static RegionCatalog World => WorldCatalog.Value;

    /// <summary>A catalog without entries, to lay one's own on.</summary>
    public static RegionCatalog Empty { get; } = new("empty", null, "empty", []);

    /// <summary>Which region lies within which; countries also in their region of UN M49, which they do not name themselves.</summary>
    /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
    public RegionHierarchy Hierarchy => hierarchy.Value;

    private protected override IReadOnlyCollection<string> Homonyms => homonyms;

    private protected override string Word => "region";

    private protected override Func<string, LevelHint?> LevelWords => RegionLevelWords.Strip;

    /// <summary>What a text names, for a caller who knows the level or a larger region around the place.</summary>
    /// <param name="text">The name.</param>
    /// <param name="kind">The level, if it is known.</param>
    /// <param name="within">A region that the place is or lies wholly within, such as its country, if one is known.</param>
    /// <remarks>
    /// As <see cref="Catalog{TId, T}.Resolve(string)"/> among the regions that fit. A name that others bear beyond the catalog is sure
    /// where <paramref name="within"/> is given, and a spelling that is only alike where one candidate is left.
    /// </remarks>
    public NameAnswer<Region> Resolve(string text, RegionKind? kind, RegionId? within = null) =>
        Resolve(text, new NameQuestion<Region>(
            region => (kind is null || region.Kind == kind)
                && (within is not { } around || region.Id == around || region.Within.Contains(around)),
            IsPlaced: within is not null));

    /// <summary>This catalog with a layer of one's own on top: a region takes the place of the one of its id.</summary>
    /// <param name="layer">The layer's name, which the catalog remembers for each entry.</param>
    /// <param name="regions">The regions.</param>
    /// <exception cref="ArgumentException">The layer has no name or an id is listed twice in it.</exception>
    public RegionCatalog With(string layer, IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        return new($"{Version}+{layer}", this, layer, [.. regions.Select(region => new RegionRow(region, []))]);
    }

    /// <summary>The same with regions in the text form of the built-in catalog.</summary>
    /// <exception cref="CatalogFormatException">The text breaks the format.</exception>
    public RegionCatalog With(string layer, TextReader regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        return new($"{Version}+{layer}", this, layer, CatalogText.ReadOnce(regions, Fields, new RowReader().Read).Records);
    }

    /// <summary>
    /// The regions of a data set with the parts of the world around them: each country lies within its regions of UN M49 ("Western Asia",
    /// "Asia", "World"), which are added.
    /// </summary>
    /// <param name="regions">The regions; a country is known by its ISO 3166-1 code.</param>
    /// <returns>The regions of M49 that hold one of the countries, the larger first, and then the regions as they stood.</returns>
    /// <remarks>
    /// A country that M49 does not list (Kosovo, Taiwan) stays where it was: whether it lies in a part of the world is unknown. Regions
    /// that were placed before are given back as they are.
    /// </remarks>
    /// <exception cref="ArgumentException">Another region bears the id of a region of M49.</exception>
    public static ValueList<Region> PlaceInWorld(IEnumerable<Region> regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        Region[] all = [.. regions];
        foreach (Region region in all)
        {
            if (BuiltIn.TryGet(region.Id, out Region? part) && WorldRegions.IsOne(part)
                && !region.ExternalIds.Any(part.ExternalIds.Contains))
            {
                throw new ArgumentException(
                    $"The id '{region.Id}' is that of a region of UN M49, and of another region here.", nameof(regions));
            }
        }

        return WorldRegions.Around(all).ToValueList();
    }

    private protected override RegionId IdOf(Region entry) => entry.Id;

    private protected override IEnumerable<ExternalId> ExternalIdsOf(Region entry)
    {
        IEnumerable<ExternalId> ids = entry.ExternalIds;
        if (entry.PCode is { } pcode)
        {
            ids = ids.Append(new() { Scheme = "pcode", Value = pcode });
        }

        return entry.IsoCode is { } iso ? ids.Append(new() { Scheme = "iso", Value = iso }) : ids;
    }

    private protected override IEnumerable<NameEntry<Region>> NamesOf(Region entry)
    {
        int level = RegionLevelWords.LevelOf(entry.Kind);
        string? country = CountryOf(entry, []);
        IEnumerable<string> codes = entry.ExternalIds.Select(external => $"{external.Scheme}:{external.Value}")
            .Concat(new[] { entry.Id.Value, entry.PCode, entry.IsoCode }.OfType<string>().Distinct(StringComparer.Ordinal));
        IEnumerable<NameEntry<Region>> loose = ((IEnumerable<LocalizedText>)looseNames.GetValueOrDefault(entry.Id.Value))
            .Select(name =>
                new NameEntry<Region>(entry, entry.Id.Value, level, name.ToString(), name.Texts[0].Key, NameRule.LooseUse, country));
        return NamesOf(entry, entry.Id.Value, level, country, entry.Name, entry.Aliases, codes).Concat(loose);
    }

    private string? CountryOf(Region region, HashSet<string> passed)
    {
        if (region.Kind == RegionKind.Country || !passed.Add(region.Id.Value))
        {
            return region.Kind == RegionKind.Country ? region.Id.Value : null;
        }

        string? country = null;
        foreach (RegionId larger in (IEnumerable<RegionId>)region.Within)
        {
            country ??= TryGet(larger, out Region? around) ? CountryOf(around, passed) : null;
        }

        return country;
    }

    private static RegionCatalog ReadBuiltIn()
    {
        using TextReader text = CatalogText.Open("regions.txt");
        (string version, List<RegionRow> rows) = CatalogText.Read(text, Fields, new RowReader().Read);
        return new($"syria-{version}", null, "built-in", rows, CatalogText.Homonyms());
    }

    private static RegionCatalog ReadWorld()
    {
        using TextReader text = CatalogText.Open("divisions.txt");
        return BuiltIn.With("world", text);
    }

    private sealed record RegionRow(Region Region, ValueList<LocalizedText> LooseNames);

    /// <summary>Reads rows; a row names its nearest parents only, and theirs follow from the rows before it.</summary>
    private sealed class RowReader
    {
        private readonly Dictionary<string, RegionId[]> parents = new(StringComparer.Ordinal);

        public RegionRow Read(string[] fields)
        {
            var id = RegionId.From(fields[0]);
            RegionId[] within = Ancestors(CatalogText.Ids<RegionId>(fields[5]));
            parents[fields[0]] = within;
            return new(
                new()
                {
                    Id = id,
                    Kind = CatalogText.Kind<RegionKind>(fields[1]),
                    PCode = fields[2].Length == 0 ? null : fields[2],
                    IsoCode = fields[3].Length == 0 ? null : fields[3],
                    Coordinates = CatalogText.Point(fields[4]),
                    Within = [.. within],
                    Overlaps = [.. CatalogText.Ids<RegionId>(fields[6])],
                    ExternalIds = CatalogText.ExternalIds(fields[7]),
                    Name = CatalogText.Name(fields[8]),
                    Aliases = CatalogText.Aliases(fields[9]),
                },
                CatalogText.Aliases(fields[10]));
        }

        private RegionId[] Ancestors(RegionId[] nearest)
        {
            RegionId[] all = nearest;
            foreach (RegionId parent in nearest)
            {
                foreach (RegionId ancestor in parents.GetValueOrDefault(parent.Value, []))
                {
                    if (!all.AsSpan().Contains(ancestor))
                    {
                        all = [.. all, ancestor];
                    }
                }
            }

            return all;
        }
    }
}

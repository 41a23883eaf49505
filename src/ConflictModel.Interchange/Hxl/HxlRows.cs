namespace ConflictModel.Interchange;

/// <summary>Makes rows under HXL tags of incidents.</summary>
internal sealed class HxlRows : RowWriter
{
    private static readonly (string Header, string Tag)[] Table =
    [
        ("Id", "#event+code"), ("Kind", "#event+type"), ("Date", "#date+occurred"), ("From", "#date+start"), ("To", "#date+end"),
        ("Actor 1", "#group+name+first"), ("With actor 1", "#group+name+first+assoc"), ("Actor 2", "#group+name+second"),
        ("With actor 2", "#group+name+second+assoc"), ("Country", "#country+name"), ("Governorate", "#adm1+name"),
        ("Governorate code", "#adm1+code"),
        ("District", "#adm2+name"), ("District code", "#adm2+code"), ("Place", "#loc+name"), ("Latitude", "#geo+lat"),
        ("Longitude", "#geo+lon"),
        ("Source", "#meta+source"), ("Description", "#description"), ("Killed", "#affected+killed"), ("Injured", "#affected+injured"),
    ];

    private const string Joint = "; ";

    private readonly Glossary glossary;

    public HxlRows(Glossary glossary)
        : base(ColumnSet.Of(Table.Select(column => column.Header), out _)!, glossary, "hxl") => this.glossary = glossary;

    /// <summary>The row of tags, which stands under the header.</summary>
    public static ValueList<string> Tags { get; } = Table.Select(column => column.Tag).ToValueList();

    public override bool Holds(string field) =>
        field is "/id" or "/kind" or "/date" or "/description" or "/place/wording" or "/place/coordinates"
        or "/reports/0/citation/source" or "/reports/0/casualties/killed/count/best" or "/reports/0/casualties/wounded/count/best"
        || (field.StartsWith("/involvements/", StringComparison.Ordinal) && field.EndsWith("/actor", StringComparison.Ordinal));

    protected override void Map(Incident incident, Report? report)
    {
        var sides = TwoSides.Of(incident.Involvements, incident.Kind, glossary);
        var levels = RegionLevels.Of(incident.Place?.Regions ?? default, glossary, "");
        ReadOnlySpan<string> cells =
        [
            incident.Id.Value,
            JsonName.Of(incident.Kind),
            incident.Date.Date == default ? "" : incident.Date.Date.ToString(),
            CellText.Of(incident.Date.Date.Earliest),
            CellText.Of(incident.Date.Date.Latest),
            TwoSides.NameOf(sides.First, glossary),
            string.Join(Joint, sides.WithFirst),
            TwoSides.NameOf(sides.Second, glossary),
            string.Join(Joint, sides.WithSecond),
            RegionLevels.NameOf(levels.Country),
            RegionLevels.NameOf(levels.Adm1),
            levels.Adm1?.PCode ?? "",
            RegionLevels.NameOf(levels.Adm2),
            levels.Adm2?.PCode ?? "",
            incident.Place?.Wording ?? "",
            incident.Place?.Coordinates is { } north ? CellText.OfDegrees(north.Latitude) : "",
            incident.Place?.Coordinates is { } east ? CellText.OfDegrees(east.Longitude) : "",
            report is null ? "" : glossary.Find(report.Citation.Source)?.Name.ToString() ?? report.Citation.Source.Value,
            incident.Description ?? "",
            CellText.Of(report?.Casualties?.Killed?.Count.Best),
            CellText.Of(report?.Casualties?.Wounded?.Count.Best),
        ];
        cells.CopyTo(Cells);
    }
}

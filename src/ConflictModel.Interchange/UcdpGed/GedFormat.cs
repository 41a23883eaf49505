using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>UCDP's Georeferenced Event Dataset: CSV, its GeoJSON form, or a page of its API.</summary>
internal sealed class GedFormat() : EventFormat(Format, "UCDP GED")
{
    /// <summary>The name of the format.</summary>
    public const string Format = "ucdp-ged";

    /// <summary>The scheme of UCDP's ids of actors, and the prefix of ids made of UCDP's.</summary>
    public const string Scheme = "ucdp";

    /// <summary>The scheme under which an event's text id (<c>relid</c>) stands among its external ids.</summary>
    public const string RelidScheme = "ucdp-relid";

    /// <summary>The scheme of event_clarity: 1 clear, 2 lower.</summary>
    public const string ClarityScheme = "ucdp-event-clarity";

    /// <summary>The scheme of the Gleditsch and Ward codes of countries (<c>country_id</c>, <c>gwnoa</c>, <c>gwnob</c>).</summary>
    public const string GwScheme = "gw";

    /// <summary>The joint between the members of a coalition.</summary>
    public const string Joint = ", ";

    public static Source TheSource { get; } = new()
    {
        Id = SourceId.From(Format),
        Name = "UCDP Georeferenced Event Dataset",
        Kind = SourceKind.DataSet,
        Url = "https://ucdp.uu.se",
    };

    /// <summary>The 49 columns since version 20. Files without a header have them.</summary>
    public override ValueList<string> Columns { get; } =
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
        "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id",
        "side_b",
        "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
        "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
        "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
        "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ];

    public override Source Source => TheSource;

    public override bool IsRead => true;

    public override bool IsWritten => true;

    public override bool IsChecked => true;

    internal override string IdColumn => GedColumns.IdName;

    /// <summary>A type of violence, a figure and a date: a table of them needs no ids.</summary>
    internal override bool Matches(ColumnSet columns) => columns.HasAll("type_of_violence", "best", "date_start");

    /// <summary>As many cells as columns, a number as id, and a code of violence and a date where they belong.</summary>
    internal override bool MatchesRow(IReadOnlyList<string> cells) =>
        cells.Count == Columns.Count && CellText.TryCount(cells[0], out _) && CellText.TryCode(cells[5], 3, out _)
            && CellText.TryDay(cells[38], out _);

    internal override CellKind KindOf(string column) => GedColumns.KindOf(column);

    internal override ColumnMeaning MeaningOf(string column) => GedMeanings.Of(column);

    internal override RowReader Reader(RowReading reading) => new GedReader(reading);

    internal override RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) => new GedTabulator(reading, builder);

    internal override IncidentRow Completed(
        IncidentRow row, Incident incident, Original original, IncidentTableBuilder builder, Glossary glossary) =>
        GedKeys.Completed(row, incident, original, builder, glossary);

    internal override RuleBook Rules() => new GedRules();

    internal override IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape)
    {
        TableShape whole = Whole(shape, glossary);
        return new CsvOutput(stream, new GedWriter(ColumnsOf(whole), glossary), whole);
    }
}

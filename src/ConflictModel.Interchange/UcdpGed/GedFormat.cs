namespace ConflictModel.Interchange;

/// <summary>The columns of UCDP GED files, and the names by which its data is known in the model.</summary>
public static class GedFormat
{
    /// <summary>The name of the format in <see cref="Original.Format"/>, and the id of its source.</summary>
    public const string Name = "ucdp-ged";

    /// <summary>The scheme of UCDP's ids of actors, and the prefix of ids made of UCDP's.</summary>
    public const string Scheme = "ucdp";

    /// <summary>The scheme under which an event's text id (<c>relid</c>) stands among its external ids.</summary>
    public const string RelidScheme = "ucdp-relid";

    /// <summary>The scheme of event_clarity: 1 clear, 2 lower.</summary>
    public const string ClarityScheme = "ucdp-event-clarity";

    /// <summary>The scheme of the Gleditsch and Ward codes of countries (<c>country_id</c>, <c>gwnoa</c>, <c>gwnob</c>).</summary>
    public const string GwScheme = "gw";

    /// <summary>The joint between the members of a coalition.</summary>
    internal const string Joint = ", ";

    /// <summary>The source of every report read from the format.</summary>
    public static Source Source { get; } = new()
    {
        Id = SourceId.From(Name),
        Name = "UCDP Georeferenced Event Dataset",
        Kind = SourceKind.DataSet,
        Url = "https://ucdp.uu.se",
    };

    /// <summary>The 49 columns since version 20, in their order. Files without a header have them.</summary>
    public static ValueList<string> Columns { get; } =
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name",
        "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
        "number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
        "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
        "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
        "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ];

    /// <summary>Whether a header or an object's property names are GED's: an id, a type of violence, and the three figures.</summary>
    internal static bool Matches(ColumnSet columns) =>
        columns.Has("id") && columns.Has("type_of_violence") && columns.Has("best") && columns.Has("date_start");

    /// <summary>Whether a first row is data: as many cells as columns, a number as id, and a code of violence where it belongs.</summary>
    internal static bool IsHeaderless(IReadOnlyList<string> cells) =>
        cells.Count == Columns.Count && CellText.TryCount(cells[0], out _) && CellText.TryCode(cells[5], 3, out _) && CellText.TryDay(cells[38], out _);
}

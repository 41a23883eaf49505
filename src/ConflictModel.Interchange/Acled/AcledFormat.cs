namespace ConflictModel.Interchange;

/// <summary>The columns of ACLED files, and the names by which its data is known in the model.</summary>
public static class AcledFormat
{
    /// <summary>The name of the format in <see cref="Original.Format"/>, the id of its source, and the prefix of ids made of ACLED's.</summary>
    public const string Name = "acled";

    /// <summary>The scheme of the ISO 3166-1 numeric codes of countries (<c>iso</c>).</summary>
    public const string IsoScheme = "iso-3166-1-numeric";

    /// <summary>The joint between names in one cell.</summary>
    internal const string Joint = "; ";

    /// <summary>The source of every report read from the format.</summary>
    public static Source Source { get; } = new()
    {
        Id = SourceId.From(Name),
        Name = "Armed Conflict Location and Event Data",
        Kind = SourceKind.DataSet,
        Url = "https://acleddata.com",
    };

    /// <summary>The 31 columns, in their order.</summary>
    public static ValueList<string> Columns { get; } =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
        "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
        "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
    ];

    /// <summary>Whether a header or an object's property names are ACLED's.</summary>
    internal static bool Matches(ColumnSet columns) =>
        columns.Has("event_id_cnty") && columns.Has("event_date") && columns.Has("event_type") && columns.Has("actor1");
}

namespace ConflictModel.Interchange;

/// <summary>Where the columns that the model has a place for stand in a file; -1 for one that it hasn't.</summary>
internal sealed class AcledColumns(ColumnSet columns)
{
    /// <summary>The column of the row's id.</summary>
    public const string IdName = "event_id_cnty";

    public int Id { get; } = columns.IndexOf(IdName);

    public int Date { get; } = columns.IndexOf("event_date");

    public int Year { get; } = columns.IndexOf("year");

    public int TimePrecision { get; } = columns.IndexOf("time_precision");

    public int Type { get; } = columns.IndexOf("event_type");

    public int SubType { get; } = columns.IndexOf("sub_event_type");

    public Party One { get; } = new(columns, "1");

    public Party Two { get; } = new(columns, "2");

    public int Interaction { get; } = columns.IndexOf("interaction");

    public RegionColumns Regions { get; } = new(
        columns.IndexOf("region"),
        columns.IndexOf("country"),
        columns.IndexOf("iso"),
        columns.IndexOf("admin1"),
        columns.IndexOf("admin2"),
        columns.IndexOf("admin3"),
        -1);

    public int Location { get; } = columns.IndexOf("location");

    public int Latitude { get; } = columns.IndexOf("latitude");

    public int Longitude { get; } = columns.IndexOf("longitude");

    public int GeoPrecision { get; } = columns.IndexOf("geo_precision");

    public int Notes { get; } = columns.IndexOf("notes");

    public int Fatalities { get; } = columns.IndexOf("fatalities");

    /// <summary>Every column.</summary>
    public IEnumerable<int> All() =>
    [
        Id, Date, Year, TimePrecision, Type, SubType, One.Actor, One.Associates, One.Inter, Two.Actor, Two.Associates, Two.Inter,
        Interaction,
        Regions.World, Regions.Country, Regions.Code, Regions.Adm1, Regions.Adm2, Regions.Adm3, Location, Latitude, Longitude, GeoPrecision,
        Notes,
        Fatalities,
    ];

    /// <summary>What the cells of a column are.</summary>
    public static CellKind KindOf(string column) => column switch
    {
        "latitude" or "longitude" => CellKind.Degrees,
        "event_date" => CellKind.Day,
        "year" or "time_precision" or "inter1" or "inter2" or "interaction" or "iso" or "geo_precision" or "fatalities" or "timestamp"
            => CellKind.Whole,
        _ => CellKind.Text,
    };

    /// <summary>Where one of the two actors stands, with those beside it.</summary>
    internal sealed class Party(ColumnSet columns, string number)
    {
        public int Actor { get; } = columns.IndexOf("actor" + number);

        public int Associates { get; } = Math.Max(columns.IndexOf("assoc_actor_" + number), columns.IndexOf("ally_actor_" + number));

        public int Inter { get; } = columns.IndexOf("inter" + number);
    }
}

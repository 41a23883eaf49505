namespace ConflictModel.Interchange;

/// <summary>Where the columns stand in a file; -1 for one that it hasn't.</summary>
internal sealed class GedColumns(ColumnSet columns)
{
    /// <summary>The column of the row's id.</summary>
    public const string IdName = "id";

    public const string ActiveYearName = "active_year";
    public const string ConflictIdName = "conflict_new_id";
    public const string ConflictNameName = "conflict_name";
    public const string DyadIdName = "dyad_new_id";
    public const string DyadNameName = "dyad_name";
    public const string SideAName = "side_a";
    public const string SideBName = "side_b";

    public int Id { get; } = columns.IndexOf(IdName);

    public int Relid { get; } = columns.IndexOf("relid");

    public int Year { get; } = columns.IndexOf("year");

    public int ActiveYear { get; } = columns.IndexOf(ActiveYearName);

    public int Violence { get; } = columns.IndexOf("type_of_violence");

    public int Conflict { get; } = columns.IndexOf(ConflictIdName);

    public int ConflictName { get; } = columns.IndexOf(ConflictNameName);

    public int Dyad { get; } = columns.IndexOf(DyadIdName);

    public int DyadName { get; } = columns.IndexOf(DyadNameName);

    public Side A { get; } = new(columns, SideAName, "gwnoa", "deaths_a");

    public Side B { get; } = new(columns, SideBName, "gwnob", "deaths_b");

    public int SourceCount { get; } = columns.IndexOf("number_of_sources");

    public int Article { get; } = columns.IndexOf("source_article");

    public int WherePrecision { get; } = columns.IndexOf("where_prec");

    public int Where { get; } = columns.IndexOf("where_coordinates");

    public int Latitude { get; } = columns.IndexOf("latitude");

    public int Longitude { get; } = columns.IndexOf("longitude");

    public int Geometry { get; } = columns.IndexOf("geom_wkt");

    public int Cell { get; } = columns.IndexOf("priogrid_gid");

    public RegionColumns Regions { get; } = new(
        columns.IndexOf("region"),
        columns.IndexOf("country"),
        columns.IndexOf("country_id"),
        columns.IndexOf("adm_1"),
        columns.IndexOf("adm_2"),
        -1,
        columns.IndexOf("where_coordinates"));

    public int Clarity { get; } = columns.IndexOf("event_clarity");

    public int DatePrecision { get; } = columns.IndexOf("date_prec");

    public int Start { get; } = columns.IndexOf("date_start");

    public int End { get; } = columns.IndexOf("date_end");

    public int Civilians { get; } = columns.IndexOf("deaths_civilians");

    public int Unknown { get; } = columns.IndexOf("deaths_unknown");

    public int Low { get; } = columns.IndexOf("low");

    public int Best { get; } = columns.IndexOf("best");

    public int High { get; } = columns.IndexOf("high");

    /// <summary>Every column that the model has a place for, or that follows from such.</summary>
    public IEnumerable<int> Placed() =>
    [
        Id, Relid, Year, Violence, DyadName, A.DatasetId, A.Id, A.Name, A.Gwno, A.Deaths, B.DatasetId, B.Id, B.Name, B.Gwno, B.Deaths,
        SourceCount,
        WherePrecision, Where, Latitude, Longitude, Geometry, Cell, Regions.World, Regions.Country, Regions.Code, Regions.Adm1,
        Regions.Adm2, Clarity,
        DatePrecision, Start, End, Civilians, Unknown, Low, Best, High,
    ];

    /// <summary>What the cells of a column are. <c>gwnoa</c> and <c>gwnob</c> of a coalition are lists, with commas.</summary>
    public static CellKind KindOf(string column) => column switch
    {
        "latitude" or "longitude" => CellKind.Degrees,
        "date_start" or "date_end" => CellKind.Day,
        IdName or "year" or ActiveYearName or "type_of_violence" or "conflict_dset_id" or ConflictIdName or "dyad_dset_id" or DyadIdName
            or "side_a_dset_id" or "side_a_new_id" or "side_b_dset_id" or "side_b_new_id" or "number_of_sources" or "where_prec"
            or "priogrid_gid" or "country_id" or "event_clarity" or "date_prec" or "deaths_a" or "deaths_b" or "deaths_civilians"
            or "deaths_unknown" or "low" or "best" or "high" => CellKind.Whole,
        _ => CellKind.Text,
    };

    /// <summary>Where the columns of one side stand.</summary>
    internal sealed class Side(ColumnSet columns, string side, string gwno, string deaths)
    {
        public int DatasetId { get; } = columns.IndexOf(side + "_dset_id");

        public int Id { get; } = columns.IndexOf(side + "_new_id");

        public int Name { get; } = columns.IndexOf(side);

        public int Gwno { get; } = columns.IndexOf(gwno);

        public int Deaths { get; } = columns.IndexOf(deaths);
    }
}

namespace ConflictModel.Interchange;

/// <summary>Where the columns that the model has a place for stand in a file; -1 for one that it hasn't.</summary>
internal sealed class GedColumns(Func<string, int> find)
{
    public int Id { get; } = find("id");

    public int Relid { get; } = find("relid");

    public int Year { get; } = find("year");

    public int Violence { get; } = find("type_of_violence");

    public int DyadName { get; } = find("dyad_name");

    public GedSideColumns A { get; } = new(find, "side_a", "gwnoa", "deaths_a");

    public GedSideColumns B { get; } = new(find, "side_b", "gwnob", "deaths_b");

    public int SourceCount { get; } = find("number_of_sources");

    public int Article { get; } = find("source_article");

    public int WherePrecision { get; } = find("where_prec");

    public int Where { get; } = find("where_coordinates");

    public int Adm1 { get; } = find("adm_1");

    public int Adm2 { get; } = find("adm_2");

    public int Latitude { get; } = find("latitude");

    public int Longitude { get; } = find("longitude");

    public int Geometry { get; } = find("geom_wkt");

    public int Cell { get; } = find("priogrid_gid");

    public int Country { get; } = find("country");

    public int CountryId { get; } = find("country_id");

    public int World { get; } = find("region");

    public int Clarity { get; } = find("event_clarity");

    public int DatePrecision { get; } = find("date_prec");

    public int Start { get; } = find("date_start");

    public int End { get; } = find("date_end");

    public int Civilians { get; } = find("deaths_civilians");

    public int Unknown { get; } = find("deaths_unknown");

    public int Low { get; } = find("low");

    public int Best { get; } = find("best");

    public int High { get; } = find("high");

    /// <summary>Every column that has a place.</summary>
    public IEnumerable<int> All() =>
    [
        Id, Relid, Year, Violence, DyadName, A.DatasetId, A.Id, A.Name, A.Gwno, A.Deaths, B.DatasetId, B.Id, B.Name, B.Gwno, B.Deaths, SourceCount,
        WherePrecision, Where, Adm1, Adm2, Latitude, Longitude, Geometry, Cell, Country, CountryId, World, Clarity, DatePrecision, Start, End,
        Civilians, Unknown, Low, Best, High,
    ];
}

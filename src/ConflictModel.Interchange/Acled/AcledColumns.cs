namespace ConflictModel.Interchange;

/// <summary>Where the columns that the model has a place for stand in a file; -1 for one that it hasn't.</summary>
internal sealed class AcledColumns(Func<string, int> find)
{
    public int Id { get; } = find("event_id_cnty");

    public int Date { get; } = find("event_date");

    public int Year { get; } = find("year");

    public int TimePrecision { get; } = find("time_precision");

    public int Type { get; } = find("event_type");

    public int SubType { get; } = find("sub_event_type");

    public int Actor1 { get; } = find("actor1");

    public int Associates1 { get; } = Math.Max(find("assoc_actor_1"), find("ally_actor_1"));

    public int Inter1 { get; } = find("inter1");

    public int Actor2 { get; } = find("actor2");

    public int Associates2 { get; } = Math.Max(find("assoc_actor_2"), find("ally_actor_2"));

    public int Inter2 { get; } = find("inter2");

    public int Interaction { get; } = find("interaction");

    public int Iso { get; } = find("iso");

    public int World { get; } = find("region");

    public int Country { get; } = find("country");

    public int Admin1 { get; } = find("admin1");

    public int Admin2 { get; } = find("admin2");

    public int Admin3 { get; } = find("admin3");

    public int Location { get; } = find("location");

    public int Latitude { get; } = find("latitude");

    public int Longitude { get; } = find("longitude");

    public int GeoPrecision { get; } = find("geo_precision");

    public int Notes { get; } = find("notes");

    public int Fatalities { get; } = find("fatalities");

    /// <summary>Every column that has a place.</summary>
    public IEnumerable<int> All() =>
    [
        Id, Date, Year, TimePrecision, Type, SubType, Actor1, Associates1, Inter1, Actor2, Associates2, Inter2, Interaction, Iso, World, Country,
        Admin1, Admin2, Admin3, Location, Latitude, Longitude, GeoPrecision, Notes, Fatalities,
    ];
}

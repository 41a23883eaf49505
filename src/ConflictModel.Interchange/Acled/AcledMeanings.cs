namespace ConflictModel.Interchange;

/// <summary>What the columns of an ACLED file are about.</summary>
internal static class AcledMeanings
{
    public static ColumnMeaning Of(string column) => column switch
    {
        "fatalities" => new(ColumnSubject.Figure),
        "event_date" or "year" or "time_precision" => new(ColumnSubject.Date),
        "latitude" or "longitude" or "geo_precision" or "iso" or "iso3" => new(ColumnSubject.Place),
        "location" => ColumnMeaning.NameOf(ColumnSubject.Place, "latitude", "longitude"),
        "country" => ColumnMeaning.NameOf(ColumnSubject.Place, "iso"),
        "region" or "admin1" or "admin2" or "admin3" => ColumnMeaning.NameOf(ColumnSubject.Place),
        "actor1" or "actor2" or "assoc_actor_1" or "assoc_actor_2" or "ally_actor_1" or "ally_actor_2" =>
            ColumnMeaning.NameOf(ColumnSubject.Actor),
        "inter1" or "inter2" or "interaction" => new(ColumnSubject.Actor),
        "source" or "source_scale" => new(ColumnSubject.Source),
        _ => default,
    };
}

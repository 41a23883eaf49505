namespace ConflictModel.Interchange;

/// <summary>What the columns of a GED file are about.</summary>
internal static class GedMeanings
{
    public static ColumnMeaning Of(string column) => column switch
    {
        "low" or "best" or "high" or "deaths_a" or "deaths_b" or "deaths_civilians" or "deaths_unknown" => new(ColumnSubject.Figure),
        "year" or "date_start" or "date_end" or "date_prec" => new(ColumnSubject.Date),
        "latitude" or "longitude" or "geom_wkt" or "priogrid_gid" or "where_prec" or "where_description" or "country_id" or "region" =>
            new(ColumnSubject.Place),
        "where_coordinates" => ColumnMeaning.NameOf(ColumnSubject.Place, "latitude", "longitude"),
        "country" => ColumnMeaning.NameOf(ColumnSubject.Place, "country_id"),
        "adm_1" or "adm_2" => ColumnMeaning.NameOf(ColumnSubject.Place),
        "conflict_new_id" or "dyad_new_id" or "side_a_new_id" or "side_b_new_id" or "gwnoa" or "gwnob" => new(ColumnSubject.Actor),
        "conflict_name" or "conflict_dset_id" => ColumnMeaning.NameOf(ColumnSubject.Actor, GedColumns.ConflictIdName),
        "dyad_name" or "dyad_dset_id" => ColumnMeaning.NameOf(ColumnSubject.Actor, GedColumns.DyadIdName),
        "side_a" or "side_a_dset_id" => ColumnMeaning.NameOf(ColumnSubject.Actor, "side_a_new_id"),
        "side_b" or "side_b_dset_id" => ColumnMeaning.NameOf(ColumnSubject.Actor, "side_b_new_id"),
        "number_of_sources" => new(ColumnSubject.Source),
        _ => new(column.StartsWith("source_", StringComparison.Ordinal) ? ColumnSubject.Source : ColumnSubject.Other),
    };
}

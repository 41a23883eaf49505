using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>What the columns of a GED file are about.</summary>
internal static class GedMeanings
{
    public static ColumnMeaning Of(string column) => column switch
    {
        "low" or "best" or "high" or "deaths_a" or "deaths_b" or "deaths_civilians" or "deaths_unknown" => new(FieldClass.Figure),
        "year" or "date_start" or "date_end" or "date_prec" => new(FieldClass.Date),
        "latitude" or "longitude" or "geom_wkt" or "priogrid_gid" or "where_prec" or "where_description" or "country_id" or "region" =>
            new(FieldClass.Place),
        "where_coordinates" => ColumnMeaning.NameOf(FieldClass.Place, "latitude", "longitude"),
        "country" => ColumnMeaning.NameOf(FieldClass.Place, "country_id"),
        "adm_1" or "adm_2" => ColumnMeaning.NameOf(FieldClass.Place),
        "conflict_new_id" or "dyad_new_id" or "side_a_new_id" or "side_b_new_id" or "gwnoa" or "gwnob" => new(FieldClass.Actor),
        "conflict_name" or "conflict_dset_id" => ColumnMeaning.NameOf(FieldClass.Actor, GedColumns.ConflictIdName),
        "dyad_name" or "dyad_dset_id" => ColumnMeaning.NameOf(FieldClass.Actor, GedColumns.DyadIdName),
        "side_a" or "side_a_dset_id" => ColumnMeaning.NameOf(FieldClass.Actor, "side_a_new_id"),
        "side_b" or "side_b_dset_id" => ColumnMeaning.NameOf(FieldClass.Actor, "side_b_new_id"),
        "number_of_sources" => new(FieldClass.Source),
        _ => new(column.StartsWith("source_", StringComparison.Ordinal) ? FieldClass.Source : FieldClass.Other),
    };
}

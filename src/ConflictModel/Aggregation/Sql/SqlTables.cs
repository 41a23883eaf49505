using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Where a database has the pieces of incidents and the small tables beside them (<see cref="PieceTables"/>).</summary>
/// <remarks>Equality is by content. The default asks for tables by their own names.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record SqlTables
{
    /// <summary>The schema (in ClickHouse the database) that they are in; null for the connection's own.</summary>
    public string? Schema { get; init; }

    /// <summary>What stands before the name of each: with <c>ged_</c> they are <c>ged_pieces</c>, <c>ged_belongs</c> and so on.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// The folder of Parquet files that are the tables, for DuckDB: <c>pieces.parquet</c>, <c>belongs.parquet</c> and so on; null for
    /// tables of the database.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>Which files have the pieces, for DuckDB: a path or a pattern such as <c>ged/*/pieces.parquet</c>; null for that of the
    /// folder.</summary>
    public string? Files { get; init; }

    /// <summary>
    /// The measures that the pieces have columns of; null if they have those of every measure that is asked for. One that they lack is
    /// unknown of each incident.
    /// </summary>
    public ValueList<Measure>? Measures { get; init; }

    /// <summary>What they are and where: <c>ged_pieces</c>.</summary>
    public override string ToString() => Files ?? (Folder is null
        ? $"{(Schema is null ? "" : Schema + ".")}{Prefix}{PieceSchema.Pieces().Name}"
        : $"{Folder}/{PieceSchema.Pieces().Name}.parquet");

    /// <summary>The name of a table, as a statement has it after FROM.</summary>
    internal string Of(string table, SqlSyntax syntax)
    {
        bool isPieces = table == PieceSchema.Pieces().Name;
        if (isPieces && Files is not null)
        {
            return syntax.Parquet(Files);
        }

        return Folder is not null
            ? syntax.Parquet($"{Folder}/{table}.parquet")
            : $"{(Schema is null ? "" : syntax.Quote(Schema) + ".")}{syntax.Quote(Prefix + table)}";
    }
}

using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Whose SQL a query is written in.</summary>
[JsonConverter(typeof(EnumConverter<SqlDialect>))]
public enum SqlDialect
{
    /// <summary>DuckDB, over its own tables or Parquet files.</summary>
    DuckDb = 0,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>ClickHouse, from version 18.16 on, on one machine or over shards.</summary>
    ClickHouse,
}

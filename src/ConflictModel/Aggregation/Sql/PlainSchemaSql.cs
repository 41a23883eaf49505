namespace ConflictModel.Aggregation;

/// <summary>Defines plain tables in a database.</summary>
public static class PlainSchemaSql
{
    /// <summary>The statement that makes an empty table of these columns.</summary>
    /// <remarks>In ClickHouse it is a MergeTree in no order, and days are whole numbers of days after 1970-01-01.</remarks>
    /// <param name="schema">The columns.</param>
    /// <param name="dialect">Whose SQL to write.</param>
    /// <param name="to">Where the table is to be; null for one of its own name.</param>
    /// <exception cref="NotSupportedException">Files, not tables, are named.</exception>
    public static string ToSql(this PlainSchema schema, SqlDialect dialect, SqlTables? to = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var syntax = SqlSyntax.Of(dialect);
        SqlTables tables = to ?? new();
        if (tables is { Folder: not null } or { Files: not null })
        {
            throw new NotSupportedException("A file is no table to be made by SQL.");
        }

        IEnumerable<string> columns = schema.Columns.Select(column => $"{syntax.Quote(column.Name)} {syntax.TypeOf(column)}");
        return $"CREATE TABLE {tables.Of(schema.Name, syntax)} ({string.Join(", ", columns)}){syntax.Storage}";
    }
}

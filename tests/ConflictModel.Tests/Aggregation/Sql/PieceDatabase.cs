using System.Data.Common;
using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;
using DuckDB.NET.Data;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Puts pieces and the tables beside them into a database.</summary>
internal static class PieceDatabase
{
    private const int Batch = 500;

    /// <summary>A database of DuckDB in memory, open and with the tables.</summary>
    public static DuckDBConnection DuckDb(PieceTables pieces, SqlTables? to = null)
    {
        DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        Append(connection, pieces, to ?? new());
        return connection;
    }

    /// <summary>Makes the tables in DuckDB and fills them by its appender.</summary>
    public static void Append(DuckDBConnection connection, PieceTables pieces, SqlTables to)
    {
        foreach (PlainTable table in pieces.All)
        {
            Execute(connection, table.Schema.ToSql(SqlDialect.DuckDb, to));
            using DuckDBAppender appender = connection.CreateAppender(to.Prefix + table.Schema.Name);
            for (int row = 0; row < table.Rows; row++)
            {
                IDuckDBAppenderRow cells = appender.CreateRow();
                for (int i = 0; i < table.Schema.Columns.Count; i++)
                {
                    Append(cells, table, i, row);
                }

                cells.EndRow();
            }
        }
    }

    /// <summary>Makes the tables in any database and fills them by plain SQL.</summary>
    public static void Insert(DbConnection connection, SqlDialect dialect, PieceTables pieces, SqlTables to)
    {
        foreach (PlainTable table in pieces.All)
        {
            Execute(connection, table.Schema.ToSql(dialect, to));
            foreach (string statement in Inserts(table, dialect, to))
            {
                Execute(connection, statement);
            }
        }
    }

    /// <summary>The statements that fill a table.</summary>
    public static IEnumerable<string> Inserts(PlainTable table, SqlDialect dialect, SqlTables to)
    {
        for (int start = 0; start < table.Rows; start += Batch)
        {
            string name = (to.Prefix + table.Schema.Name).Replace("\"", "\"\"", StringComparison.Ordinal);
            StringBuilder text = new($"INSERT INTO \"{name}\" VALUES ");
            for (int row = start; row < Math.Min(table.Rows, start + Batch); row++)
            {
                text.Append(row == start ? "(" : ", (")
                    .AppendJoin(", ", Enumerable.Range(0, table.Schema.Columns.Count).Select(i => Literal(table, i, row, dialect)))
                    .Append(')');
            }

            yield return text.ToString();
        }
    }

    public static void Execute(DbConnection connection, string statement)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private static void Append(IDuckDBAppenderRow cells, PlainTable table, int column, int row)
    {
        PlainType type = table.Schema.Columns[column].Type;
        if (type == PlainType.Text)
        {
            cells.AppendValue(table.TextAt(column, row));
            return;
        }

        long? number = table.NumberAt(column, row);
        switch (type)
        {
            case PlainType.Day: cells.AppendValue(number is { } day ? DateOnly.FromDayNumber(719162 + (int)day) : (DateOnly?)null); break;
            case PlainType.Flag: cells.AppendValue(number is { } flag ? flag == 1 : (bool?)null); break;
            default: cells.AppendValue(number); break;
        }
    }

    private static string Literal(PlainTable table, int column, int row, SqlDialect dialect)
    {
        PlainType type = table.Schema.Columns[column].Type;
        if (type == PlainType.Text)
        {
            string? text = table.TextAt(column, row);
            return text is null ? "NULL"
                : dialect != SqlDialect.ClickHouse ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
                : $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)
                    .Replace("\0", "\\0", StringComparison.Ordinal)}'";
        }

        return table.NumberAt(column, row) is not { } number ? "NULL" : (type, dialect) switch
        {
            (PlainType.Day, not SqlDialect.ClickHouse) =>
                string.Create(CultureInfo.InvariantCulture, $"DATE '{DateOnly.FromDayNumber(719162 + (int)number):yyyy-MM-dd}'"),
            (PlainType.Flag, not SqlDialect.ClickHouse) => number == 1 ? "TRUE" : "FALSE",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }
}

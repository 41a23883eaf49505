using System.Data;
using System.Data.Common;

namespace ConflictModel.Aggregation;

/// <summary>Asks a query of a database that has the pieces of incidents as tables (<see cref="PieceTables"/>).</summary>
public static class IncidentQuerySql
{
    /// <summary>The query as one statement.</summary>
    /// <remarks>
    /// It looks at the tables of the database alone; the table in memory that the query may have come from plays no part, but that it
    /// checked the ids.
    /// </remarks>
    /// <param name="query">The query.</param>
    /// <param name="dialect">Whose SQL to write.</param>
    /// <param name="from">Where the tables are; null for tables of their own names.</param>
    /// <exception cref="NotSupportedException">The query groups by days or weeks, while pieces are cut at the edges of months, or the
    /// database can't hold a text that it asks for.</exception>
    /// <exception cref="ArgumentException">The name of a table is empty, or has control characters.</exception>
    public static SqlQuery ToSql(this IncidentQuery query, SqlDialect dialect, SqlTables? from = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(query, dialect, from ?? new());
    }

    /// <summary>
    /// Asks a database: the answer is the one that a table in memory gives of the same incidents, cut at the edges of months as the pieces
    /// are (<see cref="Time.BucketScheme.Month"/>), and merges with such.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="connection">The connection; one that is not open is opened, and closed again.</param>
    /// <param name="dialect">Whose SQL the database speaks.</param>
    /// <param name="from">Where the tables are; null for tables of their own names.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="NotSupportedException">The query can't be asked of pieces, or depends on what no table here says.</exception>
    /// <exception cref="ArgumentException">The tables do not know an id that the query names.</exception>
    /// <exception cref="PieceFormatException">An event that was cut has not all of its pieces here, or two bear one id.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public static async Task<Aggregate> RunAsync(
        this IncidentQuery query, DbConnection connection, SqlDialect dialect, SqlTables? from = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        SqlQuery sql = query.ToSql(dialect, from);
        bool isOpened = connection.State == ConnectionState.Closed;
        if (isOpened)
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            DbCommand command = sql.ToCommand(connection);
            await using (command.ConfigureAwait(false))
            {
                DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    return await sql.ReadAsync(reader, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            if (isOpened)
            {
                await connection.CloseAsync().ConfigureAwait(false);
            }
        }
    }
}

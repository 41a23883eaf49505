using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>
/// DuckDB in process and in memory, rows in order of date, with totals, months, years and parent regions as columns of their own.
/// </summary>
public sealed class DuckDbPeer : IPeer, IDisposable
{
    private readonly DuckDBConnection connection = new("DataSource=:memory:");
    private readonly DuckDBCommand[] timed = new DuckDBCommand[Question.Count];

    public DuckDbPeer(SyntheticIncidents data)
    {
        connection.Open();
        Execute($"SET threads = {Environment.ProcessorCount}");
        Execute("CREATE TABLE t (day USMALLINT, month USMALLINT, year USMALLINT, perpetrator USMALLINT, region USMALLINT, "
            + "parent UTINYINT, kind UTINYINT, low INTEGER, best INTEGER, high INTEGER, civilians INTEGER)");
        using (DuckDBAppender appender = connection.CreateAppender("t"))
        {
            for (int row = 0; row < data.Rows; row++)
            {
                DateTime date = new DateTime(1989, 1, 1).AddDays(data.Day[row]);
                appender.CreateRow()
                    .AppendValue((ushort?)data.Day[row])
                    .AppendValue((ushort?)((date.Year - 1989) * 12 + date.Month - 1))
                    .AppendValue((ushort?)date.Year)
                    .AppendValue((ushort?)data.Perpetrator[row])
                    .AppendValue((ushort?)data.Region[row])
                    .AppendValue((byte?)SyntheticIncidents.ParentOf(data.Region[row]))
                    .AppendValue((byte?)data.Kind[row])
                    .AppendValue((int?)data.Killed(row, 0))
                    .AppendValue((int?)data.Killed(row, 1))
                    .AppendValue((int?)data.Killed(row, 2))
                    .AppendValue((int?)data.Figures[3 * SyntheticIncidents.Civilians + 1][row])
                    .EndRow();
            }
        }

        for (int query = 1; query <= Question.Count; query++)
        {
            DuckDBCommand command = connection.CreateCommand();
            command.CommandText = Question.TimedSql(query);
            command.Prepare();
            timed[query - 1] = command;
        }
    }

    public Answer Ask(int query)
    {
        Answer answer = new();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = Question.Sql(query);
        using DbDataReader reader = command.ExecuteReader();
        long[] row = new long[reader.FieldCount];
        while (reader.Read())
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = long.Parse(Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);
            }

            answer.Add(row);
        }

        return answer;
    }

    public double Time(int query)
    {
        long start = Stopwatch.GetTimestamp();
        using (DbDataReader reader = timed[query - 1].ExecuteReader())
        {
            reader.Read();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public void Dispose()
    {
        foreach (DuckDBCommand command in timed)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private void Execute(string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

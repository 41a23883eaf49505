using System.Diagnostics;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Benchmarks.Interchange;
using ConflictModel.Interchange;
using DuckDB.NET.Data;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>
/// <c>file</c>: a UCDP file into a table, beside DuckDB's <c>read_csv</c> of the same columns with declared types into a table. The one and
/// the other in turn, on all processors; the best of each, by the clock and by the time of the processors.
/// </summary>
public static class FileCommand
{
    private const int Runs = 7;

    private const string Columns = "year, active_year, type_of_violence, conflict_new_id, conflict_name, dyad_new_id, dyad_name, "
        + "side_a_new_id, side_a, side_b_new_id, side_b, gwnoa, gwnob, where_prec, where_coordinates, adm_1, adm_2, latitude, longitude, "
        + "country, country_id, region, event_clarity, date_prec, date_start, date_end, deaths_a, deaths_b, deaths_civilians, "
        + "deaths_unknown, best, high, low, id";

    public static int Run()
    {
        string path = InterchangeFile.Make();
        double megabytes = new FileInfo(path).Length / 1e6;
        string sql = $"CREATE OR REPLACE TABLE t AS SELECT {ColumnsIn(path)} FROM {ReadCsv(path)}";
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"SET threads = {Environment.ProcessorCount}");
        (double Clock, double Processor) ours = (Clock: double.MaxValue, Processor: double.MaxValue);
        (double Clock, double Processor) theirs = ours;
        for (int run = 0; run < Runs; run++)
        {
            ours = Least(ours, Seconds(() => TableOf(path)));
            theirs = Least(theirs, Seconds(() => Execute(connection, sql)));
        }

        Say("megabytes", megabytes);
        Say("megabytes_per_second", megabytes / ours.Clock);
        Say("megabytes_per_second_duckdb", megabytes / theirs.Clock);
        Say("times_duckdb", theirs.Clock / ours.Clock);
        Say("megabytes_per_processor_second", megabytes / ours.Processor);
        Say("times_duckdb_by_processor_time", theirs.Processor / ours.Processor);
        return 0;
    }

    /// <summary>
    /// <c>file statement</c>: DuckDB's one statement over the file by dyad and year, to be timed as a process beside
    /// <c>conflictmodel aggregate FILE --by dyad,year</c>.
    /// </summary>
    public static int RunStatement()
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        Execute(connection, $"SET threads = {Environment.ProcessorCount}");
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = "SELECT dyad_new_id, year, count(*), sum(low), sum(best), sum(high) "
            + $"FROM {ReadCsv(InterchangeFile.Make())} GROUP BY ALL ORDER BY ALL";
        using DuckDBDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            Console.WriteLine(string.Join(',', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return 0;
    }

    private static string ColumnsIn(string path)
    {
        string[] there = HeaderOf(path);
        return string.Join(", ", Columns.Split(", ").Where(there.Contains));
    }

    /// <summary>The file with all its columns declared: those that the table takes by what they are, the others as text.</summary>
    private static string ReadCsv(string path)
    {
        IEnumerable<string> types = HeaderOf(path).Select(column => $"'{column}': '{TypeOf(column)}'");
        return $"read_csv('{path}', header = true, quote = '\"', escape = '\"', auto_detect = false, delim = ',', "
            + $"columns = {{{string.Join(", ", types)}}})";
    }

    private static string TypeOf(string column) => column switch
    {
        "latitude" or "longitude" => "DOUBLE",
        "date_start" or "date_end" => "TIMESTAMP",
        "id" => "BIGINT",
        "year" or "active_year" or "type_of_violence" or "conflict_new_id" or "dyad_new_id" or "side_a_new_id" or "side_b_new_id"
            or "where_prec" or "country_id" or "event_clarity" or "date_prec" or "deaths_a" or "deaths_b" or "deaths_civilians"
            or "deaths_unknown" or "best" or "high" or "low" => "INTEGER",
        _ => "VARCHAR",
    };

    private static string[] HeaderOf(string path)
    {
        using StreamReader reader = new(path);
        return [.. reader.ReadLine()!.Split(',').Select(name => name.Trim('"'))];
    }

    private static IncidentTable TableOf(string path)
    {
        using var reader = IncidentReader.Open(path);
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder);
        return builder.ToTable();
    }

    private static long Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private static (double Clock, double Processor) Least((double Clock, double Processor) one, (double Clock, double Processor) other) =>
        (Math.Min(one.Clock, other.Clock), Math.Min(one.Processor, other.Processor));

    private static (double Clock, double Processor) Seconds(Func<object> work)
    {
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        GC.KeepAlive(work());
        double clock = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        return (clock, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static void Say(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"{name}\": {value:G4}}}"));
}

using System.Diagnostics;
using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Revisions;
using DuckDB.NET.Data;

namespace ConflictModel.Benchmarks.Vintages;

/// <summary>
/// <c>vintages TASK</c>: one task on two vintages of a file, in a process of its own, with its time, of the clock and of the processor, and
/// the most memory that it took. <c>read</c>: both read into tables. <c>compare</c>: compared record by record. <c>account</c>: the same,
/// and the account by year and dyad. <c>duckdb</c>: DuckDB joins both on their ids and compares all columns, on two threads;
/// <c>duckdb-1</c> on one.
/// </summary>
internal static class VintagesCommand
{
    public static int Run(string task)
    {
        (string older, string newer) = VintageFiles.Make();
        using var process = Process.GetCurrentProcess();
        (long start, TimeSpan before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        string answer = task switch
        {
            "read" => FormattableString.Invariant($"{Read(older)} {Read(newer)}"),
            "compare" => Text(PublishedVintages.Compare(older, newer)),
            "account" => Account(PublishedVintages.Compare(older, newer)),
            "duckdb" => Join(older, newer, threads: 2),
            "duckdb-1" => Join(older, newer, threads: 1),
            _ => throw new ArgumentException($"There is no task '{task}'.", nameof(task)),
        };
        double clock = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        process.Refresh();
        long bytes = new FileInfo(older).Length + new FileInfo(newer).Length;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"task\": \"{task}\", \"answer\": \"{answer}\", \"s\": {clock:G3}, \"cpu_s\": {processor:G3}, "
                + $"\"mb_per_s\": {bytes / clock / 1e6:F0}, \"peak_mb\": {process.PeakWorkingSet64 / 1_000_000}}}"));
        return 0;
    }

    private static int Read(string path)
    {
        using var reader = IncidentReader.Open(path);
        IncidentTableBuilder builder = new();
        reader.AppendTo(builder);
        return builder.ToTable().Rows;
    }

    private static string Text(VintageComparison comparison) => FormattableString.Invariant(
        $"{comparison.Records.Removed} removed, {comparison.Records.Added} added, {comparison.Records.Revised} revised");

    private static string Account(VintageComparison comparison)
    {
        _ = comparison.Account(Measure.Killed).By(GroupKey.Year, GroupKey.Dyad);
        return Text(comparison);
    }

    private static string Join(string older, string newer, int threads)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"SET threads = {threads}");
        command.ExecuteNonQuery();
        command.CommandText = $"""
            SELECT count(*) FILTER (b.id IS NULL) || ' removed, ' || count(*) FILTER (a.id IS NULL) || ' added, '
                || count(*) FILTER (a.id = b.id AND a IS DISTINCT FROM b) || ' revised'
            FROM read_csv('{older}', header = true, all_varchar = true) a
            FULL OUTER JOIN read_csv('{newer}', header = true, all_varchar = true) b ON a.id = b.id
            """;
        return (string)command.ExecuteScalar()!;
    }
}

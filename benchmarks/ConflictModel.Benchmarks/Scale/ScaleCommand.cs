using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Parquet;
using DuckDB.NET.Data;

namespace ConflictModel.Benchmarks.Scale;

/// <summary>
/// <c>scale generate FOLDER PIECES</c> makes files; <c>scale run FOLDER</c> asks the library and DuckDB in turn, each question of each in a
/// process of its own, and holds the answers against each other.
/// </summary>
internal static class ScaleCommand
{
    private const int Runs = 3;

    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["generate", var folder, var pieces]:
                ScaleFiles.Generate(folder, long.Parse(pieces, CultureInfo.InvariantCulture));
                return 0;
            case ["run", var folder]:
                RunAll(folder);
                return 0;
            case ["one", var engine, var folder, var question]:
                One(engine, folder, int.Parse(question, CultureInfo.InvariantCulture));
                return 0;
            default:
                Console.Error.WriteLine("usage: scale generate FOLDER PIECES | scale run FOLDER");
                return 2;
        }
    }

    private static void RunAll(string folder)
    {
        Console.WriteLine("| question | library, ms | DuckDB, ms | ratio | library, peak MiB | DuckDB, peak MiB | groups | answers |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        for (int question = 0; question < ScaleQuestion.Questions.Length; question++)
        {
            List<string[]> ours = [];
            List<string[]> theirs = [];
            for (int run = 0; run < Runs; run++)
            {
                ours.Add(Child("library", folder, question));
                theirs.Add(Child("duckdb", folder, question));
            }

            double mine = Median(ours);
            double other = Median(theirs);
            string same = ours.Concat(theirs).Select(run => run[2]).Distinct().Count() == 1 ? "equal" : "DIFFER";
            string times = FormattableString.Invariant($"{mine:N0} | {other:N0} | {mine / other:N2}");
            string peaks = FormattableString.Invariant($"{ours.Max(Peak):N0} | {theirs.Max(Peak):N0}");
            Console.WriteLine($"| {ScaleQuestion.Questions[question].Name} | {times} | {peaks} | {ours[0][3]} | {same} |");
        }
    }

    private static double Median(List<string[]> runs) =>
        runs.Select(run => double.Parse(run[0], CultureInfo.InvariantCulture)).Order().ElementAt(runs.Count / 2);

    private static double Peak(string[] run) => double.Parse(run[1], CultureInfo.InvariantCulture);

    private static string[] Child(string engine, string folder, int question)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, ["scale", "one", engine, folder, $"{question}"])
        {
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? line.Trim().Split('\t') : throw new InvalidOperationException($"{engine} failed.");
    }

    private static void One(string engine, string folder, int number)
    {
        ScaleQuestion question = ScaleQuestion.Questions[number];
        long start = Stopwatch.GetTimestamp();
        SortedSet<string> rows = engine == "library" ? Ask(folder, question) : AskDuckDb(folder, question);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string peak = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        long kibibytes = long.Parse(string.Concat(peak.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        string hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))));
        Console.WriteLine(FormattableString.Invariant($"{elapsed:F0}\t{kibibytes / 1024}\t{hash}\t{rows.Count}"));
        if (Environment.GetEnvironmentVariable("SCALE_ROWS") is { } file)
        {
            File.WriteAllLines(file, rows);
        }
    }

    private static SortedSet<string> Ask(string folder, ScaleQuestion question)
    {
        Aggregate answer = question.Query.RunParquet(folder);
        SortedSet<string> rows = new(StringComparer.Ordinal);
        foreach (AggregateRow row in answer)
        {
            Sums sums = row.Of(Measure.Killed);
            rows.Add(string.Join('|', [.. question.Query.Keys.Select(key => row.TextOf(key) ?? ""), .. Numbers(sums)]));
        }

        return rows;
    }

    /// <summary>Both count an event where it begins; that it goes on and lacks figures elsewhere only the library says.</summary>
    private static string[] Numbers(Sums sums) => [$"{sums.Low ?? 0}", $"{sums.Best ?? 0}", $"{sums.High ?? 0}", $"{sums.Incidents}"];

    private static SortedSet<string> AskDuckDb(string folder, ScaleQuestion question)
    {
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"set threads = {Environment.ProcessorCount}";
        command.ExecuteNonQuery();
        command.CommandText = question.Sql(folder);
        using DuckDBDataReader reader = command.ExecuteReader();
        SortedSet<string> rows = new(StringComparer.Ordinal);
        int keys = question.Keys.Length;
        while (reader.Read())
        {
            object[] cells = new object[reader.FieldCount];
            reader.GetValues(cells);
            if (keys > 0 && cells.Skip(keys).Take(4).All(cell => cell is DBNull || $"{cell}" == "0"))
            {
                // A group in which nobody was harmed and no event began is none of the library's.
                continue;
            }

            rows.Add(string.Join('|', cells.Take(keys + 4).Select((cell, i) => cell is DBNull
                ? i < keys ? "" : "0"
                : Convert.ToString(cell, CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}

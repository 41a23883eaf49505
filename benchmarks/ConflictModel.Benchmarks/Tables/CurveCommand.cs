using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;

namespace ConflictModel.Benchmarks.Tables;

/// <summary><c>curve [--rows N]</c>: building the table and the five queries from 10,000 incidents up to N, one JSON line a size.</summary>
public static class CurveCommand
{
    private const int Runs = 7;

    public static int Run(ReadOnlySpan<string> args)
    {
        int most = 10_000_000;
        if (!(args.IsEmpty
            || (args is ["--rows", var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out most) && most > 0)))
        {
            Console.Error.WriteLine("usage: curve [--rows N]");
            return 2;
        }

        for (long rows = 10_000; rows <= most; rows *= 10)
        {
            Measure((int)rows);
        }

        return 0;
    }

    private static void Measure(int rows)
    {
        SyntheticIncidents data = new(rows);
        long start = Stopwatch.GetTimestamp();
        IncidentTable table = data.ToTable();
        double building = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        TablePeer peer = new(table);
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteNumber("rows", rows);
            json.WriteNumber("bytes_a_row", Math.Round((double)table.Bytes / rows, 1));
            json.WriteNumber("build_ms", Math.Round(building));
            for (int query = 1; query <= Question.Count; query++)
            {
                for (int warm = 0; warm < 120; warm++)
                {
                    peer.Time(query);
                    if (warm % 40 == 39)
                    {
                        // The runtime compiles what it saw often while nothing runs.
                        Thread.Sleep(200);
                    }
                }

                int asked = query;
                double[] times = [.. Enumerable.Range(0, Runs).Select(_ => peer.Time(asked)).Order()];
                json.WriteNumber($"q{query}_ms", Math.Round(times[Runs / 2], 3));
            }

            json.WriteEndObject();
        }

        Console.WriteLine(Encoding.UTF8.GetString(line.ToArray()));
    }
}

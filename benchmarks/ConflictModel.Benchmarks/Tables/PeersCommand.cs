using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using ConflictModel.Aggregation;

namespace ConflictModel.Benchmarks.Tables;

/// <summary><c>peers [--rows N] [--with-clickhouse]</c>: the five queries on the same rows by every engine, one JSON line each.</summary>
public static class PeersCommand
{
    private const int DefaultRows = 2_000_000;
    private const int Runs = 7;
    private const int LinqRuns = 5;

    public static int Run(ReadOnlySpan<string> args)
    {
        int rows = DefaultRows;
        bool withClickHouse = false;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--rows" when i + 1 < args.Length
                    && int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out rows) && rows > 0:
                    break;
                case "--with-clickhouse":
                    withClickHouse = true;
                    break;
                default:
                    Console.Error.WriteLine("usage: peers [--rows N] [--with-clickhouse]");
                    return 2;
            }
        }

        return Run(rows, withClickHouse);
    }

    private static int Run(int rows, bool withClickHouse)
    {
        SyntheticIncidents data = new(rows);
        int linqRows = Math.Min(rows, 2_000_000);
        IncidentTable table = data.ToTable();
        Note($"{rows:N0} incidents, {(double)table.Bytes / rows:F1} bytes each; LINQ on {linqRows:N0} of them, scaled");
        bool hasWideVectors = Vector512.IsHardwareAccelerated;
        Note($"{Environment.ProcessorCount} threads; {RuntimeInformation.FrameworkDescription}; 512-bit vectors: {hasWideVectors}");
        TablePeer ours = new(table);
        HandwrittenPeer handwritten = new(data);
        using DuckDbPeer duckDb = new(data);
        using ClickHousePeer? clickHouse = withClickHouse ? new(data) : null;
        SyntheticIncidents sample = data.Sample(linqRows);
        LinqPeer linq = new(sample);
        TablePeer oursOfSample = new(sample.ToTable());
        bool[] equal = new bool[Question.Count + 1];
        for (int query = 1; query <= Question.Count; query++)
        {
            Answer answer = ours.Ask(query);
            equal[query] = answer.Same(handwritten.Ask(query)) && answer.Same(duckDb.Ask(query))
                && (clickHouse is null || answer.Same(clickHouse.Ask(query))) && linq.Ask(query).Same(oursOfSample.Ask(query));
        }

        Bandwidth bandwidth = new(data);
        Warm(ours, handwritten);
        List<double> rates = [];
        Dictionary<(IPeer, int), List<double>> times = [];
        for (int run = 0; run < Runs; run++)
        {
            for (int query = 1; query <= Question.Count; query++)
            {
                rates.Add(bandwidth.Measure());
                foreach (IPeer? peer in (ReadOnlySpan<IPeer?>)[ours, handwritten, duckDb, clickHouse, run < LinqRuns ? linq : null])
                {
                    if (peer is not null)
                    {
                        if (!times.TryGetValue((peer, query), out List<double>? list))
                        {
                            times.Add((peer, query), list = []);
                        }

                        // The better of two calls: the first finds the caches and the thread pool as another engine left them.
                        double once = peer.Time(query);
                        list.Add(ReferenceEquals(peer, linq) ? once : Math.Min(once, peer.Time(query)));
                    }
                }
            }
        }

        double rate = Median(rates);
        Note($"memory {rate / 1e6:F1} GB/s");
        bool allEqual = true;
        for (int query = 1; query <= Question.Count; query++)
        {
            allEqual &= equal[query];
            using MemoryStream line = new();
            using (Utf8JsonWriter json = new(line))
            {
                json.WriteStartObject();
                json.WriteString("query", $"Q{query}");
                json.WriteNumber("rows", rows);
                Write(json, "ours_ms", Median(times[(ours, query)]));
                Write(json, "handwritten_ms", Median(times[(handwritten, query)]));
                Write(json, "bandwidth_ms", bandwidth.Time(query, rate));
                Write(json, "duckdb_ms", Median(times[(duckDb, query)]));
                Write(json, "clickhouse_ms", clickHouse is null ? null : Median(times[(clickHouse, query)]));
                Write(json, "linq_ms", Median(times[(linq, query)]) * rows / linqRows);
                json.WriteBoolean("equal", equal[query]);
                json.WriteEndObject();
            }

            Console.WriteLine(System.Text.Encoding.UTF8.GetString(line.ToArray()));
        }

        return allEqual ? 0 : 1;
    }

    /// <summary>Lets the runtime finish compiling what it will measure: it does so in the background, after some dozens of calls.</summary>
    private static void Warm(params ReadOnlySpan<IPeer> peers)
    {
        for (int round = 0; round < 4; round++)
        {
            foreach (IPeer peer in peers)
            {
                for (int call = 0; call < 5 * Question.Count; call++)
                {
                    peer.Time(call % Question.Count + 1);
                }
            }

            Thread.Sleep(300);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, double? milliseconds)
    {
        if (milliseconds is { } value)
        {
            json.WriteNumber(name, Math.Round(value, 3));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }

    private static void Note(FormattableString text) => Console.Error.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}

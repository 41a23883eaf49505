using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>How fast all processors together read memory, and so the least time a query's bytes take.</summary>
public sealed class Bandwidth(SyntheticIncidents data)
{
    private const int PartVectors = 1 << 14;

    // Memory that was never written is one page of zeros, which the cache holds.
    private readonly ulong[] memory = [.. Enumerable.Range(0, 1 << 25).Select(i => (ulong)i)];

    /// <summary>Milliseconds that reading this query's columns takes at <paramref name="bytesPerMillisecond"/>.</summary>
    public double Time(int query, double bytesPerMillisecond)
    {
        long inPeriod = data.Day.Count(day => day >= Question.FirstDay && day <= Question.LastDay);
        return query switch
        {
            1 => 4L * data.Rows,
            2 => 6L * data.Rows,
            3 => 6L * data.Rows,
            4 => 9 * inPeriod,
            _ => 3L * data.Rows,
        } / bytesPerMillisecond;
    }

    /// <summary>Reads 256 MB once.</summary>
    public double Measure()
    {
        ulong sum = 0;
        int next = 0;
        int parts = memory.Length / 8 / PartVectors;
        long start = Stopwatch.GetTimestamp();
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            (Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c, Vector512<ulong> d) = (default, default, default, default);
            for (int part = Interlocked.Increment(ref next) - 1; part < parts; part = Interlocked.Increment(ref next) - 1)
            {
                ReadOnlySpan<Vector512<ulong>> vectors = MemoryMarshal.Cast<ulong, Vector512<ulong>>(memory)
                    .Slice(part * PartVectors, PartVectors);
                // In four places at once, which is read faster than in one.
                for (int i = 0; i < PartVectors / 4; i++)
                {
                    a += vectors[i];
                    b ^= vectors[i + PartVectors / 4];
                    c += vectors[i + PartVectors / 2];
                    d ^= vectors[i + PartVectors / 4 * 3];
                }
            }

            Interlocked.Add(ref sum, Vector512.Sum(a ^ b ^ c ^ d));
        });
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        GC.KeepAlive(sum);
        return memory.Length * sizeof(ulong) / milliseconds;
    }
}

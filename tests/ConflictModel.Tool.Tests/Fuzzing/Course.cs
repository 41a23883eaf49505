using System.Collections.Concurrent;
using System.Diagnostics;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>How far the inputs of one entry point have got, and what became of them. One thread goes on with it at a time.</summary>
internal sealed class Course(EntryPoint entry)
{
    private readonly Lock turn = new();
    private long since;
    private long accepted;
    private TimeSpan time;
    private (TimeSpan Time, long Number) slowest;
    private (long Bytes, long Number) largest;

    public EntryPoint Entry => entry;

    public long Inputs { get; private set; }

    /// <summary>The number of the input that is being tried.</summary>
    public long Current => Inputs;

    /// <summary>How long that input has been tried.</summary>
    public TimeSpan Waits => Volatile.Read(ref since) is > 0 and long start ? Stopwatch.GetElapsedTime(start) : default;

    /// <summary>One of each kind.</summary>
    public ConcurrentDictionary<string, Fault> Faults { get; } = [];

    /// <summary>Goes on for a while, unless somebody else does.</summary>
    public void Go(ulong seed, TimeSpan howLong)
    {
        if (!turn.TryEnter())
        {
            return;
        }

        try
        {
            var started = Stopwatch.StartNew();
            TimeSpan before = ProcessorTime.Now;
            while (started.Elapsed < howLong)
            {
                Next(seed);
            }

            time += ProcessorTime.Now - before;
        }
        finally
        {
            Volatile.Write(ref since, 0);
            turn.Exit();
        }
    }

    /// <summary>Tries the next input.</summary>
    public void Next(ulong seed)
    {
        Volatile.Write(ref since, Stopwatch.GetTimestamp());
        Fuzzer.Verdict verdict = Fuzzer.Try(entry, entry.Input(seed, Inputs));
        if (verdict.Fault is { } fault && Faults.TryAdd(fault.Kind, fault with { Details = $"number {Inputs}: {fault.Details}" }))
        {
            Console.Error.WriteLine($"{entry.Name}, seed {seed}, number {Inputs}: {fault.Kind}");
        }

        accepted += verdict.IsAccepted ? 1 : 0;
        slowest = verdict.Time > slowest.Time ? (verdict.Time, Inputs) : slowest;
        largest = verdict.Bytes > largest.Bytes ? (verdict.Bytes, Inputs) : largest;
        Inputs++;
    }

    /// <summary>A row of the table in FUZZING.md.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"| {entry.Name} | {Inputs:N0} | {accepted:N0} | {Faults.Count} | {time.TotalMinutes:0.0} | {largest.Bytes / 1e6:0.0} |")
        + (slowest.Time > TimeSpan.FromSeconds(1) ? FormattableString.Invariant($" slowest: {slowest}, largest: {largest}") : "");
}

using System.Runtime.ExceptionServices;

namespace ConflictModel.Interchange;

/// <summary>Reads the parts of a file on several threads, and takes them one after the other in the file's order.</summary>
/// <remarks>
/// Whoever has read the part whose turn it is takes it and those behind it that are ready, while the others read on: no thread waits
/// for another unless all memory for parts is in use.
/// </remarks>
/// <typeparam name="T">What reads parts and remembers what it made of one until its turn.</typeparam>
/// <param name="parts">The parts.</param>
/// <param name="threads">How many threads read.</param>
internal sealed class PartPipeline<T>(PlainParts parts, int threads)
    where T : class, IPartReader
{
    private readonly object gate = new();
    private readonly Stack<T> spare = new();
    private readonly Dictionary<int, (T Reader, bool IsPlain)> ready = [];
    private Action<T>? take;
    private ExceptionDispatchInfo? failure;
    private T? stopped;
    private int next;
    private long line = parts.Line;
    private bool isTaking;
    private bool isStopped;

    /// <summary>Reads and takes all parts up to the first that is not plain.</summary>
    /// <returns>Where the next row starts, and on which line.</returns>
    /// <param name="make">Makes a reader.</param>
    /// <param name="taking">Takes a part that was read; never two at once.</param>
    /// <param name="afterwards">Is called on this thread now and then.</param>
    public (long Offset, long Line) Run(Func<T> make, Action<T> taking, Action afterwards)
    {
        take = taking;
        for (int i = 0; i < 2 * threads; i++)
        {
            spare.Push(make());
        }

        Task[] others = [.. Enumerable.Range(1, threads - 1).Select(_ => Task.Run(() => Work(null)))];
        Work(afterwards);
        Task.WaitAll(others);
        failure?.Throw();
        return (stopped?.Part.Offset ?? parts.Next, line);
    }

    private void Work(Action? afterwards)
    {
        try
        {
            while (Borrow() is { } reader)
            {
                if (!parts.TryRead(reader.Part))
                {
                    Release(reader);
                    return;
                }

                bool isPlain = reader.TryRead();
                TakeReady(reader, isPlain);
                afterwards?.Invoke();
            }
        }
        catch (Exception error)
        {
            lock (gate)
            {
                failure ??= ExceptionDispatchInfo.Capture(error);
            }

            Stop();
        }
    }

    private void TakeReady(T read, bool isPlain)
    {
        lock (gate)
        {
            ready.Add(read.Part.Number, (read, isPlain));
            if (isTaking)
            {
                return;
            }

            isTaking = true;
        }

        while (true)
        {
            (T Reader, bool IsPlain) part;
            lock (gate)
            {
                if (isStopped || !ready.Remove(next, out part))
                {
                    isTaking = false;
                    return;
                }

                next++;
            }

            if (!part.IsPlain)
            {
                stopped = part.Reader;
                Stop();
                continue;
            }

            part.Reader.Part.Line = line;
            take!(part.Reader);
            line += part.Reader.Part.Lines;
            Release(part.Reader);
        }
    }

    /// <summary>Waits for a reader that nobody uses; null if there is nothing more to read.</summary>
    private T? Borrow()
    {
        lock (gate)
        {
            while (!isStopped && spare.Count == 0)
            {
                Monitor.Wait(gate);
            }

            return isStopped ? null : spare.Pop();
        }
    }

    private void Release(T reader)
    {
        lock (gate)
        {
            spare.Push(reader);
            Monitor.Pulse(gate);
        }
    }

    private void Stop()
    {
        lock (gate)
        {
            isStopped = true;
            Monitor.PulseAll(gate);
        }
    }
}

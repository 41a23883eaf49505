using System.Runtime.ExceptionServices;

namespace ConflictModel.Serialization;

/// <summary>Reads the records of a stream's lines on several threads and gives them in order.</summary>
/// <remarks>
/// The thread that asks cuts the stream into blocks at the ends of lines, and goes on to what it does with the records while others read
/// the blocks. Where the block that it needs next is not read yet, it reads one too. So no thread waits while there is work, however the
/// work is divided between reading and what the records are for.
/// </remarks>
internal sealed class LineBlocks(Stream stream, int threads) : IDisposable
{
    private const int AheadPerThread = 4;

    private readonly LineReader lines = new();
    private readonly TextPool texts = new();
    private readonly Queue<Block> ahead = [];
    private ExceptionDispatchInfo? failure;

    // What follows is shared by the threads, under the lock of the gate.
    private readonly object gate = new();
    private readonly Queue<Block> unread = [];
    private readonly Stack<TextPool> restingTexts = [];
    private int helpers;

    /// <summary>The header and the records, to be asked for once.</summary>
    /// <exception cref="DatasetFormatException">A line is none that such a file has.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<object> Records(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        yield return Header();
        while (Next(stop) is { } block)
        {
            foreach (object record in block.Records)
            {
                stop.ThrowIfCancellationRequested();
                yield return record;
            }

            block.Error?.Throw();
        }

        failure?.Throw();
    }

    /// <summary>Leaves the helpers nothing to read.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            unread.Clear();
        }

        lines.Dispose();
    }

    private object Header()
    {
        object? header;
        do
        {
            lines.Add(stream.Read(lines.Free().Span));
            header = lines.Next(texts);
        }
        while (header is null);
        return header;
    }

    private Block? Next(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        while (ahead.Count / AheadPerThread < threads && Cut() is { } block)
        {
            ahead.Enqueue(block);
            Offer(block);
        }

        if (ahead.TryDequeue(out Block? next))
        {
            while (TakeUntilRead(next) is { } own)
            {
                Read(own, texts);
            }
        }

        return next;
    }

    /// <summary>The next block of the stream; null at its end, or where it breaks, which is told after what stands before.</summary>
    private Block? Cut()
    {
        try
        {
            while (failure is null)
            {
                if (lines.Split() is { } whole)
                {
                    return new(whole);
                }

                if (lines.IsEnded)
                {
                    break;
                }

                lines.Add(stream.Read(lines.Free().Span));
            }
        }
        catch (Exception error)
        {
            failure = ExceptionDispatchInfo.Capture(error);
        }

        return null;
    }

    private void Offer(Block block)
    {
        lock (gate)
        {
            unread.Enqueue(block);
            if (helpers < threads - 1)
            {
                helpers++;
                TextPool own = restingTexts.TryPop(out TextPool? rested) ? rested : new();
                Task.Run(() => Help(own));
            }
        }
    }

    private void Help(TextPool own)
    {
        while (TakeOrRest(own) is { } block)
        {
            Read(block, own);
        }
    }

    private Block? TakeOrRest(TextPool own)
    {
        lock (gate)
        {
            if (!unread.TryDequeue(out Block? block))
            {
                helpers--;
                restingTexts.Push(own);
            }

            return block;
        }
    }

    /// <summary>A block for the thread that asks to read itself; null once the one that it needs has been read.</summary>
    private Block? TakeUntilRead(Block needed)
    {
        lock (gate)
        {
            while (!needed.IsRead)
            {
                if (unread.TryDequeue(out Block? own))
                {
                    return own;
                }

                Monitor.Wait(gate);
            }

            return null;
        }
    }

    private void Read(Block block, TextPool own)
    {
        block.Read(own);
        lock (gate)
        {
            block.IsRead = true;
            Monitor.Pulse(gate);
        }
    }

    /// <summary>Some lines, and once they are read the records up to the first error.</summary>
    private sealed class Block(LineReader lines)
    {
        public bool IsRead { get; set; }

        public List<object> Records { get; } = [];

        public ExceptionDispatchInfo? Error { get; private set; }

        public void Read(TextPool texts)
        {
            using LineReader own = lines;
            try
            {
                while (own.Next(texts) is { } record)
                {
                    Records.Add(record);
                }
            }
            catch (Exception error)
            {
                Error = ExceptionDispatchInfo.Capture(error);
            }
        }
    }
}

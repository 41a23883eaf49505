namespace ConflictModel.Interchange;

/// <summary>Reads a stream once and remembers the bytes behind a mark, so that a reader that lost its way can go back.</summary>
/// <remarks>What is remembered is what was read since <see cref="Forget"/> was told, so that the memory is that of the longest
/// row.</remarks>
internal sealed class RewindStream(Stream inner) : ForwardStream
{
    private readonly Queue<Block> spare = new();
    private readonly List<Block> blocks = [];
    private long position;
    private long end;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    /// <summary>Whether what is read from now on can be read again.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>Lets go of what stands before <paramref name="offset"/>.</summary>
    public void Forget(long offset)
    {
        if (blocks.Count == 0 || blocks[0].End > offset)
        {
            return;
        }

        int gone = 0;
        while (gone < blocks.Count && blocks[gone].End <= offset)
        {
            if (spare.Count < 2)
            {
                spare.Enqueue(blocks[gone]);
            }

            gone++;
        }

        blocks.RemoveRange(0, gone);
    }

    /// <summary>Goes back to <paramref name="offset"/>, which must not have been forgotten.</summary>
    public void Rewind(long offset)
    {
        if (offset > end || (blocks.Count > 0 ? offset < blocks[0].Start : offset != end))
        {
            throw new InvalidOperationException("The bytes were forgotten.");
        }

        position = offset;
    }

    /// <summary>Goes on at an offset of the stream beneath, which was read from there on by others.</summary>
    public void Jump(long offset, long innerOffset)
    {
        inner.Position = innerOffset;
        blocks.Clear();
        position = end = offset;
    }

    public override int Read(Span<byte> buffer)
    {
        if (Recall(buffer) is > 0 and var recalled)
        {
            return recalled;
        }

        int count = inner.Read(buffer);
        Remember(buffer[..count]);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Recall(buffer.Span) is > 0 and var recalled)
        {
            return recalled;
        }

        int count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Remember(buffer.Span[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Recall(Span<byte> buffer)
    {
        if (position == end)
        {
            return 0;
        }

        Block block = blocks.Find(b => b.End > position)!;
        ReadOnlySpan<byte> part = block.Span[(int)(position - block.Start)..];
        int count = Math.Min(part.Length, buffer.Length);
        part[..count].CopyTo(buffer);
        position += count;
        return count;
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        if (!Remembers)
        {
            blocks.Clear();
            end += bytes.Length;
            position = end;
        }
        else if (!bytes.IsEmpty)
        {
            Block block = spare.TryDequeue(out Block? old) ? old : new();
            block.Fill(end, bytes);
            blocks.Add(block);
            end += bytes.Length;
            position = end;
        }
    }

    private sealed class Block
    {
        private byte[] bytes = [];
        private int length;

        public long Start { get; private set; }

        public long End => Start + length;

        public ReadOnlySpan<byte> Span => bytes.AsSpan(0, length);

        public void Fill(long start, ReadOnlySpan<byte> content)
        {
            if (bytes.Length < content.Length)
            {
                bytes = new byte[content.Length];
            }

            content.CopyTo(bytes);
            Start = start;
            length = content.Length;
        }
    }
}

namespace ConflictModel.Interchange;

/// <summary>Parts of a file, one after the other, as if there were nothing between them.</summary>
/// <param name="file">The file, which is closed with the stream.</param>
/// <param name="slices">Where each part starts and ends, in ascending order.</param>
internal sealed class SlicedStream(FileStream file, IEnumerable<(long Start, long End)> slices) : ForwardStream
{
    private readonly Queue<(long Start, long End)> ahead = new(slices);
    private long left;

    /// <summary>Opens a file. Parts that are near to one another are read from it together.</summary>
    public static SlicedStream Open(string path, IEnumerable<(long Start, long End)> slices) =>
        new(new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096), slices);

    public override int Read(Span<byte> buffer)
    {
        int count = 0;
        while (count < buffer.Length && Next())
        {
            int taken = file.Read(buffer[count..(int)Math.Min(buffer.Length, count + left)]);
            if (taken == 0)
            {
                return count;
            }

            count += taken;
            left -= taken;
        }

        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Goes to where the next byte stands; false if there is none.</summary>
    private bool Next()
    {
        while (left == 0)
        {
            if (!ahead.TryDequeue(out (long Start, long End) slice))
            {
                return false;
            }

            if (file.Position != slice.Start)
            {
                file.Position = slice.Start;
            }

            left = slice.End - slice.Start;
        }

        return true;
    }
}

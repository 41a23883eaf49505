namespace ConflictModel.Tool.Commands;

/// <summary>
/// A pipe that is looked at before it is read: what was read of it comes again with <see cref="Restart"/>, and is let go of once it has
/// come for the last time.
/// </summary>
internal sealed class ReplayStream(Stream inner) : Stream
{
    private MemoryStream? kept = new();
    private bool remembers = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Goes back to the start.</summary>
    /// <param name="last">Whether it is for the last time.</param>
    public void Restart(bool last)
    {
        kept!.Position = 0;
        remembers = !last;
    }

    public override int Read(Span<byte> buffer)
    {
        if (kept?.Read(buffer) is > 0 and var again)
        {
            return again;
        }

        int count = inner.Read(buffer);
        if (remembers)
        {
            kept!.Write(buffer[..count]);
        }
        else
        {
            kept = null;
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

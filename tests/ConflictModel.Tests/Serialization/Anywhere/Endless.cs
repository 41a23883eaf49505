namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>Bytes that can't be sought in, and go on for ever unless it is said that they don't; for the thread that began.</summary>
internal sealed class Endless(byte[] start, bool isEndless = true) : Stream
{
    private readonly int thread = Environment.CurrentManagedThreadId;

    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        Environment.CurrentManagedThreadId.Should().Be(thread);
        Span<byte> room = buffer.AsSpan(offset, count);
        int copied = (int)Math.Min(room.Length, Math.Max(0, start.Length - Given));
        start.AsSpan((int)Math.Min(Given, start.Length), copied).CopyTo(room);
        room[copied..].Fill((byte)'x');
        int given = isEndless ? count : copied;
        Given += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

namespace ConflictModel.Parquet;

/// <summary>
/// A stream that is read at any place. Where it can't be read, native code makes words of what it throws; here that is kept, to be thrown
/// again.
/// </summary>
internal sealed class ReadStream(Stream source) : Stream
{
    /// <summary>Why the stream could not be read; null if it could.</summary>
    public IOException? Failure { get; private set; }

    public override bool CanRead => source.CanRead;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => Keeping(() => source.Length);

    public override long Position
    {
        get => Keeping(() => source.Position);
        set => Keeping(() => source.Position = value);
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return source.Read(buffer);
        }
        catch (Exception error) when (IsFailure(error))
        {
            Keep(error);
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Keeping(() => source.Read(buffer, offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Keeping(() => source.Seek(offset, origin));

    public override void Flush() => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private T Keeping<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (IsFailure(error))
        {
            Keep(error);
            throw;
        }
    }

    // A place that is none is asked for by a damaged file.
    private static bool IsFailure(Exception error) => error is not (ArgumentException or OutOfMemoryException);

    private void Keep(Exception error) => Failure ??= error as IOException ?? new IOException(error.Message, error);
}

using System.Runtime.ExceptionServices;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>
/// Any stream that can be written to, which knows how much was written: native code asks, and a pipe or a response does not say. What the
/// stream throws, native code turns into words; here it is kept and thrown again.
/// </summary>
internal sealed class CountedStream(Stream target) : Stream
{
    private long written;
    private Exception? failure;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes, and throws what the stream threw if that is why it failed.</summary>
    public void Run(Action write)
    {
        try
        {
            write();
        }
        catch (ParquetException) when (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            target.Write(buffer);
            written += buffer.Length;
        }
        catch (Exception error)
        {
            failure ??= error;
            throw;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        try
        {
            target.Flush();
        }
        catch (Exception error)
        {
            failure ??= error;
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

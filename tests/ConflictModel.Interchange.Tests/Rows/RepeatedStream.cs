using System.Text;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>A file with one character many times over in it, which is never in memory as a whole.</summary>
internal sealed class RepeatedStream(string head, string row, char repeated, long times, string tail) : Stream
{
    private readonly byte[] before = Encoding.UTF8.GetBytes(head + row[..row.LastIndexOf(repeated)]);
    private readonly byte[] after = Encoding.UTF8.GetBytes(row[row.LastIndexOf(repeated)..] + tail);
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => before.Length + times + after.Length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && position < Length)
        {
            buffer[offset + read++] = position < before.Length ? before[position]
                : position < before.Length + times ? (byte)repeated
                : after[position - before.Length - times];
            position++;
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

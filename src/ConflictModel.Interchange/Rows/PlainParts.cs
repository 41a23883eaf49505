using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Interchange;

/// <summary>Divides a CSV file into parts that begin and end with rows, which several threads may then read at once.</summary>
/// <param name="file">The file.</param>
/// <param name="columns">Its columns.</param>
/// <param name="separator">What parts its cells.</param>
/// <param name="start">Where its first row starts, and on which line.</param>
/// <param name="maxRowBytes">The longest row that is read.</param>
/// <param name="partBytes">How long a part is at most.</param>
internal sealed class PlainParts(
    FileStream file, ColumnSet columns, char separator, (long Offset, long Line) start, int maxRowBytes, int partBytes)
{
    private readonly Lock reading = new();
    private readonly int partBytes = Math.Min(partBytes, maxRowBytes);
    private long offset = start.Offset;
    private int count;
    private bool isEnded;

    /// <summary>How many bytes there are from the first row to the end of the file.</summary>
    public long Length => file.Length - start.Offset;

    /// <summary>How long a part is at most: no longer than a row may be, so that no row in it is too long.</summary>
    public int PartBytes => partBytes;

    /// <summary>Where in the file its text starts.</summary>
    public long TextStart { get; init; }

    /// <summary>Where the next part starts.</summary>
    public long Next => offset;

    /// <summary>The line on which the first part starts.</summary>
    public long Line => start.Line;

    public PlainPart Make() => new(columns, separator, partBytes);

    /// <summary>Reads the next part; false at the end of the file. A part of no length is one in which no row ends.</summary>
    public bool TryRead([NotNullWhen(true)] PlainPart? part)
    {
        ArgumentNullException.ThrowIfNull(part);
        lock (reading)
        {
            if (isEnded)
            {
                return false;
            }

            int length = Read(part.Buffer.AsSpan(0, partBytes));
            isEnded = length == 0;
            if (isEnded)
            {
                return false;
            }

            int end = length < partBytes ? length : EndOfRows(part.Buffer.AsSpan(0, length));
            int added = 0;
            if (end == length && length < partBytes && part.Buffer[end - 1] != '\n')
            {
                part.Buffer[end] = (byte)'\n';
                added = 1;
            }

            part.Fill(count++, offset, end + added);
            isEnded = end == 0;
            offset += end;
            return true;
        }
    }

    private int Read(Span<byte> buffer)
    {
        int length = 0;
        while (length < buffer.Length)
        {
            int read = RandomAccess.Read(file.SafeFileHandle, buffer[length..], offset + length);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return length;
    }

    /// <summary>Behind the last line feed that no quotes enclose; 0 if there is none. The text begins outside of quotes.</summary>
    private static int EndOfRows(ReadOnlySpan<byte> text)
    {
        bool isInside = text.Count((byte)'"') % 2 == 1;
        for (int end = text.Length; ;)
        {
            int feed = text[..end].LastIndexOf((byte)'\n');
            if (feed < 0)
            {
                return 0;
            }

            isInside ^= text[feed..end].Count((byte)'"') % 2 == 1;
            if (!isInside)
            {
                return feed + 1;
            }

            end = feed;
        }
    }
}

using System.Text;

namespace ConflictModel.Interchange;

/// <summary>
/// The part of a JSON text that is looked at: it grows to the largest object, and moves on as what was looked at is consumed.
/// </summary>
internal sealed class JsonWindow : IDisposable
{
    private readonly RewindStream stream;
    private readonly int maxRowBytes;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private long line = 1;
    private long lineStart;

    public JsonWindow(RewindStream stream, int maxRowBytes)
    {
        stream.Remembers = false;
        this.stream = stream;
        this.maxRowBytes = maxRowBytes;
    }

    /// <summary>What was read and is not consumed.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, end - start);

    /// <summary>Whether no more bytes come.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Whether nothing is consumed of it and it holds as much as it may.</summary>
    public bool IsFull => start == 0 && end == buffer.Length && buffer.Length >= maxRowBytes;

    /// <summary>What to say of an object that does not fit.</summary>
    public string TooLong => FormattableString.Invariant($"An object is longer than {maxRowBytes} bytes.");

    /// <summary>How many bytes were consumed.</summary>
    public long Consumed { get; private set; }

    /// <summary>Where what is not consumed begins, from 1.</summary>
    public (long Line, long Column) Place => (line, Consumed - lineStart + 1);

    /// <summary>Reads on.</summary>
    /// <exception cref="MalformedInputException">There is no room for more, or the packed data breaks off.</exception>
    public void Fill()
    {
        try
        {
            Filled(stream.Read(Room().Span));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    /// <inheritdoc cref="Fill"/>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            Filled(await stream.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    /// <summary>Moves on.</summary>
    public void Consume(int count)
    {
        ReadOnlySpan<byte> bytes = buffer.AsSpan(start, count);
        int last = bytes.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            line += bytes.Count((byte)'\n');
            lineStart = Consumed + last + 1;
        }

        Consumed += count;
        start += count;
    }

    /// <summary>What is wrong with the text at <see cref="Place"/>.</summary>
    public MalformedInputException Stop(MalformationCode code, string reason) =>
        new(new() { Code = code, Reason = reason, Line = Place.Line, Column = Place.Column });

    public void Dispose() => stream.Dispose();

    private MalformedInputException BrokenOff(InvalidDataException error) =>
        new(new() { Code = MalformationCode.Compression, Reason = error.Message, Line = Place.Line, Column = Place.Column }, error);

    private Memory<byte> Room()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= maxRowBytes)
            {
                throw Stop(MalformationCode.TooLong, TooLong);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        return buffer.AsMemory(end);
    }

    private void Filled(int count)
    {
        end += count;
        IsFinal = count == 0;
        if (Consumed == 0 && start == 0 && buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble))
        {
            Consume(3);
        }
    }
}

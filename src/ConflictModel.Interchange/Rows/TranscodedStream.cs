using System.Text;

namespace ConflictModel.Interchange;

/// <summary>A text in some encoding, read as UTF-8.</summary>
/// <remarks>
/// A byte that is no character of the encoding becomes the byte FF, which no UTF-8 has: who reads the rows finds it where it stands, as in
/// a file of UTF-8, and only its row is lost.
/// </remarks>
internal sealed class TranscodedStream : ForwardStream
{
    private const int ChunkBytes = 1 << 14;

    /// <summary>A code point that is no character, and stands in no text.</summary>
    private const char Bad = '\uFFFF';

    private readonly Stream inner;
    private readonly Decoder decoder;
    private readonly byte[] input = new byte[ChunkBytes];
    private readonly char[] characters;
    private readonly byte[] output;
    private int start;
    private int end;
    private bool ended;

    public TranscodedStream(Stream inner, Encoding encoding)
    {
        this.inner = inner;
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = new DecoderReplacementFallback(Bad.ToString());
        decoder = strict.GetDecoder();
        characters = new char[strict.GetMaxCharCount(ChunkBytes)];
        output = new byte[Encoding.UTF8.GetMaxByteCount(characters.Length)];
    }

    public override int Read(Span<byte> buffer)
    {
        while (start == end && !ended)
        {
            Decode(inner.Read(input));
        }

        return Take(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (start == end && !ended)
        {
            Decode(await inner.ReadAsync(input, cancellationToken).ConfigureAwait(false));
        }

        return Take(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Take(Span<byte> buffer)
    {
        int count = Math.Min(end - start, buffer.Length);
        output.AsSpan(start, count).CopyTo(buffer);
        start += count;
        return count;
    }

    private void Decode(int count)
    {
        ended = count == 0;
        ReadOnlySpan<char> text = characters.AsSpan(0, decoder.GetChars(input.AsSpan(0, count), characters, flush: ended));
        start = end = 0;
        for (int bad = text.IndexOf(Bad); bad >= 0; bad = text.IndexOf(Bad))
        {
            end += Encoding.UTF8.GetBytes(text[..bad], output.AsSpan(end));
            output[end++] = 0xFF;
            text = text[(bad + 1)..];
        }

        end += Encoding.UTF8.GetBytes(text, output.AsSpan(end));
    }
}

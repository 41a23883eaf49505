using System.Buffers;

namespace ConflictModel.Serialization;

/// <summary>The text of a stream that is read to its end.</summary>
internal sealed class TextBuffer : IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 16);
    private int count;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, count);

    /// <summary>Room for more, never empty.</summary>
    public Memory<byte> FreeMemory => bytes.AsMemory(count);

    public Span<byte> Free => FreeMemory.Span;

    /// <exception cref="DatasetFormatException">The text is too long.</exception>
    public void Add(int more)
    {
        count += more;
        if (count > DatasetJson.MaxBytes)
        {
            throw new DatasetFormatException($"The file is longer than {DatasetJson.MaxBytes} bytes.", "", 1, 1);
        }

        if (count == bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * count, DatasetJson.MaxBytes + 1L));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);
}

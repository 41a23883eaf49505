using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ConflictModel.Interchange;

/// <summary>Compares keys of UTF-8, so that a dictionary finds a row's cells without text being made of them.</summary>
internal sealed class Utf8Keys : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    public static Utf8Keys Comparer { get; } = new();

    /// <summary>One number of a text, the same in every process.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Hash(ReadOnlySpan<byte> text)
    {
        unchecked
        {
            ulong hash = (ulong)text.Length * 0x9E3779B97F4A7C15;
            while (text.Length >= 8)
            {
                hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * 0x9FB21C651E98DF25;
                hash ^= hash >> 29;
                text = text[8..];
            }

            ulong rest = 0;
            foreach (byte b in text)
            {
                rest = (rest << 8) | b;
            }

            hash = (hash ^ rest) * 0x9FB21C651E98DF25;
            return (uint)(hash ^ (hash >> 32));
        }
    }

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode([DisallowNull] byte[] obj) => unchecked((int)Hash(obj));

    public int GetHashCode(ReadOnlySpan<byte> alternate) => unchecked((int)Hash(alternate));

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}

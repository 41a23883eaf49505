using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Revisions;

/// <summary>A record's id in 16 bytes: itself if it has up to 15, else 127 bits of its SHA-256.</summary>
internal static class RecordKey
{
    private const int MostExact = 15;
    private const byte Hashed = 0x80;
    private const int WordBytes = 7;
    private const ulong WordMask = (1ul << 56) - 1;
    private const ulong Prime = (1ul << 61) - 1;

    private static readonly ulong Point = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % Prime;

    public static UInt128 Of(ReadOnlySpan<byte> id)
    {
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        if (id.Length <= MostExact)
        {
            key.Clear();
            id.CopyTo(key);
            key[MostExact] = (byte)id.Length;
        }
        else
        {
            SHA256.HashData(id, key);
            key[MostExact] |= Hashed;
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }

    /// <summary>The id; null if only its hash is held.</summary>
    public static string? TextOf(UInt128 key)
    {
        Span<byte> id = stackalloc byte[MostExact + 1];
        BinaryPrimitives.WriteUInt128LittleEndian(id, key);
        return (id[MostExact] & Hashed) != 0 ? null : Encoding.UTF8.GetString(id[..id[MostExact]]);
    }

    /// <summary>
    /// What tells one content from another: a polynomial of its words at a point that is secret, modulo 2^61 - 1; never 0.
    /// </summary>
    /// <remarks>
    /// Whoever wrote two contents that differ, the odds that they are taken for one are their length in words to 2^61 (Carter and Wegman
    /// 1979): for three million records of 100 words, one in 7 billion. SHA-256 takes twice the time, and 64 bits of it promise no more.
    /// </remarks>
    public static ulong HashOf(ReadOnlySpan<byte> content)
    {
        ulong hash = (ulong)content.Length + 1;
        for (; content.Length >= sizeof(ulong); content = content[WordBytes..])
        {
            hash = Step(hash, BinaryPrimitives.ReadUInt64LittleEndian(content) & WordMask);
        }

        Span<byte> rest = stackalloc byte[sizeof(ulong)];
        rest.Clear();
        content.CopyTo(rest);
        return Step(hash, BinaryPrimitives.ReadUInt64LittleEndian(rest)) + 1;
    }

    private static ulong Step(ulong hash, ulong word)
    {
        ulong high = Math.BigMul(hash, Point, out ulong low);
        ulong sum = (low & Prime) + ((low >> 61) | (high << 3)) + word;
        sum = (sum & Prime) + (sum >> 61);
        return sum >= Prime ? sum - Prime : sum;
    }
}

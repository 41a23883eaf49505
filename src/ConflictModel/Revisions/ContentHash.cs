using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ConflictModel.Revisions;

/// <summary>Tells one content from another by 8 bytes, under a key that nobody knows beforehand.</summary>
/// <remarks>
/// <para>
/// Each kilobyte is made 128 bits by NH: pairs of words, each plus its word of the key, are multiplied and the products added (Black,
/// Halevi, Krawczyk, Krovetz and Rogaway, UMAC, 1999). Those are the words of a polynomial at a secret point, modulo 2^61 - 1 (Carter and
/// Wegman 1979).
/// </para>
/// <para>
/// Whoever wrote two contents that differ, the odds that they are taken for one are 1 to 2^64 and three for each kilobyte, and two more, to
/// 2^61: for three million records of up to a kilobyte, one in 150 billion.
/// </para>
/// </remarks>
internal static class ContentHash
{
    private const int BlockBytes = 1024;
    private const int BlockWords = BlockBytes / sizeof(ulong);
    private const int PairBytes = 2 * sizeof(ulong);
    private const ulong WordMask = (1ul << 56) - 1;
    private const ulong Prime = (1ul << 61) - 1;

    private static readonly ulong[] Key = MemoryMarshal.Cast<byte, ulong>(RandomNumberGenerator.GetBytes(BlockBytes)).ToArray();
    private static readonly ulong Point = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % Prime;

    /// <summary>The hash of a content; never 0.</summary>
    public static ulong Of(ReadOnlySpan<byte> content)
    {
        ulong hash = (ulong)content.Length + 1;
        for (; content.Length >= BlockBytes; content = content[BlockBytes..])
        {
            hash = Step(hash, Block(MemoryMarshal.Cast<byte, ulong>(content[..BlockBytes])));
        }

        // The last block ends in zeros; the length tells it from one that says them.
        Span<ulong> rest = stackalloc ulong[BlockWords];
        int words = (content.Length + PairBytes - 1) / PairBytes * 2;
        rest = rest[..words];
        rest.Clear();
        content.CopyTo(MemoryMarshal.AsBytes(rest));
        return Step(hash, Block(rest)) + 1;
    }

    private static UInt128 Block(ReadOnlySpan<ulong> words)
    {
        unchecked
        {
            ulong high = 0;
            ulong low = 0;
            ReadOnlySpan<ulong> key = Key.AsSpan(0, words.Length);
            for (int i = 0; i + 1 < words.Length && i + 1 < key.Length; i += 2)
            {
                ulong upper = Math.BigMul(words[i] + key[i], words[i + 1] + key[i + 1], out ulong lower);
                low += lower;
                high += upper + (low < lower ? 1ul : 0);
            }

            return new(high, low);
        }
    }

    private static ulong Step(ulong hash, UInt128 block)
    {
        (ulong low, ulong high) = ((ulong)(block & ulong.MaxValue), (ulong)(block >> 64));
        hash = Step(hash, low & WordMask);
        hash = Step(hash, (low >> 56) | ((high << 8) & WordMask));
        return Step(hash, high >> 48);
    }

    private static ulong Step(ulong hash, ulong word)
    {
        ulong high = Math.BigMul(hash, Point, out ulong low);
        ulong sum = (low & Prime) + ((low >> 61) | (high << 3)) + word;
        sum = (sum & Prime) + (sum >> 61);
        return sum >= Prime ? sum - Prime : sum;
    }
}

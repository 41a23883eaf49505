using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Interchange;

/// <summary>The ids of rows in the order in which the rows were taken, to find those that stand twice.</summary>
/// <remarks>
/// <para>
/// A row takes 12 bytes, 16 where rows have versions. An id of up to ten letters, digits, <c>-</c> and <c>_</c>, as all of UCDP's and
/// ACLED's are, is held itself. Of any other, 95 bits of its SHA-256 are held, in 4 bytes more: among a billion such ids the odds that any
/// two are taken for one are 1 in 79 billion, and nobody can make two that are.
/// </para>
/// <para>
/// Looking for those that stand twice takes at most 32 bytes more for each of a quarter of a million rows at a time, and then what the
/// rows that do take.
/// </para>
/// </remarks>
internal sealed class IdLedger(bool hasVersions)
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    /// <summary>65 to this power is below 2 to the 63rd.</summary>
    private const int MaxExact = 10;

    private const ulong Hashed = 1ul << 63;
    private const int PartRows = 1 << 18;

    private static readonly byte[] Digits =
        [.. Enumerable.Range(0, 256).Select(letter => (byte)(Letters.IndexOf((char)letter, StringComparison.Ordinal) + 1))];

    /// <summary>An odd number that nobody knows beforehand: no file can be made whose ids all meet in one place.</summary>
    private readonly ulong salt = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly ChunkList<ulong> keys = new();
    private readonly ChunkList<uint> lines = new();
    private readonly ChunkList<uint> versions = new();
    private readonly ChunkList<uint> tails = new();

    /// <summary>How many rows there are.</summary>
    public int Count => keys.Count;

    /// <summary>Notes a row.</summary>
    /// <param name="id">Its id; empty if it has none, and then it is no other row's.</param>
    /// <param name="line">The line on which it starts.</param>
    /// <param name="version">The number of its version, higher for a newer one; 0 if it says none.</param>
    public void Add(ReadOnlySpan<byte> id, long line, uint version)
    {
        ulong key = KeyOf(id);
        if (key == Hashed)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(id, hash);
            key |= BinaryPrimitives.ReadUInt64LittleEndian(hash);
            AddTail(BinaryPrimitives.ReadUInt32LittleEndian(hash[8..]));
        }
        else if (tails.Count > 0)
        {
            AddTail(0);
        }

        Add(key, line, version);
    }

    /// <summary>Notes a row of which is known already what is held of its id (<see cref="KeyOf"/>).</summary>
    public void AddHeld(ulong key, long line)
    {
        if (tails.Count > 0)
        {
            AddTail(0);
        }

        Add(key, line, 0);
    }

    /// <summary>The rows of each id that stands on several, in their order; the ids come in no order.</summary>
    public IEnumerable<Repeat> Repeats()
    {
        HashSet<ulong> twice = KeysOnSeveral();
        return twice.Count == 0 ? [] : Enumerable.Range(0, Count)
            .Where(row => twice.Contains(keys[row]))
            .GroupBy(row => (keys[row], tails.Count > 0 ? tails[row] : 0))
            .Where(rows => rows.Skip(1).Any())
            .Select(rows => new Repeat(TextOf(keys[rows.First()]), [.. rows.Select(At)]));
    }

    // It runs once, over every row: there is no time for the compiler to find that out.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private HashSet<ulong> KeysOnSeveral()
    {
        int[] sizes = new int[1 + (Count / PartRows)];
        for (int chunk = 0; chunk < keys.Chunks; chunk++)
        {
            foreach (ulong key in keys.Chunk(chunk))
            {
                sizes[PartOf(key, sizes.Length)]++;
            }
        }

        // At most two thirds full, so that a key is found within a step or two.
        ulong[] slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)(sizes.Max() / 2 * 3) + 1)];
        HashSet<ulong> twice = [];
        for (int number = 0; number < sizes.Length; number++)
        {
            Array.Clear(slots);
            for (int chunk = 0; chunk < keys.Chunks; chunk++)
            {
                foreach (ulong key in keys.Chunk(chunk))
                {
                    if (key != 0 && PartOf(key, sizes.Length) == number && !AddTo(slots, key))
                    {
                        twice.Add(key);
                    }
                }
            }
        }

        return twice;
    }

    private void Add(ulong key, long line, uint version)
    {
        keys.Add(key);
        lines.Add((uint)Math.Min(line, uint.MaxValue));
        if (hasVersions)
        {
            versions.Add(version);
        }
    }

    /// <summary>Rows before the first id that is not held itself have no tail.</summary>
    private void AddTail(uint tail)
    {
        while (tails.Count < Count)
        {
            tails.Add(0);
        }

        tails.Add(tail);
    }

    /// <summary>Puts a key into a table of open addressing; false if it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AddTo(ulong[] slots, ulong key)
    {
        ulong mask = (ulong)slots.Length - 1;
        for (ulong slot = (unchecked(key * salt) >> 32) & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == 0)
            {
                slots[slot] = key;
                return true;
            }

            if (slots[slot] == key)
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PartOf(ulong key, int parts) => (int)(((unchecked(key * salt) >> 32) * (ulong)parts) >> 32);

    /// <summary>What is held of an id of up to ten letters; of any other a mark, for its hash is held.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> id)
    {
        if (id.Length > MaxExact)
        {
            return Hashed;
        }

        ulong key = 0;
        foreach (byte letter in id)
        {
            if (Digits[letter] == 0)
            {
                return Hashed;
            }

            key = (key * 65) + Digits[letter];
        }

        return key;
    }

    private static string TextOf(ulong key)
    {
        if (key >= Hashed)
        {
            return "";
        }

        var text = new StringBuilder();
        for (; key > 0; key /= 65)
        {
            text.Insert(0, Letters[(int)(key % 65) - 1]);
        }

        return text.ToString();
    }

    private Place At(int row) => new(row, lines[row], hasVersions ? versions[row] : 0);

    /// <summary>An id that stands on several rows.</summary>
    /// <param name="Id">The id; empty if it is not held itself.</param>
    /// <param name="Rows">The rows, in their order.</param>
    internal sealed record Repeat(string Id, ValueList<Place> Rows);

    /// <summary>A row that was noted.</summary>
    /// <param name="Row">How many rows were noted before it.</param>
    /// <param name="Line">The line on which it starts.</param>
    /// <param name="Version">Its version; 0 if it says none.</param>
    internal readonly record struct Place(int Row, long Line, uint Version);
}

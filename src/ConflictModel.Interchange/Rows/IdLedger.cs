using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Interchange;

/// <summary>The ids of rows in the order in which the rows were taken, to find those that stand twice.</summary>
/// <remarks>
/// <para>
/// A row takes a byte or two where ids are numbers that go up, as UCDP's mostly do, and seldom more than ten (<see cref="IdLog"/>). An id
/// of up to ten letters, digits, <c>-</c> and <c>_</c>, as all of UCDP's and ACLED's are, is held itself. Of any other, 95 bits of its
/// SHA-256 are held, in 13 bytes: among a billion such ids the odds that any two are taken for one are 1 in 79 billion, and nobody can
/// make two that are.
/// </para>
/// <para>Looking for those that stand twice takes three to five bytes a row more, and then what the rows that do take.</para>
/// </remarks>
internal sealed class IdLedger(bool hasVersions)
{
    private const string Letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    /// <summary>65 to this power is below 2 to the 61st, and 10 to it below 2 to the 34th.</summary>
    private const int MaxExact = 10;

    private const ulong Hashed = 1ul << 63;
    private const ulong Numbered = 1ul << 62;
    private const int NumberBits = 34;
    private const int MaxPrefix = 3;

    /// <summary>So many places there are for each row where it is noted that it was seen: one in 32 rows finds its own taken.</summary>
    private const ulong PlacesPerRow = 16;

    /// <summary>So many keys in a row have a page of places together.</summary>
    private const int KeysPerPage = 2048;

    /// <summary>With fewer rows to a page ids are not near one another, and most of a page stays empty.</summary>
    private const int RowsPerPage = 64;

    private static readonly byte[] Digits =
        [.. Enumerable.Range(0, 256).Select(letter => (byte)(Letters.IndexOf((char)letter, StringComparison.Ordinal) + 1))];

    /// <summary>
    /// An odd number that nobody knows beforehand, for the hashes of texts are others in each process: no file can be made whose ids all
    /// meet in one place. The system's library for cryptography takes milliseconds to load.
    /// </summary>
    private readonly ulong salt = unchecked(
        ((ulong)"high".GetHashCode(StringComparison.Ordinal) << 32) | (uint)"low".GetHashCode(StringComparison.Ordinal) | 1);

    private readonly IdLog log = new(hasVersions);

    /// <summary>How many rows there are.</summary>
    public int Count => log.Count;

    /// <summary>Notes a row.</summary>
    /// <param name="id">Its id; empty if it has none, and then it is no other row's.</param>
    /// <param name="line">The line on which it starts.</param>
    /// <param name="version">The number of its version, higher for a newer one; 0 if it says none.</param>
    public void Add(ReadOnlySpan<byte> id, long line, uint version)
    {
        (ulong key, uint tail) = (KeyOf(id), 0u);
        if (key == Hashed)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(id, hash);
            key |= BinaryPrimitives.ReadUInt64LittleEndian(hash);
            tail = BinaryPrimitives.ReadUInt32LittleEndian(hash[sizeof(ulong)..]);
        }

        log.Add(new(key, tail, line, version));
    }

    /// <summary>Notes a row of which is known already what is held of its id (<see cref="KeyOf"/>).</summary>
    public void AddHeld(ulong key, long line) => log.Add(new(key, 0, line, 0));

    /// <summary>Whether another ledger has the same ids and versions on the same lines, in the same order.</summary>
    public bool IsAs(IdLedger other) => log.IsAs(other.log);

    /// <summary>The rows of each id that stands on several, in their order; the ids come in no order.</summary>
    public IEnumerable<Repeat> Repeats()
    {
        HashSet<ulong> twice = NearKeysOnSeveral() ?? KeysOnSeveral();
        return twice.Count == 0 ? [] : RowsOf(twice)
            .GroupBy(row => row.Id, row => row.Place)
            .Where(rows => rows.Skip(1).Any())
            .Select(rows => new Repeat(TextOf(rows.Key.Key), rows.ToValueList()));
    }

    /// <summary>
    /// Where ids are numbers near one another, as UCDP's are, each key has a place of its own, near those of the rows about it. Null where
    /// they are not.
    /// </summary>
    private HashSet<ulong>? NearKeysOnSeveral()
    {
        Dictionary<ulong, ulong[]> pages = [];
        HashSet<ulong> twice = [];
        (ulong Number, ulong[] Places) page = (ulong.MaxValue, []);
        for (IdLog.Reader rows = log.Read(); rows.Next();)
        {
            if (rows.Key is not (var key and not 0))
            {
                continue;
            }

            if (key / KeysPerPage is var number && number != page.Number)
            {
                ref ulong[]? places = ref CollectionsMarshal.GetValueRefOrAddDefault(pages, unchecked(number * salt), out _);
                if (places is null && pages.Count > (Count / RowsPerPage) + 1)
                {
                    return null;
                }

                page = (number, places ??= new ulong[KeysPerPage / 64]);
            }

            ref ulong word = ref page.Places[key % KeysPerPage / 64];
            ulong bit = 1ul << (int)(key % 64);
            if ((word & bit) != 0)
            {
                twice.Add(key);
            }

            word |= bit;
        }

        return twice;
    }

    private HashSet<ulong> KeysOnSeveral()
    {
        // One bit for each place, of which each key has one. A key that finds its place taken may have been seen.
        int shift = 64 - BitOperations.Log2(BitOperations.RoundUpToPowerOf2(((ulong)Count * PlacesPerRow) + 64));
        ulong[] taken = new ulong[(1ul << (64 - shift)) / 64];

        // One bit for several places together, which stays near: most keys are not asked for a second time.
        ulong[] again = new ulong[((uint)taken.Length / PlacesPerRow) + 1];
        HashSet<ulong> maybe = [];
        for (IdLog.Reader rows = log.Read(); rows.Next();)
        {
            ulong key = rows.Key;
            ulong place = unchecked(key * salt) >> shift;
            ulong bit = 1ul << (int)(place % 64);
            if (key != 0 && (taken[place / 64] & bit) != 0)
            {
                maybe.Add(key);
                ulong together = place / PlacesPerRow;
                again[together / 64] |= 1ul << (int)(together % 64);
            }

            taken[place / 64] |= key == 0 ? 0 : bit;
        }

        HashSet<ulong> once = [];
        HashSet<ulong> twice = [];
        for (IdLog.Reader rows = log.Read(); maybe.Count > 0 && rows.Next();)
        {
            ulong key = rows.Key;
            ulong together = (unchecked(key * salt) >> shift) / PlacesPerRow;
            if ((again[together / 64] & (1ul << (int)(together % 64))) != 0 && maybe.Contains(key) && !once.Add(key))
            {
                twice.Add(key);
            }
        }

        return twice;
    }

    private List<((ulong Key, uint Tail) Id, Place Place)> RowsOf(HashSet<ulong> keys)
    {
        List<((ulong Key, uint Tail) Id, Place Place)> found = [];
        for (IdLog.Reader rows = log.Read(); rows.Next();)
        {
            if (keys.Contains(rows.Key))
            {
                IdEntry row = rows.Row;
                found.Add(((row.Key, row.Tail), new(rows.Number, row.Line, row.Version)));
            }
        }

        return found;
    }

    /// <summary>What is held of an id of up to ten letters; of any other a mark, for its hash is held.</summary>
    /// <remarks>Of up to three capitals and a number it is the number above the capitals, so that ids that go up are near one another.
    /// </remarks>
    public static ulong KeyOf(ReadOnlySpan<byte> id)
    {
        ulong prefix = 0;
        int at = 0;
        for (; at < id.Length && at < MaxPrefix && id[at] is >= (byte)'A' and <= (byte)'Z'; at++)
        {
            prefix = (prefix * 27) + (id[at] - (ulong)'A' + 1);
        }

        // A zero before a number would be lost.
        bool isNumber = at < id.Length && id.Length <= MaxExact && (id[at] != '0' || at == id.Length - 1);
        ulong number = 0;
        for (; isNumber && at < id.Length; at++)
        {
            isNumber = id[at] is >= (byte)'0' and <= (byte)'9';
            number = (number * 10) + unchecked((byte)(id[at] - '0'));
        }

        return isNumber ? Numbered | (prefix << NumberBits) | number : KeyOfLetters(id);
    }

    /// <summary>What is held of an id that is a number of up to ten digits, with no zero before it.</summary>
    public static ulong KeyOfNumber(ulong number) => Numbered | number;

    private static ulong KeyOfLetters(ReadOnlySpan<byte> id)
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

        if (key >= Numbered)
        {
            ulong number = key & ((1ul << NumberBits) - 1);
            return Spelled((key - Numbered) >> NumberBits, 27, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + FormattableString.Invariant($"{number}");
        }

        return Spelled(key, 65, Letters);
    }

    private static string Spelled(ulong key, ulong spread, string letters)
    {
        var text = new StringBuilder();
        for (; key > 0; key /= spread)
        {
            text.Insert(0, letters[(int)(key % spread) - 1]);
        }

        return text.ToString();
    }

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

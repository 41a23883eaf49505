using System.Security.Cryptography;
using System.Text;

namespace ConflictModel.Revisions;

/// <summary>The ids of two vintages, each held once, with the record's number in either and what tells whether both say the same.</summary>
/// <remarks>An id takes 32 bytes, and 3 to 6 more to be found by until all are there. Not safe for several threads at once.</remarks>
internal sealed class RecordIds
{
    private const int PieceSize = 1 << 14;
    private const int FewestSlots = 1 << 10;

    /// <summary>Numbers that nobody knows beforehand: no file can be made whose ids all meet in one place.</summary>
    private static readonly (ulong Low, ulong High) Salt = (Random(), Random());

    private readonly List<Entry[]> pieces = [];
    private readonly Dictionary<UInt128, string> longIds = [];

    /// <summary>Places by what their keys come to, each plus one, so that 0 is none; at most three quarters of them are taken.</summary>
    private int[] slots = new int[FewestSlots];

    /// <summary>How many ids there are.</summary>
    public int Count { get; private set; }

    /// <summary>An id by its place, from 0.</summary>
    public ref Entry this[int place] => ref pieces[place / PieceSize][place % PieceSize];

    /// <summary>The entry of an id, which is new if neither vintage has it.</summary>
    /// <param name="key">What <see cref="RecordKey"/> makes of it.</param>
    /// <param name="id">The id.</param>
    public ref Entry Of(UInt128 key, ReadOnlySpan<byte> id)
    {
        int slot = SlotOf(key);
        if (slots[slot] > 0)
        {
            return ref this[slots[slot] - 1];
        }

        if (Count >= slots.Length / 4 * 3)
        {
            Grow();
            slot = SlotOf(key);
        }

        if (RecordKey.TextOf(key) is null)
        {
            longIds.Add(key, Encoding.UTF8.GetString(id));
        }

        if (Count % PieceSize == 0)
        {
            pieces.Add(new Entry[PieceSize]);
        }

        slots[slot] = ++Count;
        ref Entry entry = ref this[Count - 1];
        entry.Key = key;
        return ref entry;
    }

    /// <summary>Lets go of what finds an id: from here on they are only gone through.</summary>
    public void Close() => slots = [];

    public string TextOf(UInt128 key) => RecordKey.TextOf(key) ?? longIds[key];

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int place = 0; place < Count; place++)
        {
            slots[SlotOf(this[place].Key)] = place + 1;
        }
    }

    /// <summary>Where a key stands, or else would stand.</summary>
    private int SlotOf(UInt128 key)
    {
        ulong high = unchecked(Math.BigMul((ulong)key + Salt.Low, (ulong)(key >> 64) + Salt.High, out ulong low));
        uint mask = (uint)slots.Length - 1;
        uint at = unchecked((uint)(high ^ low)) & mask;
        while (slots[at] is > 0 and int taken && this[taken - 1].Key != key)
        {
            at = (at + 1) & mask;
        }

        return (int)at;
    }

    /// <summary>An id.</summary>
    internal struct Entry
    {
        /// <summary>What <see cref="RecordKey"/> makes of it.</summary>
        public UInt128 Key;

        /// <summary>
        /// While one vintage alone has it the hash of what that says, 0 if it isn't known; then 1 if both say the same for certain, else 0.
        /// </summary>
        public ulong Content;

        /// <summary>Its number in the older vintage, from 1; 0 if it isn't there.</summary>
        public int Older;

        /// <summary>Its number in the newer vintage, from 1; 0 if it isn't there.</summary>
        public int Newer;
    }
}

using System.Numerics;
using System.Security.Cryptography;

namespace ConflictModel.Revisions;

/// <summary>Finds the records of a vintage by their keys, with 6 to 11 bytes a record beside these.</summary>
internal sealed class RecordIndex
{
    /// <summary>Numbers that nobody knows beforehand: no file can be made whose ids all meet in one place.</summary>
    private static readonly (ulong Low, ulong High) Salt = (Random(), Random());

    private readonly RecordNotes vintage;
    private readonly int[] records;

    /// <summary>Places by what their keys come to, each plus one, so that 0 is none.</summary>
    private readonly int[] slots;

    /// <param name="vintage">The records of the vintage.</param>
    /// <param name="records">Of each place which record it is.</param>
    public RecordIndex(RecordNotes vintage, int[] records)
    {
        (this.vintage, this.records) = (vintage, records);
        slots = new int[BitOperations.RoundUpToPowerOf2((uint)records.Length + ((uint)records.Length / 2) + 1)];
        for (int place = 0; place < records.Length; place++)
        {
            UInt128 key = vintage.KeyOf(records[place]);
            ref int slot = ref SlotOf(key);
            Repeated ??= slot == 0 ? null : vintage.IdOf(key);
            slot = place + 1;
        }
    }

    /// <summary>An id that several records bear; null if there is none.</summary>
    public string? Repeated { get; }

    /// <summary>The place of the record of a key; -1 if there is none.</summary>
    public int Find(UInt128 key) => SlotOf(key) - 1;

    private static ulong Random() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    /// <summary>Where a key stands, or else would stand.</summary>
    private ref int SlotOf(UInt128 key)
    {
        ulong high = unchecked(Math.BigMul((ulong)key + Salt.Low, (ulong)(key >> 64) + Salt.High, out ulong low));
        uint mask = (uint)slots.Length - 1;
        uint at = unchecked((uint)(high ^ low)) & mask;
        while (slots[at] is > 0 and int taken && vintage.KeyOf(records[taken - 1]) != key)
        {
            at = (at + 1) & mask;
        }

        return ref slots[at];
    }
}

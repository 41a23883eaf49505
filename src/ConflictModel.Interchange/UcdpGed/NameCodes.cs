using System.Buffers.Binary;
using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Numbers the different texts of a column in the order in which they come, without making a string of any twice.</summary>
internal sealed class NameCodes
{
    private readonly List<(ulong Hash, byte[] Text)> names = [];
    private int[] slots = new int[256];

    public List<int> Codes { get; } = [];

    public IEnumerable<string> Names => names.Select(name => Encoding.UTF8.GetString(name.Text));

    public void Add(ReadOnlySpan<byte> text)
    {
        ulong hash = Hash(text);
        int slot = (int)(hash & (uint)(slots.Length - 1));
        while (slots[slot] != 0)
        {
            (ulong known, byte[] name) = names[slots[slot] - 1];
            if (known == hash && text.SequenceEqual(name))
            {
                Codes.Add(slots[slot] - 1);
                return;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        names.Add((hash, text.ToArray()));
        slots[slot] = names.Count;
        Codes.Add(names.Count - 1);
        if (names.Count * 2 > slots.Length)
        {
            Grow();
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> text)
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

            foreach (byte b in text)
            {
                hash = (hash ^ b) * 0x100000001B3;
            }

            return hash ^ (hash >> 32);
        }
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int i = 0; i < names.Count; i++)
        {
            int slot = (int)(names[i].Hash & (uint)(slots.Length - 1));
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = i + 1;
        }
    }
}

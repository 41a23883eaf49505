using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Makes text of UTF-8, and gives the string made before for a text that comes again soon. Its size is fixed.</summary>
internal sealed class NameCache
{
    /// <summary>A longer text is no name, and is not remembered.</summary>
    private const int MaxLength = 200;

    private readonly (byte[] Utf8, string Text)[] slots = new (byte[], string)[1 << 10];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > MaxLength)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref (byte[] Utf8, string Text) slot = ref slots[Utf8Keys.Hash(utf8) & (uint)(slots.Length - 1)];
        if (slot.Text is null || !utf8.SequenceEqual(slot.Utf8))
        {
            slot = (utf8.ToArray(), Encoding.UTF8.GetString(utf8));
        }

        return slot.Text;
    }
}

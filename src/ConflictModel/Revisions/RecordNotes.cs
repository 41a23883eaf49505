using System.Text;

namespace ConflictModel.Revisions;

/// <summary>Of each record of a vintage its key and the hash of its content, in pieces, so that they take no more than they need.</summary>
internal sealed class RecordNotes
{
    private const int PieceSize = 1 << 14;

    private readonly List<(UInt128[] Keys, ulong[] Contents)> pieces = [];
    private readonly Dictionary<UInt128, string> longIds = [];

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>Notes a record; one whose content is empty may always differ.</summary>
    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content)
    {
        UInt128 key = RecordKey.Of(id);
        if (RecordKey.TextOf(key) is null)
        {
            longIds[key] = Encoding.UTF8.GetString(id);
        }

        if (Count % PieceSize == 0)
        {
            pieces.Add((new UInt128[PieceSize], new ulong[PieceSize]));
        }

        Set(Count++, key, content.IsEmpty ? 0 : ContentHash.Of(content));
    }

    /// <summary>Takes records out, given by how many stand before each.</summary>
    public void Remove(ReadOnlySpan<int> ordinals)
    {
        HashSet<int> gone = [.. ordinals];
        int left = 0;
        for (int record = 0; record < Count; record++)
        {
            if (!gone.Contains(record))
            {
                Set(left++, KeyOf(record), ContentOf(record));
            }
        }

        Count = left;
        int used = (left + PieceSize - 1) / PieceSize;
        pieces.RemoveRange(used, pieces.Count - used);
    }

    public UInt128 KeyOf(int record) => pieces[record / PieceSize].Keys[record % PieceSize];

    public string IdOf(UInt128 key) => RecordKey.TextOf(key) ?? longIds[key];

    /// <summary>Whether a record says what one of another vintage says, for certain.</summary>
    public bool IsSame(int record, RecordNotes other, int its) =>
        ContentOf(record) is > 0 and var content && content == other.ContentOf(its);

    private ulong ContentOf(int record) => pieces[record / PieceSize].Contents[record % PieceSize];

    private void Set(int record, UInt128 key, ulong content)
    {
        (UInt128[] keys, ulong[] contents) = pieces[record / PieceSize];
        (keys[record % PieceSize], contents[record % PieceSize]) = (key, content);
    }
}

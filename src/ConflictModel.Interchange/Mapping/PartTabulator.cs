namespace ConflictModel.Interchange;

/// <summary>
/// Reads the rows of one part of a file beside other parts, and appends them to the table when their turn comes: what only reads touches
/// nothing that the parts share.
/// </summary>
internal abstract class PartTabulator(PlainPart part) : IPartReader
{
    private ulong?[] ids = [];
    private bool[] doubts = [];

    public PlainPart Part => part;

    /// <summary>Whose column the ids are of that are noted; negative if none are.</summary>
    public int IdColumn { get; init; } = -1;

    /// <summary>How many rows have a day before any that there can be.</summary>
    public int Early { get; private set; }

    public bool TryRead()
    {
        if (!part.TryFindRows() || HasBlank())
        {
            return false;
        }

        Early = 0;
        if (doubts.Length < part.Count)
        {
            doubts = new bool[part.Count + (part.Count / 4)];
            ids = new ulong?[doubts.Length];
        }

        doubts.AsSpan(0, part.Count).Clear();
        PlainColumns columns = part.ColumnsInto(doubts);
        columns.IdKeys(IdColumn, ids);
        Read(columns);
        for (int number = 0; number < part.Count; number++)
        {
            if (doubts[number] && !TryRead(number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends the rows that were read.</summary>
    public abstract void Append();

    /// <summary>Notes the id of a row that was read.</summary>
    public void Note(int number, IdNotes notes)
    {
        if (IdColumn >= 0 && ids[number] is { } key)
        {
            notes.AddHeld(key, part.LineOf(number));
        }
        else
        {
            part.Go(number);
            notes.Add(part.Row, null);
        }
    }

    /// <summary>Remembers what the plain cells of the part say; what they say of a row is worth nothing if they leave a doubt.</summary>
    protected abstract void Read(PlainColumns columns);

    /// <summary>Reads a row whose cells are not all plain, or notes its fault.</summary>
    protected abstract void Read(int number, Row row);

    /// <summary>Reads a row whose cells are not all plain; false if it is malformed.</summary>
    private bool TryRead(int number)
    {
        part.Go(number);
        Read(number, part.Row);
        Early += part.Row.IsEarly ? 1 : 0;
        return part.Row.Fault is null;
    }

    /// <summary>Whether some row says nothing at all: a reader passes over it.</summary>
    private bool HasBlank()
    {
        for (int number = 0; number < part.Count; number++)
        {
            if (part.CellsOf(number).IsEmpty(0))
            {
                part.Go(number);
                if (part.IsBlank())
                {
                    return true;
                }
            }
        }

        return false;
    }
}

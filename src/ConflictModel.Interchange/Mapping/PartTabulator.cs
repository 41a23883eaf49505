using System.Runtime.CompilerServices;

namespace ConflictModel.Interchange;

/// <summary>
/// Reads the rows of one part of a file beside other parts, and appends them to the table when their turn comes: what only reads touches
/// nothing that the parts share.
/// </summary>
internal abstract class PartTabulator(PlainPart part) : IPartReader
{
    private ulong?[] ids = [];

    public PlainPart Part => part;

    /// <summary>Whose column the ids are of that are noted; negative if none are.</summary>
    public int IdColumn { get; init; } = -1;

    /// <summary>How many rows have a day before any that there can be.</summary>
    public int Early { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead()
    {
        if (!part.TryFindRows())
        {
            return false;
        }

        Early = 0;
        Begin(part.Count);
        if (IdColumn >= 0 && ids.Length < part.Count)
        {
            ids = new ulong?[part.Count + (part.Count / 4)];
        }

        for (int number = 0; number < part.Count; number++)
        {
            PlainCells cells = part.CellsOf(number);
            if ((cells.IsEmpty(0) && IsBlank(number)) || !TryRead(number, ref cells))
            {
                return false;
            }

            if (IdColumn >= 0)
            {
                ids[number] = cells.IdKey(IdColumn);
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

    /// <summary>Makes room for so many rows.</summary>
    protected abstract void Begin(int rows);

    /// <summary>Remembers what the plain cells of a row say; what they say is worth nothing if they leave a doubt.</summary>
    protected abstract void Read(int number, ref PlainCells cells);

    /// <summary>Reads a row whose cells are not all plain, or notes its fault.</summary>
    protected abstract void Read(int number, Row row);

    /// <summary>Reads a row; false if it is malformed.</summary>
    private bool TryRead(int number, ref PlainCells cells)
    {
        Read(number, ref cells);
        if (!cells.IsDoubtful)
        {
            return true;
        }

        part.Go(number);
        Read(number, part.Row);
        Early += part.Row.IsEarly ? 1 : 0;
        return part.Row.Fault is null;
    }

    private bool IsBlank(int number)
    {
        part.Go(number);
        return part.IsBlank();
    }
}

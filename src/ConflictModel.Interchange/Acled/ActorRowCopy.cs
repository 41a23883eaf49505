namespace ConflictModel.Interchange;

/// <summary>The cells of one ACLED row and their places in the file, kept while the next row is read.</summary>
internal sealed class ActorRowCopy
{
    private byte[] values = new byte[1 << 12];
    private int end;
    private (int Start, int Length)[] cells = [];
    private (long Line, long Column)[] places = [];
    private (long Line, long Column)[] read = [];
    private (long Line, long Column) place;

    /// <summary>What stands in a cell.</summary>
    public ReadOnlySpan<byte> this[int index] => values.AsSpan(cells[index].Start, cells[index].Length);

    /// <summary>Where a cell stands in the file, or the row if there is no such cell.</summary>
    public (long Line, long Column) PlaceOf(int index) => index >= 0 && index < places.Length ? places[index] : place;

    /// <summary>Keeps the current row of a source.</summary>
    public void Take(RowSource source, ActorColumns layout)
    {
        int count = layout.Columns.Count;
        if (cells.Length != count)
        {
            (cells, places) = (new (int, int)[count], new (long, long)[count]);
        }

        end = 0;
        place = source.PositionOf(-1);
        PlacesIn(source, layout);
        for (int index = 0; index < count; index++)
        {
            Put(source, index, layout.From[index]);
        }
    }

    /// <summary>Puts the actor of a source's current row beside the one of the row that is kept.</summary>
    public void Join(RowSource source, ActorColumns layout)
    {
        PlacesIn(source, layout);
        foreach ((int from, int to) in layout.Moves)
        {
            Put(source, to, from);
        }
    }

    private void PlacesIn(RowSource source, ActorColumns layout)
    {
        if (read.Length != layout.Inner.Count)
        {
            read = new (long, long)[layout.Inner.Count];
        }

        source.Places(read);
    }

    private void Put(RowSource source, int index, int from)
    {
        ReadOnlySpan<byte> cell = from < 0 ? default : source.Cell(from);
        if (values.Length - end < cell.Length)
        {
            Array.Resize(ref values, Math.Max(values.Length * 2, end + cell.Length));
        }

        cell.CopyTo(values.AsSpan(end));
        cells[index] = (end, cell.Length);
        places[index] = from < 0 ? place : read[from];
        end += cell.Length;
    }
}

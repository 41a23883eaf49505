using System.Runtime.InteropServices;

namespace ConflictModel.Interchange;

/// <summary>Makes tallies of the rows of one format, and keeps the cells that the tallies don't say.</summary>
internal abstract class TallyReader : RowHandler
{
    private readonly List<OriginalColumn> originals = [];

    /// <summary>The tallies of the rows taken so far, in their order, as they are now that all rows are known.</summary>
    public abstract ValueList<Tally> End();

    /// <summary>All cells of a row that say something, but plain numbers in the columns that the tally says.</summary>
    protected ValueList<OriginalColumn> Originals(Row row, params ReadOnlySpan<int> said)
    {
        originals.Clear();
        for (int i = 0; i < row.Columns.Count; i++)
        {
            if (!row[i].IsEmpty && !(said.Contains(i) && CellText.IsPlain(row[i])))
            {
                originals.Add(new(row.Columns.Names[i], row.Text(i)));
            }
        }

        return ValueList.Create(CollectionsMarshal.AsSpan(originals));
    }
}

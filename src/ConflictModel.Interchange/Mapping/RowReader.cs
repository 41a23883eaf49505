using System.Runtime.InteropServices;

namespace ConflictModel.Interchange;

/// <summary>Makes incidents of the rows of one format, and keeps the cells that the format's writer would not write the same.</summary>
internal abstract class RowReader : RowHandler
{
    private readonly List<OriginalColumn> originals = [];
    private bool[] known = [];
    private bool[] kept = [];

    /// <summary>The incident of the row that was taken last.</summary>
    public Incident? Incident { get; private set; }

    /// <summary>What rows further on may still tell of <see cref="Incident"/>; null if nothing.</summary>
    public virtual object? Open => null;

    /// <summary>Notes that there are no more rows.</summary>
    public virtual void End()
    {
    }

    /// <summary>An incident as it is now that all rows are known; <paramref name="open"/> is what <see cref="Open"/> said of it.</summary>
    public virtual Incident Settled(Incident incident, object open) => incident;

    protected sealed override void Bind(ColumnSet columns)
    {
        kept = new bool[columns.Count];
        known = new bool[columns.Count];
        foreach (int index in BindColumns(columns))
        {
            if (index >= 0)
            {
                known[index] = true;
            }
        }
    }

    protected sealed override void Handle(Row row)
    {
        for (int i = 0; i < kept.Length; i++)
        {
            // The model says the same of an empty cell and of a word for one.
            kept[i] = CellText.IsMissing(row.Written(i));
        }

        Incident = Map(row);
    }

    /// <summary>Finds the format's columns, and gives those that <see cref="Map"/> looks after.</summary>
    protected abstract IEnumerable<int> BindColumns(ColumnSet columns);

    /// <summary>The incident of a row; null if it is malformed.</summary>
    protected abstract Incident? Map(Row row);

    /// <summary>Keeps cells as they stand, for the model doesn't say them so; a column that the file hasn't is passed over.</summary>
    protected void Keep(params ReadOnlySpan<int> indexes)
    {
        foreach (int index in indexes)
        {
            if (index >= 0)
            {
                kept[index] = true;
            }
        }
    }

    /// <summary>
    /// Keeps a cell unless the writer would write the same. Then its witnesses are kept as well: while they are unchanged, the kept
    /// cell holds.
    /// </summary>
    protected void KeepUnless(bool same, int index, params ReadOnlySpan<int> witnesses)
    {
        if (index >= 0 && !same)
        {
            Keep(index);
            Keep(witnesses);
        }
    }

    /// <inheritdoc cref="KeepUnless(bool, int, ReadOnlySpan{int})"/>
    protected void KeepUnless(Row row, int index, string rebuilt, params ReadOnlySpan<int> witnesses) =>
        KeepUnless(CellText.Is(row[index], rebuilt), index, witnesses);

    /// <summary>Keeps the counts and codes that are not written as plain numbers.</summary>
    protected void KeepOdd(Row row, params ReadOnlySpan<int> numbers)
    {
        foreach (int index in numbers)
        {
            if (row[index] is { IsEmpty: false } cell && !CellText.IsPlain(cell))
            {
                Keep(index);
            }
        }
    }

    /// <summary>Keeps a latitude and a longitude that are not written in their shortest form.</summary>
    protected void KeepOdd(Row row, int latitude, int longitude, Coordinates? point)
    {
        if (point is { } p)
        {
            KeepUnless(CellText.IsShortest(row[latitude], p.Latitude), latitude);
            KeepUnless(CellText.IsShortest(row[longitude], p.Longitude), longitude);
        }
    }

    /// <summary>Keeps the names and the code of regions that the regions' own don't give back, each with the levels as witnesses.</summary>
    protected void KeepRegions(Row row, RegionColumns at, RowRegions regions)
    {
        ReadOnlySpan<(int Index, string Name)> levels =
            [(at.Country, regions.Country), (at.Adm1, regions.Adm1), (at.Adm2, regions.Adm2), (at.Adm3, regions.Adm3)];
        foreach ((int index, string name) in levels)
        {
            if (index >= 0 && !CellText.Is(row[index], name))
            {
                Keep(at.Country, at.Adm1, at.Adm2, at.Adm3);
                break;
            }
        }

        KeepUnless(row, at.Code, regions.Code, at.Country);
        KeepUnless(row, at.World, regions.World, at.Country);
    }

    /// <summary>What is kept of the row, in its order; of columns that nobody looks after all cells that say something.</summary>
    protected ValueList<OriginalColumn> Originals(Row row)
    {
        originals.Clear();
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i] || (!known[i] && !row.Written(i).IsEmpty))
            {
                originals.Add(new(row.Columns.Names[i], row.WrittenText(i)));
            }
        }

        return ValueList.Create(CollectionsMarshal.AsSpan(originals));
    }

    /// <summary>A cell as text, null if it is empty.</summary>
    protected static string? Said(Row row, int index) => row[index].IsEmpty ? null : row.Text(index);
}

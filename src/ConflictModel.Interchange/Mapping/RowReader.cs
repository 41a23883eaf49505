using System.Runtime.InteropServices;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes incidents of the rows of one format.</summary>
internal abstract class RowReader
{
    private readonly List<OriginalColumn> originals = [];
    private ColumnSet? bound;
    private bool[] known = [];
    private bool[] kept = [];

    /// <summary>The incident of a row; null if the row is malformed, which <see cref="Row.Fault"/> tells.</summary>
    public Incident? Read(Row row)
    {
        if (row.Fault is not null)
        {
            return null;
        }

        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            kept = new bool[bound.Count];
            known = new bool[bound.Count];
            Bind(bound, known);
        }

        Array.Clear(kept);
        Incident? incident = Map(row);
        return row.Fault is null ? incident : null;
    }

    /// <summary>Finds the format's columns and marks those that <see cref="Map"/> looks after.</summary>
    protected abstract void Bind(ColumnSet columns, bool[] known);

    protected abstract Incident? Map(Row row);

    /// <summary>Keeps a cell as it stands, for the model doesn't say it so; a column that the file hasn't is passed over.</summary>
    protected void Keep(int index)
    {
        if (index >= 0)
        {
            kept[index] = true;
        }
    }

    /// <summary>
    /// Keeps a cell unless the writer would write the same. Then its witnesses are kept as well: while they are unchanged, the kept
    /// cell holds.
    /// </summary>
    protected void KeepUnless(Row row, int index, string rebuilt, params ReadOnlySpan<int> witnesses)
    {
        if (index >= 0 && !string.Equals(row[index], rebuilt, StringComparison.Ordinal))
        {
            Keep(index);
            foreach (int witness in witnesses)
            {
                Keep(witness);
            }
        }
    }

    /// <summary>What is kept of the row, in its order; of columns that nobody looks after all cells that say something.</summary>
    protected ValueList<OriginalColumn> Originals(Row row)
    {
        originals.Clear();
        for (int i = 0; i < kept.Length; i++)
        {
            if (kept[i] || (!known[i] && row[i].Length > 0))
            {
                originals.Add(new(row.Columns.Names[i], row[i]));
            }
        }

        return ValueList.Create(CollectionsMarshal.AsSpan(originals));
    }

    /// <summary>A count of people; null for an empty cell.</summary>
    protected long? Count(Row row, int index)
    {
        string text = row[index];
        if (text.Length == 0)
        {
            return null;
        }

        if (!CellText.TryCount(text, out long count))
        {
            row.Fail(MalformationCode.Number, $"'{text}' is no count of people.", index);
            return null;
        }

        if (!CellText.IsPlain(text))
        {
            Keep(index);
        }

        return count;
    }

    /// <summary>A code from 1 on; 0 for an empty cell.</summary>
    protected int Code(Row row, int index, int last, string name)
    {
        string text = row[index];
        if (text.Length == 0)
        {
            return 0;
        }

        if (!CellText.TryCode(text, last, out int code))
        {
            row.Fail(MalformationCode.UnknownCode, FormattableString.Invariant($"'{text}' is no {name}: 1 to {last} are."), index);
            return 0;
        }

        if (text.Length != 1)
        {
            Keep(index);
        }

        return code;
    }

    /// <summary>The point of a latitude and a longitude; null if both are empty.</summary>
    protected Coordinates? Point(Row row, int latitude, int longitude)
    {
        string north = row[latitude];
        string east = row[longitude];
        if (north.Length == 0 && east.Length == 0)
        {
            return null;
        }

        if (!CellText.TryDegrees(north, 90, out double degreesNorth))
        {
            row.Fail(MalformationCode.Number, $"'{north}' is no latitude in degrees.", latitude);
            return null;
        }

        if (!CellText.TryDegrees(east, 180, out double degreesEast))
        {
            row.Fail(MalformationCode.Number, $"'{east}' is no longitude in degrees.", longitude);
            return null;
        }

        if (!CellText.IsShortest(north, degreesNorth))
        {
            Keep(latitude);
        }

        if (!CellText.IsShortest(east, degreesEast))
        {
            Keep(longitude);
        }

        return new(degreesNorth, degreesEast);
    }

    /// <summary>Keeps the names of regions that the regions' own names don't give back, with the other levels as witnesses.</summary>
    protected void KeepRegions(Row row, ReadOnlySpan<(int Index, Region? Region)> levels)
    {
        foreach ((int index, Region? region) in levels)
        {
            if (index >= 0 && !string.Equals(row[index], RegionLevels.NameOf(region), StringComparison.Ordinal))
            {
                foreach ((int level, Region? _) in levels)
                {
                    Keep(level);
                }

                return;
            }
        }
    }

    /// <summary>The day in a cell.</summary>
    protected static bool TryDay(Row row, int index, out LocalDate day)
    {
        string text = row[index];
        if (CellText.TryDayOrNamed(text, out day))
        {
            return true;
        }

        if (text.Length > 0)
        {
            row.Fail(MalformationCode.Date, $"'{text}' is no date such as 2016-01-31.", index);
        }

        return false;
    }
}

namespace ConflictModel.Interchange;

/// <summary>Writes the rows of the base, or what the changes put in their place, and behind them what is new.</summary>
internal sealed class FeedBase(FeedChanges changes, CellUnion union, FeedColumns columns, FeedFile file, FeedOutput output)
{
    private int[] older = [];
    private int rows;
    private int next;

    /// <summary>How many rows there are, each id once.</summary>
    public long Old { get; private set; }

    /// <summary>Leaves rows out in whose place others of the base count.</summary>
    /// <param name="ordinals">How many rows stand before each, in ascending order.</param>
    public void LeaveOut(int[] ordinals) => older = ordinals;

    /// <summary>Writes a row of the base, or what has become of it.</summary>
    /// <exception cref="MalformedInputException">Nothing says whether it or a row of the changes counts.</exception>
    public void Take(Row row, string id, uint stamp, bool takesLast)
    {
        if (next < older.Length && older[next] == rows++)
        {
            next++;
            return;
        }

        Old++;
        changes.Meet(id, stamp);
        FeedRow? change = changes.Of(id);
        bool isDeleted = changes.IsDeleted(id, stamp);
        if (change is null)
        {
            if (!isDeleted)
            {
                output.Write(file.CellsOf(row));
            }
        }
        else if (isDeleted || (stamp > 0 && stamp < change.Stamp))
        {
            Replace(change, isDeleted ? FeedOutcome.Restored : FeedOutcome.Replaced, file.CellsOf(row));
        }
        else if (stamp > change.Stamp)
        {
            change.Outcome = FeedOutcome.Older;
            output.Write(file.CellsOf(row));
        }
        else
        {
            Hold(change, row, takesLast);
        }
    }

    /// <summary>Writes the rows that are new.</summary>
    public void End()
    {
        changes.End();
        foreach (FeedRow row in changes.New)
        {
            Check(row);
            output.Write(row.Cells);
        }
    }

    private static MalformedInputException Clash(FeedRow row, string column, string place) => new(new()
    {
        Code = MalformationCode.RepeatedId,
        Reason = $"The id '{row.Id}' stands on {place} too, with another {column}: nothing says which of the two rows is newer.",
        Line = row.Line,
        Column = 1,
        Field = column,
        File = row.File.Path,
    });

    private void Replace(FeedRow change, FeedOutcome outcome, (int Column, string Text)[] was)
    {
        Check(change);
        change.Outcome = outcome;
        change.File.Emptied += was.Count(cell => CellText.Said(cell.Text).Length > 0 && !change.File.Has(cell.Column)
            && change.Cells.All(its => its.Column != cell.Column));
        output.Write(change.Cells);
    }

    /// <summary>Holds a row of the base against one of the changes that is of the same time, or where the base says no time.</summary>
    private void Hold(FeedRow change, Row row, bool takesLast)
    {
        Check(change);
        (int Column, string Text)[] cells = file.CellsOf(row);
        if (union.Difference(cells, change.Cells) is not { } column)
        {
            output.Write(CellUnion.Of(cells, change.Cells, keepsFirst: true, out bool adds));
            change.Outcome = adds ? FeedOutcome.Completed : FeedOutcome.Same;
        }
        else if (takesLast)
        {
            Replace(change, FeedOutcome.Conflicting, cells);
        }
        else
        {
            throw Clash(change, columns.NameOf(column).Trim(), FormattableString.Invariant($"line {row.Line} of {file.Path}"));
        }
    }

    /// <summary>Holds that a row that is to be written is the only one of its time.</summary>
    private void Check(FeedRow row)
    {
        if (row.Clash is var (with, column))
        {
            throw Clash(
                with, columns.NameOf(column).Trim(), FormattableString.Invariant($"line {row.Line} of {row.File.Path}"));
        }
    }
}

namespace ConflictModel.Aggregation;

/// <content>Reading for the rows that pass only.</content>
public sealed partial class IncidentQuery
{
    /// <summary>
    /// Of a table that reads its columns when they are asked for the rows that pass, if these are few: the filters need some columns of all
    /// rows, the keys and measures other columns of these rows. With it what the filters dropped of the whole; null where all rows are
    /// taken.
    /// </summary>
    private (TableColumns On, (IReadOnlyList<FilterCount>, long)? Coverage) Choose(TableColumns on)
    {
        if (on.Reader is not { ReadsSome: true } reader || on.Rows == 0)
        {
            return (on, null);
        }

        (int firstDay, int lastDay) = DaysIn(on);
        ScanPlan plan = new()
        {
            Table = on,
            Segments = Segments(on, firstDay, lastDay, null),
            Filters = [.. Filters(on)],
            Least = least,
            Keys = [],
            Groups = 0,
            SegmentGroups = 0,
            Columns = [],
            Counts = false,
        };
        if (plan.Filters.Length == 0)
        {
            return (on, null);
        }

        (List<int> passing, ScanReport report) = Scan.PassingRows(plan);
        int[] rows = WithAllPieces(on, passing);
        return rows.Length <= on.Rows / 2 && reader.Take(on, rows) is { } few
            ? (few, Coverage(plan, report))
            : (on, null);
    }

    /// <summary>Of an event that was cut all pieces count as one: where it begins says what it lacks.</summary>
    private static int[] WithAllPieces(TableColumns on, List<int> passing)
    {
        if (on.Pieces.Length == 0)
        {
            return [.. passing];
        }

        bool[] isTaken = new bool[on.Rows];
        foreach (int row in passing)
        {
            isTaken[row] = true;
        }

        byte[] isLater = on.Continuations.Values as byte[] ?? new byte[on.Rows];
        for (int first = 0, end; first < on.Pieces.Length; first = end)
        {
            end = first + 1;
            while (end < on.Pieces.Length && isLater[on.Pieces[end]] != 0)
            {
                end++;
            }

            ReadOnlySpan<int> pieces = on.Pieces.AsSpan(first, end - first);
            bool isAnyTaken = false;
            foreach (int piece in pieces)
            {
                isAnyTaken |= isTaken[piece];
            }

            foreach (int piece in pieces)
            {
                isTaken[piece] = isAnyTaken;
            }
        }

        List<int> rows = [];
        for (int row = 0; row < isTaken.Length; row++)
        {
            if (isTaken[row])
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }
}

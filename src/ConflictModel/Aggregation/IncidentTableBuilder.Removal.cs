namespace ConflictModel.Aggregation;

/// <content>Taking incidents back: a newer version of one came, or it turned out to be another's.</content>
public sealed partial class IncidentTableBuilder
{
    /// <summary>How many incidents there are.</summary>
    public long IncidentCount => incidents;

    /// <summary>Takes incidents back, with all of their pieces; those behind them move up.</summary>
    /// <remarks>Tables that were made before stay as they were, and ids keep their codes. It costs a look at every row.</remarks>
    /// <param name="ordinals">How many incidents stand before each of them, in ascending order.</param>
    /// <exception cref="ArgumentException">They are not in ascending order, or there are not so many incidents. The builder stays as it
    /// was.</exception>
    public void Remove(params ReadOnlySpan<int> ordinals)
    {
        for (int i = 0; i < ordinals.Length; i++)
        {
            if (ordinals[i] < (i == 0 ? 0 : ordinals[i - 1] + 1) || ordinals[i] >= incidents)
            {
                throw new ArgumentException("The incidents are not in ascending order, or there are not so many.", nameof(ordinals));
            }
        }

        if (ordinals.IsEmpty)
        {
            return;
        }

        List<int> gone = [];
        int incident = -1;
        int next = 0;
        for (int row = 0; row < Rows; row++)
        {
            incident += continuations[row] == 0 ? 1 : 0;
            next += next < ordinals.Length && ordinals[next] < incident ? 1 : 0;
            if (next < ordinals.Length && ordinals[next] == incident)
            {
                TooLongToSplit -= IsTooLong(row) ? 1 : 0;
                gone.Add(row);
            }
        }

        RemoveRows([.. gone]);
        incidents -= ordinals.Length;
    }

    /// <summary>
    /// Lets all rows go, once a table of them has answered, so that more incidents than memory holds can be asked part by part
    /// (<see cref="IncidentQuery.CanBeAskedInParts"/>).
    /// </summary>
    /// <remarks>
    /// Ids keep their codes and what they are called, regions and affiliations what was said of them, and further rows have to be of the
    /// same unit. Tables that were made before stay as they were.
    /// </remarks>
    public void Clear() => Clear(TooLongToSplit);

    /// <summary>Lets all rows go as <see cref="Clear()"/> does, where they will be appended again: none is counted twice as too long.
    /// </summary>
    /// <param name="tooLongToSplit">What <see cref="TooLongToSplit"/> was before the first of the rows that come again.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than it is now.</exception>
    public void Clear(long tooLongToSplit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tooLongToSplit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tooLongToSplit, TooLongToSplit);
        TooLongToSplit = tooLongToSplit;
        holdsUnit |= Rows > 0;
        undated.Clear();
        pieceRows.Clear();
        foreach (CodeColumnBuilder column in CodeColumns)
        {
            column.Clear();
        }

        (ids, dates) = (new(), new());
        Array.Clear(measures);
        (Rows, incidents) = (0, 0);
        (firstDay, lastDay) = (int.MaxValue, int.MinValue);
    }

    private CodeColumnBuilder[] CodeColumns =>
    [
        days, extents, firstSides, secondSides, others, regions, kinds, qualities, continuations,
        sources.Codes, dyads.Codes, conflicts.Codes, eventTypes.Codes,
    ];

    private bool IsTooLong(int row) => splitAt.Length > 0 && extents[row] > 0
        && Pieces.Of(days[row] + Origin, days[row] + Origin + extents[row], splitAt) is null;

    /// <summary>Where rows stand once others are gone; those that are gone themselves are left out.</summary>
    private static void MoveUp(List<int> rows, int[] gone)
    {
        int[] left =
        [
            .. rows.Select(row => (Row: row, Before: ~Array.BinarySearch(gone, row))).Where(row => row.Before >= 0)
                .Select(row => row.Row - row.Before),
        ];
        rows.Clear();
        rows.AddRange(left);
    }

    private void RemoveRows(int[] gone)
    {
        MoveUp(undated, gone);
        MoveUp(pieceRows, gone);
        foreach (CodeColumnBuilder column in CodeColumns)
        {
            column.Remove(gone);
        }

        ids.Remove(gone);
        dates.Remove(gone);
        foreach (MeasureColumnBuilder? measure in measures)
        {
            measure?.Remove(gone);
        }

        Rows -= gone.Length;
        (firstDay, lastDay) = (int.MaxValue, int.MinValue);
        for (int row = 0, dated = 0; row < Rows; row++)
        {
            if (dated < undated.Count && undated[dated] == row)
            {
                dated++;
                continue;
            }

            firstDay = Math.Min(firstDay, days[row] + Origin);
            lastDay = Math.Max(lastDay, days[row] + Origin + extents[row]);
        }
    }
}

using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Some of a table's incidents by themselves, each of them a value of <see cref="GroupKey.Record"/>.</summary>
internal static class TableRecords
{
    /// <summary>The incidents at these places, with all of their pieces that stand in the table.</summary>
    /// <param name="table">The table, in the order in which its rows were appended.</param>
    /// <param name="incidents">How many incidents stand before each of them, in ascending order.</param>
    /// <param name="lastDay">The last day, from the table's first, on which a row may begin; rows without a day are kept.</param>
    public static TableColumns OfIncidents(this TableColumns table, ReadOnlySpan<int> incidents, int lastDay = int.MaxValue)
    {
        List<int> rows = [];
        List<int> records = [];
        (int incident, int next) = (-1, 0);
        for (int row = 0; row < table.Rows && next < incidents.Length; row++)
        {
            incident += table.Continuations[row] == 0 ? 1 : 0;
            next += incidents[next] < incident ? 1 : 0;
            if (next < incidents.Length && incidents[next] == incident && Begins(table, row, lastDay))
            {
                rows.Add(row);
                records.Add(next + 1);
            }
        }

        int[] taken = [.. rows];
        return table.Take(taken, table.Days!.Take(taken), PiecesOf(table, taken), CodeColumn.Of([.. records]));
    }

    /// <summary>The incidents of which a row begins by a day, by how many incidents stand before each.</summary>
    public static int[] IncidentsBy(this TableColumns table, int lastDay)
    {
        List<int> incidents = [];
        int incident = -1;
        for (int row = 0; row < table.Rows; row++)
        {
            incident += table.Continuations[row] == 0 ? 1 : 0;
            if (table.Continuations[row] == 0 && Begins(table, row, lastDay))
            {
                incidents.Add(incident);
            }
        }

        return [.. incidents];
    }

    /// <summary>The first day of each incident, in the table's order; null for one without a day.</summary>
    public static IEnumerable<LocalDate?> FirstDays(this TableColumns table) => Enumerable.Range(0, table.Rows)
        .Where(row => table.Continuations[row] == 0)
        .Select(row => table.Days![row] == table.DayCount ? null : Time.Days.ToDate(table.FirstDay + table.Days[row]));

    private static bool Begins(TableColumns table, int row, int lastDay) =>
        table.Days![row] <= lastDay || table.Days[row] == table.DayCount;

    /// <summary>Where the pieces of the rows that are taken stand among these.</summary>
    private static int[] PiecesOf(TableColumns table, int[] taken) =>
        [.. table.Pieces.Select(piece => Array.BinarySearch(taken, piece)).Where(place => place >= 0)];
}

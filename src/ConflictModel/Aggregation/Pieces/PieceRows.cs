using System.Runtime.CompilerServices;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>When pieces are and which make one event: what every question to them needs.</summary>
internal sealed class PieceRows
{
    private const string First = "first";

    private readonly int[] places;

    private PieceRows(int[] places) => this.places = places;

    public required long Incidents { get; init; }

    public required int FirstDay { get; init; }

    public required int DayCount { get; init; }

    public required bool HasUndated { get; init; }

    public required int[]? DayStarts { get; init; }

    public required CodeColumn? Days { get; init; }

    public required CodeColumn Extents { get; init; }

    public required CodeColumn Continuations { get; init; }

    /// <summary>The rows of events that were cut, event by event.</summary>
    public required int[] Pieces { get; init; }

    /// <summary>Of each row as it stands in the file whether it goes on with an event; null where none does.</summary>
    public required bool[]? IsLater { get; init; }

    /// <summary>Whether rows stand elsewhere in the table than in the file.</summary>
    public bool IsMoved => places.Length > 0;

    /// <summary>Where a row of the file stands in the table.</summary>
    public int PlaceOf(int row) => places.Length == 0 ? row : places[row];

    /// <summary>Codes of the rows of the file in the order of the table.</summary>
    public CodeColumn Place(ReadOnlySpan<int> codes) => CodeColumn.Of(Placed(codes, places));

    /// <summary>The same of some rows, in order; of an event that was cut all or none.</summary>
    /// <param name="table">The table of these rows, in which none was moved.</param>
    /// <param name="some">Which rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public PieceRows Take(TableColumns table, int[] some)
    {
        List<int> cut = [];
        for (int i = 0, piece = 0; i < some.Length && piece < Pieces.Length; i++)
        {
            while (piece < Pieces.Length && Pieces[piece] < some[i])
            {
                piece++;
            }

            if (piece < Pieces.Length && Pieces[piece] == some[i])
            {
                cut.Add(i);
            }
        }

        bool[]? isSomeLater = IsLater is null ? null : Array.ConvertAll(some, row => IsLater[row]);
        return new([])
        {
            Incidents = some.Length - (isSomeLater?.LongCount(later => later) ?? 0),
            FirstDay = FirstDay,
            DayCount = DayCount,
            HasUndated = HasUndated,
            DayStarts = null,
            Days = table.DaysOf(some),
            Extents = Extents.Take(some),
            Continuations = Continuations.Take(some),
            Pieces = [.. cut],
            IsLater = isSomeLater,
        };
    }

    /// <summary>Pieces whose days are of no concern: all are on one.</summary>
    public static PieceRows Undated(PieceCells cells)
    {
        int[] pieces = CutEvents(cells, hasIds: !cells.KeepsEventsWhole, out bool[]? isLater);
        var none = CodeColumn.Allocate(cells.Rows, 0);
        return new([])
        {
            Incidents = Count(cells, isLater),
            FirstDay = 0,
            DayCount = 1,
            HasUndated = false,
            DayStarts = null,
            Days = none,
            Extents = none,
            Continuations = Later(isLater, []) ?? none,
            Pieces = pieces,
            IsLater = isLater,
        };
    }

    /// <param name="cells">The pieces.</param>
    /// <param name="needed">What has to be known of their days; null for all.</param>
    /// <param name="sortByDate">Whether to order the rows by their first day.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PieceRows Read(PieceCells cells, PieceDays? needed, bool sortByDate)
    {
        if (needed == PieceDays.None)
        {
            return Undated(cells);
        }

        int[] pieces = CutEvents(cells, hasIds: needed is null || !cells.KeepsEventsWhole, out bool[]? isLater);
        int least = (int)Time.Days.Of(LocalDate.MinIsoValue);
        int most = (int)Time.Days.Of(LocalDate.MaxIsoValue);
        // A piece lies in one month or has none: where months will do, it is as good as of the month's first day.
        bool byMonth = needed == PieceDays.Months;
        using PieceCells.Numbers firstDays = cells.ReadInts(byMonth ? "month" : "earliest", int.MinValue, least, most);
        using PieceCells.Numbers? lastDays = byMonth ? null : cells.ReadInts("latest", int.MinValue, least, most);
        Span<int> days = firstDays.Span;
        Span<int> ends = lastDays is null ? days : lastDays.Span;
        (int first, int last, bool hasUndated, bool isSorted) = (int.MaxValue, int.MinValue, false, true);
        int before = int.MinValue;
        for (int row = 0; row < days.Length; row++)
        {
            int day = days[row];
            if (day == int.MinValue || ends[row] < day)
            {
                hasUndated |= day == ends[row]
                    ? true
                    : throw cells.Error("the piece ends before it begins, or has one end only", "latest", row);
                continue;
            }

            // A day after one that nobody dates is out of order.
            isSorted &= day >= before && !hasUndated;
            before = day;
            first = Math.Min(first, day);
            last = Math.Max(last, ends[row]);
        }

        int origin = first == int.MaxValue ? 0 : first;
        int span = first == int.MaxValue ? 0 : last - first + 1;
        unchecked
        {
            for (int row = 0; row < days.Length; row++)
            {
                bool isDated = days[row] != int.MinValue;
                if (!byMonth)
                {
                    ends[row] = isDated ? ends[row] - days[row] : 0;
                }

                days[row] = isDated ? days[row] - origin : span;
            }
        }

        int slots = span + (hasUndated ? 1 : 0);
        CodeColumn? column = isSorted ? null : CodeColumn.Of(days);
        (int[] places, int[]? starts) = isSorted ? ([], Starts(days, slots))
            : sortByDate ? DateOrder.Of(column!, days.Length, slots) : ([], (int[]?)null);
        return new(places)
        {
            Incidents = Count(cells, isLater),
            FirstDay = origin,
            DayCount = span,
            HasUndated = hasUndated,
            DayStarts = starts,
            Days = column,
            Extents = byMonth ? CodeColumn.Allocate(days.Length, 0) : CodeColumn.Of(Placed(ends, places)),
            Continuations = Later(isLater, places) ?? CodeColumn.Allocate(days.Length, 0),
            Pieces = places.Length == 0 ? pieces : Array.ConvertAll(pieces, row => places[row]),
            IsLater = isLater,
        };
    }

    private static long Count(PieceCells cells, bool[]? isLater) => cells.Rows - (isLater?.LongCount(later => later) ?? 0);

    private static CodeColumn? Later(bool[]? isLater, int[] places) =>
        isLater is null ? null : CodeColumn.Of(Placed(Array.ConvertAll(isLater, later => later ? 1 : 0), places));

    /// <summary>The first row of each day where rows are in order, with the number of rows at the end.</summary>
    private static int[] Starts(ReadOnlySpan<int> days, int slots)
    {
        int[] starts = new int[slots + 1];
        int row = 0;
        for (int day = 0; day < slots; day++)
        {
            starts[day] = row;
            while (row < days.Length && days[row] == day)
            {
                row++;
            }
        }

        starts[slots] = days.Length;
        return starts;
    }

    private static ReadOnlySpan<int> Placed(ReadOnlySpan<int> codes, int[] places)
    {
        if (places.Length == 0)
        {
            return codes;
        }

        int[] placed = GC.AllocateUninitializedArray<int>(codes.Length);
        for (int row = 0; row < codes.Length; row++)
        {
            placed[places[row]] = codes[row];
        }

        return placed;
    }

    /// <summary>The rows of events that were cut: each event's pieces stand together, in order, and the first counts it.</summary>
    /// <param name="cells">The pieces.</param>
    /// <param name="hasIds">Whether the ids of events are looked at, which are the dearest column, as hardly any recurs: one question to
    /// many rows goes by the numbers of the pieces alone where their writer is known to keep events whole.</param>
    /// <param name="isLater">Of each row whether it goes on with an event; null where none does.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CutEvents(PieceCells cells, bool hasIds, out bool[]? isLater)
    {
        if (cells.RangeOf("pieces") is (1, 1) && cells.RangeOf(First) is (1, 1))
        {
            isLater = null;
            return [];
        }

        using PieceCells.Numbers allCounts = cells.ReadInts("pieces", null, 1, Spread.MaxBuckets);
        using PieceCells.Numbers allFirsts = cells.ReadInts(First, null, 0, 1);
        Span<int> counts = allCounts.Span;
        Span<int> firsts = allFirsts.Span;
        List<int> cut = [];
        for (int row = 0; row < firsts.Length; row++)
        {
            if (counts[row] != 1)
            {
                cut.Add(row);
            }
            else if (firsts[row] == 0)
            {
                throw cells.Error("the only piece of an event is not its first", First, row);
            }
        }

        isLater = cut.Count == 0 ? null : new bool[counts.Length];
        if (isLater is null)
        {
            return [];
        }

        using PieceCells.Numbers allNumbers = cells.ReadInts("piece", null, 1, Spread.MaxBuckets);
        Span<int> numbers = allNumbers.Span;
        int[] rows = [.. cut];
        int[] events = hasIds ? EventsOf(cells, rows, allCounts) : [];
        HashSet<int> seen = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            bool begins = numbers[row] == 1;
            if (begins != (firsts[row] == 1))
            {
                throw cells.Error("the first piece of an event, and no other, counts it", First, row);
            }

            bool follows = !begins && row > 0 && counts[row - 1] == counts[row] && numbers[row - 1] == numbers[row] - 1
                && (!hasIds || events[i - 1] == events[i]);
            bool isEnd = i == rows.Length - 1 || numbers[rows[i + 1]] == 1;
            if ((begins ? hasIds && !seen.Add(events[i]) : !follows) || (isEnd && numbers[row] != counts[row]))
            {
                throw cells.Error("the pieces of an event do not stand together, from the first to the last", "piece", row);
            }

            isLater[row] = !begins;
        }

        return rows;
    }

    /// <summary>The codes of the ids of some rows, for which no others are read where there is a way.</summary>
    private static int[] EventsOf(PieceCells cells, int[] rows, PieceCells.Numbers counts)
    {
        if (cells.Take(rows) is { } some)
        {
            using PieceCells.Numbers own = some.Codes("event").Codes;
            return own.Span.ToArray();
        }

        using PieceCells.Numbers all = cells.Codes(
            "event", (start, length) => counts.Span.Slice(start, length).ContainsAnyExcept(1)).Codes;
        return Array.ConvertAll(rows, row => all.Span[row]);
    }
}

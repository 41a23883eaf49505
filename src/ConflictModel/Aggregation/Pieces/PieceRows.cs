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

    public required CodeColumn Days { get; init; }

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
    public CodeColumn Place(int[] codes) => CodeColumn.Of(Placed(codes, places));

    public static PieceRows Read(PieceCells cells, bool sortByDate)
    {
        int[] pieces = CutEvents(cells, out bool[]? isLater);
        int least = (int)Time.Days.Of(LocalDate.MinIsoValue);
        int most = (int)Time.Days.Of(LocalDate.MaxIsoValue);
        int[] days = cells.Numbers("earliest", int.MinValue, least, most);
        int[] ends = cells.Numbers("latest", int.MinValue, least, most);
        (int first, int last, bool hasUndated) = (int.MaxValue, int.MinValue, false);
        for (int row = 0; row < days.Length; row++)
        {
            if (days[row] == int.MinValue || ends[row] == int.MinValue || ends[row] < days[row])
            {
                hasUndated |= days[row] == ends[row]
                    ? true
                    : throw cells.Error("the piece ends before it begins, or has one end only", "latest", row);
                continue;
            }

            first = Math.Min(first, days[row]);
            last = Math.Max(last, ends[row]);
        }

        int origin = first == int.MaxValue ? 0 : first;
        int span = first == int.MaxValue ? 0 : last - first + 1;
        bool isSorted = true;
        for (int row = 0; row < days.Length; row++)
        {
            ends[row] = days[row] == int.MinValue ? 0 : ends[row] - days[row];
            days[row] = days[row] == int.MinValue ? span : days[row] - origin;
            isSorted &= row == 0 || days[row - 1] <= days[row];
        }

        var column = CodeColumn.Of(days);
        (int[] places, int[] starts) = sortByDate || isSorted
            ? DateOrder.Of(column, days.Length, span + (hasUndated ? 1 : 0))
            : ([], []);
        places = isSorted ? [] : places;
        return new(places)
        {
            Incidents = days.Length - (isLater?.LongCount(later => later) ?? 0),
            FirstDay = origin,
            DayCount = span,
            HasUndated = hasUndated,
            DayStarts = sortByDate || isSorted ? starts : null,
            Days = column,
            Extents = CodeColumn.Of(Placed(ends, places)),
            Continuations = isLater is null
                ? CodeColumn.Allocate(days.Length, 0)
                : CodeColumn.Of(Placed(Array.ConvertAll(isLater, later => later ? 1 : 0), places)),
            Pieces = places.Length == 0 ? pieces : Array.ConvertAll(pieces, row => places[row]),
            IsLater = isLater,
        };
    }

    private static int[] Placed(int[] codes, int[] places)
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
    private static int[] CutEvents(PieceCells cells, out bool[]? isLater)
    {
        int[] counts = cells.Numbers("pieces", null, 1, Spread.MaxBuckets);
        int[] firsts = cells.Numbers(First, null, 0, 1);
        int[] rows = [.. Enumerable.Range(0, counts.Length).Where(row => counts[row] > 1)];
        isLater = rows.Length == 0 ? null : new bool[counts.Length];
        for (int row = 0; row < firsts.Length; row++)
        {
            if (firsts[row] == 0 && counts[row] == 1)
            {
                throw cells.Error("the only piece of an event is not its first", First, row);
            }
        }

        if (isLater is null)
        {
            return rows;
        }

        int[] numbers = cells.Numbers("piece", null, 1, Spread.MaxBuckets);
        (int[] events, _) = cells.Codes("event");
        HashSet<int> seen = [];
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            bool begins = numbers[row] == 1;
            if (begins != (firsts[row] == 1))
            {
                throw cells.Error("the first piece of an event, and no other, counts it", First, row);
            }

            bool follows = !begins && row > 0 && events[row - 1] == events[row]
                && numbers[row - 1] == numbers[row] - 1 && counts[row - 1] == counts[row];
            bool isEnd = i == rows.Length - 1 || numbers[rows[i + 1]] == 1;
            if ((begins ? !seen.Add(events[row]) : !follows) || (isEnd && numbers[row] != counts[row]))
            {
                throw cells.Error("the pieces of an event do not stand together, from the first to the last", "piece", row);
            }

            isLater[row] = !begins;
        }

        return rows;
    }
}

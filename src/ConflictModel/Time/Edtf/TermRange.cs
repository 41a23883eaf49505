namespace ConflictModel.Time;

/// <summary>The first and last days on which a term, or a day that lies in it, may begin and end.</summary>
internal readonly struct TermRange
{
    private TermRange(long startFirst, long startLast, long endFirst, long endLast)
    {
        StartFirst = startFirst;
        StartLast = startLast;
        EndFirst = endFirst;
        EndLast = endLast;
    }

    public long StartFirst { get; }

    public long StartLast { get; }

    public long EndFirst { get; }

    public long EndLast { get; }

    public static TermRange Of(DateTerm term, DateConventions conventions)
    {
        if (term.Wide is { IsBeyond: true } wide)
        {
            return Beyond(wide.IsNegative);
        }

        var cells = new DateCells(term, conventions.Seasons, descending: false);
        cells.MoveNext();
        (long firstStart, long firstEnd) = (cells.Start, cells.End);
        (long lastStart, long lastEnd) = (firstStart, firstEnd);
        if (term.HasUnspecified || term.Wide is { Significant: > 0 })
        {
            var back = new DateCells(term, conventions.Seasons, descending: true);
            back.MoveNext();
            (lastStart, lastEnd) = (back.Start, back.End);
        }

        return new TermRange(firstStart, lastStart, firstEnd, lastEnd).Widen(conventions.Fuzziness.Width(term));
    }

    /// <summary>The range of one known period.</summary>
    public static TermRange OfCell(long start, long end) => new(start, start, end, end);

    public static long Earliest(DateTerm term, DateConventions conventions) => Of(term, conventions).StartFirst;

    public static long Latest(DateTerm term, DateConventions conventions) => Of(term, conventions).EndLast;

    /// <summary>The last day, not after a limit, that lies in some reading of the term; the limit itself if there is none.</summary>
    public static long LastDayUpTo(DateTerm term, DateConventions conventions, long limit)
    {
        TermRange whole = Of(term, conventions);
        if (whole.EndLast <= limit)
        {
            return whole.EndLast;
        }

        if (!term.HasUnspecified)
        {
            return limit;
        }

        (int Days, int Months) width = conventions.Fuzziness.Width(term);
        var cells = new DateCells(term, conventions.Seasons, descending: true);
        while (cells.MoveNext())
        {
            TermRange cell = OfCell(cells.Start, cells.End).Widen(width);
            if (cell.StartFirst <= limit)
            {
                return Math.Min(cell.EndLast, limit);
            }
        }

        return limit;
    }

    /// <summary>The first day, not before a limit, that lies in some reading of the term; the limit itself if there is none.</summary>
    public static long FirstDayFrom(DateTerm term, DateConventions conventions, long limit)
    {
        TermRange whole = Of(term, conventions);
        if (whole.StartFirst >= limit)
        {
            return whole.StartFirst;
        }

        if (!term.HasUnspecified)
        {
            return limit;
        }

        (int Days, int Months) width = conventions.Fuzziness.Width(term);
        var cells = new DateCells(term, conventions.Seasons, descending: false);
        while (cells.MoveNext())
        {
            TermRange cell = OfCell(cells.Start, cells.End).Widen(width);
            if (cell.EndLast >= limit)
            {
                return Math.Max(cell.StartFirst, limit);
            }
        }

        return limit;
    }

    /// <summary>Moves every limit outwards by days or whole months.</summary>
    public TermRange Widen((int Days, int Months) width)
    {
        if (width is (0, 0))
        {
            return this;
        }

        return new TermRange(
            Move(StartFirst, -1), Move(StartLast, 1), Move(EndFirst + 1, -1) - 1, Move(EndLast + 1, 1) - 1);

        long Move(long day, int direction) => width.Months == 0
            ? day + (direction * width.Days)
            : Time.Days.AddMonths(day, direction * width.Months);
    }

    private static TermRange Beyond(bool negative)
    {
        const long far = Time.Days.Infinity - 1;
        (long first, long last) = negative
            ? (-far, Time.Days.Of(-Time.Days.MaxYear, 12, 31))
            : (Time.Days.Of(Time.Days.MaxYear, 1, 1), far);
        return new TermRange(first, last, first, last);
    }
}

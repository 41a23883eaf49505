namespace ConflictModel.Time;

/// <summary>The first and last days on which something may start, and on which it may end.</summary>
internal readonly record struct DateLimits(long StartFirst, long StartLast, long EndFirst, long EndLast)
{
    public static DateLimits Of(DateTerm term, DateConventions conventions)
    {
        var range = TermRange.Of(term, conventions);
        return new DateLimits(range.StartFirst, range.StartLast, range.EndFirst, range.EndLast);
    }

    /// <summary>An interval starts on some day of its first term and ends on some day of its second, not before it starts.</summary>
    public static DateLimits OfInterval(DateTerm start, DateTerm end, DateConventions conventions)
    {
        (long startFirst, long startLast) = Reach(start, conventions, open: -Days.Infinity);
        (long endFirst, long endLast) = Reach(end, conventions, open: Days.Infinity);
        if (startFirst > endLast)
        {
            return Hull();
        }

        if (endLast < startLast)
        {
            startLast = start.IsDated ? TermRange.LastDayUpTo(start, conventions, endLast) : endLast;
        }

        if (startFirst > endFirst)
        {
            endFirst = end.IsDated ? TermRange.FirstDayFrom(end, conventions, startFirst) : startFirst;
        }

        return new DateLimits(startFirst, startLast, endFirst, endLast);

        DateLimits Hull()
        {
            long first = Math.Min(startFirst, endFirst);
            long last = Math.Max(startLast, endLast);
            return new DateLimits(first, last, first, last);
        }
    }

    /// <summary>A member of a set; a range is one of its values, or all of them.</summary>
    public static DateLimits OfMember(DateMember member, DateConventions conventions, DateForm form)
    {
        if (!member.IsRange)
        {
            return Of(member.From, conventions);
        }

        DateLimits from = member.From.IsDated
            ? Of(member.From, conventions)
            : new DateLimits(-Days.Infinity, -Days.Infinity, -Days.Infinity, -Days.Infinity);
        DateLimits to = member.To.IsDated
            ? Of(member.To, conventions)
            : new DateLimits(Days.Infinity, Days.Infinity, Days.Infinity, Days.Infinity);
        return form == DateForm.OneOf ? from.Or(to) : from.And(to);
    }

    /// <summary>Either of two.</summary>
    public DateLimits Or(DateLimits other) => new(
        Math.Min(StartFirst, other.StartFirst), Math.Max(StartLast, other.StartLast),
        Math.Min(EndFirst, other.EndFirst), Math.Max(EndLast, other.EndLast));

    /// <summary>Both of two, from the first day of either to the last day of either.</summary>
    public DateLimits And(DateLimits other) => new(
        Math.Min(StartFirst, other.StartFirst), Math.Min(StartLast, other.StartLast),
        Math.Max(EndFirst, other.EndFirst), Math.Max(EndLast, other.EndLast));

    private static (long First, long Last) Reach(DateTerm term, DateConventions conventions, long open)
    {
        if (!term.IsDated)
        {
            return term.Kind == DateEndKind.Open ? (open, open) : (-Days.Infinity, Days.Infinity);
        }

        var range = TermRange.Of(term, conventions);
        return (range.StartFirst, range.EndLast);
    }
}

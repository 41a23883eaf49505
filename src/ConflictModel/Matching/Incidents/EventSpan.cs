using ConflictModel.Time;

namespace ConflictModel.Matching;

/// <summary>When an event may have begun and ended, as day numbers; where nothing is known, no limit that any day reaches.</summary>
internal readonly record struct EventSpan(long StartFirst, long StartLast, long EndFirst, long EndLast)
{
    private const long NoLimit = int.MaxValue;

    public static EventSpan Of(UncertainDate date)
    {
        DateBounds bounds = date.Bounds();
        long startFirst = bounds.Start.Earliest is { } first ? Days.Of(first) : -NoLimit;
        long endLast = bounds.End.Latest is { } last ? Days.Of(last) : NoLimit;
        return new(
            startFirst,
            bounds.Start.Latest is { } latest ? Days.Of(latest) : endLast,
            bounds.End.Earliest is { } earliest ? Days.Of(earliest) : startFirst,
            endLast);
    }

    /// <summary>Whether it certainly was on one day, whichever.</summary>
    public bool IsDay => StartFirst == EndLast;

    /// <summary>Whether it certainly went on from one day to another.</summary>
    public bool Lasts => EndFirst > StartLast;

    /// <summary>The fewest days between the two, whatever they are: 0 where they may share a day.</summary>
    public long Least(EventSpan other) => Math.Max(0, Math.Max(StartFirst - other.EndLast, other.StartFirst - EndLast));

    /// <summary>Whether beginnings and ends are certainly no more than so many days apart; no where the two can't be.</summary>
    /// <remarks>
    /// A day beside an event of several, and two that overlap for a part, may be a part of one another: that is left open.
    /// </remarks>
    public Truth Within(EventSpan other, int days)
    {
        if (Least(other) > days)
        {
            return Truth.No;
        }

        bool areAlike = (Lasts && other.Lasts) || (!Lasts && !other.Lasts);
        return areAlike && Most(StartFirst, StartLast, other.StartFirst, other.StartLast) <= days
            && Most(EndFirst, EndLast, other.EndFirst, other.EndLast) <= days
            ? Truth.Yes
            : Truth.Unknown;
    }

    private static long Most(long first, long last, long otherFirst, long otherLast) => Math.Max(otherLast - first, last - otherFirst);
}

using NodaTime;

namespace ConflictModel.Matching;

/// <summary>A day, or the days among which it is, as numbers; the default is not known.</summary>
internal readonly record struct DaySpan(int? First, int? Last)
{
    // Within a month something may still be the day that another source names; a year says nothing.
    private const int Telling = 31;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The day, if it is known.</summary>
    public int? Exact => First == Last ? First : null;

    public static DaySpan Of(ReportedDate? reported) =>
        reported is { Date: { Earliest: { } first, Latest: { } last } } ? new(NumberOf(first), NumberOf(last)) : default;

    /// <summary>How two of them compare: one day off is a slip, and so are day and month the wrong way round.</summary>
    public Agreement Compare(DaySpan other)
    {
        if (First is not { } first || Last is not { } last || other.First is not { } from || other.Last is not { } to)
        {
            return Agreement.NotKnown;
        }

        return first == last && from == to && first == from ? Agreement.Same
            : from > last + 1 || first > to + 1 ? (IsSwapped(other) ? Agreement.Compatible : Agreement.Differs)
            : Math.Max(last - first, to - from) <= Telling ? Agreement.Compatible : Agreement.NotKnown;
    }

    /// <summary>The days that are this one or a slip for it: the one before and after, and the one with day and month swapped.</summary>
    public IEnumerable<int> Slips()
    {
        if (Exact is { } day)
        {
            yield return day - 1;
            yield return day + 1;
            if (Swapped(day) is { } swapped)
            {
                yield return swapped;
            }
        }
    }

    private bool IsSwapped(DaySpan other) => Exact is { } mine && other.Exact is { } theirs && Swapped(mine) == theirs;

    private static int? Swapped(int day)
    {
        LocalDate date = Epoch.PlusDays(day);
        return date.Day <= 12 && date.Day != date.Month ? NumberOf(new(date.Year, date.Day, date.Month)) : null;
    }

    private static int NumberOf(LocalDate date) => Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso));
}

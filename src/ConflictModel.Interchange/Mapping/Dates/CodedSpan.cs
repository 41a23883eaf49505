using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The days that an uncertain date may touch, as a data set codes them: one unknown day from a first to a last.</summary>
internal readonly record struct CodedSpan(LocalDate First, LocalDate Last)
{
    /// <summary>How many days there are, the first and the last included.</summary>
    public int Length => LengthOf(First, Last);

    public bool IsInOneMonth => First.ToYearMonth() == Last.ToYearMonth();

    public int DaysOfFirstMonth => CalendarSystem.Iso.GetDaysInMonth(First.Year, First.Month);

    /// <summary>The days from a first to a last, both included; below 1 if the last comes first.</summary>
    public static int LengthOf(LocalDate first, LocalDate last) =>
        Period.DaysBetween(first.WithCalendar(CalendarSystem.Iso), last.WithCalendar(CalendarSystem.Iso)) + 1;

    /// <summary>One unknown day of a span, by unspecified digits if it is a whole month or year.</summary>
    public static UncertainDate SomeDayOf(LocalDate start, LocalDate end)
    {
        LocalDate first = start.WithCalendar(CalendarSystem.Iso);
        LocalDate last = end.WithCalendar(CalendarSystem.Iso);
        var month = last.ToYearMonth();
        if (first.Day != 1 || first.Year != last.Year || last != month.ToDateInterval().End)
        {
            return UncertainDate.SomeDayBetween(first, last);
        }

        return first.Month == last.Month ? UncertainDate.SomeDayOf(month)
            : first.Month == 1 && last.Month == 12 ? UncertainDate.SomeDayOf(first.Year)
            : UncertainDate.SomeDayBetween(first, last);
    }

    /// <summary>The span and what it does not say; false if there is no span.</summary>
    public static bool TryOf(UncertainDate date, out CodedSpan span, out DateLosses losses)
    {
        span = default;
        if (!Spread.TryCreate(date, BucketScheme.Year, out Spread? years))
        {
            losses = DateLosses.Unbounded;
            return false;
        }

        // Both are within NodaTime's range, or there would be no years.
        span = new(date.Earliest!.Value, date.Latest!.Value);
        long possible = 0;
        foreach (long days in years.DayCounts)
        {
            possible += days;
        }

        losses = (date.Qualifiers == DateQualifiers.None ? DateLosses.None : DateLosses.Qualifiers)
            | (date.Form == DateForm.DateTime ? DateLosses.TimeOfDay : DateLosses.None)
            | (possible < span.Length ? DateLosses.Gaps : DateLosses.None)
            | (date.IsOneDay ? DateLosses.None : DateLosses.Duration)
            | (date.HasSeason ? DateLosses.Season : DateLosses.None);
        return true;
    }
}

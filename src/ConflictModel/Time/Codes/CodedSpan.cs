using NodaTime;

namespace ConflictModel.Time;

/// <summary>The days that an uncertain date may touch, as a data set codes them: one unknown day from a first to a last.</summary>
internal readonly record struct CodedSpan(LocalDate First, LocalDate Last, int Length)
{
    /// <summary>The span and what it does not say; false if there is no span.</summary>
    public static bool TryOf(UncertainDate date, out CodedSpan span, out DateLosses losses)
    {
        span = default;
        var runs = DateCoverage.Of(date, DateConventions.Strict);
        if (runs is null)
        {
            losses = DateLosses.Unbounded;
            return false;
        }

        var (first, last) = (runs[0].First, runs[^1].Last);
        // Both are within NodaTime's range, or there would be no coverage.
        span = new CodedSpan(Days.ToDate(first)!.Value, Days.ToDate(last)!.Value, (int)(last - first + 1));
        losses = DateLosses.None;
        if (date.Qualifiers != DateQualifiers.None)
            losses |= DateLosses.Qualifiers;
        if (date.Form == DateForm.DateTime)
            losses |= DateLosses.TimeOfDay;
        if (runs.Count > 1)
            losses |= DateLosses.Gaps;
        if (Lasts(date))
            losses |= DateLosses.Duration;
        foreach (var member in date.ToMembers())
        {
            if (member.From.Month is >= 21 and <= 32 || member.To.Month is >= 21 and <= 32)
                losses |= DateLosses.Season;
        }

        return true;
    }

    private static bool Lasts(UncertainDate date)
    {
        var worlds = new List<DateWorld>();
        date.AddWorlds(worlds, DateConventions.Strict);
        return worlds.Exists(static world => world.Longest > 0 && world.EndLast > world.StartFirst);
    }
}

namespace ConflictModel.Time;

/// <summary>The days that an uncertain date may touch, as sorted runs that don't meet.</summary>
internal static class DateCoverage
{
    /// <summary>The runs, or null if the date is unbounded or beyond NodaTime's range.</summary>
    public static List<(long First, long Last)>? Of(UncertainDate date, DateConventions conventions)
    {
        DateLimits limits = date.Limits(conventions);
        if (Days.ToDate(limits.StartFirst) is null || Days.ToDate(limits.EndLast) is null)
        {
            return null;
        }

        var runs = new List<(long First, long Last)>();
        if (date.Form is DateForm.OneOf or DateForm.AllOf)
        {
            foreach (DateMember member in date.ToMembers())
            {
                if (member.IsRange)
                {
                    runs.Add(Hull(DateLimits.OfMember(member, conventions, date.Form)));
                }
                else
                {
                    runs.AddRange(DateWorlds.Reach(member.From, conventions, runs.Count));
                }
            }
        }
        else if (date.Form == DateForm.Interval)
        {
            runs.Add(Hull(limits));
        }
        else
        {
            runs.AddRange(DateWorlds.Reach(date.ToMembers()[0].From, conventions, 0));
        }

        return Merge(runs);
    }

    private static (long First, long Last) Hull(DateLimits limits) => (limits.StartFirst, limits.EndLast);

    private static List<(long First, long Last)> Merge(List<(long First, long Last)> runs)
    {
        runs.Sort();
        var merged = new List<(long First, long Last)>();
        foreach ((long First, long Last) run in runs)
        {
            if (merged.Count > 0 && run.First <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, run.Last));
            }
            else
            {
                merged.Add(run);
            }
        }

        return merged;
    }
}

namespace ConflictModel.Matching;

/// <summary>How the days and places of two records lie to each other, in words.</summary>
internal static class EventWords
{
    public static string Days(EventProfile one, EventProfile other)
    {
        string apart = one.Span is { IsDay: true } && other.Span is { IsDay: true }
            ? one.Span.Least(other.Span) is > 0 and var days ? Counted(days) + " apart" : "the same day"
            : one.Span.Least(other.Span) is > 0 and var least ? $"at least {Counted(least)} apart"
            : one.Span == other.Span && one.Span.Lasts ? "the same days"
            : "may share a day";
        return one.Span.Lasts == other.Span.Lasts ? apart : $"{apart}, and only one of them lasts";
    }

    public static string Place(EventProfile one, EventProfile other)
    {
        if (one.Disc is { } here && other.Disc is { } there)
        {
            string apart = FormattableString.Invariant($"{here.Apart(there):0.0} km apart");
            double slack = here.Radius + there.Radius;
            return slack == 0 ? apart : FormattableString.Invariant($"{apart}, give or take {slack:0} km");
        }

        return one.Regions.IsEmpty || other.Regions.IsEmpty
            ? "the place is not known in both"
            : $"{string.Join(", ", one.Regions)} and {string.Join(", ", other.Regions)}";
    }

    private static string Counted(long days) => FormattableString.Invariant($"{days} {(days == 1 ? "day" : "days")}");
}

namespace ConflictModel.Interchange;

/// <summary>The period of a total that is published by the year.</summary>
internal static class YearlyPeriod
{
    /// <summary>A year in full.</summary>
    public static ReportedDate Of(int year) => UncertainDate.Parse(FormattableString.Invariant($"{year:0000}"));
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>One report's count of a harm: its place among the reports, and the bounds of it.</summary>
internal readonly record struct ReportCount(int Index, Report Report, Estimate Printed, Bounds Bounds)
{
    /// <summary>Whether a report counts: a statistical estimate is of people whom nobody counted, and no sum takes it.</summary>
    public static bool IsCount(Report report) => report.Basis?.Kind != BasisKind.StatisticalEstimate;

    public static List<ReportCount> In(IEnumerable<Report> reports, Harm harm, CategoryRelations relations)
    {
        var counts = new List<ReportCount>();
        int index = 0;
        foreach (Report report in reports)
        {
            if (report.Casualties?[harm] is { } toll)
            {
                counts.Add(new(index, report, toll.Count, BoundsOf(toll, relations)));
            }

            index++;
        }

        return counts;
    }

    /// <summary>The bounds of one report's count. Figures that clash bound nothing together: each says only what it says itself.</summary>
    public static Bounds BoundsOf(Toll toll, CategoryRelations relations) =>
        toll.Breakdowns.IsEmpty ? Wordings.Default.Read(toll.Count) : toll.Derive(relations).Whole.Bounds;
}

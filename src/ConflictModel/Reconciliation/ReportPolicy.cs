using System.Text.Json.Serialization;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>A named rule that makes one figure of what several reports say of one incident.</summary>
/// <remarks>
/// The default everywhere is <see cref="Hull"/>: nobody is chosen silently, and a disagreement widens the figure. The figure remembers its
/// policy, the reports used and those set aside. Immutable. Two policies are equal if they are the same object.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class ReportPolicy
{
    private readonly Func<List<ReportCount>, List<ReportCount>> choose;

    private ReportPolicy(string name, Func<List<ReportCount>, List<ReportCount>> choose)
    {
        Name = name;
        this.choose = choose;
    }

    /// <summary>All reports: the least interval that holds what each of them says.</summary>
    public static ReportPolicy Hull { get; } = new("hull", counts => counts);

    /// <summary>All reports: what they all allow. Where nothing satisfies them all, their hull.</summary>
    public static ReportPolicy Intersection { get; } = new("intersection", counts => counts);

    /// <summary>The report whose count can be lowest; of several, the one that can be least high, then the first.</summary>
    public static ReportPolicy Lowest { get; } = new("lowest", counts =>
        [counts.OrderBy(c => c.Bounds.Lower).ThenBy(c => c.Bounds.Upper ?? long.MaxValue).ThenBy(c => c.Index).First()]);

    /// <summary>
    /// The report whose count can be highest, no limit being the highest; of several, the one that can be least low, then the first.
    /// </summary>
    public static ReportPolicy Highest { get; } = new("highest", counts =>
    [
        counts.OrderByDescending(c => c.Bounds.Upper ?? long.MaxValue).ThenByDescending(c => c.Bounds.Lower).ThenBy(c => c.Index).First(),
    ]);

    /// <summary>The reports that no other report is certainly later than. An undated report is never certainly earlier.</summary>
    public static ReportPolicy Latest { get; } = new("latest", counts =>
        counts.FindAll(c => !counts.Exists(other => IsBefore(c.Report, other.Report))));

    /// <summary>The policy's name, which the figure remembers.</summary>
    public string Name { get; }

    /// <summary>The reports with the best grade that any of them has on a scheme; all of them if none has one.</summary>
    /// <param name="scheme">The grading scheme.</param>
    /// <param name="bestFirst">The scheme's grades, the best first.</param>
    public static ReportPolicy BestGraded(string scheme, params IEnumerable<string> bestFirst)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        string[] order = bestFirst.ToArray();
        int Rank(ReportCount count) =>
            count.Report.Grade is { } grade && grade.Scheme == scheme
                && Array.IndexOf(order, grade.Value) is >= 0 and var rank ? rank : int.MaxValue;
        return new($"best graded on {scheme}", counts => counts.FindAll(c => Rank(c) == counts.Min(Rank)));
    }

    /// <summary>The reports of the first of <paramref name="sources"/> that has any; all of them if none has.</summary>
    public static ReportPolicy Preferred(params IEnumerable<SourceId> sources)
    {
        SourceId[] order = sources.ToArray();
        int Rank(ReportCount count) => Array.IndexOf(order, count.Report.Citation.Source) is >= 0 and var rank ? rank : int.MaxValue;
        return new($"preferred: {string.Join(", ", order)}", counts => counts.FindAll(c => Rank(c) == counts.Min(Rank)));
    }

    /// <summary>The figure that the policy makes of the reports of one incident; null if none of them counts this harm.</summary>
    /// <remarks>
    /// A report whose basis is a statistical estimate does not count: it is set aside whatever the policy is, so that it enters no sum.
    /// </remarks>
    public IncidentFigure? Resolve(IEnumerable<Report> reports, Harm harm)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return Resolve(reports, harm, CategoryRelations.OfRecord);
    }

    /// <summary>The same with what is known of the categories in the reports.</summary>
    internal IncidentFigure? Resolve(IEnumerable<Report> reports, Harm harm, CategoryRelations relations)
    {
        List<ReportCount> found = ReportCount.In(reports, harm, relations);
        List<ReportCount> counts = found.TrueForAll(IsCount) ? found : found.FindAll(IsCount);
        if (counts.Count == 0)
        {
            return null;
        }

        if (counts.Count == 1)
        {
            // One report is all that any policy can choose; most incidents have one.
            ReportCount only = counts[0];
            return new()
            {
                Harm = harm,
                Bounds = only.Bounds,
                Printed = only.Printed,
                Policy = Name,
                Used = [only.Index],
                SetAside = found.Count == 1 ? default : found.Select(c => c.Index).Where(index => index != only.Index).ToValueList(),
                ReportsAgree = true,
            };
        }

        List<ReportCount> used = choose(counts);
        Bounds? common = Common(used);
        return new()
        {
            Harm = harm,
            Bounds = this == Intersection && common is { } all ? all : HullOf(used),
            Printed = used.Count == 1 ? used[0].Printed : null,
            Policy = Name,
            Used = used.Select(c => c.Index).ToValueList(),
            SetAside = found.Except(used).Select(c => c.Index).ToValueList(),
            ReportsAgree = Common(counts) is not null,
        };
    }

    /// <summary>What <see cref="Resolve(IEnumerable{Report}, Harm)"/> comes to, without the figure that explains it.</summary>
    /// <returns>Whether any report counts this harm.</returns>
    internal bool TryTake(ValueList<Report> reports, Harm harm, out TakenCount count)
    {
        Toll? only = null;
        foreach (Report report in reports)
        {
            if (report.Casualties?[harm] is { } toll && ReportCount.IsCount(report))
            {
                if (only is not null)
                {
                    IncidentFigure figure = Resolve(reports, harm)!;
                    count = new(figure.Bounds, figure.Printed);
                    return true;
                }

                only = toll;
            }
        }

        count = only is null ? default : new(ReportCount.BoundsOf(only, CategoryRelations.OfRecord), only.Count);
        return only is not null;
    }

    private static bool IsCount(ReportCount count) => ReportCount.IsCount(count.Report);

    private static Bounds HullOf(List<ReportCount> counts) => counts.Select(c => c.Bounds).Aggregate((one, other) => one.Hull(other));

    private static Bounds? Common(List<ReportCount> counts) =>
        counts.Skip(1).Aggregate((Bounds?)counts[0].Bounds, (common, count) => common?.Intersect(count.Bounds));

    private static bool IsBefore(Report one, Report other) =>
        one.Citation.Published is { } a && other.Citation.Published is { } b && a.Date.Before(b.Date) == Truth.Yes;
}

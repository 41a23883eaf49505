using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>The reports of one event, in one record or in several, leave a count that all of them allow.</summary>
internal sealed class ReportRules(FindingList findings, ConflictDataset dataset, CategoryRelations relations)
{
    private readonly SourceWords words = new(dataset);

    public void Check()
    {
        var indices = new Dictionary<IncidentId, int>();
        for (int i = 0; i < dataset.Incidents.Count; i++)
        {
            indices.TryAdd(dataset.Incidents[i].Id, i);
        }

        for (int i = 0; i < dataset.Incidents.Count; i++)
        {
            Incident incident = dataset.Incidents[i];
            if (incident.Reports.Count + incident.SameAs.Count < 2)
            {
                continue;
            }

            // Two records that name each other are compared where the first stands.
            Incident[] others =
            [
                .. incident.SameAs.Where(indices.ContainsKey).Select(id => indices[id]).Distinct()
                    .Where(j => j > i || (j < i && !dataset.Incidents[j].SameAs.Contains(incident.Id)))
                    .Select(j => dataset.Incidents[j]),
            ];
            foreach (Harm harm in Harms.Summable)
            {
                Check(incident, others, harm, JsonPointer.Root.Member("incidents").Item(i));
            }
        }
    }

    private void Check(Incident incident, Incident[] others, Harm harm, JsonPointer at)
    {
        List<ReportCount> own = ReportCount.In(incident.Reports, harm, relations.At(incident.Date));
        var pairs = own.SelectMany((one, i) => own.Skip(i + 1).Select(other => (One: one, Other: other, In: incident)))
            .Concat(
                from there in others
                from one in own
                from other in ReportCount.In(there.Reports, harm, relations.At(there.Date))
                select (One: one, Other: other, In: there))
            .Where(pair => pair.One.Bounds.Intersect(pair.Other.Bounds) is null)
            .Select(pair => (Weight: WeightOf(pair.One.Report.Citation, pair.Other.Report.Citation), pair.One, pair.Other, pair.In))
            .ToList();
        if (pairs.Count == 0)
        {
            return;
        }

        (Severity weight, ReportCount first, ReportCount second, Incident record) = pairs.MaxBy(pair => SourceWords.GravityOf(pair.Weight));
        string elsewhere = record == incident ? "" : $" in '{record.Id}'";
        findings.Add(
            FindingCodes.ReportsDiffer,
            weight,
            at,
            $"Of {JsonName.Of(harm)}, {words.Of(first.Report.Citation)} counts {first.Bounds} in '{incident.Id}' and "
                + $"{words.Of(second.Report.Citation)} {second.Bounds}{elsewhere}. {SourceWords.VerdictOf(weight)}",
            [first.Bounds.Lower, second.Bounds.Lower]);
    }

    // What a source said later may revise what it said before.
    internal static Severity WeightOf(Citation one, Citation other) =>
        SourceWords.WeightOf(one, other) is var weight && weight == Severity.Error && (IsBefore(one, other) || IsBefore(other, one))
            ? Severity.Information
            : weight;

    private static bool IsBefore(Citation one, Citation other) =>
        one.Published is { } a && other.Published is { } b && a.Date.Before(b.Date) == Truth.Yes;
}

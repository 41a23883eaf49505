using System.Globalization;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>An event has at least the people of its parts together; it may have more, for not every part need be listed.</summary>
internal sealed class EventPartRules(FindingList findings, ConflictDataset dataset, CategoryRelations relations)
{
    private const int MostNamed = 5;

    private static readonly Severity[] GravestFirst = [Severity.Error, Severity.Warning, Severity.Information];

    private readonly SourceWords words = new(dataset);

    /// <summary>Looks at each event with its own parts. No incident may be part of itself.</summary>
    public void Check()
    {
        ILookup<IncidentId, Incident> parts = dataset.Incidents.Where(incident => incident.PartOf is not null)
            .DistinctBy(incident => incident.Id).ToLookup(incident => incident.PartOf!.Value);
        for (int i = 0; parts.Count > 0 && i < dataset.Incidents.Count; i++)
        {
            Incident whole = dataset.Incidents[i];
            if (parts.Contains(whole.Id))
            {
                foreach (Harm harm in Harms.Summable)
                {
                    Check(whole, [.. parts[whole.Id]], harm, JsonPointer.Root.Member("incidents").Item(i));
                }
            }
        }
    }

    private void Check(Incident whole, Incident[] parts, Harm harm, JsonPointer at)
    {
        List<ReportCount> counts = ReportCount.In(whole.Reports, harm, relations.At(whole.Date));
        foreach (Severity weight in GravestFirst)
        {
            foreach (ReportCount count in counts.Where(count => count.Bounds.Upper is not null))
            {
                List<(IncidentId Part, long Least)> least = Least(parts, harm, count.Report.Citation, weight);
                long sum = least.Sum(one => one.Least);
                if (sum > count.Bounds.Upper)
                {
                    string named = string.Join(", ", least.Take(MostNamed).Select(one => $"'{one.Part}' {Text(one.Least)}"))
                        + (least.Count > MostNamed ? $", ... ({Text(least.Count)} parts)" : "");
                    findings.Add(
                        FindingCodes.ReportsDiffer,
                        weight,
                        at,
                        $"Of {JsonName.Of(harm)}, {words.Of(count.Report.Citation)} counts {count.Bounds} in '{whole.Id}', and its parts "
                            + $"have at least {Text(sum)}: {named}. {SourceWords.VerdictOf(weight)}",
                        [sum, count.Bounds.Upper.Value]);
                    return;
                }
            }
        }
    }

    /// <summary>What each part has at least, by the reports that weigh so much or more against a citation.</summary>
    private List<(IncidentId Part, long Least)> Least(Incident[] parts, Harm harm, Citation citation, Severity weight)
    {
        int gravity = SourceWords.GravityOf(weight);
        IEnumerable<Incident> said = parts.Select(part => part with
        {
            Reports = part.Reports.Where(report => SourceWords.GravityOf(ReportRules.WeightOf(citation, report.Citation)) >= gravity)
                .ToValueList(),
            PartOf = null,
        });
        return SameEvents.Merge(said, ReportPolicy.Hull, relations)
            .Select(part => (part.Id, Least: ReportPolicy.Hull.Resolve(part.Reports, harm, relations.At(part.Date))?.Bounds.Lower ?? 0))
            .Where(part => part.Least > 0)
            .ToList();
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

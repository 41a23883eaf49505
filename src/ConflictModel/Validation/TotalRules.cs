using System.Globalization;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>A tally counts at least what certainly lies in its scope: by its source's words, by its source as others carry it, by everybody.</summary>
internal sealed class TotalRules(FindingList findings, ConflictDataset dataset)
{
    private const int MostNamed = 5;

    private readonly SourceWords words = new(dataset);
    private readonly Dictionary<IncidentId, Incident> events =
        SameEvents.Merge(dataset.Incidents, ReportPolicy.Hull).ToDictionary(incident => incident.Id);

    /// <param name="falls">Running totals that were found to fall, each with the earlier one: that is all that there is to say of the two.</param>
    /// <param name="placeOf">Where a tally stands.</param>
    public void Check(HashSet<(TallyId Before, TallyId After)> falls, Func<TallyId, JsonPointer> placeOf)
    {
        foreach (Harm harm in Harms.Summable)
        {
            // What one source's own words contradict is told once, as that.
            var told = new HashSet<TallyId>();
            void Look(Severity weight, Func<Citation, bool> isMeant)
            {
                foreach (ReconciledTally tally in Only(isMeant).Reconcile(harm).Where(r => r.AtLeast.Sum(one => one.Count) > (r.Total.Upper ?? long.MaxValue)))
                {
                    if (!tally.AtLeast.All(one => one.Tally is { } before && falls.Contains((before, tally.Tally))) && told.Add(tally.Tally))
                    {
                        Tell(tally, weight, isMeant, placeOf(tally.Tally).Member("report").Member("casualties").Member(JsonName.Of(harm)));
                    }
                }
            }

            Citation[] citations = [.. dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null).Select(tally => tally.Report.Citation)];
            foreach ((SourceId source, SourceId? via) in citations.Select(citation => (citation.Source, citation.Via)).Distinct())
            {
                Look(Severity.Error, citation => citation.Source == source && citation.Via == via);
            }

            foreach (SourceId source in citations.Select(citation => citation.Source).Distinct())
            {
                Look(Severity.Warning, citation => citation.Source == source);
            }

            Look(Severity.Information, _ => true);
        }
    }

    private ConflictDataset Only(Func<Citation, bool> isMeant) => dataset with
    {
        Incidents = dataset.Incidents
            .Select(incident => incident with { Reports = incident.Reports.Where(report => isMeant(report.Citation)).ToValueList() })
            .ToValueList(),
        Tallies = dataset.Tallies.Where(tally => isMeant(tally.Report.Citation)).ToValueList(),
    };

    private void Tell(ReconciledTally tally, Severity weight, Func<Citation, bool> isMeant, JsonPointer at)
    {
        long sum = tally.AtLeast.Sum(one => one.Count);
        string own = words.Of(dataset.Tallies.First(one => one.Id == tally.Tally).Report.Citation);
        string records = Listed(tally.AtLeast, one => $"'{(one.Tally?.Value ?? one.Incident?.Value)}' {one.Count}{(weight == Severity.Error ? "" : $" ({By(one, tally.Harm, isMeant)})")}", ", ");
        string added = tally.AtLeast.Count == 1 ? "" : $": {Listed(tally.AtLeast, one => one.Count.ToString(CultureInfo.InvariantCulture), " + ")} = {sum}";
        findings.Add(
            FindingCodes.ExceedsTally,
            weight,
            at,
            $"{own} counts {tally.Total} in '{tally.Tally}', and certainly in its scope are {records}{added}, more than that. {SourceWords.VerdictOf(weight)}",
            [sum, tally.Total.Upper ?? 0]);
    }

    private string By(ReconciledTally.Certain record, Harm harm, Func<Citation, bool> isMeant) => string.Join(
        " and ",
        (record.Tally is { } id
            ? dataset.Tallies.Where(tally => tally.Id == id).Take(1).Select(tally => tally.Report)
            : events[record.Incident!.Value].Reports.Where(report => report.Casualties?[harm] is not null && isMeant(report.Citation)))
        .Select(report => words.Of(report.Citation))
        .Distinct());

    private static string Listed(ValueList<ReconciledTally.Certain> records, Func<ReconciledTally.Certain, string> show, string between) =>
        string.Join(between, records.Take(MostNamed).Select(show)) + (records.Count > MostNamed ? $"{between}... ({records.Count} records)" : "");
}

using System.Globalization;
using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>A tally counts at least what certainly lies in its scope: by its source's words, by its source as others carry it, by
/// everybody.</summary>
internal sealed class TotalRules(
    FindingList findings, ConflictDataset dataset, CategoryRelations relations, RegionHierarchy regions, Comparisons comparisons)
{
    private const int MostNamed = 5;

    private readonly SourceWords words = new(dataset);
    private readonly SourceRecords records = new(dataset);

    /// <param name="revised">Running totals that were found to fall, or to rise otherwise than the figures of the days between, each with
    /// the earlier one: that is all that there is to say of the two.</param>
    /// <param name="placeOf">Where a tally stands.</param>
    public void Check(HashSet<(TallyId Before, TallyId After)> revised, Func<TallyId, JsonPointer> placeOf)
    {
        foreach (Harm harm in Harms.Summable)
        {
            Citation[] citations =
                [.. dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null).Select(tally => tally.Report.Citation)];
            if (citations.Length == 0)
            {
                continue;
            }

            // What one source's own words contradict is told once, as that.
            var told = new HashSet<TallyId>();
            foreach ((SourceId source, SourceId? via) in citations.Select(citation => (citation.Source, citation.Via)).Distinct()
                .TakeWhile(_ => !comparisons.AreSpent))
            {
                Check(Severity.Error, records.Of(source, via));
            }

            // Others are asked only where there are others.
            ILookup<SourceId, SourceId?> carriers = Said(harm).Distinct().ToLookup(said => said.Source, said => said.Via);
            IEnumerable<SourceId> sources = citations.Select(citation => citation.Source).Distinct();
            foreach (SourceId source in sources.Where(source => carriers[source].Skip(1).Any()).TakeWhile(_ => !comparisons.AreSpent))
            {
                Check(Severity.Warning, records.Of(source));
            }

            if (carriers.Count > 1)
            {
                Check(Severity.Information, dataset);
            }

            void Check(Severity weight, ConflictDataset meant)
            {
                // An incident may be one event with those of many sources, and is gone through for each of them.
                if (!comparisons.Take(meant.Incidents.Count / Comparisons.PassedOver))
                {
                    return;
                }

                Lazy<Dictionary<IncidentId, Incident>> events =
                    new(() => SameEvents.Merge(meant.Incidents, ReportPolicy.Hull).ToDictionary(incident => incident.Id));
                Lazy<Reconciler> reconciler = new(() => new(meant, harm, ReportPolicy.Hull, comparisons, regions, relations));
                foreach (Tally tally in meant.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null))
                {
                    if (reconciler.Value.AtLeast(tally) is not var (total, atLeast))
                    {
                        return;
                    }

                    if (atLeast.Sum(one => one.Count) > (total.Upper ?? long.MaxValue)
                        && !atLeast.Any(one => one.Tally is { } before && revised.Contains((before, tally.Id))) && told.Add(tally.Id))
                    {
                        JsonPointer at = placeOf(tally.Id).Member("report").Member("casualties").Member(JsonName.Of(harm));
                        Tell(tally, harm, total, atLeast, weight, events, at);
                    }
                }
            }
        }
    }

    private IEnumerable<(SourceId Source, SourceId? Via)> Said(Harm harm) => dataset.Tallies.Select(tally => tally.Report)
        .Concat(dataset.Incidents.SelectMany(incident => incident.Reports))
        .Where(report => report.Casualties?[harm] is not null)
        .Select(report => (report.Citation.Source, report.Citation.Via));

    private void Tell(
        Tally tally,
        Harm harm,
        Bounds total,
        ValueList<ReconciledTally.Certain> atLeast,
        Severity weight,
        Lazy<Dictionary<IncidentId, Incident>> events,
        JsonPointer at)
    {
        long sum = atLeast.Sum(one => one.Count);
        string own = words.Of(tally.Report.Citation);
        string Named(ReconciledTally.Certain one) => $"'{one.Tally?.Value ?? one.Incident?.Value}' {one.Count}"
            + (weight == Severity.Error ? "" : $" ({By(one, harm, events)})");
        string added = Listed(atLeast, one => one.Count.ToString(CultureInfo.InvariantCulture), " + ");
        findings.Add(
            FindingCodes.ExceedsTally,
            weight,
            at,
            $"{own} counts {total} in '{tally.Id}', and certainly in its scope are {Listed(atLeast, Named, ", ")}"
                + $"{(atLeast.Count == 1 ? "" : $": {added} = {sum}")}, more than that. {SourceWords.VerdictOf(weight)}",
            [sum, total.Upper ?? 0]);
    }

    private string By(ReconciledTally.Certain record, Harm harm, Lazy<Dictionary<IncidentId, Incident>> events)
    {
        IEnumerable<Report> reports = record.Tally is { } id
            ? [records.TallyOf(id).Report]
            : events.Value[record.Incident!.Value].Reports.Where(report => report.Casualties?[harm] is not null);

        // What the parts of an event come to is of no one source where they have several.
        string Name(Citation citation) => citation.Source == default ? "several sources" : words.Of(citation);
        return string.Join(" and ", reports.Select(report => Name(report.Citation)).Distinct());
    }

    private static string Listed(ValueList<ReconciledTally.Certain> records, Func<ReconciledTally.Certain, string> show, string between) =>
        string.Join(between, records.Take(MostNamed).Select(show))
            + (records.Count > MostNamed ? $"{between}... ({records.Count} records)" : "");
}

using System.Globalization;
using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>Tallies agree with the incidents they count and with the tallies they go on from.</summary>
internal sealed class TallyRules(
    FindingList findings, CategoryRelations relations, RegionHierarchy regions, Comparisons comparisons)
{
    private readonly Dictionary<TallyId, Tally> tallies = [];
    private readonly Dictionary<TallyId, JsonPointer> places = [];

    public void Check(ConflictDataset dataset)
    {
        for (int i = 0; i < dataset.Tallies.Count; i++)
        {
            tallies.TryAdd(dataset.Tallies[i].Id, dataset.Tallies[i]);
            places.TryAdd(dataset.Tallies[i].Id, JsonPointer.Root.Member("tallies").Item(i));
        }

        var series = new SeriesRules(findings, relations, id => places[id]);
        Dictionary<Tally, TallyLine> lineOf = TallyLine.Of(tallies.Values);
        foreach ((Tally before, Tally after) in Superseded().Concat(Series(lineOf.Values.Distinct())))
        {
            (ValueList<Tally> between, bool isWhole) =
                lineOf[before] == lineOf[after] ? lineOf[after].Between(before, after, comparisons) : ([], false);
            if (comparisons.AreSpent)
            {
                break;
            }

            series.Check(before, after, between, isWhole);
        }

        // Records of one id are not added up; that they are there is told already.
        if (dataset.Incidents.Select(incident => incident.Id).Distinct().Count() == dataset.Incidents.Count)
        {
            new TotalRules(findings, dataset, relations, regions, comparisons).Check(series.Revised, id => places[id]);
        }

        if (comparisons.AreSpent)
        {
            findings.Information(
                FindingCodes.NotCompared,
                JsonPointer.Root.Member("tallies"),
                "Not all totals were held against what lies in their scopes: more than "
                    + comparisons.Most.ToString("N0", CultureInfo.InvariantCulture)
                    + " pairs of records lie within one another.",
                [comparisons.Most]);
        }
    }

    private IEnumerable<(Tally Before, Tally After)> Superseded() =>
        from after in tallies.Values
        from id in after.Supersedes
        where tallies.TryGetValue(id, out Tally? before) && before.Cumulative && after.Cumulative
        select (tallies[id], after);

    /// <summary>
    /// Running totals of one source over one scope, from day to day: they go on from one another whether they say so or not.
    /// </summary>
    private static IEnumerable<(Tally Before, Tally After)> Series(IEnumerable<TallyLine> lines) =>
        from line in lines
        from days in line.Series
        from pair in days.Zip(days.Skip(1))
        where TallyLine.LastDay(pair.First) < TallyLine.LastDay(pair.Second)
        select pair;
}

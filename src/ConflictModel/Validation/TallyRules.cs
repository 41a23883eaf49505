using ConflictModel.Arithmetic;
using NodaTime;

namespace ConflictModel.Validation;

/// <summary>Tallies agree with the incidents they count and with the tallies they go on from.</summary>
internal sealed class TallyRules(FindingList findings, CategoryRelations relations)
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

        var falls = new HashSet<(TallyId Before, TallyId After)>();
        foreach ((Tally before, Tally after) in Superseded().Concat(Series()))
        {
            if (!falls.Contains((before.Id, after.Id)) && Falls(before, after))
            {
                falls.Add((before.Id, after.Id));
            }
        }

        // Records of one id are not added up; that they are there is told already.
        if (dataset.Incidents.Select(incident => incident.Id).Distinct().Count() == dataset.Incidents.Count)
        {
            new TotalRules(findings, dataset).Check(falls, id => places[id]);
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
    private IEnumerable<(Tally Before, Tally After)> Series() =>
        from series in tallies.Values.Where(tally => tally.Cumulative && LastDay(tally) is not null).GroupBy(SeriesOf)
        let days = series.OrderBy(LastDay).ToArray()
        from pair in days.Zip(days.Skip(1))
        where LastDay(pair.First) < LastDay(pair.Second)
        select pair;

    private static (SourceId, LocalDate?, string, string, Victims?) SeriesOf(Tally tally) => (
        tally.Report.Citation.Source,
        tally.Scope.Period?.Date.Earliest,
        string.Join(' ', tally.Scope.Regions.Order()),
        string.Join(' ', tally.Scope.AttributedTo.Order()),
        tally.Scope.Victims);

    private static LocalDate? LastDay(Tally tally) => tally.AsOf?.Date.Latest ?? tally.Scope.Period?.Date.Latest;

    private bool Falls(Tally before, Tally after)
    {
        bool falls = false;
        foreach (TollPlace place in TollPlace.In(after.Report, places[after.Id].Member("report")))
        {
            if (before.Report.Casualties?[place.Harm] is { } toll
                && toll.Derive(relations.At(before.Scope.Period)).Whole.Bounds is var was
                && place.Toll.Derive(relations.At(after.Scope.Period)).Whole.Bounds is var isNow
                && isNow.Upper is { } most
                && most < was.Lower)
            {
                falls = true;
                findings.Warning(
                    FindingCodes.CumulativeFall,
                    place.Pointer,
                    $"A running total falls: {isNow} after {was} in '{before.Id}'. It may be a revision.",
                    [most, was.Lower]);
            }
        }

        return falls;
    }
}

using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>Tallies agree with the incidents they count and with the tallies they supersede.</summary>
internal sealed class TallyRules(FindingList findings)
{
    public void Check(ConflictDataset dataset)
    {
        var tallies = new Dictionary<TallyId, Tally>();
        var places = new Dictionary<TallyId, JsonPointer>();
        for (int i = 0; i < dataset.Tallies.Count; i++)
        {
            tallies.TryAdd(dataset.Tallies[i].Id, dataset.Tallies[i]);
            places.TryAdd(dataset.Tallies[i].Id, JsonPointer.Root.Member("tallies").Item(i));
        }

        foreach (Tally tally in tallies.Values)
        {
            foreach (TallyId earlier in tally.Supersedes)
            {
                if (tallies.TryGetValue(earlier, out Tally? before) && tally.Cumulative && before.Cumulative)
                {
                    CheckFall(before, tally, places[tally.Id]);
                }
            }
        }

        foreach (Harm harm in Harms.Summable)
        {
            foreach (ReconciledTally reconciliation in dataset.Reconcile(harm).Where(r => r.IsImpossible))
            {
                Report(reconciliation, harm, places[reconciliation.Tally]);
            }
        }
    }

    private void CheckFall(Tally before, Tally after, JsonPointer at)
    {
        foreach (TollPlace place in TollPlace.In(after.Report, at.Member("report")))
        {
            if (before.Report.Casualties?[place.Harm] is { } toll
                && toll.Derive().Whole.Bounds is var was
                && place.Toll.Derive().Whole.Bounds is var isNow
                && isNow.Upper is { } most
                && most < was.Lower)
            {
                findings.Warning(
                    FindingCodes.CumulativeFall,
                    place.Pointer,
                    $"A running total falls: {isNow} after {was} in '{before.Id}'. It may be a revision.",
                    [most, was.Lower]);
            }
        }
    }

    private void Report(ReconciledTally reconciliation, Harm harm, JsonPointer at) => findings.Error(
        FindingCodes.ExceedsTally,
        at.Member("report").Member("casualties").Member(JsonName.Of(harm)),
        $"The records that are certainly in the tally's scope hold {Math.Max(reconciliation.Accounted.Lower, reconciliation.AccountedInAll.Lower)}, more than its total of {reconciliation.Total}.",
        [Math.Max(reconciliation.Accounted.Lower, reconciliation.AccountedInAll.Lower), reconciliation.Total.Upper ?? 0]);
}

using ConflictModel.Reconciliation;
using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>Tallies that replace one another, old to new, and how each figure came to be another.</summary>
internal sealed class ChainText(ReportModel model, RecordNames names)
{
    private readonly Dictionary<TallyId, Tally> tallies =
        model.Dataset.Tallies.DistinctBy(tally => tally.Id).ToDictionary(tally => tally.Id);

    public Tree Of(TallyChain chain)
    {
        ILookup<TallyId, TallyChain.Step> steps = chain.Steps.ToLookup(step => step.Newer.Id);
        Tree tree = Trees.New($"{chain.Tallies[0]} and what replaces it");
        foreach (TallyId id in chain.Tallies)
        {
            if (!steps[id].Any())
            {
                Trees.Add(tree, $"{Dated(tallies[id])}: {Each(harm => CountOf(tallies[id], harm))}");
            }

            foreach (TallyChain.Step step in steps[id])
            {
                Trees.Add(tree, $"{Dated(step.Newer)} replaces {step.Older.Id}: {Each(step.Explain)}");
            }
        }

        ILookup<TallyId, TallyId> newer = chain.Steps.ToLookup(step => step.Older.Id, step => step.Newer.Id);
        foreach (TallyId id in chain.Forks)
        {
            IEnumerable<TallyId> by = newer[id];
            Trees.Add(tree, $"{id} is replaced by {string.Join(" and by ", by)}: which of them counts is not said");
        }

        if (!chain.Circle.IsEmpty)
        {
            Trees.Add(tree, $"in a circle, so that none is the first: {string.Join(", ", chain.Circle)}");
        }

        return tree;
    }

    private string Dated(Tally tally) => tally.AsOf is { } date ? $"{tally.Id} (as of {names.Of(date)})" : tally.Id.Value;

    private static string? CountOf(Tally tally, Harm harm) =>
        tally.Report.Casualties?[harm]?.Count is { IsEmpty: false } count ? count.ToString() : null;

    private static string Each(Func<Harm, string?> explain)
    {
        string[] harms =
        [
            .. Enum.GetValues<Harm>().Select(harm => explain(harm) is { } said ? $"{Words.Of(harm)} {said}" : null).OfType<string>(),
        ];
        return harms.Length == 0 ? "no figure" : string.Join("; ", harms);
    }
}

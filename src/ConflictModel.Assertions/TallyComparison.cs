using System.Globalization;
using ConflictModel.Reconciliation;

namespace ConflictModel.Assertions;

/// <summary>A tally set against the records of a data set, harm by harm, and what an assertion says of it.</summary>
internal sealed class TallyComparison
{
    private readonly ConflictDataset dataset;
    private readonly ReconciledTally[] reconciled;

    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    public TallyComparison(Tally tally, ConflictDataset dataset)
    {
        this.dataset = dataset with { Tallies = [tally, .. dataset.Tallies.Where(other => other.Id != tally.Id)] };
        reconciled = [.. Harms.Summable.Where(harm => tally.Report.Casualties?[harm] is not null)
            .Select(harm => this.dataset.Reconcile(harm)[0])];
        Clashes = [.. reconciled.SelectMany(ClashesOf)];
        Unaccounted = [.. reconciled.Where(one => one.Unaccounted is { Upper: not 0 }).Select(UnaccountedOf)];
    }

    /// <summary>Whether there is nothing that it could be compared with.</summary>
    public bool IsEmpty => reconciled.All(one => one.Incidents.IsEmpty && one.Tallies.IsEmpty);

    /// <summary>Why there is nothing.</summary>
    public string WhyEmpty => reconciled.Length == 0
        ? "it counts nobody whose numbers can be added"
        : FormattableString.Invariant($"none of the {dataset.Incidents.Count} incidents can be in its scope, so that nothing was compared");

    /// <summary>Where more people are certainly in the scope than it counts.</summary>
    public IReadOnlyList<string> Clashes { get; }

    /// <summary>Where people of the total are, or may be, in no incident.</summary>
    public IReadOnlyList<string> Unaccounted { get; }

    private static IEnumerable<string> ClashesOf(ReconciledTally one)
    {
        string harm = JsonName.Of(one.Harm);
        if (one.IsImpossible)
        {
            string added = string.Join(" + ", one.AtLeast.Take(Verdict.MostLines).Select(record =>
                string.Create(CultureInfo.InvariantCulture, $"{record.Count} ({record.Tally?.Value ?? record.Incident?.Value})")))
                + (one.AtLeast.Count > Verdict.MostLines ? $" + ... ({one.AtLeast.Count} records)" : "");
            yield return $"{harm}: {added} = {one.AtLeast.Sum(record => record.Count)}, more than {CountText.Of(one.Total)}";
        }

        foreach (ReconciledTally.AccountedPart part in one.Parts.Where(part => part.Unaccounted is null))
        {
            yield return $"{harm}/{part.Path}: {part.Accounted} in the incidents, more than {CountText.Of(part.Total)}";
        }
    }

    private static string UnaccountedOf(ReconciledTally one)
    {
        int certain = one.Incidents.Count(incident => incident.InScope == Truth.Yes);
        int perhaps = one.Incidents.Count - certain;
        return FormattableString.Invariant($"{JsonName.Of(one.Harm)}: {one.Unaccounted} of {one.Total} are in no incident ")
            + FormattableString.Invariant($"(in its scope: {certain} certainly, {perhaps} perhaps)");
    }
}

using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Tallies of one scope, its period included: at most one of them can stand beside others that it shares nothing with.</summary>
/// <param name="tallies">The tallies, and the place of each in its line; -1 for one that stands before all others.</param>
internal sealed class TalliesAlike((Tally Tally, int Place)[] tallies)
{
    private (int Most, int Next)? most;
    private (int Most, int Next)? mostAttributed;

    /// <summary>The period of all.</summary>
    public UncertainDate Period => tallies[0].Tally.Scope.Period!.Value.Date;

    public LocalDate? First { get; } = tallies[0].Tally.Scope.Period!.Value.Date.Earliest;

    public LocalDate? Last { get; } = tallies[0].Tally.Scope.Period!.Value.Date.Latest;

    /// <summary>The one that certainly counts the most, the first of several; null if there is none but the whole.</summary>
    /// <param name="whole">A tally that is not meant.</param>
    /// <param name="count">The least that each counts.</param>
    /// <param name="isAttributed">By which of two questions the counts differ; each is asked once of each tally.</param>
    public (Tally Tally, int Place)? Most(Tally whole, Func<Tally, long> count, bool isAttributed)
    {
        (int Most, int Next) found = isAttributed ? mostAttributed ??= Find(count) : most ??= Find(count);
        int meant = ReferenceEquals(tallies[found.Most].Tally, whole) ? found.Next : found.Most;
        return meant < 0 ? null : tallies[meant];
    }

    private (int Most, int Next) Find(Func<Tally, long> count)
    {
        int[] order = [.. Enumerable.Range(0, tallies.Length).OrderByDescending(i => count(tallies[i].Tally)).Take(2)];
        return (order[0], order.Length > 1 ? order[1] : -1);
    }
}

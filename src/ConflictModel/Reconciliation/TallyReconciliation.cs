using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>
/// Sets tallies against the incidents and the smaller tallies that they may count, and against earlier ones of their series.
/// </summary>
public static class TallyReconciliation
{
    /// <summary>Sets each tally's count of a harm against the incidents and the smaller tallies that are or may be in its scope.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="harm">The harm; tallies that do not count it are passed over.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <exception cref="DerivationDepthException">Breakdowns nest deeper than the arithmetic goes.</exception>
    /// <exception cref="ReconciliationSizeException">More pairs of records would have to be looked at than are.</exception>
    /// <exception cref="ArgumentException">Two incidents bear one id.</exception>
    public static ValueList<ReconciledTally> Reconcile(this ConflictDataset dataset, Harm harm, ReportPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        Tally[] tallies = dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null).ToArray();
        if (tallies.Length == 0)
        {
            return default;
        }

        var comparisons = Comparisons.Of(dataset);
        var reconciler = Reconciler.Of(dataset, harm, policy ?? ReportPolicy.Hull, comparisons);
        return tallies.Select(tally => reconciler.Reconcile(tally) ?? throw ReconciliationSizeException.Beyond(comparisons.Most))
            .ToValueList();
    }

    /// <summary>
    /// The tally of what a running total added since an earlier one of the same series: each count of both less what it was before.
    /// </summary>
    /// <param name="later">The later tally.</param>
    /// <param name="earlier">The earlier tally.</param>
    /// <returns>
    /// A tally with the later one's source and scope, whose period are the days after the earlier one's last: none where either tally is
    /// not known to the day. A count that both report becomes the bounds of its increment; one that fell has no figure, for a
    /// fall is a revision and no increment. Parts of the first level are matched by their categories, pieces of one category by all that
    /// they say; what only one of the two reports is left out.
    /// </returns>
    /// <exception cref="ArgumentException">One of the tallies is not cumulative.</exception>
    public static Tally Since(this Tally later, Tally earlier)
    {
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(earlier);
        return later.Cumulative && earlier.Cumulative
            ? TallyIncrement.Between(earlier, later)
            : throw new ArgumentException("Only running totals have increments.", nameof(earlier));
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>Sets tallies against the incidents and the smaller tallies that they may count.</summary>
public static class TallyReconciliation
{
    extension(ConflictDataset dataset)
    {
        /// <summary>Sets each tally's count of a harm against the incidents and the smaller tallies that are or may be in its scope.</summary>
        /// <param name="harm">The harm; tallies that do not count it are passed over.</param>
        /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
        /// <exception cref="DerivationDepthException">Breakdowns nest deeper than the arithmetic goes.</exception>
        public ValueList<ReconciledTally> Reconcile(Harm harm, ReportPolicy? policy = null)
        {
            ArgumentNullException.ThrowIfNull(dataset);
            Tally[] tallies = dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null).ToArray();
            return tallies.Length == 0 ? default : tallies.Select(new Reconciler(dataset, harm, policy ?? ReportPolicy.Hull).Reconcile).ToValueList();
        }
    }
}

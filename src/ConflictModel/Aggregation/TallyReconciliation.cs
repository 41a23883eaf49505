namespace ConflictModel.Aggregation;

/// <summary>Sets tallies against the incidents that they may count.</summary>
public static class TallyReconciliation
{
    extension(ConflictDataset dataset)
    {
        /// <summary>Sets each tally's count of a harm against the incidents that are or may be in its scope.</summary>
        /// <param name="harm">The harm; tallies that do not count it are passed over.</param>
        /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
        public ValueList<Reconciliation> Reconcile(Harm harm, ReportPolicy? policy = null)
        {
            ArgumentNullException.ThrowIfNull(dataset);
            var regions = new RegionGraph(dataset.Regions);
            List<Incident> events = SameEvents.Merge(dataset.Incidents).ToList();
            return dataset.Tallies
                .Where(tally => tally.Report.Casualties?[harm] is not null)
                .Select(tally => Reconcile(tally, harm, events, regions, policy ?? ReportPolicy.Hull))
                .ToValueList();
        }
    }

    private static Reconciliation Reconcile(Tally tally, Harm harm, List<Incident> events, RegionGraph regions, ReportPolicy policy)
    {
        Bounds total = policy.Resolve([tally.Report], harm)!.Bounds;
        var scope = new ScopeAnswer(tally.Scope, regions);
        var incidents = new List<AccountedIncident>();
        Bounds sum = Bounds.Zero;
        foreach (Incident incident in events)
        {
            Truth inScope = scope.Holds(incident);
            if (inScope != Truth.No && policy.Resolve(incident.Reports, harm) is { } figure)
            {
                var accounted = new AccountedIncident(incident.Id, inScope, figure.Bounds);
                incidents.Add(accounted);
                sum += accounted.Accounts;
            }
        }

        Bounds? within = sum.Intersect(new Bounds(0, total.Upper));
        return new()
        {
            Tally = tally.Id,
            Harm = harm,
            Total = total,
            Incidents = incidents.ToValueList(),
            Accounted = within ?? sum,
            Unaccounted = within is { } possible ? Rest(total, possible) : null,
        };
    }

    // What is left of a total of which some is accounted for: never below zero, and without limit where the total has none.
    private static Bounds Rest(Bounds total, Bounds accounted) => new(
        accounted.Upper is { } most ? Math.Max(0, total.Lower - most) : 0,
        total.Upper - accounted.Lower,
        total.IsOuter || accounted.IsOuter);
}

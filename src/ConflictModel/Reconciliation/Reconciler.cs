using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Works out the reconciliations of one data set and one harm.</summary>
internal sealed class Reconciler
{
    private readonly ConflictDataset dataset;
    private readonly Harm harm;
    private readonly RegionHierarchy regions;
    private readonly List<(Incident Incident, IncidentFigure Figure)> events;

    public Reconciler(ConflictDataset dataset, Harm harm, ReportPolicy policy)
    {
        this.dataset = dataset;
        this.harm = harm;
        regions = RegionHierarchy.FromUnchecked(dataset.Regions);
        events = SameEvents.Merge(dataset.Incidents)
            .Select(incident => (incident, Figure: policy.Resolve(incident.Reports, harm)))
            .Where(pair => pair.Figure is not null)
            .Select(pair => (pair.incident, pair.Figure!))
            .ToList();
    }

    public ReconciledTally Reconcile(Tally tally)
    {
        Derivation derivation = Derive(tally);
        Bounds total = derivation.Whole.Bounds;
        var scope = new ScopeAnswer(tally.Scope, regions);
        var inScope = new List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)>();
        foreach ((Incident incident, IncidentFigure figure) in events)
        {
            if (scope.Holds(incident) is var answer && answer != Truth.No)
            {
                inScope.Add((incident, new(incident.Id, answer, figure.Bounds)));
            }
        }

        Bounds sum = Sum(inScope.Select(one => one.Accounted.Accounts));
        var smaller = dataset.Tallies
            .Where(other => other.Id != tally.Id && other.Report.Casualties?[harm] is not null && scope.Holds(other) == Truth.Yes)
            .Select(other => new KeyValuePair<TallyId, Bounds>(other.Id, CountOf(other, tally.Scope)))
            .ToValueList();
        return new()
        {
            Tally = tally.Id,
            Harm = harm,
            Total = total,
            Incidents = inScope.Select(one => one.Accounted).ToValueList(),
            Accounted = Within(sum, total) ?? sum,
            Unaccounted = Rest(total, sum),
            Parts = Parts(derivation, inScope),
            Tallies = smaller,
            AccountedInAll = InAll(sum, smaller, total),
        };
    }

    // Accounts that may hold the same people: at least what one of them holds for certain, at most the sum.
    private static Bounds InAll(Bounds incidents, ValueList<KeyValuePair<TallyId, Bounds>> tallies, Bounds total)
    {
        long atLeast = tallies.Aggregate(incidents.Lower, (most, tally) => Math.Max(most, tally.Value.Lower));
        Bounds sum = incidents + Sum(tallies.Select(t => t.Value));
        var all = new Bounds(atLeast, sum.Upper, sum.IsOuter);
        return Within(all, total) ?? all;
    }

    private static Bounds Sum(IEnumerable<Bounds> counts) => counts.Aggregate(Bounds.Zero, (sum, count) => sum + count);

    private static Bounds? Within(Bounds accounted, Bounds total) => accounted.Intersect(new(0, total.Upper));

    // What is left of a total of which some is accounted for: never below zero, without limit where the total has none; null if more is accounted for.
    private static Bounds? Rest(Bounds total, Bounds sum) => Within(sum, total) is not { } accounted
        ? null
        : new(
            accounted.Upper is { } most ? Math.Max(0, total.Lower - most) : 0,
            total.Upper - accounted.Lower,
            total.IsOuter || accounted.IsOuter);

    private ValueList<ReconciledTally.AccountedPart> Parts(Derivation derivation, List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> inScope)
    {
        var answer = new PartAnswer(regions, harm);
        var parts = new List<ReconciledTally.AccountedPart>();
        foreach (DerivedFigure part in derivation.Whole.Breakdowns.SelectMany(breakdown => breakdown.Parts))
        {
            Bounds sum = Sum(inScope.Select(one => answer.Of(one.Incident, one.Accounted, part)));
            parts.Add(new(part.Path, part.Bounds, Within(sum, part.Bounds) ?? sum, Rest(part.Bounds, sum)));
        }

        return parts.ToValueList();
    }

    private Bounds CountOf(Tally tally, Scope wider)
    {
        Derivation derivation = Derive(tally);
        return wider.AttributedTo.IsEmpty ? derivation.Whole.Bounds : derivation.Attributed?.Bounds ?? derivation.Whole.Bounds;
    }

    private Derivation Derive(Tally tally) => tally.Report.Casualties![harm]!.Derive(tally.Scope.AttributedTo);
}

using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Works out the reconciliations of one data set and one harm.</summary>
internal sealed class Reconciler
{
    private readonly Harm harm;
    private readonly RegionHierarchy regions;
    private readonly VictimAnswer victims;
    private readonly CategoryRelations relations;
    private readonly ScopeIndex<(Incident Incident, IncidentFigure Figure)> events;
    private readonly ScopeIndex<Tally> tallies;
    private readonly Dictionary<Tally, TallyLine> lineOf;
    private readonly ILookup<ValueList<RegionId>, (TallyLine Line, int Number)> linesIn;
    private readonly Dictionary<TallyLine, TallyLine[]> linesWithin = [];
    private readonly Dictionary<Tally, (Bounds Whole, Bounds? Attributed)> counts = new(ReferenceEqualityComparer.Instance);

    public Reconciler(ConflictDataset dataset, Harm harm, ReportPolicy policy)
    {
        this.harm = harm;
        regions = RegionHierarchy.FromUnchecked(dataset.Regions);
        relations = CategoryRelations.Of(dataset);
        victims = new(dataset, relations);
        List<(Incident Incident, IncidentFigure Figure)> figures = SameEvents.Merge(dataset.Incidents, policy, relations)
            .Select(incident => (incident, Figure: policy.Resolve(incident.Reports, harm, relations.At(incident.Date))))
            .Where(pair => pair.Figure is not null)
            .Select(pair => (pair.incident, pair.Figure!))
            .ToList();
        events = new(figures, one => one.Incident.Date.Date, one => one.Incident.Place?.Regions ?? default);
        List<Tally> counting = [.. dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null)];
        tallies = new(counting, tally => tally.Scope.Period?.Date, tally => tally.Scope.Regions);
        lineOf = TallyLine.Of(counting);
        linesIn = lineOf.Values.Distinct().Select((line, number) => (line, number)).ToLookup(one => one.line.Scope.Regions);
    }

    /// <summary>A tally's own total, and the records that certainly lie in its scope, share nobody and hold the most.</summary>
    public (Bounds Total, ValueList<ReconciledTally.Certain> AtLeast) AtLeast(Tally tally) =>
        (CountsOf(tally).Whole, Certain(tally, InScope(tally)));

    public ReconciledTally Reconcile(Tally tally)
    {
        Derivation derivation = Derive(tally);
        Bounds total = derivation.Whole.Bounds;
        var scope = new ScopeAnswer(tally.Scope, regions);
        List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> inScope = InScope(tally);
        Bounds sum = Sum(inScope.Select(one => one.Accounted.Accounts));
        List<(Tally Tally, Bounds Count)> smaller = tallies.Candidates(scope)
            .Where(other => other.Id != tally.Id && scope.Holds(other) == Truth.Yes)
            .Select(other => (other, CountOf(other, tally.Scope)))
            .ToList();
        ValueList<ReconciledTally.Certain> certain = Certain(tally, inScope);
        return new()
        {
            Tally = tally.Id,
            Harm = harm,
            Total = total,
            Incidents = inScope.Select(one => one.Accounted).ToValueList(),
            Accounted = Within(sum, total) ?? sum,
            Unaccounted = Unaccounted(total, sum),
            Parts = Parts(derivation, inScope),
            Tallies = smaller.Select(one => KeyValuePair.Create(one.Tally.Id, one.Count)).ToValueList(),
            AccountedInAll = InAll(certain.Sum(one => one.Count), sum + Sum(smaller.Select(one => one.Count)), total),
            AtLeast = certain,
        };
    }

    private List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> InScope(Tally tally)
    {
        var scope = new ScopeAnswer(tally.Scope, regions);
        var inScope = new List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)>();
        foreach ((Incident incident, IncidentFigure figure) in events.Candidates(scope))
        {
            if (scope.Holds(incident) is var answer && answer != Truth.No)
            {
                inScope.Add((incident, new(incident.Id, answer, figure.Bounds)));
            }
        }

        return inScope;
    }

    /// <summary>The tallies that certainly lie within another, but for those that later ones of their series stand for.</summary>
    private List<(Tally Tally, Bounds Count)> CertainWithin(Tally tally)
    {
        TallyLine line = lineOf[tally];
        if (!linesWithin.TryGetValue(line, out TallyLine[]? within))
        {
            var scope = new ScopeAnswer(line.Scope, regions);
            within =
            [
                .. linesIn.Where(place => scope.InRegions(place.Key) == Truth.Yes)
                    .SelectMany(place => place.Where(other => scope.HoldsButForPeriod(other.Line.Scope)))
                    .OrderBy(other => other.Number)
                    .Select(other => other.Line),
            ];
            linesWithin.Add(line, within);
        }

        return within.SelectMany(other => other.Within(tally, isOwn: other == line))
            .Select(other => (other, CountOf(other, tally.Scope)))
            .ToList();
    }

    // Accounts that may hold the same people: at least what those hold that share nobody, at most the sum.
    private static Bounds InAll(long atLeast, Bounds sum, Bounds total)
    {
        var all = new Bounds(atLeast, sum.Upper, sum.IsOuter);
        return Within(all, total) ?? all;
    }

    /// <summary>
    /// The records that certainly share nobody and hold the most: the incidents, or tallies of scopes that are apart with the incidents
    /// outside.
    /// </summary>
    private ValueList<ReconciledTally.Certain> Certain(
        Tally tally, List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> incidents)
    {
        var listed = incidents.Where(one => one.Accounted.Accounts.Lower > 0)
            .Select(one => (one.Incident, Certain: new ReconciledTally.Certain(null, one.Accounted.Incident, one.Accounted.Accounts.Lower)))
            .ToList();
        List<(Tally Tally, Bounds Count)> within = CertainWithin(tally);
        var elsewhere = within.Where(one => lineOf[one.Tally] != lineOf[tally]).ToList();

        // What its source counted of the same earlier may be less than what the places in it come to.
        List<List<(Tally Tally, Bounds Count)>> ways = elsewhere.Count == within.Count ? [within] : [within, elsewhere];
        return ways.Select(way => Together(way, listed)).Prepend([.. listed.Select(one => one.Certain)])
            .MaxBy(way => way.Sum(one => one.Count))!.ToValueList();
    }

    private List<ReconciledTally.Certain> Together(
        List<(Tally Tally, Bounds Count)> tallies, List<(Incident Incident, ReconciledTally.Certain Certain)> listed)
    {
        var chosen = new List<Tally>();
        var together = new List<ReconciledTally.Certain>();
        foreach ((Tally tally, Bounds count) in tallies.OrderByDescending(one => one.Count.Lower))
        {
            var scope = new ScopeAnswer(tally.Scope, regions);
            if (count.Lower > 0 && chosen.TrueForAll(other => scope.IsApartFrom(other.Scope)))
            {
                chosen.Add(tally);
                together.Add(new(tally.Id, null, count.Lower));
            }
        }

        ScopeAnswer[] scopes = [.. chosen.Select(tally => new ScopeAnswer(tally.Scope, regions))];
        together.AddRange(
            listed.Where(one => Array.TrueForAll(scopes, scope => scope.Holds(one.Incident) == Truth.No)).Select(one => one.Certain));
        return together;
    }

    private static Bounds Sum(IEnumerable<Bounds> counts) => counts.Aggregate(Bounds.Zero, (sum, count) => sum + count);

    private static Bounds? Within(Bounds accounted, Bounds total) => accounted.Intersect(new(0, total.Upper));

    // What is left of a total of which some is accounted for: never below zero, without limit where the total has none; null if more is
    // accounted for.
    private static Bounds? Unaccounted(Bounds total, Bounds sum) => Within(sum, total) is not { } accounted
        ? null
        : new(
            accounted.Upper is { } most ? Math.Max(0, total.Lower - most) : 0,
            total.Upper - accounted.Lower,
            total.IsOuter || accounted.IsOuter);

    private ValueList<ReconciledTally.AccountedPart> Parts(
        Derivation derivation, List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> inScope)
    {
        var answer = new PartAnswer(regions, relations, victims, harm);
        var parts = new List<ReconciledTally.AccountedPart>();
        foreach (DerivedFigure part in derivation.Whole.Breakdowns.SelectMany(breakdown => breakdown.Parts))
        {
            Bounds sum = Sum(inScope.Select(one => answer.Of(one.Incident, one.Accounted, part)));
            parts.Add(new(part.Path, part.Bounds, Within(sum, part.Bounds) ?? sum, Unaccounted(part.Bounds, sum)));
        }

        return parts.ToValueList();
    }

    private Bounds CountOf(Tally tally, Scope wider)
    {
        (Bounds whole, Bounds? attributed) = CountsOf(tally);
        return wider.AttributedTo.IsEmpty ? whole : attributed ?? whole;
    }

    private (Bounds Whole, Bounds? Attributed) CountsOf(Tally tally)
    {
        if (!counts.TryGetValue(tally, out (Bounds Whole, Bounds? Attributed) count))
        {
            Derivation derivation = Derive(tally);
            counts.Add(tally, count = (derivation.Whole.Bounds, derivation.Attributed?.Bounds));
        }

        return count;
    }

    private Derivation Derive(Tally tally) =>
        tally.Report.Casualties![harm]!.Derive(relations.At(tally.Scope.Period), tally.Scope.AttributedTo);
}

using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Works out the reconciliations of one data set and one harm.</summary>
internal sealed class Reconciler
{
    private readonly Harm harm;
    private readonly RegionHierarchy regions;
    private readonly CategoryRelations relations;
    private readonly Comparisons comparisons;
    private readonly ApartRegions apart;
    private readonly Lazy<VictimAnswer> victims;
    private readonly ScopeIndex<(Incident Incident, IncidentFigure Figure)> events;
    private readonly ScopeIndex<Tally> tallies;
    private readonly Dictionary<Tally, TallyLine> lineOf;
    private readonly LinesInRegions linesIn;
    private readonly Dictionary<TallyLine, TallyLine[]> linesWithin = [];
    private readonly Dictionary<Tally, (Bounds Whole, Bounds? Attributed)> counts = new(ReferenceEqualityComparer.Instance);

    /// <param name="dataset">The data set.</param>
    /// <param name="harm">The harm that is counted.</param>
    /// <param name="policy">How several reports become one figure.</param>
    /// <param name="comparisons">How much of it is looked at.</param>
    /// <param name="regions">What lies within what.</param>
    /// <param name="relations">What is known of the categories.</param>
    public Reconciler(
        ConflictDataset dataset, Harm harm, ReportPolicy policy, Comparisons comparisons, RegionHierarchy regions,
        CategoryRelations relations)
    {
        this.harm = harm;
        this.comparisons = comparisons;
        this.regions = regions;
        this.relations = relations;
        apart = new(regions);
        victims = new(() => new(dataset, relations));
        List<(Incident Incident, IncidentFigure Figure)> figures = SameEvents.Merge(dataset.Incidents, policy, relations)
            .Select(incident => (incident, Figure: policy.Resolve(incident.Reports, harm, relations.At(incident.Date))))
            .Where(pair => pair.Figure is not null)
            .Select(pair => (pair.incident, pair.Figure!))
            .ToList();
        events = new(figures, one => one.Incident.Date.Date, one => one.Incident.Place?.Regions ?? default, apart);
        List<Tally> counting = [.. dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null)];
        tallies = new(counting, tally => tally.Scope.Period?.Date, tally => tally.Scope.Regions, apart);
        lineOf = TallyLine.Of(counting);
        linesIn = new([.. lineOf.Values.Distinct()], regions);
    }

    /// <summary>The same with what is known of regions and categories in the data set itself.</summary>
    public static Reconciler Of(ConflictDataset dataset, Harm harm, ReportPolicy policy, Comparisons comparisons) => new(
        dataset, harm, policy, comparisons, RegionHierarchy.FromUnchecked(dataset.Regions), CategoryRelations.Of(dataset));

    /// <summary>A tally's own total, and the records that certainly lie in its scope, share nobody and hold the most; null if there is
    /// more to look at than may be.</summary>
    public (Bounds Total, ValueList<ReconciledTally.Certain> AtLeast)? AtLeast(Tally tally)
    {
        ValueList<ReconciledTally.Certain> certain = Certain(tally, InScope(tally));
        return comparisons.AreSpent ? null : (CountsOf(tally).Whole, certain);
    }

    /// <summary>A tally set against what is in its scope; null if there is more to look at than may be.</summary>
    public ReconciledTally? Reconcile(Tally tally)
    {
        Derivation derivation = Derive(tally);
        Bounds total = derivation.Whole.Bounds;
        var scope = new ScopeAnswer(tally.Scope, regions);
        List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> inScope = InScope(tally);
        Bounds sum = Sum(inScope.Select(one => one.Accounted.Accounts));
        List<(Tally Tally, Bounds Count)> smaller = tallies.Candidates(scope).TakeWhile(_ => comparisons.Take())
            .Where(other => other.Id != tally.Id && scope.Holds(other) == Truth.Yes)
            .Select(other => (other, CountOf(other, tally.Scope)))
            .ToList();
        ValueList<ReconciledTally.Certain> certain = Certain(tally, inScope);
        ValueList<ReconciledTally.AccountedPart> parts = Parts(derivation, inScope);
        return comparisons.AreSpent ? null : new()
        {
            Tally = tally.Id,
            Harm = harm,
            Total = total,
            Incidents = inScope.Select(one => one.Accounted).ToValueList(),
            Accounted = Within(sum, total) ?? sum,
            Unaccounted = Unaccounted(total, sum),
            Parts = parts,
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
            if (!comparisons.Take())
            {
                break;
            }

            if (scope.Holds(incident) is var answer && answer != Truth.No)
            {
                inScope.Add((incident, new(incident.Id, answer, figure.Bounds)));
            }
        }

        return inScope;
    }

    /// <summary>The tallies that certainly lie within another, but for those that later ones of their series stand for, and for those that
    /// count no more than another of the very same scope.</summary>
    private List<(Tally Tally, Bounds Count)> CertainWithin(Tally tally)
    {
        TallyLine line = lineOf[tally];
        if (!linesWithin.TryGetValue(line, out TallyLine[]? within))
        {
            var scope = new ScopeAnswer(line.Scope, regions);
            within = [.. linesIn.Within(scope).Where(other => comparisons.Take() && scope.HoldsButForPeriod(other.Scope))];
            linesWithin.Add(line, within);
        }

        var all = new List<(Tally Tally, Bounds Count)>();
        foreach (TallyLine other in within.TakeWhile(_ => comparisons.Take()))
        {
            IEnumerable<(Tally Tally, int Place)> most = other.Within(tally, isOwn: other == line)
                .TakeWhile(_ => comparisons.Take())
                .Select(some => some.Most(tally, one => CountOf(one, tally.Scope).Lower, !tally.Scope.AttributedTo.IsEmpty))
                .OfType<(Tally Tally, int Place)>();
            all.AddRange(most.OrderBy(one => one.Place).Select(one => (one.Tally, CountOf(one.Tally, tally.Scope))));
        }

        return all;
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
        var scopes = new ApartScopes(apart, comparisons);
        List<(Tally Tally, Bounds Count)> chosen =
        [
            .. tallies.Where(one => one.Count.Lower > 0).OrderByDescending(one => one.Count.Lower)
                .Where(one => scopes.TryAdd(one.Tally.Scope)),
        ];
        var together = chosen.Select(one => new ReconciledTally.Certain(one.Tally.Id, null, one.Count.Lower)).ToList();
        if (listed.Count > 0)
        {
            together.AddRange(Outside(chosen.Select(one => one.Tally.Scope), listed));
        }

        return together;
    }

    /// <summary>The incidents that certainly are in none of some scopes.</summary>
    private IEnumerable<ReconciledTally.Certain> Outside(
        IEnumerable<Scope> scopes, List<(Incident Incident, ReconciledTally.Certain Certain)> listed)
    {
        var index = new ScopeIndex<(Incident Incident, ReconciledTally.Certain Certain)>(
            listed, one => one.Incident.Date.Date, one => one.Incident.Place?.Regions ?? default, apart);
        var inside = new HashSet<IncidentId>();
        foreach (ScopeAnswer scope in scopes.Select(scope => new ScopeAnswer(scope, regions)))
        {
            inside.UnionWith(index.Candidates(scope).TakeWhile(_ => comparisons.Take())
                .Where(one => scope.Holds(one.Incident) != Truth.No).Select(one => one.Incident.Id));
        }

        return listed.Where(one => !inside.Contains(one.Incident.Id)).Select(one => one.Certain);
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
        var answer = new PartAnswer(regions, relations, victims.Value, harm);
        var parts = new List<ReconciledTally.AccountedPart>();
        foreach (DerivedBreakdown breakdown in derivation.Whole.Breakdowns.Where(breakdown => breakdown.Parts.Count > 0))
        {
            // Of incidents that list nothing on an axis, as many may be of each of its parts: they are looked at once.
            bool isOfOccasion = breakdown.Breakdown.By is Axis.Region or Axis.Period;
            ILookup<bool, (Incident Incident, ReconciledTally.AccountedIncident Accounted)> compared = inScope
                .TakeWhile(_ => comparisons.Take())
                .ToLookup(one => isOfOccasion || answer.ListsAny(one.Incident, breakdown.Breakdown.By));
            Bounds others = Sum(compared[false].Select(one => answer.Of(one.Incident, one.Accounted, breakdown.Parts[0])));
            foreach (DerivedFigure part in breakdown.Parts)
            {
                // Where and when an incident was is held against a part in a fraction of the time that its own parts take.
                int incidents = compared[true].Count();
                if (!comparisons.Take(isOfOccasion ? incidents / Comparisons.PassedOver : incidents))
                {
                    return default;
                }

                Bounds sum = others + Sum(compared[true].Select(one => answer.Of(one.Incident, one.Accounted, part)));
                parts.Add(new(part.Path, part.Bounds, Within(sum, part.Bounds) ?? sum, Unaccounted(part.Bounds, sum)));
            }
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

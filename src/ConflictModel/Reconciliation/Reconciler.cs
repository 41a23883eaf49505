using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>Works out the reconciliations of one data set and one harm.</summary>
internal sealed class Reconciler
{
    /// <summary>So many scopes are held against each incident at less cost than an index of the incidents has.</summary>
    private const int FewScopes = 4;

    /// <summary>So many incidents in scopes are kept for other tallies over the same, in some 200 MB.</summary>
    private const int MostKept = 1_000_000;

    private readonly Harm harm;
    private readonly RegionHierarchy regions;
    private readonly CategoryRelations relations;
    private readonly Comparisons comparisons;
    private readonly ApartRegions apart;
    private readonly IncidentListings listings;
    private readonly ScopeIndex<(Incident Incident, IncidentFigure Figure)> events;
    private readonly ScopeIndex<Tally> tallies;
    private readonly Dictionary<Tally, TallyLine> lineOf;
    private readonly LinesInRegions linesIn;
    private readonly Dictionary<TallyLine, TallyLine[]> linesWithin = [];
    private readonly HashSet<Scope> ofSeveral;
    private readonly Dictionary<Scope, ScopeContent> contents = [];
    private readonly Dictionary<Tally, (Bounds Whole, Bounds? Attributed)> counts = new(ReferenceEqualityComparer.Instance);
    private long kept;

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
        listings = new(relations, new(() => new(dataset, relations)), harm);
        List<(Incident Incident, IncidentFigure Figure)> figures = SameEvents.Merge(dataset.Incidents, policy, relations)
            .Select(incident => (incident, Figure: policy.Resolve(incident.Reports, harm, relations.At(incident.Date))))
            .Where(pair => pair.Figure is not null)
            .Select(pair => (pair.incident, pair.Figure!))
            .ToList();
        events = new(figures, one => one.Incident.Date.Date, one => one.Incident.Place?.Regions ?? default, apart);
        List<Tally> counting = [.. dataset.Tallies.Where(tally => tally.Report.Casualties?[harm] is not null)];
        tallies = new(counting, tally => tally.Scope.Period?.Date, tally => tally.Scope.Regions, apart);
        ofSeveral = [.. counting.GroupBy(tally => tally.Scope).Where(same => same.Skip(1).Any()).Select(same => same.Key)];
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
        ValueList<ReconciledTally.Certain> certain = Certain(tally, ContentOf(tally.Scope).Certain);
        return comparisons.AreSpent ? null : (CountsOf(tally).Whole, certain);
    }

    /// <summary>A tally set against what is in its scope; null if there is more to look at than may be.</summary>
    public ReconciledTally? Reconcile(Tally tally)
    {
        Derivation derivation = Derive(tally);
        Bounds total = derivation.Whole.Bounds;
        var scope = new ScopeAnswer(tally.Scope, regions);
        ScopeContent content = ContentOf(tally.Scope);
        Bounds sum = content.Sum;
        List<(Tally Tally, Bounds Count)> smaller = tallies.Candidates(scope).TakeWhile(_ => comparisons.Take())
            .Where(other => other.Id != tally.Id && scope.Holds(other) == Truth.Yes)
            .Select(other => (other, CountOf(other, tally.Scope)))
            .ToList();
        ValueList<ReconciledTally.Certain> certain = Certain(tally, content.Certain);
        ValueList<ReconciledTally.AccountedPart> parts = Parts(derivation, content);
        return comparisons.AreSpent ? null : new()
        {
            Tally = tally.Id,
            Harm = harm,
            Total = total,
            Incidents = content.Incidents,
            Accounted = Within(sum, total) ?? sum,
            Unaccounted = Unaccounted(total, sum),
            Parts = parts,
            Tallies = smaller.Select(one => KeyValuePair.Create(one.Tally.Id, one.Count)).ToValueList(),
            AccountedInAll = InAll(certain.Sum(one => one.Count), sum + Sum(smaller.Select(one => one.Count)), total),
            AtLeast = certain,
        };
    }

    /// <summary>What is or may be in a scope; it is kept where several tallies count over it.</summary>
    private ScopeContent ContentOf(Scope scope)
    {
        if (contents.TryGetValue(scope, out ScopeContent? content))
        {
            // Whoever asks goes through what is certain once more.
            comparisons.Take(content.Count);
            return content;
        }

        content = new(InScope(new(scope, regions)), regions, listings, comparisons);
        if (ofSeveral.Contains(scope) && kept + content.Count <= MostKept)
        {
            kept += content.Count;
            contents.Add(scope, content);
        }

        return content;
    }

    private List<(Incident Incident, ReconciledTally.AccountedIncident Accounted)> InScope(ScopeAnswer scope)
    {
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
        Tally tally, List<(Incident Incident, ReconciledTally.Certain Certain)> listed)
    {
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
            together.AddRange(Outside(chosen.ConvertAll(one => one.Tally.Scope), listed));
        }

        return together;
    }

    /// <summary>The incidents that certainly are in none of some scopes.</summary>
    private IEnumerable<ReconciledTally.Certain> Outside(
        List<Scope> scopes, List<(Incident Incident, ReconciledTally.Certain Certain)> listed)
    {
        ScopeAnswer[] answers = [.. scopes.Select(scope => new ScopeAnswer(scope, regions))];
        if (answers.Length <= FewScopes)
        {
            return listed
                .Where(one => Array.TrueForAll(answers, scope => scope.Holds(one.Incident) == Truth.No || !comparisons.Take()))
                .Select(one => one.Certain);
        }

        var index = new ScopeIndex<(Incident Incident, ReconciledTally.Certain Certain)>(
            listed, one => one.Incident.Date.Date, one => one.Incident.Place?.Regions ?? default, apart);
        var inside = new HashSet<IncidentId>();
        foreach (ScopeAnswer scope in answers)
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

    private static ValueList<ReconciledTally.AccountedPart> Parts(Derivation derivation, ScopeContent content) => derivation.Whole
        .Breakdowns.SelectMany(breakdown => breakdown.Parts)
        .Select(part => (Part: part, Sum: content.Of(part)))
        .TakeWhile(one => one.Sum is not null)
        .Select(one => new ReconciledTally.AccountedPart(
            one.Part.Path, one.Part.Bounds, Within(one.Sum!.Value, one.Part.Bounds) ?? one.Sum.Value,
            Unaccounted(one.Part.Bounds, one.Sum.Value)))
        .ToValueList();

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

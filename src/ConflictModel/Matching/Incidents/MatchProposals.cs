using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>Which records of several sources may be of one event: for somebody to decide. Nothing is merged.</summary>
/// <remarks>Immutable and safe for any number of threads. Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class MatchProposals
{
    private readonly EventSets sets;
    private readonly Lazy<DistinctEvents> distinct;
    private readonly Lazy<DistinctEvents> distinctIfAccepted;
    private readonly Lazy<ILookup<int, MatchProposal>> byRecord;

    internal MatchProposals(MatchRules rules, EventSets sets, MatchProposal[] pairs, ValueList<ValueList<Incident>> clusters, int crowded)
    {
        (Rules, this.sets, Pairs, Clusters, Crowded) = (rules, sets, [.. pairs], clusters, crowded);
        distinct = new(() => sets.Count(pairs.Where(pair => pair.Verdict != MatchVerdict.Impossible), []));
        distinctIfAccepted = new(() =>
            sets.Count(Of(MatchVerdict.Undecided), pairs.Where(pair => pair.IsChosen)).Narrowed(distinct.Value));
        byRecord = new(() => pairs
            .SelectMany(pair => new[] { (Record: pair.OneNumber, Pair: pair), (Record: pair.OtherNumber, Pair: pair) })
            .ToLookup(entry => entry.Record, entry => entry.Pair));
    }

    /// <summary>The rules by which they were found.</summary>
    public MatchRules Rules { get; }

    /// <summary>
    /// The pairs of records that are, or may be, within the windows of space and time: the possible ones first, then the undecided, then
    /// those that something else rules out; of each the closest first.
    /// </summary>
    public ValueList<MatchProposal> Pairs { get; }

    /// <summary>The pairs with a verdict, in the same order.</summary>
    public IEnumerable<MatchProposal> Of(MatchVerdict verdict) => Pairs.Where(pair => pair.Verdict == verdict);

    /// <summary>
    /// The records that would be one event each if every chosen pair were: one record of a source at most, in the order of the sources.
    /// </summary>
    /// <remarks>
    /// Sources are taken in their order. Each record of the next one goes to the cluster, or the single record, with whose first record it
    /// makes the best possible pair, best pairs first, one to a cluster.
    /// </remarks>
    public ValueList<ValueList<Incident>> Clusters { get; }

    /// <summary>How many records were not compared because too many others lie in their days: see the guide.</summary>
    public int Crowded { get; }

    /// <summary>How many events there are while nothing is decided but what the records say themselves.</summary>
    public DistinctEvents Distinct => distinct.Value;

    /// <summary>
    /// How many there would be if the chosen pairs were accepted and the other possible ones refused: what is undecided is left.
    /// </summary>
    public DistinctEvents DistinctIfAccepted => distinctIfAccepted.Value;

    /// <summary>
    /// How many events just which of the sources report: while nothing is decided but what the records say themselves, and if whatever can
    /// be one event is, the chosen pairs first and then the undecided ones.
    /// </summary>
    /// <param name="lists">What the sources are called, in their order.</param>
    /// <remarks>Each table can be true; an estimate from a decision between them need not lie between theirs.</remarks>
    /// <exception cref="ArgumentException">There are other than as many names as sources, or fewer or more than a table has.</exception>
    public (CaptureTable Apart, CaptureTable Together) Captures(params IEnumerable<string> lists)
    {
        var names = lists.ToValueList();
        return (sets.Captures(names, []), sets.Captures(names, Pairs.Where(pair => pair.IsChosen).Concat(Of(MatchVerdict.Undecided))));
    }

    /// <summary>The other pairs of the two records of one, closest first.</summary>
    public ValueList<MatchProposal> RunnersUp(MatchProposal to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return byRecord.Value[to.OneNumber].Concat(byRecord.Value[to.OtherNumber])
            .Where(pair => pair != to)
            .Distinct()
            .Order(Comparer<MatchProposal>.Create(MatchProposal.Compare))
            .ToValueList();
    }

    /// <summary>How much was found: <c>34 clusters; 60 possible, 6 undecided and 12 impossible pairs</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Clusters.Count} {(Clusters.Count == 1 ? "cluster" : "clusters")}; {Count(MatchVerdict.Possible)} possible, ")
            + FormattableString.Invariant($"{Count(MatchVerdict.Undecided)} undecided and ")
            + FormattableString.Invariant($"{Count(MatchVerdict.Impossible)} impossible pairs");

    private int Count(MatchVerdict verdict) => Of(verdict).Count();
}

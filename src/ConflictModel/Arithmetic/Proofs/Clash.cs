namespace ConflictModel.Arithmetic;

/// <summary>A broken identity: terms whose sum is above or below a count that it can't be above or below.</summary>
/// <param name="Kind">Which identity.</param>
/// <param name="Subject">The node whose count is broken.</param>
/// <param name="Group">The breakdown; null if it is none's.</param>
/// <param name="IsAbove">Whether the sum is too great; otherwise it is too small.</param>
/// <param name="Against">The count.</param>
/// <param name="AgainstEnds">The reported ends that the count comes from.</param>
/// <param name="Terms">The terms.</param>
/// <param name="TermNodes">The node that each of the terms is told of.</param>
/// <param name="TermEnds">The reported ends that the terms come from.</param>
/// <param name="IsEqual">Whether the identity says that the sum is the count, and both are single figures.</param>
/// <param name="Readings">The breakdowns whose reading it rests on.</param>
/// <param name="DerivedNumbers">How many of the counts that it compares nobody reported, being sums of others.</param>
internal sealed record Clash(
    ContradictionKind Kind,
    NodeNumber Subject,
    GroupNumber? Group,
    bool IsAbove,
    long Against,
    List<FigureEnd> AgainstEnds,
    List<long> Terms,
    List<NodeNumber> TermNodes,
    List<FigureEnd> TermEnds,
    bool IsEqual,
    List<GroupNumber> Readings,
    int DerivedNumbers)
{
    public long Sum => Terms.Sum();

    /// <summary>The nodes whose figures take part.</summary>
    public HashSet<NodeNumber> Nodes => [.. AgainstEnds.Select(end => end.Node), .. TermEnds.Select(end => end.Node)];

    /// <summary>What tells this clash from others of the same tree.</summary>
    public (NodeNumber, bool, string) Identity => (Subject, IsAbove, string.Join(',', Nodes.Select(node => node.Value).Order()));

    /// <summary>Ends that already break the identity, as few as can be, in document order.</summary>
    /// <remarks>Lower ends add up, so the smallest are left out first; where upper ends add up, none can be left out.</remarks>
    public List<FigureEnd> Least(CountTree tree)
    {
        // Either lows of the terms against highs of the count, or highs of the terms against lows of the count.
        (List<FigureEnd> lows, List<FigureEnd> highs) = IsAbove ? (TermEnds, AgainstEnds) : (AgainstEnds, TermEnds);
        long slack = lows.Sum(end => end.Value(tree)) - highs.Sum(end => end.Value(tree));
        var least = new List<FigureEnd>(highs);
        foreach ((FigureEnd end, _) in lows.Select((end, place) => (end, place))
            .OrderBy(low => low.end.Value(tree)).ThenByDescending(low => low.place))
        {
            if (slack - end.Value(tree) > 0)
            {
                slack -= end.Value(tree);
            }
            else
            {
                least.Add(end);
            }
        }

        return least;
    }
}

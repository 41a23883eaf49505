namespace ConflictModel.Arithmetic;

/// <summary>One end of what is reported of a node: its least or its greatest count.</summary>
internal readonly record struct FigureEnd(NodeNumber Node, bool IsHigh)
{
    /// <summary>Every end that says something, in document order.</summary>
    public static List<FigureEnd> All(CountTree tree)
    {
        var ends = new List<FigureEnd>();
        foreach (NodeNumber node in tree.DocumentOrder())
        {
            CountInterval reported = tree.Nodes[node].Reported;
            if (reported.Low > 0)
            {
                ends.Add(new(node, false));
            }

            if (reported.High != CountInterval.Unlimited)
            {
                ends.Add(new(node, true));
            }
        }

        return ends;
    }

    public long Value(CountTree tree) => IsHigh ? tree.Nodes[Node].Reported.High : tree.Nodes[Node].Reported.Low;

    /// <summary>A tree's reported ends with all but these forgotten.</summary>
    public static Numbered<NodeNumber, CountInterval> Only(CountTree tree, IEnumerable<FigureEnd> ends)
    {
        var reported = Numbered<NodeNumber, CountInterval>.Of(tree.Nodes.Count, CountInterval.Unknown);
        foreach (FigureEnd end in ends)
        {
            ref CountInterval interval = ref reported[end.Node];
            interval = end.IsHigh ? interval with { High = end.Value(tree) } : interval with { Low = end.Value(tree) };
        }

        return reported;
    }
}

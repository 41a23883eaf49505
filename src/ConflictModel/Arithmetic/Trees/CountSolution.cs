namespace ConflictModel.Arithmetic;

/// <summary>The counts that each node and each residual of a tree can have, given what is reported of the nodes.</summary>
internal sealed class CountSolution
{
    private readonly CountTree tree;
    private readonly Numbered<NodeNumber, CountInterval> below;
    private Numbered<NodeNumber, bool>? isOuterNode;
    private Numbered<GroupNumber, bool>? isOuterResidual;

    private CountSolution(CountTree tree, Numbered<NodeNumber, CountInterval> below)
    {
        this.tree = tree;
        this.below = below;
        Nodes = below;
        Residuals = new(tree.Groups.Count == 0 ? [] : new CountInterval[tree.Groups.Count]);
    }

    /// <summary>What was solved.</summary>
    public CountTree Tree => tree;

    /// <summary>Whether there is an assignment of people to categories; where it says so for an outer system, none was ruled out.</summary>
    public bool IsFeasible { get; private set; }

    /// <summary>The counts of the nodes as each and what is below it say; above an entanglement as it says.</summary>
    public Numbered<NodeNumber, CountInterval> Below => below;

    /// <summary>The counts of the nodes.</summary>
    public Numbered<NodeNumber, CountInterval> Nodes { get; private set; }

    /// <summary>The counts of what breakdowns leave.</summary>
    public Numbered<GroupNumber, CountInterval> Residuals { get; }

    /// <summary>Solves a tree as it is reported.</summary>
    public static CountSolution Solve(CountTree tree) => Solve(tree, tree.ReportedIntervals());

    /// <summary>Solves a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="reported">What is reported of each node. It is overwritten.</param>
    public static CountSolution Solve(CountTree tree, Numbered<NodeNumber, CountInterval> reported)
    {
        var solution = new CountSolution(tree, reported);
        solution.IsFeasible = solution.Up() && solution.Down(null);
        return solution;
    }

    /// <summary>The counts of one node, or of the residual of one breakdown; null if there is a contradiction.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="reported">What is reported of each node. It is overwritten.</param>
    /// <param name="node">The node, or the whole whose residual is asked for.</param>
    /// <param name="residual">The breakdown whose residual is asked for; null for the node itself.</param>
    public static CountInterval? SolveFor(
        CountTree tree, Numbered<NodeNumber, CountInterval> reported, NodeNumber node, GroupNumber? residual = null)
    {
        var solution = new CountSolution(tree, reported);
        return !solution.Up() || !solution.Down(new Wanted(tree, node, residual)) ? null :
            residual is { } group ? solution.Residuals[group] :
            solution.Nodes[node];
    }

    /// <summary>Whether what the reported figures say can't all be true.</summary>
    public static bool IsContradictory(CountTree tree, Numbered<NodeNumber, CountInterval> reported) =>
        !new CountSolution(tree, reported).Up();

    public bool IsOuter(NodeNumber node) => isOuterNode is { } isOuter && isOuter[node] && !Nodes[node].IsSingle;

    public bool IsOuterResidual(GroupNumber group) =>
        isOuterResidual is { } isOuter && isOuter[group] && !Residuals[group].IsSingle;

    private bool Up()
    {
        foreach (GroupNumber g in tree.Groups.Numbers.Backwards)
        {
            ref readonly CountGroup group = ref tree.Groups[g];
            if (tree.EntanglementOf(g) is not { } entanglement)
            {
                CountInterval said = SumRule.WholeOf(below[group.Parts], group.Rule, group.Overlap);
                below[group.Whole] = below[group.Whole].Intersect(said);
                if (below[group.Whole].IsEmpty)
                {
                    return false;
                }
            }
            else if (entanglement.Groups[0] == g)
            {
                CategorySystem system = entanglement.System!;
                Numbered<SetNumber, CountInterval> sets = SetsOf(system, below);
                if (!system.Solve(sets, [system.Top]))
                {
                    return false;
                }

                below[entanglement.Top] = sets[system.Top];
            }
        }

        foreach (Entanglement outer in tree.Entanglements)
        {
            if (!outer.IsExact)
            {
                MarkOuter(outer);
            }
        }

        return true;
    }

    private bool Down(Wanted? wanted)
    {
        if (tree.Groups.Count > 0)
        {
            Nodes = below.Copy();
        }

        foreach (GroupNumber g in tree.Groups.Numbers)
        {
            if (tree.EntanglementOf(g) is not { } entanglement)
            {
                if (wanted is null || wanted.Needs(g))
                {
                    Descend(g);
                }
            }
            else if (entanglement.Groups[0] == g && (wanted is null || entanglement.Groups.Any(wanted.Needs))
                && !Disentangle(entanglement, wanted))
            {
                return false;
            }
        }

        return true;
    }

    private bool Disentangle(Entanglement entanglement, Wanted? wanted)
    {
        CategorySystem system = entanglement.System!;
        Numbered<SetNumber, CountInterval> sets = SetsOf(system, Nodes);
        if (!system.Solve(sets, wanted?.SetsOf(entanglement)))
        {
            return false;
        }

        foreach ((NodeNumber node, SetNumber set) in system.NodeSets)
        {
            Nodes[node] = Nodes[node].Intersect(sets[set]);
        }

        bool isOuter = IsOuter(entanglement.Top);
        foreach (GroupNumber inner in entanglement.Groups)
        {
            if (isOuter)
            {
                MarkOuter(inner);
            }

            Residuals[inner] = system.ResidualOf(inner) is { } residual ? sets[residual] : ResidualOf(inner);
        }

        return true;
    }

    private void Descend(GroupNumber g)
    {
        ref readonly CountGroup group = ref tree.Groups[g];
        long low = 0, high = 0;
        int unlimited = 0;
        foreach (ref readonly CountInterval part in below[group.Parts])
        {
            low = group.Rule.IsAdditive() ? low + part.Low : Math.Max(low, part.Low);
            if (part.High == CountInterval.Unlimited)
            {
                unlimited++;
            }
            else
            {
                high += part.High;
            }
        }

        CountInterval whole = Nodes[group.Whole];
        long[]? lows = group.Overlap is null ? null : SumRule.LowsOf(below[group.Parts], group.Overlap);
        foreach (NodeNumber part in group.Parts)
        {
            CountInterval own = below[part];
            CountInterval narrowed = own.Intersect(SumRule.PartOf(whole, own, low, high, unlimited, group.Rule));
            if (lows is not null)
            {
                // The others of its class share nobody with it.
                long others = lows[group.Overlap!.Classes[group.Parts.PlaceOf(part)]] - own.Low;
                narrowed = narrowed with { High = Math.Min(narrowed.High, CountInterval.LessLow(whole.High, others)) };
            }

            Nodes[part] = narrowed;
        }

        Residuals[g] = group.Rule switch
        {
            CountRule.Inclusion => new(unlimited > 0 ? 0 : Math.Max(0, whole.Low - high), CountInterval.LessLow(whole.High, low)),
            CountRule.Within =>
                new(unlimited > 0 ? 0 : Math.Max(0, whole.Low - high), CountInterval.LessLow(whole.High, lows?.Max() ?? low)),
            _ => CountInterval.Zero,
        };
        if (IsOuter(group.Whole))
        {
            MarkOuter(g);
        }
    }

    private CountInterval ResidualOf(GroupNumber g) =>
        tree.Groups[g].Rule == CountRule.Within ? new(0, Nodes[tree.Groups[g].Whole].High) : CountInterval.Zero;

    private static Numbered<SetNumber, CountInterval> SetsOf(CategorySystem system, Numbered<NodeNumber, CountInterval> nodes)
    {
        var sets = Numbered<SetNumber, CountInterval>.Of(system.All.Count, CountInterval.Unknown);
        foreach ((NodeNumber node, SetNumber set) in system.NodeSets)
        {
            sets[set] = sets[set].Intersect(nodes[node]);
        }

        return sets;
    }

    // What an outer system leaves open makes everything outer that depends on it: all that is below its top, and if the count of its
    // top is open too, the whole tree.
    private void MarkOuter(Entanglement entanglement)
    {
        isOuterNode ??= new(new bool[tree.Nodes.Count]);
        isOuterResidual ??= new(new bool[tree.Groups.Count]);
        if (!below[entanglement.Top].IsSingle)
        {
            Array.Fill(isOuterNode.Value.Items, true);
            Array.Fill(isOuterResidual.Value.Items, true);
            return;
        }

        foreach (GroupNumber g in entanglement.Groups)
        {
            MarkOuter(g);
        }
    }

    private void MarkOuter(GroupNumber g)
    {
        isOuterResidual!.Value[g] = true;
        isOuterNode!.Value[tree.Groups[g].Parts].Fill(true);
    }

    /// <summary>What is asked for: a node, or the residual of a breakdown; and so all that is on the way to it.</summary>
    private sealed class Wanted
    {
        private readonly CountTree tree;
        private readonly GroupNumber? residual;

        // The node and all above it, and the breakdowns on the way.
        private readonly List<NodeNumber> path = [];
        private readonly HashSet<GroupNumber> needed = [];

        public Wanted(CountTree tree, NodeNumber node, GroupNumber? residual)
        {
            this.tree = tree;
            this.residual = residual;
            if (residual is { } asked)
            {
                needed.Add(asked);
            }

            for (; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
            {
                path.Add(node);
                needed.Add(tree.Nodes[node].Group);
            }
        }

        public bool Needs(GroupNumber group) => needed.Contains(group);

        /// <summary>The sets of an entanglement that are on the way.</summary>
        public SetNumber[] SetsOf(Entanglement entanglement)
        {
            IEnumerable<SetNumber> sets = path.Where(node => tree.EntanglementOf(tree.Nodes[node].Group) == entanglement)
                .Select(entanglement.System!.SetOf);
            return residual is { } group && tree.EntanglementOf(group) == entanglement && entanglement.System.ResidualOf(group) is { } left
                ? [.. sets, left]
                : [.. sets];
        }
    }
}

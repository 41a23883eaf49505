namespace ConflictModel.Arithmetic;

/// <summary>The counts that each node and each residual of a tree can have, given what is reported of the nodes.</summary>
internal sealed class CountSolution
{
    private readonly CountTree tree;
    private readonly CountInterval[] below;
    private bool[]? isOuterNode;
    private bool[]? isOuterResidual;

    private CountSolution(CountTree tree, CountInterval[] below)
    {
        this.tree = tree;
        this.below = below;
        Nodes = below;
        Residuals = tree.Groups.Length == 0 ? [] : new CountInterval[tree.Groups.Length];
    }

    /// <summary>What was solved.</summary>
    public CountTree Tree => tree;

    /// <summary>Whether there is an assignment of people to categories; where it says so for an outer system, none was ruled out.</summary>
    public bool IsFeasible { get; private set; }

    /// <summary>The counts of the nodes as each and what is below it say; above an entanglement as it says.</summary>
    public CountInterval[] Below => below;

    /// <summary>The counts of the nodes.</summary>
    public CountInterval[] Nodes { get; private set; }

    /// <summary>The counts of what breakdowns leave.</summary>
    public CountInterval[] Residuals { get; }

    /// <summary>Solves a tree as it is reported.</summary>
    public static CountSolution Solve(CountTree tree) => Solve(tree, tree.ReportedIntervals());

    /// <summary>Solves a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="reported">What is reported of each node. It is overwritten.</param>
    public static CountSolution Solve(CountTree tree, CountInterval[] reported)
    {
        var solution = new CountSolution(tree, reported);
        solution.IsFeasible = solution.Up() && solution.Down(null);
        return solution;
    }

    /// <summary>The counts of one node, or of the residual of one breakdown; null if there is a contradiction.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="reported">What is reported of each node. It is overwritten.</param>
    /// <param name="node">The node, or the whole whose residual is asked for.</param>
    /// <param name="residual">The breakdown whose residual is asked for, or -1.</param>
    public static CountInterval? SolveFor(CountTree tree, CountInterval[] reported, int node, int residual = -1)
    {
        var solution = new CountSolution(tree, reported);
        return !solution.Up() || !solution.Down(new Wanted(tree, node, residual)) ? null :
            residual >= 0 ? solution.Residuals[residual] :
            solution.Nodes[node];
    }

    /// <summary>Whether what the reported figures say can't all be true.</summary>
    public static bool IsContradictory(CountTree tree, CountInterval[] reported) => !new CountSolution(tree, reported).Up();

    public bool IsOuter(int node) => isOuterNode is not null && isOuterNode[node] && !Nodes[node].IsSingle;

    public bool IsOuterResidual(int group) => isOuterResidual is not null && isOuterResidual[group] && !Residuals[group].IsSingle;

    private bool Up()
    {
        for (int i = 0; i < below.Length; i++)
        {
            if (below[i].IsEmpty)
            {
                return false;
            }
        }

        for (int g = tree.Groups.Length - 1; g >= 0; g--)
        {
            ref readonly CountGroup group = ref tree.Groups[g];
            int block = tree.BlockOf is null ? -1 : tree.BlockOf[g];
            if (block < 0)
            {
                CountInterval said = SumRule.WholeOf(below.AsSpan(group.First, group.Count), group.Rule, group.Overlap);
                below[group.Whole] = below[group.Whole].Intersect(said);
                if (below[group.Whole].IsEmpty)
                {
                    return false;
                }
            }
            else if (tree.Entanglements[block].Groups[0] == g)
            {
                Entanglement entanglement = tree.Entanglements[block];
                CategorySystem system = entanglement.System!;
                CountInterval[] sets = SetsOf(system, below);
                if (!system.Solve(sets, [system.Top]))
                {
                    return false;
                }

                below[entanglement.Top] = sets[system.Top];
            }
        }

        foreach (Entanglement entanglement in tree.Entanglements)
        {
            if (!entanglement.IsExact)
            {
                MarkOuter(entanglement);
            }
        }

        return true;
    }

    private bool Down(Wanted? wanted)
    {
        if (tree.Groups.Length > 0)
        {
            Nodes = (CountInterval[])below.Clone();
        }

        for (int g = 0; g < tree.Groups.Length; g++)
        {
            int block = tree.BlockOf is null ? -1 : tree.BlockOf[g];
            if (block < 0)
            {
                if (wanted is null || wanted.Needs(g))
                {
                    Descend(g);
                }
            }
            else if (tree.Entanglements[block].Groups[0] == g && (wanted is null || tree.Entanglements[block].Groups.Any(wanted.Needs))
                && !Disentangle(tree.Entanglements[block], wanted))
            {
                return false;
            }
        }

        return true;
    }

    private bool Disentangle(Entanglement entanglement, Wanted? wanted)
    {
        CategorySystem system = entanglement.System!;
        CountInterval[] sets = SetsOf(system, Nodes);
        if (!system.Solve(sets, wanted?.SetsOf(entanglement)))
        {
            return false;
        }

        foreach ((int node, int set) in system.NodeSets)
        {
            Nodes[node] = Nodes[node].Intersect(sets[set]);
        }

        bool isOuter = IsOuter(entanglement.Top);
        foreach (int inner in entanglement.Groups)
        {
            if (isOuter)
            {
                isOuterResidual![inner] = true;
                Array.Fill(isOuterNode!, true, tree.Groups[inner].First, tree.Groups[inner].Count);
            }

            int residual = system.ResidualOf(inner);
            Residuals[inner] = residual >= 0 ? sets[residual] : ResidualOf(inner);
        }

        return true;
    }

    private void Descend(int g)
    {
        ref readonly CountGroup group = ref tree.Groups[g];
        long low = 0, high = 0;
        int unlimited = 0;
        for (int i = group.First; i < group.First + group.Count; i++)
        {
            low = group.Rule.IsAdditive() ? low + below[i].Low : Math.Max(low, below[i].Low);
            if (below[i].High == CountInterval.Unlimited)
            {
                unlimited++;
            }
            else
            {
                high += below[i].High;
            }
        }

        CountInterval whole = Nodes[group.Whole];
        long[]? lows = group.Overlap is null ? null : SumRule.LowsOf(below.AsSpan(group.First, group.Count), group.Overlap);
        for (int i = group.First; i < group.First + group.Count; i++)
        {
            Nodes[i] = below[i].Intersect(SumRule.PartOf(whole, below[i], low, high, unlimited, group.Rule));
            if (lows is not null)
            {
                // The others of its class share nobody with it.
                long others = lows[group.Overlap!.Classes[i - group.First]] - below[i].Low;
                Nodes[i] = Nodes[i] with { High = Math.Min(Nodes[i].High, CountInterval.LessLow(whole.High, others)) };
            }
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
            isOuterResidual![g] = true;
            Array.Fill(isOuterNode!, true, group.First, group.Count);
        }
    }

    private CountInterval ResidualOf(int g) =>
        tree.Groups[g].Rule == CountRule.Within ? new(0, Nodes[tree.Groups[g].Whole].High) : CountInterval.Zero;

    private static CountInterval[] SetsOf(CategorySystem system, CountInterval[] nodes)
    {
        var sets = new CountInterval[system.Count];
        Array.Fill(sets, CountInterval.Unknown);
        foreach ((int node, int set) in system.NodeSets)
        {
            sets[set] = sets[set].Intersect(nodes[node]);
        }

        return sets;
    }

    // What an outer system leaves open makes everything outer that depends on it: all that is below its top, and if the count of its
    // top is open too, the whole tree.
    private void MarkOuter(Entanglement entanglement)
    {
        isOuterNode ??= new bool[tree.Nodes.Length];
        isOuterResidual ??= new bool[tree.Groups.Length];
        if (!below[entanglement.Top].IsSingle)
        {
            Array.Fill(isOuterNode, true);
            Array.Fill(isOuterResidual, true);
            return;
        }

        foreach (int g in entanglement.Groups)
        {
            isOuterResidual[g] = true;
            Array.Fill(isOuterNode, true, tree.Groups[g].First, tree.Groups[g].Count);
        }
    }

    /// <summary>What is asked for: a node, or the residual of a breakdown; and so all that is on the way to it.</summary>
    private sealed class Wanted
    {
        private readonly CountTree tree;
        private readonly int residual;

        // The node and all above it, and the breakdowns on the way.
        private readonly List<int> path = [];
        private readonly HashSet<int> needed = [];

        public Wanted(CountTree tree, int node, int residual)
        {
            this.tree = tree;
            this.residual = residual;
            if (residual >= 0)
            {
                needed.Add(residual);
            }

            for (; tree.Nodes[node].Group >= 0; node = tree.Nodes[node].Parent)
            {
                path.Add(node);
                needed.Add(tree.Nodes[node].Group);
            }
        }

        public bool Needs(int group) => needed.Contains(group);

        /// <summary>The sets of an entanglement that are on the way.</summary>
        public int[] SetsOf(Entanglement entanglement)
        {
            int block = tree.BlockOf![entanglement.Groups[0]];
            IEnumerable<int> sets = path.Where(node => tree.BlockOf[tree.Nodes[node].Group] == block).Select(entanglement.System!.SetOf);
            return residual >= 0 && tree.BlockOf[residual] == block && entanglement.System.ResidualOf(residual) is >= 0 and var left
                ? [.. sets, left]
                : [.. sets];
        }
    }
}

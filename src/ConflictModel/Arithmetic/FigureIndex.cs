namespace ConflictModel.Arithmetic;

/// <summary>The figures of a derivation with their paths, made when the first of them is asked for.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<FigurePath, DerivedFigure> byPath = [];

    public FigureIndex(Derivation derivation, FigurePath prefix)
    {
        CountTree tree = derivation.Tree;
        Nodes = new DerivedFigure[tree.Nodes.Length];
        Residuals = new DerivedFigure[tree.Groups.Length];
        NodePaths = new FigurePath[Nodes.Length];
        ResidualPaths = new FigurePath[Residuals.Length];
        Nodes[0] = derivation.Whole;
        NodePaths[0] = prefix;
        byPath.Add(prefix, Nodes[0]);
        var steps = new Dictionary<(int, Axis, string), int>();
        for (int g = 0; g < tree.Groups.Length; g++)
        {
            CountGroup group = tree.Groups[g];
            FigurePath above = NodePaths[group.Whole];
            if (tree.IsOfPieces(g))
            {
                for (int i = group.First; i < group.First + group.Count; i++)
                {
                    Add(i, above.Piece(i - group.First + 1), FigureKind.Part);
                }

                continue;
            }

            for (int i = group.First; i < group.First + group.Count; i++)
            {
                string key = tree.CategoryOf(i)?.Key ?? Category.Missing;
                Add(i, Next(above, group, key), tree.IsInPieces(i) ? FigureKind.Category : FigureKind.Part);
            }

            ResidualPaths[g] = Next(above, group, "?");
            Residuals[g] = new DerivedFigure(derivation, FigureKind.Residual, group.Whole, g);
            byPath.Add(ResidualPaths[g], Residuals[g]);
        }

        var all = new List<DerivedFigure>(Nodes.Length + Residuals.Length + 1);
        AddInOrder(tree, all);
        if (!derivation.AttributedTo.IsEmpty)
        {
            Attributed = new DerivedFigure(derivation, FigureKind.Attributed, 0, -1);
            byPath.TryAdd(derivation.PathOf(Attributed), Attributed);
            all.Add(Attributed);
        }

        All = all.AsReadOnly();

        void Add(int node, FigurePath path, FigureKind kind)
        {
            NodePaths[node] = path;
            Nodes[node] = new DerivedFigure(derivation, kind, node, tree.Nodes[node].Group);
            byPath.Add(path, Nodes[node]);
        }

        FigurePath Next(FigurePath above, CountGroup group, string key)
        {
            (int, Axis, string) step = (group.Whole, group.Source.By, key);
            steps[step] = steps.GetValueOrDefault(step) + 1;
            return above.Then(JsonName.Of(group.Source.By), key, steps[step]);
        }
    }

    public DerivedFigure[] Nodes { get; }

    public DerivedFigure[] Residuals { get; }

    public FigurePath[] NodePaths { get; }

    public FigurePath[] ResidualPaths { get; }

    public DerivedFigure? Attributed { get; }

    public IReadOnlyList<DerivedFigure> All { get; }

    /// <summary>The step of a figure beside the whole: by what it says first of whom, where, by whom, how and when.</summary>
    public static string BesideKey(Part part)
    {
        foreach (Axis axis in (ReadOnlySpan<Axis>)[Axis.Victim, Axis.Region, Axis.Perpetrator, Axis.Method, Axis.Period])
        {
            if (part.CategoryOn(axis) is { } category)
            {
                return category.Key;
            }
        }

        return Category.Missing;
    }

    public DerivedFigure? Find(FigurePath path) => byPath.GetValueOrDefault(path);

    // Depth first, without recursion. What is stacked is a node, or the residual of a breakdown as its complement.
    private void AddInOrder(CountTree tree, List<DerivedFigure> all)
    {
        var stack = new Stack<int>();
        stack.Push(0);
        while (stack.TryPop(out int next))
        {
            if (next < 0)
            {
                all.Add(Residuals[~next]);
                continue;
            }

            all.Add(Nodes[next]);
            CountNode node = tree.Nodes[next];
            for (int g = node.FirstGroup + node.GroupCount - 1; g >= node.FirstGroup; g--)
            {
                if (tree.Groups[g].Rule == CountRule.Inclusion || tree.Groups[g] is { Rule: CountRule.Within, Overlap: not null })
                {
                    stack.Push(~g);
                }

                int[] parts = tree.PartsOf(g);
                for (int i = parts.Length - 1; i >= 0; i--)
                {
                    stack.Push(parts[i]);
                }
            }
        }
    }
}

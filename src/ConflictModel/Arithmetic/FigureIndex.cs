namespace ConflictModel.Arithmetic;

/// <summary>The figures of a derivation with their paths, made when the first of them is asked for.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<FigurePath, DerivedFigure> byPath = [];

    public FigureIndex(Derivation derivation, FigurePath prefix)
    {
        CountTree tree = derivation.Tree;
        Nodes = new DerivedFigure[tree.Nodes.Length];
        Rests = new DerivedFigure[tree.Groups.Length];
        NodePaths = new FigurePath[Nodes.Length];
        RestPaths = new FigurePath[Rests.Length];
        Nodes[0] = derivation.Whole;
        NodePaths[0] = prefix;
        byPath.Add(prefix, Nodes[0]);
        var steps = new Dictionary<(int, Axis, string), int>();
        for (int g = 0; g < tree.Groups.Length; g++)
        {
            CountGroup group = tree.Groups[g];
            Axis axis = group.Source.By;
            FigurePath above = NodePaths[group.Whole];
            string name = Category.NameOf(axis);
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                string key = tree.Nodes[i].Part!.CategoryOn(axis)?.Key ?? Category.Missing;
                int number = steps[(group.Whole, axis, key)] = steps.GetValueOrDefault((group.Whole, axis, key)) + 1;
                NodePaths[i] = above.Then(name, key, number);
                Nodes[i] = new DerivedFigure(derivation, FigureKind.Part, i, g);
                byPath.Add(NodePaths[i], Nodes[i]);
            }

            int rest = steps[(group.Whole, axis, "?")] = steps.GetValueOrDefault((group.Whole, axis, "?")) + 1;
            RestPaths[g] = above.Then(name, "?", rest);
            Rests[g] = new DerivedFigure(derivation, FigureKind.Residual, group.Whole, g);
            byPath.Add(RestPaths[g], Rests[g]);
        }

        var all = new List<DerivedFigure>(Nodes.Length + Rests.Length + 1);
        AddInOrder(tree, all);
        if (!derivation.AttributedTo.IsEmpty)
        {
            Attributed = new DerivedFigure(derivation, FigureKind.Attributed, 0, -1);
            byPath.TryAdd(derivation.PathOf(Attributed), Attributed);
            all.Add(Attributed);
        }

        All = all.AsReadOnly();
    }

    public DerivedFigure[] Nodes { get; }

    public DerivedFigure[] Rests { get; }

    public FigurePath[] NodePaths { get; }

    public FigurePath[] RestPaths { get; }

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
                all.Add(Rests[~next]);
                continue;
            }

            all.Add(Nodes[next]);
            CountNode node = tree.Nodes[next];
            for (int g = node.FirstGroup + node.GroupCount - 1; g >= node.FirstGroup; g--)
            {
                if (tree.Groups[g].Rule == CountRule.Inclusion)
                {
                    stack.Push(~g);
                }

                for (int i = tree.Groups[g].First + tree.Groups[g].Count - 1; i >= tree.Groups[g].First; i--)
                {
                    stack.Push(i);
                }
            }
        }
    }
}

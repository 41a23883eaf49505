namespace ConflictModel.Arithmetic;

/// <summary>The figures of a derivation with their paths, made when the first of them is asked for.</summary>
internal sealed class FigureIndex
{
    private readonly Dictionary<FigurePath, DerivedFigure> byPath = [];

    public FigureIndex(Derivation derivation, FigurePath prefix)
    {
        CountTree tree = derivation.Tree;
        Nodes = new(new DerivedFigure[tree.Nodes.Count]);
        Residuals = new(new DerivedFigure[tree.Groups.Count]);
        NodePaths = new(new FigurePath[Nodes.Count]);
        ResidualPaths = new(new FigurePath[Residuals.Count]);
        Nodes[NodeNumber.Root] = derivation.Whole;
        NodePaths[NodeNumber.Root] = prefix;
        byPath.Add(prefix, derivation.Whole);
        var steps = new Dictionary<(NodeNumber, Axis, string), int>();
        foreach (GroupNumber g in tree.Groups.Numbers)
        {
            CountGroup group = tree.Groups[g];
            FigurePath above = NodePaths[group.Whole];
            if (tree.IsOfPieces(g))
            {
                foreach (NodeNumber piece in group.Parts)
                {
                    Add(piece, above.Piece(group.Parts.PlaceOf(piece) + 1), FigureKind.Part);
                }

                continue;
            }

            foreach (NodeNumber part in group.Parts)
            {
                string key = tree.CategoryOf(part)?.Key ?? Category.Missing;
                Add(part, Next(above, group, key), tree.IsInPieces(part) ? FigureKind.Category : FigureKind.Part);
            }

            ResidualPaths[g] = Next(above, group, "?");
            Residuals[g] = new DerivedFigure(derivation, FigureKind.Residual, group.Whole, g);
            byPath.Add(ResidualPaths[g], Residuals[g]);
        }

        var all = new List<DerivedFigure>(Nodes.Count + Residuals.Count + 1);
        AddInOrder(tree, all);
        if (!derivation.AttributedTo.IsEmpty)
        {
            Attributed = new DerivedFigure(derivation, FigureKind.Attributed, NodeNumber.Root, GroupNumber.None);
            byPath.TryAdd(derivation.PathOf(Attributed), Attributed);
            all.Add(Attributed);
        }

        All = all.AsReadOnly();

        void Add(NodeNumber node, FigurePath path, FigureKind kind)
        {
            NodePaths[node] = path;
            Nodes[node] = new DerivedFigure(derivation, kind, node, tree.Nodes[node].Group);
            byPath.Add(path, Nodes[node]);
        }

        FigurePath Next(FigurePath above, CountGroup group, string key)
        {
            (NodeNumber, Axis, string) step = (group.Whole, group.Source.By, key);
            steps[step] = steps.GetValueOrDefault(step) + 1;
            return above.Then(JsonName.Of(group.Source.By), key, steps[step]);
        }
    }

    public Numbered<NodeNumber, DerivedFigure> Nodes { get; }

    public Numbered<GroupNumber, DerivedFigure> Residuals { get; }

    public Numbered<NodeNumber, FigurePath> NodePaths { get; }

    public Numbered<GroupNumber, FigurePath> ResidualPaths { get; }

    public DerivedFigure? Attributed { get; }

    public IReadOnlyList<DerivedFigure> All { get; }

    public IEnumerable<FigurePath> Paths => byPath.Keys;

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

    // Depth first, without recursion.
    private void AddInOrder(CountTree tree, List<DerivedFigure> all)
    {
        var stack = new Stack<DerivedFigure>();
        stack.Push(Nodes[NodeNumber.Root]);
        while (stack.TryPop(out DerivedFigure? next))
        {
            all.Add(next);
            if (next.Kind == FigureKind.Residual)
            {
                continue;
            }

            foreach (GroupNumber g in tree.Nodes[next.Node].Breakdowns.Backwards)
            {
                if (tree.Groups[g].Rule == CountRule.Inclusion || tree.Groups[g] is { Rule: CountRule.Within, Overlap: not null })
                {
                    stack.Push(Residuals[g]);
                }

                NodeNumber[] parts = tree.PartsOf(g);
                for (int i = parts.Length - 1; i >= 0; i--)
                {
                    stack.Push(Nodes[parts[i]]);
                }
            }
        }
    }
}

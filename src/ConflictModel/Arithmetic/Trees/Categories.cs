namespace ConflictModel.Arithmetic;

/// <summary>The categories of a tree by number: equal ones have one number wherever they stand.</summary>
/// <remarks>A part that does not say what its axis asks is like no other part, and a piece of a category like no other piece.</remarks>
internal sealed class Categories
{
    private readonly int[] numbers;
    private readonly Dictionary<int, List<int>> wider = [];

    public Categories(CountTree tree)
    {
        numbers = new int[tree.Nodes.Length];
        numbers[0] = -1;
        var known = new Dictionary<Category, int>();
        for (int node = 1; node < numbers.Length; node++)
        {
            Category? category = tree.IsOfPieces(tree.Nodes[node].Group) ? null : tree.CategoryOf(node);
            if (category is not { } named)
            {
                numbers[node] = Places.Count;
                Places.Add([]);
            }
            else if (!known.TryGetValue(named, out numbers[node]))
            {
                known.Add(named, numbers[node] = Places.Count);
                Places.Add([]);
            }

            Places[numbers[node]].Add(node);
        }

        FindWider(tree, [.. known.Values.Where(number => tree.CanRelate(Places[number][0]))]);
    }

    /// <summary>For each category the nodes that bear it.</summary>
    public List<List<int>> Places { get; } = [];

    /// <summary>The number of a node's category.</summary>
    public int Of(int node) => numbers[node];

    /// <summary>The categories that hold everybody of one, by what relates them; none for most.</summary>
    public IReadOnlyList<int> WiderThan(int category) => wider.TryGetValue(category, out List<int>? all) ? all : [];

    /// <summary>What tells the residual of a breakdown from its parts.</summary>
    public int Residual(int group) => Places.Count + group;

    private void FindWider(CountTree tree, int[] related)
    {
        if (related.Length > PartOverlap.MaxParts)
        {
            return;
        }

        foreach (int narrow in related)
        {
            List<int> all =
            [
                .. related.Where(other =>
                    other != narrow && tree.IsWithin(Places[narrow][0], Places[other][0]) && !AreBeside(tree, narrow, other)),
            ];
            if (all.Count > 0)
            {
                wider.Add(narrow, all);
            }
        }
    }

    // "By A, and by A and B": side by side the actors together may mean both of them, and not one or the other.
    private bool AreBeside(CountTree tree, int one, int other) =>
        tree.AxisOf(Places[one][0]) == Axis.Perpetrator
        && Places[one].Any(place => Places[other].Any(beside => tree.Nodes[place].Group == tree.Nodes[beside].Group));
}

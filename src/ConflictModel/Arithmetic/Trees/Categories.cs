namespace ConflictModel.Arithmetic;

/// <summary>The categories of a tree by number: equal ones have one number wherever they stand.</summary>
/// <remarks>A part that does not say what its axis asks is like no other part, and a piece of a category like no other piece.</remarks>
internal sealed class Categories
{
    private readonly int[] numbers;

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
    }

    /// <summary>For each category the nodes that bear it.</summary>
    public List<List<int>> Places { get; } = [];

    /// <summary>The number of a node's category.</summary>
    public int Of(int node) => numbers[node];

    /// <summary>What tells the residual of a breakdown from its parts.</summary>
    public int Residual(int group) => Places.Count + group;
}

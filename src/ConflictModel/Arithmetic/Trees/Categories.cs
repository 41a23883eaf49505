namespace ConflictModel.Arithmetic;

/// <summary>The categories of a tree by number: equal ones have one number wherever they stand.</summary>
/// <remarks>A part that does not say what its axis asks is like no other part, and a piece of a category like no other piece.</remarks>
internal sealed class Categories
{
    private readonly Numbered<NodeNumber, CategoryNumber> numbers;
    private readonly List<List<NodeNumber>> places = [];
    private readonly Dictionary<CategoryNumber, List<CategoryNumber>> wider = [];

    public Categories(CountTree tree)
    {
        numbers = Numbered<NodeNumber, CategoryNumber>.Of(tree.Nodes.Count, CategoryNumber.None);
        var known = new Dictionary<Category, CategoryNumber>();
        foreach (NodeNumber node in tree.Parts)
        {
            Category? category = tree.IsOfPieces(tree.Nodes[node].Group) ? null : tree.CategoryOf(node);
            if (category is not { } named)
            {
                numbers[node] = Next();
            }
            else if (!known.TryGetValue(named, out numbers[node]))
            {
                known.Add(named, numbers[node] = Next());
            }

            places[numbers[node].Value].Add(node);
        }

        FindWider(tree, [.. known.Values.Where(number => tree.CanRelate(Places(number)[0]))]);
    }

    /// <summary>Whether it was looked at which categories hold everybody of others: not where there are too many of them.</summary>
    public bool AreCompared { get; private set; } = true;

    /// <summary>All categories but residuals.</summary>
    public NumberRange<CategoryNumber> All => new(CategoryNumber.Of(0), places.Count);

    /// <summary>The number of a node's category.</summary>
    public CategoryNumber Of(NodeNumber node) => numbers[node];

    /// <summary>The nodes that bear a category.</summary>
    public List<NodeNumber> Places(CategoryNumber category) => places[category.Value];

    /// <summary>The categories that hold everybody of one, by what relates them; none for most.</summary>
    public IReadOnlyList<CategoryNumber> WiderThan(CategoryNumber category) =>
        wider.TryGetValue(category, out List<CategoryNumber>? all) ? all : [];

    /// <summary>What tells the residual of a breakdown from its parts.</summary>
    public CategoryNumber Residual(GroupNumber group) => new(places.Count + group.Value);

    private CategoryNumber Next()
    {
        places.Add([]);
        return new(places.Count - 1);
    }

    private void FindWider(CountTree tree, CategoryNumber[] related)
    {
        WiderCandidates candidates = new(tree, Array.ConvertAll(related, number => Places(number)[0]));
        if (candidates.AreTooMany)
        {
            AreCompared = false;
            return;
        }

        foreach (CategoryNumber narrow in related)
        {
            List<CategoryNumber> all =
            [
                .. candidates.Of(Places(narrow)[0])
                    .Where(node => Of(node) != narrow && tree.IsWithin(Places(narrow)[0], node) && !AreBeside(tree, narrow, Of(node)))
                    .Select(Of)
                    .OrderBy(number => number.Value),
            ];
            if (all.Count > 0)
            {
                wider.Add(narrow, all);
            }
        }
    }

    // "By A, and by A and B": side by side the actors together may mean both of them, and not one or the other.
    private bool AreBeside(CountTree tree, CategoryNumber one, CategoryNumber other) =>
        tree.AxisOf(Places(one)[0]) == Axis.Perpetrator
        && Places(one).Exists(place => Places(other).Exists(beside => tree.Nodes[place].Group == tree.Nodes[beside].Group));
}

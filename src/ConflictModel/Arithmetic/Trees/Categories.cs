namespace ConflictModel.Arithmetic;

/// <summary>The categories of a tree by number: equal ones have one number wherever they stand.</summary>
/// <remarks>
/// Two parts of one breakdown can bear one category ("3 in Raqqa by shelling, 2 in Raqqa by mines"). Then each is a piece of it: within the
/// category, apart from the other, and with a number of its own besides.
/// </remarks>
internal sealed class Categories
{
    private readonly int[] bases;
    private readonly int[] pieces;

    public Categories(CountTree tree)
    {
        bases = new int[tree.Nodes.Length];
        pieces = new int[tree.Nodes.Length];
        Array.Fill(bases, -1);
        Array.Fill(pieces, -1);
        var numbers = new Dictionary<Category, int>();
        var lastSeen = new List<int>();
        foreach (CountGroup group in tree.Groups)
        {
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                // A part that does not say what the axis asks is like no other part.
                Category? category = tree.Nodes[i].Part!.CategoryOn(group.Source.By);
                if (category is not { } known || !numbers.TryGetValue(known, out int number))
                {
                    number = Places.Count;
                    Places.Add([]);
                    lastSeen.Add(-1);
                    if (category is { } first)
                    {
                        numbers.Add(first, number);
                    }
                }

                if (lastSeen[number] is var last && last >= group.First)
                {
                    pieces[i] = i;
                    pieces[last] = last;
                }

                lastSeen[number] = i;
                bases[i] = number;
                Places[number].Add(i);
            }
        }
    }

    /// <summary>For each category the nodes that bear it.</summary>
    public List<List<int>> Places { get; } = [];

    /// <summary>The number of a part's category.</summary>
    public int Of(int node) => bases[node];

    /// <summary>What tells a part from the others of its breakdown: its category, or the number of its piece of it.</summary>
    public int Own(int node) => pieces[node] < 0 ? bases[node] : Places.Count + pieces[node];

    /// <summary>What tells the rest of a breakdown from its parts.</summary>
    public int Rest(int group) => Places.Count + pieces.Length + group;
}

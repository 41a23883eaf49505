namespace ConflictModel.Arithmetic;

/// <summary>The sets of people that an entanglement speaks of, and what binds their counts.</summary>
/// <remarks>
/// A set is given by its categories: all those on the way to a node. Nodes with the same categories are the same set, wherever they stand.
/// The residual of an inclusion is a category too, apart from its parts, so that every breakdown of people covers its whole.
/// </remarks>
internal sealed class CategorySystem
{
    /// <summary>The most sets that are compared pair by pair. Larger systems get outer bounds.</summary>
    public const int MaxSets = 1_500;

    private const int MaxRounds = 64;

    private readonly List<LiteralSet> sets = [];
    private readonly List<bool> isPossible = [];
    private readonly Dictionary<LiteralSet, int> numbers = [];
    private readonly Dictionary<int, int> setOfNode = [];
    private readonly List<CategoryChoice> choices = [];
    private readonly List<(int Whole, int[] Parts, CountRule Rule)> sums = [];
    private readonly List<(int Larger, int Smaller)> nestings = [];
    private readonly TwoWayTable? table;

    // For each category that lies within others, those and itself.
    private readonly Dictionary<int, LiteralSet> closures = [];

    public CategorySystem(CountTree tree, Categories categories, int[] groups)
    {
        var literals = new Dictionary<int, int>();
        var paths = new List<(int Node, List<int> Path)>();
        int top = tree.Groups[groups[0]].Whole;
        List<int> above = PathOf(tree, categories, literals, top);
        paths.Add((top, above));
        var pathOf = new Dictionary<int, List<int>> { [top] = above };
        foreach (int g in groups)
        {
            CountGroup group = tree.Groups[g];
            for (int i = group.First; i < group.First + group.Count; i++)
            {
                List<int> path = [.. pathOf[group.Whole], Number(literals, categories.Of(i))];
                pathOf.Add(i, path);
                paths.Add((i, path));
            }
        }

        var residuals = groups
            .Where(g => HasResidual(tree.Groups[g]))
            .ToDictionary(g => g, g => Number(literals, categories.Residual(g)));
        int size = literals.Count;
        foreach ((int category, int literal) in literals)
        {
            int[] wider = [.. categories.WiderThan(category).Where(literals.ContainsKey).Select(other => literals[other])];
            if (wider.Length > 0)
            {
                closures.Add(literal, LiteralSet.Of(size, [literal, .. wider]));
            }
        }

        foreach (int g in groups)
        {
            CountGroup group = tree.Groups[g];
            choices.Add(new CategoryChoice(
                g,
                Closed(size, pathOf[group.Whole]),
                [.. Enumerable.Range(group.First, group.Count).Select(i => literals[categories.Of(i)])],
                residuals.TryGetValue(g, out int residual) ? residual : -1,
                group.Rule,
                group.Overlap));
        }

        foreach ((int node, List<int> path) in paths)
        {
            setOfNode.Add(node, Add(Closed(size, path)));
        }

        Top = setOfNode[top];
        foreach (CategoryChoice choice in choices)
        {
            Refine(numbers[choice.Whole], choice);
        }

        // Which set stands for which node is settled; what comes now are cells that no report names.
        int named = sets.Count;
        bool isSaid = choices.All(choice => choice.IsSaid && choice is not { Rule: CountRule.Cover, Overlap.HasNested: true });
        if (isSaid && named <= MaxSets)
        {
            table = TwoWayTable.Find(sets, isPossible, choices, Top);
        }

        if (table is null && (long)named * choices.Count <= 200_000)
        {
            for (int set = 0; set < named && sets.Count < 4 * MaxSets; set++)
            {
                foreach (CategoryChoice choice in choices)
                {
                    if (choice.Rule.IsAdditive() && choice.Whole.Holds(sets[set]) && choice.Taken(sets[set]) == 0 && isPossible[set])
                    {
                        Refine(set, choice);
                    }
                }
            }
        }

        if (sets.Count <= MaxSets)
        {
            for (int larger = 0; larger < sets.Count; larger++)
            {
                for (int smaller = 0; smaller < sets.Count; smaller++)
                {
                    if (larger != smaller && sets[larger].Holds(sets[smaller]))
                    {
                        nestings.Add((larger, smaller));
                    }
                }
            }
        }
    }

    /// <summary>The set that all others lie within.</summary>
    public int Top { get; }

    /// <summary>The number of sets.</summary>
    public int Count => sets.Count;

    /// <summary>Whether the ends that <see cref="Solve"/> finds can all occur.</summary>
    public bool IsExact => table is not null;

    /// <summary>The breakdowns as choices between categories.</summary>
    public IReadOnlyList<CategoryChoice> Choices => choices;

    public int SetOf(int node) => setOfNode[node];

    /// <summary>The residual of an inclusion, or -1.</summary>
    public int ResidualOf(int group)
    {
        CategoryChoice choice = choices.Find(choice => choice.Group == group)!;
        return choice.Residual < 0 ? -1 : numbers[choice.Whole.With(choice.Residual)];
    }

    public LiteralSet this[int set] => sets[set];

    /// <summary>People of some categories who are of one more, and of those that it lies within.</summary>
    public LiteralSet With(LiteralSet categories, int literal) =>
        closures.TryGetValue(literal, out LiteralSet closure) ? categories.And(closure) : categories.With(literal);

    /// <summary>The set with these categories: its number, or -1 if nobody can be in it, or -2 if no node stands for it.</summary>
    public int Find(LiteralSet categories) => !IsPossible(categories) ? -1 : numbers.TryGetValue(categories, out int set) ? set : -2;

    /// <summary>Whether nobody can be in a set because a partition gives everybody there another category.</summary>
    public bool IsRuledOut(LiteralSet categories, CategoryChoice by) =>
        by.Rule == CountRule.Partition && by.Whole.Holds(categories) && by.Taken(categories) == 0
        && by.Options.All(option => !IsPossible(With(categories, option)));

    /// <summary>Every node with the set that it stands for.</summary>
    public IEnumerable<KeyValuePair<int, int>> NodeSets => setOfNode;

    /// <summary>Narrows the counts of the sets to what can occur together.</summary>
    /// <param name="counts">The counts that each set may have by itself; narrowed in place.</param>
    /// <param name="wanted">The sets whose ends are asked for; null for all.</param>
    /// <returns>False if no assignment of people to categories gives such counts.</returns>
    public bool Solve(CountInterval[] counts, int[]? wanted)
    {
        for (int set = 0; set < counts.Length; set++)
        {
            if (!isPossible[set])
            {
                counts[set] = counts[set].Intersect(CountInterval.Zero);
            }

            if (counts[set].IsEmpty)
            {
                return false;
            }
        }

        return Propagate(counts) && (table is null || table.Solve(counts, wanted));
    }

    private static List<int> PathOf(CountTree tree, Categories categories, Dictionary<int, int> literals, int node)
    {
        var path = new List<int>();
        for (; tree.Nodes[node].Parent >= 0; node = tree.Nodes[node].Parent)
        {
            path.Add(Number(literals, categories.Of(node)));
        }

        return path;
    }

    private static int Number(Dictionary<int, int> literals, int category)
    {
        if (!literals.TryGetValue(category, out int number))
        {
            literals.Add(category, number = literals.Count);
        }

        return number;
    }

    private static bool HasResidual(CountGroup group) =>
        group.Rule == CountRule.Inclusion || group is { Rule: CountRule.Within, Overlap: not null };

    private LiteralSet Closed(int size, IEnumerable<int> literals) => literals.Aggregate(LiteralSet.Of(size, []), With);

    private int Add(LiteralSet set)
    {
        if (!numbers.TryGetValue(set, out int number))
        {
            numbers.Add(set, number = sets.Count);
            sets.Add(set);
            isPossible.Add(IsPossible(set));
        }

        return number;
    }

    private bool IsPossible(LiteralSet set) => choices.TrueForAll(choice => !choice.IsTorn(set));

    private void Refine(int set, CategoryChoice choice)
    {
        int[] parts = new int[choice.Options.Length + (choice.Residual >= 0 ? 1 : 0)];
        for (int i = 0; i < choice.Options.Length; i++)
        {
            parts[i] = Add(With(sets[set], choice.Options[i]));
        }

        if (choice.Residual >= 0)
        {
            parts[^1] = Add(sets[set].With(choice.Residual));
        }

        if (choice.Overlap is not { } overlap)
        {
            sums.Add((set, parts, choice.Rule == CountRule.Inclusion ? CountRule.Partition : choice.Rule));
            return;
        }

        // The parts and the residual cover the whole; those that are apart add up within it.
        sums.Add((set, parts, CountRule.Cover));
        for (int i = 0; i < choice.Options.Length; i++)
        {
            List<int> apart = overlap.AllApartFrom(i);
            if (apart.Min() == i && (apart.Count > 1 || choice.Residual >= 0))
            {
                sums.Add((set, [.. apart.Select(part => parts[part]), .. choice.Residual >= 0 ? parts[^1..] : []], CountRule.Inclusion));
            }
        }
    }

    private bool Propagate(CountInterval[] counts)
    {
        for (int round = 0, changed = 1; round < MaxRounds && changed > 0; round++)
        {
            changed = 0;
            foreach ((int whole, int[] parts, CountRule rule) in sums)
            {
                if (!SumRule.Narrow(ref counts[whole], parts, counts, rule, ref changed))
                {
                    return false;
                }
            }

            foreach ((int larger, int smaller) in nestings)
            {
                CountInterval large = new(Math.Max(counts[larger].Low, counts[smaller].Low), counts[larger].High);
                CountInterval small = new(counts[smaller].Low, Math.Min(counts[smaller].High, counts[larger].High));
                if (large != counts[larger] || small != counts[smaller])
                {
                    (counts[larger], counts[smaller]) = (large, small);
                    changed++;
                }

                if (large.IsEmpty || small.IsEmpty)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

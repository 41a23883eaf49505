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
    private readonly Dictionary<LiteralSet, SetNumber> numbers = [];
    private readonly Dictionary<NodeNumber, SetNumber> setOfNode = [];
    private readonly List<CategoryChoice> choices = [];
    private readonly List<(SetNumber Whole, SetNumber[] Parts, CountRule Rule)> sums = [];
    private readonly List<(SetNumber Larger, SetNumber Smaller)> nestings = [];
    private readonly TwoWayTable? table;

    // For each category that lies within others, those and itself.
    private readonly Dictionary<int, LiteralSet> closures = [];

    public CategorySystem(CountTree tree, Categories categories, GroupNumber[] groups)
    {
        var literals = new Dictionary<CategoryNumber, int>();
        var paths = new List<(NodeNumber Node, List<int> Path)>();
        NodeNumber top = tree.Groups[groups[0]].Whole;
        List<int> above = PathOf(tree, categories, literals, top);
        paths.Add((top, above));
        var pathOf = new Dictionary<NodeNumber, List<int>> { [top] = above };
        foreach (GroupNumber g in groups)
        {
            CountGroup group = tree.Groups[g];
            foreach (NodeNumber part in group.Parts)
            {
                List<int> path = [.. pathOf[group.Whole], Number(literals, categories.Of(part))];
                pathOf.Add(part, path);
                paths.Add((part, path));
            }
        }

        var residuals = groups
            .Where(g => HasResidual(tree.Groups[g]))
            .ToDictionary(g => g, g => Number(literals, categories.Residual(g)));
        foreach ((CategoryNumber category, int literal) in literals)
        {
            int[] wider = [.. categories.WiderThan(category).Where(literals.ContainsKey).Select(other => literals[other])];
            if (wider.Length > 0)
            {
                closures.Add(literal, LiteralSet.Of([literal, .. wider]));
            }
        }

        foreach (GroupNumber g in groups)
        {
            CountGroup group = tree.Groups[g];
            choices.Add(new CategoryChoice(
                g,
                Closed(pathOf[group.Whole]),
                [.. group.Parts.Select(part => literals[categories.Of(part)])],
                residuals.TryGetValue(g, out int residual) ? residual : -1,
                group.Rule,
                group.Overlap));
        }

        foreach ((NodeNumber node, List<int> path) in paths)
        {
            setOfNode.Add(node, Add(Closed(path)));
        }

        Top = setOfNode[top];
        foreach (CategoryChoice choice in choices)
        {
            Refine(numbers[choice.Whole], choice);
        }

        // Which set stands for which node is settled; what comes now are cells that no report names.
        NumberRange<SetNumber> named = All;
        bool isSaid = choices.All(choice => choice.IsSaid && choice is not { Rule: CountRule.Cover, Overlap.HasNested: true });
        if (isSaid && named.Count <= MaxSets)
        {
            table = TwoWayTable.Find(new([.. sets]), new([.. isPossible]), choices, Top);
        }

        if (table is null && (long)named.Count * choices.Count <= 200_000)
        {
            foreach (SetNumber set in named)
            {
                if (sets.Count >= 4 * MaxSets)
                {
                    break;
                }

                foreach (CategoryChoice choice in choices)
                {
                    if (choice.Rule.IsAdditive() && choice.Whole.Holds(this[set]) && choice.Taken(this[set]) == 0 && IsPossible(set))
                    {
                        Refine(set, choice);
                    }
                }
            }
        }

        // A table leaves no cell for them; propagation has to be told.
        if (table is null && (long)sets.Count * choices.Count <= 200_000)
        {
            foreach (SetNumber set in All)
            {
                isPossible[set.Value] &= !choices.Exists(by => IsRuledOut(this[set], by));
            }
        }

        if (sets.Count <= MaxSets)
        {
            foreach (SetNumber larger in All)
            {
                foreach (SetNumber smaller in All)
                {
                    if (larger != smaller && this[larger].Holds(this[smaller]))
                    {
                        nestings.Add((larger, smaller));
                    }
                }
            }
        }
    }

    /// <summary>The set that all others lie within.</summary>
    public SetNumber Top { get; }

    /// <summary>All sets.</summary>
    public NumberRange<SetNumber> All => new(SetNumber.Of(0), sets.Count);

    /// <summary>Whether the ends that <see cref="Solve"/> finds can all occur.</summary>
    public bool IsExact => table is not null;

    /// <summary>The breakdowns as choices between categories.</summary>
    public IReadOnlyList<CategoryChoice> Choices => choices;

    /// <summary>The set that a node stands for.</summary>
    public SetNumber SetOf(NodeNumber node) => setOfNode[node];

    /// <summary>The residual of an inclusion; null for other breakdowns.</summary>
    public SetNumber? ResidualOf(GroupNumber group)
    {
        CategoryChoice choice = choices.Find(choice => choice.Group == group)!;
        return choice.Residual < 0 ? null : numbers[choice.Whole.With(choice.Residual)];
    }

    public LiteralSet this[SetNumber set] => sets[set.Value];

    /// <summary>People of some categories who are of one more, and of those that it lies within.</summary>
    public LiteralSet With(LiteralSet categories, int literal) =>
        closures.TryGetValue(literal, out LiteralSet closure) ? categories.And(closure) : categories.With(literal);

    /// <summary>The set with these categories; null if no node stands for it.</summary>
    public SetNumber? Find(LiteralSet categories) => numbers.TryGetValue(categories, out SetNumber set) ? set : null;

    /// <summary>Whether anybody can be in a set.</summary>
    public bool IsPossible(SetNumber set) => isPossible[set.Value];

    /// <summary>Whether anybody can have all of some categories.</summary>
    public bool IsPossible(LiteralSet set) => choices.TrueForAll(choice => !choice.IsTorn(set));

    /// <summary>Whether nobody can be in a set because a partition gives everybody there another category.</summary>
    public bool IsRuledOut(LiteralSet categories, CategoryChoice by) =>
        by.Rule == CountRule.Partition && by.Whole.Holds(categories) && by.Taken(categories) == 0
        && by.Options.All(option => !IsPossible(With(categories, option)));

    /// <summary>Every node with the set that it stands for.</summary>
    public IEnumerable<KeyValuePair<NodeNumber, SetNumber>> NodeSets => setOfNode;

    /// <summary>Narrows the counts of the sets to what can occur together.</summary>
    /// <param name="counts">The counts that each set may have by itself; narrowed in place.</param>
    /// <param name="wanted">The sets whose ends are asked for; null for all.</param>
    /// <returns>False if no assignment of people to categories gives such counts.</returns>
    public bool Solve(Numbered<SetNumber, CountInterval> counts, SetNumber[]? wanted)
    {
        foreach (SetNumber set in counts.Numbers)
        {
            if (!IsPossible(set))
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

    private static List<int> PathOf(CountTree tree, Categories categories, Dictionary<CategoryNumber, int> literals, NodeNumber node)
    {
        var path = new List<int>();
        for (; node != NodeNumber.Root; node = tree.Nodes[node].Parent)
        {
            path.Add(Number(literals, categories.Of(node)));
        }

        return path;
    }

    private static int Number(Dictionary<CategoryNumber, int> literals, CategoryNumber category)
    {
        if (!literals.TryGetValue(category, out int number))
        {
            literals.Add(category, number = literals.Count);
        }

        return number;
    }

    private static bool HasResidual(CountGroup group) =>
        group.Rule == CountRule.Inclusion || group is { Rule: CountRule.Within, Overlap: not null };

    private LiteralSet Closed(IEnumerable<int> literals) => literals.Aggregate(LiteralSet.Empty, With);

    private SetNumber Add(LiteralSet set)
    {
        if (!numbers.TryGetValue(set, out SetNumber number))
        {
            numbers.Add(set, number = new(sets.Count));
            sets.Add(set);
            isPossible.Add(IsPossible(set));
        }

        return number;
    }

    private void Refine(SetNumber set, CategoryChoice choice)
    {
        var parts = new SetNumber[choice.Options.Length + (choice.Residual >= 0 ? 1 : 0)];
        for (int i = 0; i < choice.Options.Length; i++)
        {
            parts[i] = Add(With(this[set], choice.Options[i]));
        }

        if (choice.Residual >= 0)
        {
            parts[^1] = Add(this[set].With(choice.Residual));
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

    private bool Propagate(Numbered<SetNumber, CountInterval> counts)
    {
        for (int round = 0, changed = 1; round < MaxRounds && changed > 0; round++)
        {
            changed = 0;
            foreach ((SetNumber whole, SetNumber[] parts, CountRule rule) in sums)
            {
                if (!SumRule.Narrow(ref counts[whole], parts, counts, rule, ref changed))
                {
                    return false;
                }
            }

            foreach ((SetNumber larger, SetNumber smaller) in nestings)
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

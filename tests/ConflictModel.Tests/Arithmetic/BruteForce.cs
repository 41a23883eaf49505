namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// An oracle that shares nothing with the engine: it enumerates what one person can be (every set of categories that breaks no
/// breakdown), adds persons one by one, and looks at all the counts that can come of it.
/// </summary>
public sealed class BruteForce
{
    private const long None = long.MaxValue;

    private readonly int maxStates;
    private readonly bool ofOperations;
    private readonly List<(Part? Part, List<int> Path)> nodes = [];
    private readonly List<(List<int> Whole, int[] Parts, BreakdownKind Kind, bool Covers, bool[,] Apart)> breakdowns = [];
    private readonly List<(List<int> Whole, int[] Parts)> residuals = [];
    private readonly Dictionary<(Axis, string), int> categories = [];
    private readonly List<int> baseOf = [];
    private readonly List<bool[]> kinds = [];

    public BruteForce(Toll toll, int maxStates = 30_000, bool ofOperations = false)
    {
        Toll = toll;
        (this.maxStates, this.ofOperations) = (maxStates, ofOperations);
        nodes.Add((null, []));
        Visit(toll.Breakdowns, []);
        Nodes = nodes.Count;
        residuals.AddRange(breakdowns
            .Where(breakdown => breakdown.Kind == BreakdownKind.Inclusion).Select(breakdown => (breakdown.Whole, breakdown.Parts)));
        EnumerateKinds();
    }

    public Toll Toll { get; }

    public int Nodes { get; }

    /// <summary>The nodes in the order in which a reader meets them, and then the residuals of inclusions in that order.</summary>
    public int Count => Nodes + residuals.Count;

    /// <summary>What one person can be: which nodes and residuals count that person.</summary>
    public IReadOnlyList<bool[]> Kinds => kinds;

    public static (long Low, long High) Read(Estimate estimate) => (estimate.Low ?? 0, estimate.High ?? None);

    public (long Low, long High)[] Reported()
    {
        var reported = new (long, long)[Count];
        for (int i = 0; i < Count; i++)
        {
            Part? part = i < Nodes ? nodes[i].Part : null;
            reported[i] = i >= Nodes ? (0, None)
                : ofOperations ? Read(part?.Operations ?? Toll.Operations)
                : Read(part?.Count ?? Toll.Count);
        }

        return reported;
    }

    /// <summary>
    /// The hull of what each node and residual can be; null if nothing can be; IsTooLarge if there is too much to look at.
    /// </summary>
    public (long Low, long High)[]? Solve((long Low, long High)[] reported, out bool isTooLarge)
    {
        isTooLarge = false;
        long cap = 1 + reported.Sum(r => r.Low + (r.High == None ? 0 : r.High));
        cap = Math.Min(cap, byte.MaxValue);
        var seen = new HashSet<UInt128>();
        var queue = new Queue<long[]>();
        long[] start = new long[Count];
        queue.Enqueue(start);
        seen.Add(0);
        (long Low, long High)[]? hull = null;
        while (queue.TryDequeue(out long[]? state))
        {
            bool isWorld = true;
            for (int i = 0; i < Count; i++)
            {
                isWorld &= state[i] >= reported[i].Low;
            }

            if (isWorld)
            {
                hull ??= [.. state.Select(count => (count, count))];
                for (int i = 0; i < Count; i++)
                {
                    hull[i] = (Math.Min(hull[i].Low, state[i]), Math.Max(hull[i].High, state[i]));
                }
            }

            foreach (bool[] kind in kinds)
            {
                long[] next = (long[])state.Clone();
                bool fits = true;
                for (int i = 0; i < Count && fits; i++)
                {
                    next[i] = Math.Min(cap, next[i] + (kind[i] ? 1 : 0));
                    fits = next[i] <= reported[i].High;
                }

                if (fits && seen.Add(Pack(next)))
                {
                    queue.Enqueue(next);
                }
            }

            if (seen.Count > maxStates)
            {
                isTooLarge = true;
                return null;
            }
        }

        if (hull is null)
        {
            return null;
        }

        // There is no limit where a person can be added again and again without touching a figure that has one.
        for (int i = 0; i < Count; i++)
        {
            if (kinds.Any(kind => kind[i] && Enumerable.Range(0, Count).All(j => !kind[j] || reported[j].High == None)))
            {
                hull[i] = (hull[i].Low, None);
            }
        }

        return hull;
    }

    /// <summary>The counts of some people at random.</summary>
    public long[] SomePeople(Random random, int count)
    {
        long[] counts = new long[Count];
        for (int person = 0; person < count && kinds.Count > 0; person++)
        {
            bool[] kind = kinds[random.Next(kinds.Count)];
            for (int i = 0; i < Count; i++)
            {
                counts[i] += kind[i] ? 1 : 0;
            }
        }

        return counts;
    }

    // No more than 16 nodes and residuals, a byte each.
    private static UInt128 Pack(long[] counts)
    {
        UInt128 packed = 0;
        foreach (long count in counts)
        {
            packed = checked((packed * 256) + (UInt128)count);
        }

        return packed;
    }

    private void Visit(ValueList<Breakdown> below, List<int> path)
    {
        foreach (Breakdown breakdown in below)
        {
            var own = new List<int>();
            var paths = new List<List<int>>();
            for (int i = 0; i < breakdown.Parts.Count; i++)
            {
                (Axis, string) key = (breakdown.By, Key(breakdown.By, breakdown.Parts[i]));
                if (!categories.TryGetValue(key, out int category))
                {
                    categories.Add(key, category = baseOf.Count);
                    baseOf.Add(category);
                }

                int literal = category;
                bool isTwin = Enumerable.Range(0, breakdown.Parts.Count)
                    .Any(j => j != i && Key(breakdown.By, breakdown.Parts[j]) == key.Item2);
                if (isTwin)
                {
                    literal = baseOf.Count;
                    baseOf.Add(category);
                }

                own.Add(literal);
                paths.Add([.. path, category, literal]);
            }

            bool[,] apart = new bool[own.Count, own.Count];
            for (int i = 0; i < own.Count; i++)
            {
                for (int j = 0; j < own.Count; j++)
                {
                    apart[i, j] = !MayShareOperations(breakdown) && (breakdown.Disjoint || RelatedCategories.AreApart(
                        breakdown, Key(breakdown.By, breakdown.Parts[i]), Key(breakdown.By, breakdown.Parts[j])));
                }
            }

            bool covers = breakdown.Kind == BreakdownKind.Partition && !(ofOperations && HitsSeveral(breakdown));
            breakdowns.Add((path, [.. own], breakdown.Kind, covers, apart));
            for (int i = 0; i < breakdown.Parts.Count; i++)
            {
                nodes.Add((breakdown.Parts[i], paths[i]));
                Visit(breakdown.Parts[i].Breakdowns, paths[i]);
            }
        }
    }

    private bool MayShareOperations(Breakdown breakdown) => ofOperations && (breakdown.OperationsOverlap || HitsSeveral(breakdown));

    // One operation can hit several groups of people, and others than the parts name.
    private static bool HitsSeveral(Breakdown breakdown) => breakdown.By is Axis.Victim or Axis.Perpetrator or Axis.Demographic;

    /// <summary>What tells a part from others on an axis.</summary>
    public static string Key(Axis axis, Part part) => axis switch
    {
        Axis.Region => part.Region!.Value.Value,
        Axis.Method => part.Method!,
        Axis.Victim => RelatedCategories.KeyOf(part.Victims!) ?? part.Victims!.Role!,
        Axis.Demographic => RelatedCategories.KeyOf(part.Victims!)!,
        Axis.Perpetrator => part.Perpetrators[0].Value,
        _ => throw new NotSupportedException(),
    };

    private void EnumerateKinds()
    {
        var distinct = new HashSet<string>();
        (int Narrow, int Wide)[] nested =
        [
            .. from narrow in categories
               from wide in categories
               where RelatedCategories.IsWithin(narrow.Key, wide.Key)
               select (narrow.Value, wide.Value),
        ];
        for (int bits = 0; bits < 1 << baseOf.Count; bits++)
        {
            bool Has(int literal) => (bits & (1 << literal)) != 0;
            bool isPossible = Enumerable.Range(0, baseOf.Count).All(literal => !Has(literal) || Has(baseOf[literal]))
                && Array.TrueForAll(nested, pair => !Has(pair.Narrow) || Has(pair.Wide));
            foreach ((List<int> whole, int[] parts, _, bool covers, bool[,] apart) in breakdowns)
            {
                if (isPossible && whole.TrueForAll(Has))
                {
                    int[] taken = [.. Enumerable.Range(0, parts.Length).Where(i => Has(parts[i]))];

                    // Whoever is of a category that has pieces is in one of them, and in no part of a category apart from it.
                    isPossible = (taken.Length > 0 || !covers)
                        && Array.TrueForAll(taken, i => Array.TrueForAll(taken, j => i == j || !apart[i, j]))
                        && Array.TrueForAll(parts, part =>
                            !Has(baseOf[part]) || Array.Exists(taken, i => baseOf[parts[i]] == baseOf[part]));
                }
            }

            if (isPossible)
            {
                bool[] kind =
                [
                    .. nodes.Select(node => node.Path.TrueForAll(Has)),
                    .. residuals.Select(residual => residual.Whole.TrueForAll(Has) && !residual.Parts.Any(Has)),
                ];
                if (distinct.Add(string.Join(',', kind)))
                {
                    kinds.Add(kind);
                }
            }
        }
    }
}

namespace ConflictModel.Arithmetic;

/// <summary>Sets of people that fall into two families, each nested: a table whose rows and columns may be grouped.</summary>
/// <remarks>
/// Within a family any two sets are nested or apart. Then the counts are a circulation: down the tree of one family, across the cells,
/// and up the tree of the other. It is exact, since the matrix of two nested families is totally unimodular.
/// </remarks>
internal sealed class TwoWayTable
{
    private const long MaxWork = 20_000_000;

    private readonly Circulation circulation;
    private readonly Numbered<SetNumber, int> edgeOf;

    private TwoWayTable(Circulation circulation, Numbered<SetNumber, int> edgeOf) =>
        (this.circulation, this.edgeOf) = (circulation, edgeOf);

    /// <summary>The table that the sets make, or null if they don't fall into two families.</summary>
    public static TwoWayTable? Find(
        Numbered<SetNumber, LiteralSet> sets, Numbered<SetNumber, bool> isPossible, List<CategoryChoice> choices, SetNumber top)
    {
        if (Families(sets, isPossible, choices, top) is not { } family)
        {
            return null;
        }

        SetNumber[][] members =
        [
            MembersOf(0),
            MembersOf(1),
        ];
        if ((long)members[0].Length * members[1].Length * choices.Count > MaxWork)
        {
            return null;
        }

        // Vertex of a set in its family: rows first, then columns. The edge of the top runs from the columns' top to the rows' top.
        int rows = members[0].Length;
        var edges = new List<(int From, int To)>();
        var edgeOf = Numbered<SetNumber, int>.Of(sets.Count, -1);
        edgeOf[top] = 0;
        edges.Add((rows, 0));
        int[][] parents = [Parents(members[0], sets), Parents(members[1], sets)];
        for (int side = 0; side < 2; side++)
        {
            for (int i = 1; i < members[side].Length; i++)
            {
                edgeOf[members[side][i]] = edges.Count;
                edges.Add(side == 0 ? (parents[0][i], i) : (rows + i, rows + parents[1][i]));
            }
        }

        List<int>[][] children = [Children(parents[0]), Children(parents[1])];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < members[1].Length; column++)
            {
                LiteralSet both = sets[members[0][row]].And(sets[members[1][column]]);
                if (IsLeast(both, children[0][row], members[0], sets) && IsLeast(both, children[1][column], members[1], sets)
                    && choices.TrueForAll(choice => choice.IsSettled(both)))
                {
                    edges.Add((row, rows + column));
                }
            }
        }

        return new TwoWayTable(new Circulation(rows + members[1].Length, edges), edgeOf);

        // Larger sets come first: they have fewer categories.
        SetNumber[] MembersOf(int side) =>
        [
            .. sets.Numbers
                .Where(set => set == top || (family[set] == side && isPossible[set]))
                .OrderBy(set => sets[set].Count),
        ];
    }

    /// <summary>Narrows counts to what occurs in some circulation; false if there is none.</summary>
    public bool Solve(Numbered<SetNumber, CountInterval> counts, SetNumber[]? wanted)
    {
        var ends = new CountInterval[circulation.EdgeCount];
        Array.Fill(ends, CountInterval.Unknown);
        foreach (SetNumber set in edgeOf.Numbers)
        {
            if (edgeOf[set] >= 0)
            {
                ends[edgeOf[set]] = counts[set];
            }
        }

        if (circulation.Find(ends) is not { } flow)
        {
            return false;
        }

        foreach (SetNumber set in wanted is null ? edgeOf.Numbers : wanted.AsEnumerable())
        {
            if (edgeOf[set] >= 0 && !counts[set].IsSingle)
            {
                counts[set] = flow.Range(edgeOf[set]);
            }
        }

        return true;
    }

    // Colours the sets so that those which cross have different colours.
    private static Numbered<SetNumber, int>? Families(
        Numbered<SetNumber, LiteralSet> sets, Numbered<SetNumber, bool> isPossible, List<CategoryChoice> choices, SetNumber top)
    {
        var family = Numbered<SetNumber, int>.Of(sets.Count, -1);
        var queue = new Queue<SetNumber>();
        foreach (SetNumber start in sets.Numbers)
        {
            if (family[start] >= 0 || start == top || !isPossible[start])
            {
                continue;
            }

            family[start] = 0;
            queue.Enqueue(start);
            while (queue.TryDequeue(out SetNumber set))
            {
                foreach (SetNumber other in sets.Numbers)
                {
                    if (other == set || other == top || !isPossible[other] || family[other] == 1 - family[set]
                        || !Cross(sets[set], sets[other], choices))
                    {
                        continue;
                    }

                    if (family[other] == family[set])
                    {
                        return null;
                    }

                    family[other] = 1 - family[set];
                    queue.Enqueue(other);
                }
            }
        }

        return family;
    }

    private static bool Cross(LiteralSet left, LiteralSet right, List<CategoryChoice> choices)
    {
        if (left.Holds(right) || right.Holds(left))
        {
            return false;
        }

        LiteralSet both = left.And(right);
        return choices.TrueForAll(choice => !choice.IsTorn(both));
    }

    // The smallest set of the family that holds each. Larger sets come first.
    private static int[] Parents(SetNumber[] members, Numbered<SetNumber, LiteralSet> sets)
    {
        int[] parents = new int[members.Length];
        for (int i = 1; i < members.Length; i++)
        {
            for (int j = i - 1; j >= 0; j--)
            {
                if (sets[members[j]].Holds(sets[members[i]]))
                {
                    parents[i] = j;
                    break;
                }
            }
        }

        return parents;
    }

    private static List<int>[] Children(int[] parents)
    {
        List<int>[] children = [.. parents.Select(_ => new List<int>())];
        for (int i = 1; i < parents.Length; i++)
        {
            children[parents[i]].Add(i);
        }

        return children;
    }

    private static bool IsLeast(
        LiteralSet both, List<int> children, SetNumber[] members, Numbered<SetNumber, LiteralSet> sets) =>
        !children.Exists(child => sets[members[child]].Holds(both));
}

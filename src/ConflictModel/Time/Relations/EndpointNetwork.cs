namespace ConflictModel.Time;

/// <summary>
/// Decides which Allen relations two families of periods can have. Each relation is a few differences between the two starts
/// and two ends; it is possible exactly if those and the families' own limits admit a solution in whole days, which holds
/// if the graph of differences has no negative cycle (a simple temporal problem).
/// </summary>
internal readonly ref struct EndpointNetwork
{
    // Nodes: the origin, the first period's start and end, the second's.
    private const int Size = 5;
    private const int Start1 = 1;
    private const int End1 = 2;
    private const int Start2 = 3;
    private const int End2 = 4;

    private readonly DateWorld first;
    private readonly DateWorld second;

    public EndpointNetwork(in DateWorld first, in DateWorld second)
    {
        this.first = first;
        this.second = second;
    }

    public AllenRelations PossibleRelations()
    {
        Span<long> limits = stackalloc long[Size * Size];
        Span<long> work = stackalloc long[Size * Size];
        limits.Fill(4 * Days.Infinity);
        Family(limits, this.first, Start1, End1);
        Family(limits, this.second, Start2, End2);
        AllenRelations possible = AllenRelations.None;
        for (int bit = 0; bit <= 12; bit++)
        {
            limits.CopyTo(work);
            var relation = (AllenRelations)(1 << bit);
            Relate(work, relation);
            if (IsSolvable(work))
            {
                possible |= relation;
            }
        }

        return possible;
    }

    private static void Family(Span<long> limits, in DateWorld world, int start, int end)
    {
        AtMost(limits, start, 0, world.StartLast);
        AtMost(limits, 0, start, -world.StartFirst);
        AtMost(limits, end, 0, world.EndLast);
        AtMost(limits, 0, end, -world.EndFirst);
        AtMost(limits, end, start, world.Longest);
        AtMost(limits, start, end, -world.Shortest);
    }

    private static void Relate(Span<long> limits, AllenRelations relation)
    {
        switch (relation)
        {
            case AllenRelations.Before:
                AtMost(limits, End1, Start2, -2);
                break;
            case AllenRelations.After:
                AtMost(limits, End2, Start1, -2);
                break;
            case AllenRelations.Meets:
                Order(limits, End1, Start2, -1, -1);
                break;
            case AllenRelations.MetBy:
                Order(limits, End2, Start1, -1, -1);
                break;
            case AllenRelations.Overlaps:
                AtMost(limits, Start1, Start2, -1);
                AtMost(limits, Start2, End1, 0);
                AtMost(limits, End1, End2, -1);
                break;
            case AllenRelations.OverlappedBy:
                AtMost(limits, Start2, Start1, -1);
                AtMost(limits, Start1, End2, 0);
                AtMost(limits, End2, End1, -1);
                break;
            case AllenRelations.Starts:
                Order(limits, Start1, Start2, 0, 0);
                AtMost(limits, End1, End2, -1);
                break;
            case AllenRelations.StartedBy:
                Order(limits, Start1, Start2, 0, 0);
                AtMost(limits, End2, End1, -1);
                break;
            case AllenRelations.Finishes:
                Order(limits, End1, End2, 0, 0);
                AtMost(limits, Start2, Start1, -1);
                break;
            case AllenRelations.FinishedBy:
                Order(limits, End1, End2, 0, 0);
                AtMost(limits, Start1, Start2, -1);
                break;
            case AllenRelations.During:
                AtMost(limits, Start2, Start1, -1);
                AtMost(limits, End1, End2, -1);
                break;
            case AllenRelations.Contains:
                AtMost(limits, Start1, Start2, -1);
                AtMost(limits, End2, End1, -1);
                break;
            default:
                Order(limits, Start1, Start2, 0, 0);
                Order(limits, End1, End2, 0, 0);
                break;
        }
    }

    /// <summary>The difference of two nodes lies between two numbers.</summary>
    private static void Order(Span<long> limits, int left, int right, long least, long most)
    {
        AtMost(limits, left, right, most);
        AtMost(limits, right, left, -least);
    }

    /// <summary>The first node is at most so much after the second.</summary>
    private static void AtMost(Span<long> limits, int left, int right, long difference)
    {
        ref long limit = ref limits[(left * Size) + right];
        limit = Math.Min(limit, difference);
    }

    private static bool IsSolvable(Span<long> limits)
    {
        for (int via = 0; via < Size; via++)
        {
            for (int from = 0; from < Size; from++)
            {
                for (int to = 0; to < Size; to++)
                {
                    // The cap below keeps the sums of sentinels within 64 bits.
                    long sum = Math.Max(limits[(from * Size) + via] + limits[(via * Size) + to], -8 * Days.Infinity);
                    ref long limit = ref limits[(from * Size) + to];
                    limit = Math.Min(limit, sum);
                }
            }

            for (int node = 0; node < Size; node++)
            {
                if (limits[(node * Size) + node] < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

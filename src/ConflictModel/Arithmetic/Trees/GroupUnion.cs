namespace ConflictModel.Arithmetic;

/// <summary>Joins breakdowns into classes.</summary>
internal sealed class GroupUnion(int count)
{
    private readonly int[] parents = [.. Enumerable.Repeat(-1, count)];

    public void Join(int left, int right)
    {
        (left, right) = (Root(left), Root(right));
        (int first, int second) = left < right ? (left, right) : (right, left);
        if (first != second)
        {
            parents[second] = first;
        }
    }

    /// <summary>The classes that were joined, even with themselves, each in ascending order.</summary>
    public IEnumerable<int[]> Classes()
    {
        var classes = new SortedDictionary<int, List<int>>();
        for (int i = 0; i < parents.Length; i++)
        {
            if (parents[i] >= 0)
            {
                int root = Root(i);
                if (!classes.TryGetValue(root, out List<int>? members))
                {
                    classes.Add(root, members = []);
                }

                members.Add(i);
            }
        }

        return classes.Values.Select(members => members.ToArray());
    }

    private int Root(int i)
    {
        if (parents[i] < 0)
        {
            parents[i] = i;
        }

        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }
}

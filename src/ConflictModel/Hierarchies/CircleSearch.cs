namespace ConflictModel.Hierarchies;

/// <summary>Looks for a circle in a graph without recursion: a hostile file may chain a hundred thousand links.</summary>
internal static class CircleSearch
{
    // The low mark of a node whose component is complete: nothing that comes later leads to it and back.
    private const int Left = -1;

    /// <summary>The nodes along the first circle met from <paramref name="nodes"/> in their order, its first node again at the end; null if
    /// there is none.</summary>
    public static List<T>? Find<T>(IEnumerable<T> nodes, Func<T, IReadOnlyList<T>> next)
        where T : notnull
    {
        var done = new HashSet<T>();
        var onPath = new HashSet<T>();
        var path = new List<(T Node, IReadOnlyList<T> Links, int Next)>();
        foreach (T start in nodes)
        {
            if (!done.Contains(start))
            {
                path.Add((start, next(start), 0));
                onPath.Add(start);
            }

            while (path.Count > 0)
            {
                (T node, IReadOnlyList<T> links, int index) = path[^1];
                if (index == links.Count)
                {
                    path.RemoveAt(path.Count - 1);
                    onPath.Remove(node);
                    done.Add(node);
                    continue;
                }

                path[^1] = (node, links, index + 1);
                T target = links[index];
                if (onPath.Contains(target))
                {
                    int first = path.FindIndex(step => EqualityComparer<T>.Default.Equals(step.Node, target));
                    return [.. path.Skip(first).Select(step => step.Node), target];
                }

                if (!done.Contains(target))
                {
                    path.Add((target, next(target), 0));
                    onPath.Add(target);
                }
            }
        }

        return null;
    }

    /// <summary>All nodes that lie on some circle, in time that grows with nodes and links.</summary>
    public static HashSet<T> OnCircles<T>(IEnumerable<T> nodes, Func<T, IReadOnlyList<T>> next)
        where T : notnull => [.. Components(nodes, next).SelectMany(all => all)];

    /// <summary>
    /// The nodes that lie on some circle, those together that lead to one another, in time that grows with nodes and links.
    /// </summary>
    /// <remarks>
    /// Tarjan's walk: a node's low mark is the earliest one on the walk that it leads back to; where that is the node itself, it and all
    /// above it on the walk lead to one another.
    /// </remarks>
    public static List<List<T>> Components<T>(IEnumerable<T> nodes, Func<T, IReadOnlyList<T>> next)
        where T : notnull
    {
        var found = new List<List<T>>();

        // A node is looked up once for each link to it, twice where it was met before: all else is known by its number, that of the order
        // in which nodes are met.
        var numbers = new Dictionary<T, int>();
        var lows = new List<int>();
        var open = new Stack<(T Node, int Number)>();
        var path = new List<(int Number, IReadOnlyList<T> Links, int Next)>();
        foreach (T start in nodes)
        {
            EnterIfNew(start);
            while (path.Count > 0)
            {
                (int number, IReadOnlyList<T> links, int index) = path[^1];
                if (index == links.Count)
                {
                    path.RemoveAt(path.Count - 1);
                    Leave(number, links);
                    continue;
                }

                path[^1] = (number, links, index + 1);
                T target = links[index];
                if (!EnterIfNew(target) && numbers[target] is var met && lows[met] != Left)
                {
                    lows[number] = Math.Min(lows[number], met);
                }
            }
        }

        return found;

        bool EnterIfNew(T node)
        {
            int number = lows.Count;
            bool isNew = numbers.TryAdd(node, number);
            if (isNew)
            {
                lows.Add(number);
                open.Push((node, number));
                path.Add((number, next(node), 0));
            }

            return isNew;
        }

        void Leave(int number, IReadOnlyList<T> links)
        {
            int low = lows[number];
            if (path.Count > 0)
            {
                int before = path[^1].Number;
                lows[before] = Math.Min(lows[before], low);
            }

            if (low < number)
            {
                return;
            }

            var together = new List<T>();
            (T Node, int Number) left;
            do
            {
                left = open.Pop();
                lows[left.Number] = Left;
                together.Add(left.Node);
            }
            while (left.Number != number);

            if (together.Count > 1 || links.Contains(left.Node))
            {
                found.Add(together);
            }
        }
    }
}

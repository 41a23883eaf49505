namespace ConflictModel.Hierarchies;

/// <summary>Looks for a circle in a graph without recursion: a hostile file may chain a hundred thousand links.</summary>
internal static class CircleSearch
{
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
        var marks = new Dictionary<T, (int Met, int Low, bool IsOpen)>();
        var open = new Stack<T>();
        var path = new List<(T Node, IReadOnlyList<T> Links, int Next)>();
        foreach (T start in nodes)
        {
            if (!marks.ContainsKey(start))
            {
                Enter(start);
            }

            while (path.Count > 0)
            {
                (T node, IReadOnlyList<T> links, int index) = path[^1];
                if (index == links.Count)
                {
                    path.RemoveAt(path.Count - 1);
                    Leave(node, links);
                    continue;
                }

                path[^1] = (node, links, index + 1);
                T target = links[index];
                bool isMet = marks.TryGetValue(target, out (int Met, int Low, bool IsOpen) mark);
                if (!isMet)
                {
                    Enter(target);
                }
                else if (mark.IsOpen)
                {
                    Lower(node, mark.Met);
                }
            }
        }

        return found;

        void Enter(T node)
        {
            int met = marks.Count;
            marks.Add(node, (met, met, true));
            open.Push(node);
            path.Add((node, next(node), 0));
        }

        void Lower(T node, int low) => marks[node] = marks[node] with { Low = Math.Min(marks[node].Low, low) };

        void Leave(T node, IReadOnlyList<T> links)
        {
            (int met, int low, _) = marks[node];
            if (path.Count > 0)
            {
                Lower(path[^1].Node, low);
            }

            if (low < met)
            {
                return;
            }

            var together = new List<T>();
            T left;
            do
            {
                left = open.Pop();
                marks[left] = marks[left] with { IsOpen = false };
                together.Add(left);
            }
            while (!EqualityComparer<T>.Default.Equals(left, node));

            if (together.Count > 1 || links.Contains(node))
            {
                found.Add(together);
            }
        }
    }
}

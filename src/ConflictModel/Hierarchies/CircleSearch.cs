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
}

namespace ConflictModel.Hierarchies;

/// <summary>Links make a circle: something would be a part of itself.</summary>
public sealed class HierarchyCycleException : Exception
{
    /// <summary>A circle along <paramref name="path"/>.</summary>
    public HierarchyCycleException(ValueList<string> path)
        : base($"The hierarchy has a circle: {string.Join(" -> ", (IEnumerable<string>)path)}.") => Path = path;

    /// <summary>The ids along the circle; the first is the last again.</summary>
    public ValueList<string> Path { get; }
}

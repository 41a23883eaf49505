using System.Globalization;

namespace ConflictModel.Hierarchies;

/// <summary>Links make a circle: something would be a part of itself. Or they may, and to find out takes too much.</summary>
public sealed class HierarchyCycleException : Exception
{
    /// <summary>How many ids of a path are shown.</summary>
    private const int MostShown = 10;

    /// <summary>A circle along <paramref name="path"/>.</summary>
    public HierarchyCycleException(ValueList<string> path)
        : base($"The hierarchy has a circle: {Shown(path)}.") => Path = path;

    /// <summary>Links that make a circle if they all hold on some day, which is not known.</summary>
    internal HierarchyCycleException(ValueList<string> path, long most)
        : base($"The hierarchy may have a circle: {Shown(path)}, if these links hold on one day. To find a day on which one stands, more "
            + $"than {most.ToString("N0", CultureInfo.InvariantCulture)} links would have to be looked at.") => Path = path;

    /// <summary>The ids along the circle; the first is the last again.</summary>
    public ValueList<string> Path { get; }

    /// <summary>A path as text; of a long one the first ids, and how many there are.</summary>
    internal static string Shown(ValueList<string> path) => path.Count - 1 <= MostShown
        ? string.Join(" -> ", (IEnumerable<string>)path)
        : string.Join(" -> ", path.Take(MostShown)) + string.Create(CultureInfo.InvariantCulture, $" -> ... ({path.Count - 1} in all)");
}

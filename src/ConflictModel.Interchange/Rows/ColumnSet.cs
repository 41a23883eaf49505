namespace ConflictModel.Interchange;

/// <summary>The columns of a file in their order, found by name.</summary>
/// <remarks>Names match without case and without white space around them; each stands once.</remarks>
internal sealed class ColumnSet
{
    private readonly Dictionary<string, int> places;

    private ColumnSet(string[] names, Dictionary<string, int> places)
    {
        Names = names;
        this.places = places;
    }

    public static ColumnSet Empty { get; } = new([], new(StringComparer.OrdinalIgnoreCase));

    public IReadOnlyList<string> Names { get; }

    public int Count => Names.Count;

    /// <summary>The columns of these names, or null and the name that stands twice.</summary>
    public static ColumnSet? Of(IEnumerable<string> names, out string? twice)
    {
        string[] list = [.. names];
        var places = new Dictionary<string, int>(list.Length, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < list.Length; i++)
        {
            if (!places.TryAdd(list[i].Trim(), i))
            {
                twice = list[i];
                return null;
            }
        }

        twice = null;
        return new(list, places);
    }

    /// <summary>The place of a column, or -1.</summary>
    public int IndexOf(string name) => places.GetValueOrDefault(name, -1);

    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>Whether all of these columns are there.</summary>
    public bool HasAll(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!Has(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>These columns and others behind them, which they have not yet.</summary>
    public ColumnSet With(IEnumerable<string> names) => Of(Names.Concat(names), out _)!;
}

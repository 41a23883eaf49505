namespace ConflictModel.Interchange;

/// <summary>The names of keys, as people write them: <c>year</c>, <c>side-a</c>, <c>active-year</c>.</summary>
public static class AggregateKeys
{
    private static readonly string[] Names =
        ["", "year", "month", "week", "country", "region", "adm1", "side-a", "side-b", "actor", "dyad", "conflict", "type", "active-year"];

    /// <summary>All names, in the order of <see cref="AggregateKey"/>.</summary>
    public static ValueList<string> All { get; } = Names[1..].ToValueList();

    /// <summary>The key of a name; false for a name that none has.</summary>
    public static bool TryParse(string name, out AggregateKey key)
    {
        int index = Array.IndexOf(Names, name, 1);
        key = index > 0 ? (AggregateKey)index : default;
        return index > 0;
    }

    extension(AggregateKey self)
    {
        /// <summary>The key's name.</summary>
        public string Name => Names[(int)self];
    }
}

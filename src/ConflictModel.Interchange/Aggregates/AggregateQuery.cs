namespace ConflictModel.Interchange;

/// <summary>What to sum published rows by, and which rows.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed record AggregateQuery
{
    /// <summary>The keys, in the order of the columns; none for one row of totals.</summary>
    public required ValueList<AggregateKey> By { get; init; }

    /// <summary>Keys with the text that they must have; all must hold. A time that an event is spread over takes its share.</summary>
    public ValueList<KeyValuePair<AggregateKey, string>> Where { get; init; }

    /// <summary>Whether keys that are ids (dyad, conflict, actor, sides) have a column of names behind them.</summary>
    public bool Names { get; init; }
}

namespace ConflictModel.Aggregation;

/// <summary>Whether the source writes a text for the value of a key.</summary>
/// <param name="key">The key, whose values have names.</param>
/// <param name="text">What the source writes.</param>
/// <param name="plain">The same as a whole number, where it is one with a fraction of zeros.</param>
internal sealed class OwnTextCondition<T>(GroupKey<T> key, string text, string plain) : KeyCondition(key)
    where T : struct
{
    public override IReadOnlyList<string> Texts => text == plain ? [text] : [text, plain];

    public override bool IsOwn => true;

    public override bool WaitsForOthers => key.IsOfActors;

    public override Func<TableColumns, RowFilter> Bind(TableColumns table) => on => key.FilterIn(
        on, value => key.NamesIn!(on, value)?.Own is { } own && (own == text || own == plain));
}

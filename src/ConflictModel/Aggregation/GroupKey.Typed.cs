namespace ConflictModel.Aggregation;

/// <summary>A key whose values are of a known type.</summary>
/// <remarks>Equality is by content.</remarks>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed record GroupKey<T>   : GroupKey
    where T : struct, IComparable<T>
{
    internal GroupKey(KeyKind kind, int level, Func<T, string> format, Func<string, T> parse)
        : base(kind, level)
    {
        Format = format;
        Parse = parse;
    }

    internal Func<T, string> Format { get; }

    internal Func<string, T> Parse { get; }

    /// <inheritdoc/>
    public bool Equals(GroupKey<T>? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    internal override KeyDomain Collect(IEnumerable<string> texts) => new KeyDomain<T>(this, [.. texts.Distinct().Select(Parse)]);
}

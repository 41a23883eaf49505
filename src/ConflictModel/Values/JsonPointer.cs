namespace ConflictModel;

/// <summary>The place of a value within a JSON document, as RFC 6901 writes it: <c>/tallies/0/scope</c>.</summary>
/// <remarks>Equality is that of the text. The default value is the whole document, whose text is empty.</remarks>
public readonly struct JsonPointer : IEquatable<JsonPointer>
{
    // A place is made for every value that is looked at and read for few: the text is put together when it is asked for.
    private readonly Step? last;

    private JsonPointer(Step last) => this.last = last;

    /// <summary>The whole document.</summary>
    public static JsonPointer Root => default;

    /// <summary>Whether both texts are the same.</summary>
    public static bool operator ==(JsonPointer left, JsonPointer right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(JsonPointer left, JsonPointer right) => !left.Equals(right);

    /// <summary>The member <paramref name="name"/> of the object here.</summary>
    public JsonPointer Member(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(new Step(last, name, -1));
    }

    /// <summary>The element at <paramref name="index"/> of the array here.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public JsonPointer Item(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new(new Step(last, "", index));
    }

    /// <inheritdoc/>
    public bool Equals(JsonPointer other) => ReferenceEquals(last, other.last) || ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonPointer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The pointer's text; empty for the whole document.</summary>
    public override string ToString()
    {
        var steps = new Stack<string>();
        for (Step? step = last; step is not null; step = step.Before)
        {
            steps.Push(step.Text);
        }

        return string.Concat(steps);
    }

    private sealed record Step(Step? Before, string Name, int Index)
    {
        public string Text => Index >= 0
            ? FormattableString.Invariant($"/{Index}")
            : "/" + Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
    }
}

using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Aggregation;

/// <summary>A word of the caller's own for incidents in a table, such as a conflict, a campaign or a file: what to group by that has no column.</summary>
/// <remarks>
/// Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.
/// </remarks>
public readonly record struct LabelId : IId<LabelId>
{
    private readonly string? value;

    private LabelId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static LabelId From(string value) => new(IdText.Check(value, nameof(LabelId)));

    /// <inheritdoc/>
    public static LabelId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static LabelId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => From(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LabelId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out LabelId result)
    {
        bool valid = IdText.IsValid(s);
        result = valid ? new(s.ToString()) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(LabelId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

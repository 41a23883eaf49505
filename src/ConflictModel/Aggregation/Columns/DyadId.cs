using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Aggregation;

/// <summary>Names a pair of opponents within a table, such as UCDP's dyad 14620.</summary>
/// <remarks>
/// Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.
/// </remarks>
public readonly record struct DyadId : IId<DyadId>
{
    private readonly string? value;

    private DyadId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static DyadId From(string value) => new(IdText.Check(value, nameof(DyadId)));

    /// <inheritdoc/>
    public static DyadId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static DyadId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => From(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DyadId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DyadId result)
    {
        bool valid = IdText.IsValid(s);
        result = valid ? new(s.ToString()) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(DyadId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

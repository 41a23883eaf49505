using System.Diagnostics.CodeAnalysis;

namespace ConflictModel.Aggregation;

/// <summary>Names a kind of incident within a table: an air strike, a clash, UCDP's state-based violence.</summary>
/// <remarks>
/// Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.
/// </remarks>
public readonly record struct KindId : IId<KindId>
{
    private readonly string? value;

    private KindId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static KindId From(string value) => new(IdText.Check(value, nameof(KindId)));

    /// <inheritdoc/>
    public static KindId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static KindId Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) => From(s.ToString());

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out KindId result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out KindId result)
    {
        bool valid = IdText.IsValid(s);
        result = valid ? new(s.ToString()) : default;
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(KindId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

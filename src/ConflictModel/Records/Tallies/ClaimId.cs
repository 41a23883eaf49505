using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a claim within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<ClaimId>))]
[TypeConverter(typeof(IdTypeConverter<ClaimId>))]
public readonly record struct ClaimId : IId<ClaimId>
{
    private readonly string? value;

    private ClaimId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ClaimId From(string value) => new(IdText.Check(value, nameof(ClaimId)));

    /// <inheritdoc/>
    public static ClaimId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ClaimId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(ClaimId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Names a pair of opponents within a table, such as UCDP's dyad 14620.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<DyadId>))]
[TypeConverter(typeof(IdTypeConverter<DyadId>))]
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
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DyadId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(DyadId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

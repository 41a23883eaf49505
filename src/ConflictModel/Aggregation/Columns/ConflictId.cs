using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Names a conflict within a table, such as UCDP's conflict 299.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<ConflictId>))]
[TypeConverter(typeof(IdTypeConverter<ConflictId>))]
public readonly record struct ConflictId : IId<ConflictId>
{
    private readonly string? value;

    private ConflictId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ConflictId From(string value) => new(IdText.Check(value, nameof(ConflictId)));

    /// <inheritdoc/>
    public static ConflictId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConflictId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(ConflictId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

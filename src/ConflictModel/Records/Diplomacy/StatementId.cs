using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a statement within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<StatementId>))]
[TypeConverter(typeof(IdTypeConverter<StatementId>))]
public readonly record struct StatementId : IId<StatementId>
{
    private readonly string? value;

    private StatementId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static StatementId From(string value) => new(IdText.Check(value, nameof(StatementId)));

    /// <inheritdoc/>
    public static StatementId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StatementId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(StatementId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

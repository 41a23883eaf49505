using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a tally within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<TallyId>))]
[TypeConverter(typeof(IdTypeConverter<TallyId>))]
public readonly record struct TallyId : IId<TallyId>
{
    private readonly string? value;

    private TallyId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static TallyId From(string value) => new(IdText.Check(value, nameof(TallyId)));

    /// <inheritdoc/>
    public static TallyId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TallyId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(TallyId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

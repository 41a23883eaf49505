using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Names a type of event by its source's own word: UCDP's 1, ACLED's <c>Riots</c>.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<EventTypeId>))]
[TypeConverter(typeof(IdTypeConverter<EventTypeId>))]
public readonly record struct EventTypeId : IId<EventTypeId>
{
    private readonly string? value;

    private EventTypeId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static EventTypeId From(string value) => new(IdText.Check(value, nameof(EventTypeId)));

    /// <inheritdoc/>
    public static EventTypeId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EventTypeId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(EventTypeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

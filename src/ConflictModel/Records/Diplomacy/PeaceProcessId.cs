using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a peace process within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<PeaceProcessId>))]
[TypeConverter(typeof(IdTypeConverter<PeaceProcessId>))]
public readonly record struct PeaceProcessId : IId<PeaceProcessId>
{
    private readonly string? value;

    private PeaceProcessId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static PeaceProcessId From(string value) => new(IdText.Check(value, nameof(PeaceProcessId)));

    /// <inheritdoc/>
    public static PeaceProcessId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PeaceProcessId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(PeaceProcessId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

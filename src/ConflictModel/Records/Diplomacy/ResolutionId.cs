using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a resolution within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<ResolutionId>))]
[TypeConverter(typeof(IdTypeConverter<ResolutionId>))]
public readonly record struct ResolutionId : IId<ResolutionId>
{
    private readonly string? value;

    private ResolutionId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static ResolutionId From(string value) => new(IdText.Check(value, nameof(ResolutionId)));

    /// <inheritdoc/>
    public static ResolutionId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResolutionId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(ResolutionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

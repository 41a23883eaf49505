using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel;

/// <summary>Names a region within a data set.</summary>
/// <remarks>Equality and order are those of the ordinal text. The default value is no id: see <see cref="IId{TSelf}"/>.</remarks>
[JsonConverter(typeof(IdConverter<RegionId>))]
[TypeConverter(typeof(IdTypeConverter<RegionId>))]
public readonly record struct RegionId : IId<RegionId>
{
    private readonly string? value;

    private RegionId(string value) => this.value = value;

    /// <inheritdoc/>
    public string Value => value ?? "";

    /// <inheritdoc/>
    public static RegionId From(string value) => new(IdText.Check(value, nameof(RegionId)));

    /// <inheritdoc/>
    public static RegionId Parse(string s, IFormatProvider? provider = null) => From(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionId result) =>
        IdText.TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(RegionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

using System.Text;
using System.Text.Json;

namespace ConflictModel;

/// <summary>Reads and writes an enumeration by the names that <see cref="JsonName"/> gives its members, as a value or as a member's name.
/// </summary>
/// <remarks>Numbers are refused. Where zero is no member, the default value is null.</remarks>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class EnumConverter<TEnum> : ValueConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly (byte[] Utf8Name, TEnum Value)[] Names =
        [.. Enum.GetValues<TEnum>().Select(value => (Encoding.UTF8.GetBytes(JsonName.Of(value)), value))];

    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(ref reader);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The value is none of the members.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(JsonName.Of(value));
    }

    internal override TEnum ReadValue(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Parse(ref reader) : throw Unknown();

    internal override void WriteValue(Utf8JsonWriter writer, TEnum value) => writer.WriteStringValue(JsonName.Of(value));

    internal override string? WhyNot(TEnum value) =>
        Enum.IsDefined(value) ? null : $"It is none of these: {string.Join(", ", JsonName.All<TEnum>())}.";

    private static TEnum Parse(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            foreach ((byte[] name, TEnum value) in Names)
            {
                if (reader.ValueSpan.SequenceEqual(name))
                {
                    return value;
                }
            }
        }

        return JsonName.TryParse(JsonText.Of(ref reader), out TEnum read) ? read : throw Unknown();
    }

    private static JsonException Unknown() => new($"Expected one of these: {string.Join(", ", JsonName.All<TEnum>())}.");
}

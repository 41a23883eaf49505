using System.Text.Json;

namespace ConflictModel;

/// <summary>Reads and writes any id as a JSON string or as a member's name; no id is null.</summary>
/// <typeparam name="TId">The id.</typeparam>
public sealed class IdConverter<TId> : ValueConverter<TId>
    where TId : struct, IId<TId>
{
    /// <inheritdoc/>
    public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(JsonText.Of(ref reader));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The id is the default value, which is none.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.Value.Length > 0 ? value.Value : throw new ArgumentException(WhyNot(value), nameof(value)));
    }

    internal override TId ReadValue(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? Parse(JsonText.Of(ref reader))
            : throw new JsonException("Expected an id: a string.");

    internal override void WriteValue(Utf8JsonWriter writer, TId value) => writer.WriteStringValue(value.Value);

    internal override string? WhyNot(TId value) => value.Value.Length > 0 ? JsonText.WhyNot(value.Value) : "The default value is no id.";

    private static TId Parse(string text) =>
        TId.TryParse(text, null, out TId id)
            ? id
            : throw new JsonException(
                $"'{text}' is not a valid id: an id has 1 to {IdText.MaxLength} characters, no white space and no control characters.");
}

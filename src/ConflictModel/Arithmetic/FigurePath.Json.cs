using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

[JsonConverter(typeof(FigurePath.JsonConverter))]
public readonly partial record struct FigurePath
{
    /// <summary>Reads and writes a path as its text.</summary>
    public sealed class JsonConverter : ValueConverter<FigurePath>
    {
        internal override FigurePath ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String && TryParse(JsonText.Of(ref reader), null, out FigurePath path)
                ? path
                : throw new JsonException("Expected the path of a figure: a string such as victim:isis/perpetrator:russia.");

        internal override void WriteValue(Utf8JsonWriter writer, FigurePath value) => writer.WriteStringValue(value.Value);

        internal override string? WhyNot(FigurePath value) => JsonText.WhyNot(value.Value);
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Serialization;

/// <summary>Reads the one word that schema 1.0 had for age and sex together. It is never written.</summary>
internal sealed class FormerDemographicConverter : JsonConverter<Victims>
{
    public override bool HandleNull => true;

    public override Victims Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Demographics.TryParseFormer(reader.GetString()!, out AgeGroup age, out Sex sex)
            ? new() { Age = age, Sex = sex }
            : throw new JsonException("Expected one of these: any, women, men, children, elderly.");

    public override void Write(Utf8JsonWriter writer, Victims value, JsonSerializerOptions options) => throw new NotSupportedException();
}

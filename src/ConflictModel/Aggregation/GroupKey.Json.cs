using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

[JsonConverter(typeof(GroupKey.JsonConverter))]
public abstract partial class GroupKey
{
    /// <summary>Reads and writes a key as its name.</summary>
    public sealed class JsonConverter : ValueConverter<GroupKey>
    {
        internal override GroupKey ReadValue(ref Utf8JsonReader reader) =>
            Named(reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null);

        internal override void WriteValue(Utf8JsonWriter writer, GroupKey value) => writer.WriteStringValue(value.Name);

        internal override string? WhyNot(GroupKey? value) =>
            value is null ? "There is none." : Find(value.Name) != value ? "No key is found by its name." : null;

        internal static GroupKey Named(string? name) =>
            Find(name) ?? throw new JsonException($"Expected one of these keys: {string.Join(", ", All)}.");
    }
}

using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>How the values of a revision log stand in its file.</summary>
internal static class RevisionLogConverters
{
    /// <summary>JSON Schema counts 12.0 among the integers, and so does this.</summary>
    internal sealed class WholeNumberConverter<T> : JsonConverter<T>
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number) && decimal.IsInteger(number)
                && number >= decimal.CreateChecked(T.MinValue) && number <= decimal.CreateChecked(T.MaxValue)
                    ? T.CreateChecked(number)
                    : throw new JsonException($"Expected a whole number from {T.MinValue} to {T.MaxValue}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(long.CreateChecked(value));
    }

    /// <summary>Values of keys as an object.</summary>
    internal sealed class GroupConverter : JsonConverter<ValueList<RevisionLog.Value>>
    {
        public override ValueList<RevisionLog.Value> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("Expected a group: an object from key to value.");
            }

            List<RevisionLog.Value> values = [];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                GroupKey key = GroupKey.JsonConverter.Named(reader.GetString());
                if (values.Exists(value => value.Key == key))
                {
                    throw new JsonException($"The key '{key}' is given twice.");
                }

                reader.Read();
                values.Add(new(key, reader.TokenType == JsonTokenType.String
                    ? reader.GetString()!
                    : throw new JsonException("Expected a value: a string.")));
            }

            return values.ToValueList();
        }

        public override void Write(Utf8JsonWriter writer, ValueList<RevisionLog.Value> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach ((GroupKey key, string text) in value)
            {
                writer.WriteString(key.Name, text);
            }

            writer.WriteEndObject();
        }
    }

    /// <summary>A value that has another form in the file.</summary>
    internal abstract class FormConverter<T, TForm>(Func<T, TForm> formOf, Func<TForm, T> valueOf) : JsonConverter<T>
        where TForm : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartObject
                ? valueOf(Form(options).Read(ref reader, typeof(TForm), options)!)
                : throw new JsonException("Expected an object.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            Form(options).Write(writer, formOf(value), options);

        private static JsonConverter<TForm> Form(JsonSerializerOptions options) =>
            (JsonConverter<TForm>)options.GetTypeInfo(typeof(TForm)).Converter;
    }

    internal sealed class CountsConverter()
        : FormConverter<VintageComparison.Counts, RevisionLogForms.CountsForm>(RevisionLogForms.FormOf, RevisionLogForms.CountsIn);

    internal sealed class MoveConverter()
        : FormConverter<RecordMove, RevisionLogForms.MoveForm>(RevisionLogForms.FormOf, RevisionLogForms.MoveIn);

    internal sealed class TombstoneConverter()
        : FormConverter<Tombstone, RevisionLogForms.TombstoneForm>(RevisionLogForms.FormOf, RevisionLogForms.TombstoneIn);

    internal sealed class ReattributionConverter()
        : FormConverter<Reattribution, RevisionLogForms.ReattributionForm>(RevisionLogForms.FormOf, RevisionLogForms.ReattributionIn);
}

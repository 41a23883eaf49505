using System.Numerics;
using System.Text.Json;

namespace ConflictModel;

/// <summary>How values that are none of the library's own stand within its records.</summary>
internal static class Primitives
{
    private const string OtherType = "Expected a value of another type.";

    /// <summary>Reads a whole number.</summary>
    public static T ReadWhole<T>(ref Utf8JsonReader reader)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        WholeNumber.TryRead(ref reader, out long number)
            && number >= long.CreateSaturating(T.MinValue) && number <= long.CreateSaturating(T.MaxValue)
                ? T.CreateChecked(number)
                : throw new JsonException($"Expected a whole number from {T.MinValue} to {T.MaxValue}.");

    internal sealed class Text : ValueConverter<string>
    {
        internal override string ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : throw new JsonException(OtherType);

        internal override void WriteValue(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

        internal override string? WhyNot(string? value) => value is null ? "There is no text." : JsonText.WhyNot(value);
    }

    internal sealed class Flag : ValueConverter<bool>
    {
        internal override bool ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType is JsonTokenType.True or JsonTokenType.False ? reader.GetBoolean() : throw new JsonException(OtherType);

        internal override void WriteValue(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
    }

    internal sealed class Whole : ValueConverter<long>
    {
        internal override long ReadValue(ref Utf8JsonReader reader) => ReadWhole<long>(ref reader);

        internal override void WriteValue(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
    }

    internal sealed class Number : ValueConverter<decimal>
    {
        internal override decimal ReadValue(ref Utf8JsonReader reader) =>
            reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out decimal number)
                ? number
                : throw new JsonException(OtherType);

        internal override void WriteValue(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
    }
}

using System.Text.Json;

namespace ConflictModel.Serialization;

/// <summary>Reads texts that must say something.</summary>
internal static class JsonText
{
    /// <summary>Moves to the next token and reads it as a text of at least one character.</summary>
    public static string Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Current(ref reader);
    }

    /// <summary>Reads the current token as a text of at least one character.</summary>
    public static string Current(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 } text
            ? text
            : throw new JsonException("Expected a text of at least one character.");
}

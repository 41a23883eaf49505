using System.Text.Json;

namespace ConflictModel;

/// <summary>The texts of files.</summary>
internal static class JsonText
{
    /// <summary>The string or the member's name under a reader.</summary>
    /// <exception cref="JsonException">It is no text: half of a surrogate pair stands in it.</exception>
    public static string Of(ref Utf8JsonReader json)
    {
        if (!json.HasValueSequence && !json.ValueIsEscaped && TextPool.Of(json.ValueSpan) is { } pooled)
        {
            return pooled;
        }

        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException(
                json.ValueIsEscaped ? "This text holds half of a surrogate pair." : "This text is not UTF-8.", error);
        }
    }

    /// <summary>Moves to the next token and reads it as a text of at least one character.</summary>
    public static string Next(ref Utf8JsonReader json)
    {
        json.Read();
        return Current(ref json);
    }

    /// <summary>Reads the current token as a text of at least one character.</summary>
    public static string Current(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && Of(ref json) is { Length: > 0 } text
            ? text
            : throw new JsonException("Expected a text of at least one character.");

    /// <summary>Why no file can hold a text, as a sentence; null if one can.</summary>
    public static string? WhyNot(string? text)
    {
        int at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; at >= 0 && at < text!.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return "It holds half of a surrogate pair.";
            }
        }

        return null;
    }
}

using System.Text.Json;

namespace ConflictModel;

/// <summary>Goes through JSON once more, up to where an error was noticed, to tell what it is about.</summary>
/// <remarks>Errors are rare, and so the readers need keep no path.</remarks>
internal static class JsonWalk
{
    /// <summary>The pointer of the innermost value that an error at an offset is about, and where its wrong token begins.</summary>
    /// <param name="reader">A reader at the beginning of a text, or on the first token of a value, which is the root then.</param>
    /// <param name="offset">Where the error was noticed, as the reader counts.</param>
    /// <param name="isSyntax">Whether the text is no JSON there. Otherwise a token is wrong that ends there: a reader notices it after its
    /// last byte, and the person who mends it looks for the first.</param>
    public static (JsonPointer Pointer, long Start) To(Utf8JsonReader reader, long offset, bool isSyntax)
    {
        var open = new Stack<(JsonPointer Pointer, bool IsArray, int Index)>();
        JsonPointer here = JsonPointer.Root;
        try
        {
            bool isRead = reader.TokenType != JsonTokenType.None || reader.Read();
            for (; isRead && reader.BytesConsumed <= offset; isRead = reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        here = open.Peek().Pointer;
                        here = here.Member(reader.GetString()!);
                        break;
                    case JsonTokenType.EndObject or JsonTokenType.EndArray:
                        here = open.Pop().Pointer;
                        break;
                    case JsonTokenType.Comment:
                        break;
                    default:
                        if (open.TryPeek(out (JsonPointer Pointer, bool IsArray, int Index) top) && top.IsArray)
                        {
                            open.Pop();
                            open.Push(top with { Index = top.Index + 1 });
                            here = top.Pointer.Item(top.Index);
                        }

                        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                        {
                            open.Push((here, reader.TokenType == JsonTokenType.StartArray, 0));
                        }

                        break;
                }

                if (!isSyntax && reader.BytesConsumed == offset)
                {
                    return (here, reader.TokenStartIndex);
                }

                if (open.Count == 0)
                {
                    break;
                }
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The text, or the name of a member, goes wrong here: what was read so far tells the place.
        }

        bool isBetweenValues = reader.TokenType != JsonTokenType.PropertyName;
        return (isBetweenValues && open.TryPeek(out (JsonPointer Pointer, bool IsArray, int Index) container)
            ? container.Pointer
            : here, offset);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>What must hold of a file before its members are looked at: text, an object, a version this library reads.</summary>
internal static partial class DocumentCheck
{
    /// <exception cref="DatasetFormatException">It does not hold.</exception>
    public static void Run(ReadOnlySpan<byte> json)
    {
        if (json.Length > DatasetJson.MaxBytes)
        {
            throw ErrorAt(json, 0, $"The file is longer than {DatasetJson.MaxBytes} bytes.");
        }

        if (!Utf8.IsValid(json))
        {
            throw ErrorAt(json, FirstInvalidByte(json), "This byte is not UTF-8.");
        }

        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw ErrorAt(json, json.Length, "The file is empty.");
        }

        try
        {
            CheckVersion(json);
        }
        catch (JsonException error)
        {
            throw ErrorAt(json, JsonLocator.OffsetOf(json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0),
                JsonReason.Of(error), error, isSyntax: true);
        }
    }

    public static DatasetFormatException ErrorAt(
        ReadOnlySpan<byte> json, int offset, string reason, Exception? inner = null, bool isSyntax = false)
    {
        (JsonPointer pointer, int start) = JsonLocator.Locate(json, offset, isSyntax);
        (long line, long column) = JsonLocator.PlaceOf(json, start);

        // What stands in the record of a person may be a name that must not be told: the place is enough to find it by.
        return WithinPeople().Match(pointer.ToString()) is { Success: true } record
            ? new(JsonReason.WithoutQuotations(reason), record.Value, line, column)
            : new(reason, pointer.ToString(), line, column, inner);
    }

    // The version is sought first, wherever it stands: a newer file is refused by name and not for its first new member.
    private static void CheckVersion(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DatasetJson.MaxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ErrorAt(json, (int)reader.TokenStartIndex, "A data set file holds one JSON object.");
        }

        string? reason = null;
        int offset = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = reader.ValueTextEquals("schemaVersion"u8);
            reader.Read();
            if (isVersion && reason is null)
            {
                reason = ReasonToRefuse(in reader);
                offset = (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        // What follows the object is an error too, and found here.
        reader.Read();
        if (reason is not null)
        {
            throw ErrorAt(json, offset, reason);
        }
    }

    /// <summary>What is wrong with the version under a reader; null if this library reads it.</summary>
    private static string? ReasonToRefuse(in Utf8JsonReader reader)
    {
        // Half a surrogate pair, which a text can't hold, is no version either: the bytes are looked at and not the text.
        string? text = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped
            ? Encoding.UTF8.GetString(reader.ValueSpan)
            : null;
        if (text is null || Parse(text) is not (int major, int minor))
        {
            return $"The schema version is a text like \"{DatasetJson.SchemaVersion}\": a major and a minor number.";
        }

        (int ours, int upTo) = Parse(DatasetJson.SchemaVersion)!.Value;
        return major < ours ? $"The file was written for schema {text}; this library reads from {ours}.0."
            : major > ours || minor > upTo
                ? $"The file was written for schema {text}; this library reads up to {DatasetJson.SchemaVersion}."
            : null;
    }

    private static (int Major, int Minor)? Parse(string version)
    {
        string[] parts = version.Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
            && FormattableString.Invariant($"{major}.{minor}") == version
                ? (major, minor)
                : null;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> json)
    {
        Span<char> chars = stackalloc char[256];
        int offset = 0;
        while (Utf8.ToUtf16(json[offset..], chars,
            out int read, out _, replaceInvalidSequences: false) == System.Buffers.OperationStatus.DestinationTooSmall)
        {
            offset += read;
        }

        Utf8.ToUtf16(json[offset..], chars, out int valid, out _, replaceInvalidSequences: false);
        return offset + valid;
    }

    [GeneratedRegex("^/people(?:/[0-9]+(?=/|$))?")]
    private static partial Regex WithinPeople();
}

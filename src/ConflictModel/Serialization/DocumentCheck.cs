using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>What must hold of a file before its members are looked at: text, an object, the kind and a version that are read.</summary>
internal static partial class DocumentCheck
{
    /// <exception cref="DatasetFormatException">It does not hold.</exception>
    public static void Run(ReadOnlySpan<byte> json, DocumentKind kind)
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
            CheckVersion(json, kind);
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
    private static void CheckVersion(ReadOnlySpan<byte> json, DocumentKind kind)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DatasetJson.MaxDepth });
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ErrorAt(json, (int)reader.TokenStartIndex, $"A {kind.Name} file holds one JSON object.");
        }

        (string? reason, int offset) = (null, 0);
        (string? said, int saidAt, bool hasVersion) = (null, 0, false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = IsNamed(in reader, "schemaVersion"u8);
            bool isKind = IsNamed(in reader, "kind"u8);
            reader.Read();
            hasVersion |= isVersion;
            if (isVersion && reason is null)
            {
                reason = ReasonToRefuse(in reader, kind);
                offset = (int)reader.BytesConsumed;
            }

            if (isKind && said is null)
            {
                said = TextOf(in reader) ?? "";
                saidAt = (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        // What follows the object is an error too, and found here.
        reader.Read();

        // A document of another kind has versions of its own.
        if ((said is not null || hasVersion) && kind.ReasonToRefuse(said) is { } other)
        {
            throw ErrorAt(json, saidAt, other);
        }

        if (reason is not null)
        {
            throw ErrorAt(json, offset, reason);
        }
    }

    private static bool IsNamed(in Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // The name holds half of a surrogate pair: it is none, and refused where members are looked at.
            return false;
        }
    }

    /// <summary>What is wrong with the version under a reader; null if this library reads it.</summary>
    private static string? ReasonToRefuse(in Utf8JsonReader reader, DocumentKind kind)
    {
        string? text = TextOf(in reader);
        if (text is null || Parse(text) is not (int major, int minor))
        {
            return $"The schema version is a text like \"{kind.SchemaVersion}\": a major and a minor number.";
        }

        (int ours, int upTo) = Parse(kind.SchemaVersion)!.Value;
        return major < ours ? $"The file was written for schema {text}; this library reads from {ours}.0."
            : major > ours || minor > upTo
                ? $"The file was written for schema {text}; this library reads up to {kind.SchemaVersion}."
            : null;
    }

    /// <summary>
    /// Half a surrogate pair, which a text can't hold, is neither a version nor a kind: the bytes are looked at and not the text.
    /// </summary>
    private static string? TextOf(in Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped ? Encoding.UTF8.GetString(reader.ValueSpan) : null;

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

using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>What must hold of a file before its members are looked at: text, an object, the kind and a version that are read.</summary>
internal static partial class DocumentCheck
{
    /// <exception cref="DatasetFormatException">It is too long, or no text.</exception>
    public static void RequireText(ReadOnlySpan<byte> json)
    {
        if (json.Length > DatasetJson.MaxBytes)
        {
            throw ErrorAt(json, 0, $"The file is longer than {DatasetJson.MaxBytes} bytes.");
        }

        if (!Utf8.IsValid(json))
        {
            throw ErrorAt(json, FirstInvalidByte(json), "This byte is not UTF-8.");
        }
    }

    /// <summary>Looks at the whole of a text that <see cref="RequireText"/> has passed.</summary>
    /// <exception cref="DatasetFormatException">It is no JSON, or no document of the kind, or of a version that is not read.</exception>
    public static void Run(ReadOnlySpan<byte> json, DocumentKind kind)
    {
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw ErrorAt(json, json.Length, "The file is empty.");
        }

        try
        {
            CheckVersion(json, kind);
        }
        catch (JsonException error) when (error is not DatasetFormatException)
        {
            throw ErrorAt(json, JsonLocator.OffsetOf(json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0),
                JsonReason.Of(error), error, isSyntax: true);
        }
    }

    public static DatasetFormatException ErrorAt(
        ReadOnlySpan<byte> json, int offset, string reason, Exception? inner = null, bool isSyntax = false, long linesBefore = 0)
    {
        (JsonPointer pointer, int start) = JsonLocator.Locate(json, offset, isSyntax);
        (long line, long column) = JsonLocator.PlaceOf(json, start);
        line += linesBefore;

        // What stands in the record of a person may be a name that must not be told: the place is enough to find it by.
        return WithinPeople().Match(pointer.ToString()) is { Success: true } record
            ? new(JsonReason.WithoutQuotations(reason), Told(record), line, column)
            : new(reason, pointer.ToString(), line, column, inner);
    }

    /// <summary>The pointer to a person, and to the member of the record if it is one that the schema has.</summary>
    private static string Told(Match within) =>
        Array.Exists(RecordShape<Person>.Members, member => member.Name == within.Groups["member"].Value)
            ? within.Value
            : within.Groups["record"].Value;

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
                reason = FormatVersion.ReasonToRefuse(FormatVersion.TextOf(in reader), kind.SchemaVersion);
                offset = (int)reader.BytesConsumed;
            }

            if (isKind && said is null)
            {
                said = FormatVersion.TextOf(in reader) ?? "";
                saidAt = (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        if (said == LineHeader.Kind)
        {
            throw ErrorAt(json, saidAt, $"These are records line by line (NDJSON), not a {kind.Name} in one document.");
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

    public static int FirstInvalidByte(ReadOnlySpan<byte> json)
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

    [GeneratedRegex("^(?<record>/(?:people(?:/[0-9]+(?=/|$))?|person(?=/|$)))(?:/(?<member>[^/]+))?")]
    private static partial Regex WithinPeople();
}

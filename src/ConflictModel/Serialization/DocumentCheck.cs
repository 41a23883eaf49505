using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace ConflictModel.Serialization;

/// <summary>What must hold of a file before its members are looked at: text, an object, a version this library reads.</summary>
internal static class DocumentCheck
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

        string? version;
        int offset;
        try
        {
            version = FindVersion(json, out offset);
        }
        catch (JsonException error)
        {
            throw ErrorAt(json, JsonLocator.OffsetOf(json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0), JsonReason.Of(error), error, isSyntax: true);
        }

        if (version is not null && !CanRead(version))
        {
            throw ErrorAt(json, offset, $"The file was written for schema {version}; this library reads up to {DatasetJson.SchemaVersion}.");
        }
    }

    public static DatasetFormatException ErrorAt(ReadOnlySpan<byte> json, int offset, string reason, Exception? inner = null, bool isSyntax = false)
    {
        (JsonPointer pointer, int start) = JsonLocator.Locate(json, offset, isSyntax);
        (long line, long column) = JsonLocator.PlaceOf(json, start);
        return new(reason, pointer.ToString(), line, column, inner);
    }

    // The version is sought first, wherever it stands: a newer file is refused by name and not for its first new member.
    private static string? FindVersion(ReadOnlySpan<byte> json, out int offset)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DatasetJson.MaxDepth });
        offset = 0;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ErrorAt(json, (int)reader.TokenStartIndex, "A data set file holds one JSON object.");
        }

        string? version = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isVersion = reader.ValueTextEquals("schemaVersion"u8);
            reader.Read();
            if (isVersion && reader.TokenType == JsonTokenType.String && version is null)
            {
                version = reader.GetString();
                offset = (int)reader.BytesConsumed;
            }

            reader.Skip();
        }

        // What follows the object is an error too, and found here.
        reader.Read();
        return version;
    }

    private static bool CanRead(string version) =>
        Parse(version) is var (major, minor) && Parse(DatasetJson.SchemaVersion) is var (ours, upTo) && major == ours && minor <= upTo;

    private static (int Major, int Minor)? Parse(string version)
    {
        string[] parts = version.Split('.');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor)
                ? (major, minor)
                : null;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> json)
    {
        Span<char> chars = stackalloc char[256];
        int offset = 0;
        while (Utf8.ToUtf16(json[offset..], chars, out int read, out _, replaceInvalidSequences: false) == System.Buffers.OperationStatus.DestinationTooSmall)
        {
            offset += read;
        }

        Utf8.ToUtf16(json[offset..], chars, out int valid, out _, replaceInvalidSequences: false);
        return offset + valid;
    }
}

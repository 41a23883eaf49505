using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The two forms that the file of a data set has: one document, or a record a line.</summary>
internal static class DatasetForm
{
    /// <summary>What <c>--to</c> calls the form of a record a line.</summary>
    public const string Lines = "ndjson";

    private const int HeadBytes = 1 << 12;

    /// <summary>Writes a data set in the form that is asked for.</summary>
    public static void Write(ConflictDataset dataset, Stream output, bool asLines)
    {
        if (asLines)
        {
            DatasetNdjson.Write(dataset, output);
        }
        else
        {
            DatasetJson.Write(dataset, output);
        }
    }

    /// <summary>
    /// Whether a data set file is a record a line, as its header says; and what it holds from its start, unpacked if it is gzip.
    /// </summary>
    public static (bool AreLines, Stream Stream) Of(Stream file, string path)
    {
        Stream stream = UnpackedStream.Of(file, path);
        Stream whole = stream.CanSeek ? stream : new ReplayStream(stream);
        byte[] bytes = new byte[HeadBytes];
        ReadOnlySpan<byte> head = bytes.AsSpan(0, whole.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        EventInput.Restart(whole, last: true);
        return HasMember(head, "type"u8, "FeatureCollection"u8)
            ? throw new InputException(
                $"{DatasetInput.NameOf(path)}: this is GeoJSON of no format that is read; 'conflictmodel convert' writes it for maps.")
            : (HasMember(head, "kind"u8, "records"u8), whole);
    }

    private static bool HasMember(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> mark = System.Text.Encoding.UTF8.Preamble;
        try
        {
            var reader = new Utf8JsonReader(head.StartsWith(mark) ? head[mark.Length..] : head, isFinalBlock: false, state: default);
            bool isNamed = false;
            while (reader.Read() && reader.CurrentDepth <= 1)
            {
                if (isNamed)
                {
                    return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(value);
                }

                isNamed = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(name);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a text of it holds half of a surrogate pair. Reading it as a data set says what is wrong with it.
        }

        return false;
    }
}

using System.Text.Json;
using ConflictModel.Serialization;

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
        byte[] head = new byte[HeadBytes];
        if (stream.CanSeek)
        {
            int count = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            stream.Position = 0;
            return (IsHeader(head.AsSpan(0, count)), stream);
        }

        var pipe = new ReplayStream(stream);
        bool areLines = IsHeader(head.AsSpan(0, pipe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        pipe.Restart(last: true);
        return (areLines, pipe);
    }

    private static bool IsHeader(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> mark = System.Text.Encoding.UTF8.Preamble;
        try
        {
            var reader = new Utf8JsonReader(head.StartsWith(mark) ? head[mark.Length..] : head, isFinalBlock: false, state: default);
            bool isKind = false;
            while (reader.Read() && reader.CurrentDepth <= 1)
            {
                if (isKind)
                {
                    return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("records"u8);
                }

                isKind = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("kind"u8);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // It is no JSON, or a text of it holds half of a surrogate pair. Reading it as a data set says what is wrong with it.
        }

        return false;
    }
}

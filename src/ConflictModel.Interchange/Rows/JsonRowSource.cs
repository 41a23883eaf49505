using System.Text;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>
/// The rows of a JSON file: an array of objects, the <c>Result</c> of a UCDP API page, the <c>data</c> of an ACLED API answer, or
/// the features of a GeoJSON file, whose properties are the cells.
/// </summary>
/// <remarks>
/// Null is an empty cell, true is 1 and false is 0, a number keeps its digits. Where a feature has no latitude and longitude among
/// its properties, its point gives them. Memory is that of the largest object, not of the file.
/// </remarks>
internal sealed class JsonRowSource : RowSource
{
    private readonly RewindStream stream;
    private readonly int maxRowBytes;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool final;
    private bool inRows;
    private bool rowsSeen;
    private JsonReaderState state = new(new() { MaxDepth = 64 });
    private long consumed;
    private long line = 1;
    private long lineStart;
    private (long Line, long Column) rowPlace = (1, 1);
    private byte[] raw = [];

    public JsonRowSource(RewindStream stream, int maxRowBytes)
    {
        stream.Remembers = false;
        this.stream = stream;
        this.maxRowBytes = maxRowBytes;
    }

    private enum Step
    {
        Row,
        More,
        End,
    }

    public override long Position => consumed;

    public override bool Read()
    {
        while (true)
        {
            switch (Next())
            {
                case Step.Row:
                    return true;
                case Step.End:
                    return false;
                default:
                    Filled(stream.Read(Room()));
                    break;
            }
        }
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (Next())
            {
                case Step.Row:
                    return true;
                case Step.End:
                    return false;
                default:
                    Room();
                    Filled(await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false));
                    break;
            }
        }
    }

    public override (long Line, long Column) PositionOf(int index) => rowPlace;

    public override string RawText(out bool truncated)
    {
        truncated = raw.Length > RejectedRow.MaxText;
        return Encoding.UTF8.GetString(raw.AsSpan(0, Math.Min(raw.Length, RejectedRow.MaxText)));
    }

    public override void Dispose() => stream.Dispose();

    private Span<byte> Room()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= maxRowBytes)
            {
                throw Stop(MalformationCode.TooLong, FormattableString.Invariant($"An object is longer than {maxRowBytes} bytes."));
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        return buffer.AsSpan(end);
    }

    private void Filled(int count)
    {
        end += count;
        final = count == 0;
        if (consumed == 0 && start == 0 && buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble))
        {
            Consume(3);
        }
    }

    private Step Next()
    {
        if (start == end && !final)
        {
            return Step.More;
        }

        try
        {
            return NextToken();
        }
        catch (JsonException error)
        {
            throw new MalformedInputException(
                new()
                {
                    Code = MalformationCode.Json,
                    Reason = "This is no JSON, or it breaks off here.",
                    Line = line + (error.LineNumber ?? 0),
                    Column = (error.BytePositionInLine ?? 0) + (error.LineNumber is > 0 ? 1 : consumed - lineStart + 1),
                },
                error);
        }
    }

    private Step NextToken()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), final, state);
            if (!reader.Read())
            {
                if (!final)
                {
                    return Step.More;
                }

                return rowsSeen ? Step.End : throw Stop(MalformationCode.Json, "No array of rows, no 'Result', 'data' or 'features' stands in the file.");
            }

            if (inRows && reader.TokenType == JsonTokenType.StartObject)
            {
                int from = (int)reader.TokenStartIndex;
                if (!reader.TrySkip())
                {
                    return Step.More;
                }

                ReadOnlySpan<byte> row = buffer.AsSpan(start + from, (int)reader.BytesConsumed - from);
                Consume(from);
                rowPlace = (line, consumed - lineStart + 1);
                raw = row.Length > RejectedRow.MaxText ? row[..(RejectedRow.MaxText + 1)].ToArray() : row.ToArray();
                Take(row);
                Consume((int)reader.BytesConsumed - from);
                state = reader.CurrentState;
                return Step.Row;
            }

            if (inRows && reader.TokenType == JsonTokenType.EndArray)
            {
                inRows = false;
            }
            else if (inRows)
            {
                throw Stop(MalformationCode.Json, "A row is an object.");
            }
            else if (!rowsSeen && reader.TokenType == JsonTokenType.StartArray)
            {
                inRows = rowsSeen = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && !IsRows(ref reader) && !reader.TrySkip())
            {
                return Step.More;
            }

            state = reader.CurrentState;
            Consume((int)reader.BytesConsumed);
        }
    }

    private bool IsRows(ref Utf8JsonReader reader) =>
        !rowsSeen && (reader.ValueTextEquals("Result"u8) || reader.ValueTextEquals("features"u8) || reader.ValueTextEquals("data"u8));

    private void Take(ReadOnlySpan<byte> json)
    {
        Row.Start(rowPlace.Line);
        Array.Fill(Row.Cells, "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Members(ref reader, feature: false);
    }

    private void Members(ref Utf8JsonReader reader, bool feature)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when !feature && name == "properties":
                    Members(ref reader, feature: true);
                    break;
                case JsonTokenType.StartObject when !feature && name == "geometry":
                    Point(ref reader);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    Row.Fail(MalformationCode.Json, $"'{name}' holds no plain value.");
                    reader.Skip();
                    break;
                case JsonTokenType.String when !feature && name == "type" && reader.ValueTextEquals("Feature"u8):
                    break;
                default:
                    Set(name, Text(ref reader));
                    break;
            }
        }
    }

    private static string Text(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.True => "1",
        JsonTokenType.False => "0",
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => "",
    };

    private void Point(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        var numbers = new List<string>(2);
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType == JsonTokenType.Number)
            {
                numbers.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            }
        }

        if (numbers.Count >= 2)
        {
            SetIfEmpty("longitude", numbers[0]);
            SetIfEmpty("latitude", numbers[1]);
        }
    }

    private void SetIfEmpty(string name, string text)
    {
        if (!Columns.Has(name) || Row[Columns.IndexOf(name)].Length == 0)
        {
            Set(name, text);
        }
    }

    private void Set(string name, string text)
    {
        if (!Columns.Has(name))
        {
            Columns = Columns.With(name);
            Row.Cells = [.. Row.Cells, ""];
        }

        Row.Cells[Columns.IndexOf(name)] = text;
    }

    private void Consume(int count)
    {
        ReadOnlySpan<byte> bytes = buffer.AsSpan(start, count);
        int last = bytes.LastIndexOf((byte)'\n');
        if (last >= 0)
        {
            line += bytes.Count((byte)'\n');
            lineStart = consumed + last + 1;
        }

        consumed += count;
        start += count;
    }

    private MalformedInputException Stop(MalformationCode code, string reason) =>
        new(new() { Code = code, Reason = reason, Line = line, Column = consumed - lineStart + 1 });
}

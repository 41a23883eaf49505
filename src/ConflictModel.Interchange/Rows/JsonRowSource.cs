using System.Text;
using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>
/// The rows of a JSON file: an array of objects, the <c>Result</c> of a UCDP API page, the <c>data</c> of an ACLED API answer, the
/// features of a GeoJSON file, whose properties are the cells, or objects one after the other (NDJSON).
/// </summary>
/// <remarks>
/// Null is an empty cell, true is 1 and false is 0, a number keeps its digits. Where a feature has no latitude and longitude among
/// its properties, its point gives them. A member that stands twice in an object is malformed. Memory is that of the largest object, not
/// of the file.
/// </remarks>
internal sealed class JsonRowSource : RowSource
{
    private const string NoName = "The name of a member is not Unicode text.";

    private readonly RewindStream stream;
    private readonly int maxRowBytes;
    private readonly OrderedDictionary<string, int> added = new(StringComparer.OrdinalIgnoreCase);
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private bool final;
    private bool inRows;
    private bool rowsSeen;
    private JsonReaderState state;
    private PageClaim? page;
    private long consumed;
    private long line = 1;
    private long lineStart;
    private (long Line, long Column) rowPlace = (1, 1);
    private byte[] raw = [];
    private byte[] values = new byte[1 << 12];
    private int valuesEnd;
    private (int Start, int Length)[] cells = [];
    private long[] setBy = [];
    private long objects;

    /// <summary>The rows of a file.</summary>
    /// <param name="stream">The file, which is closed with the source.</param>
    /// <param name="maxRowBytes">The longest row that is read.</param>
    /// <param name="areLines">Whether the rows are not in an array, but stand one after the other (<see cref="AreLines"/>).</param>
    public JsonRowSource(RewindStream stream, int maxRowBytes, bool areLines)
    {
        inRows = rowsSeen = areLines;
        state = new(new() { MaxDepth = 64, AllowMultipleValues = areLines });
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

    public override bool IsJson => true;

    public override long Position => consumed;

    public override PageClaim? Page => page;

    /// <summary>
    /// Whether a file's beginning is an object on its first line with another behind it, or with nothing behind it and of nothing but
    /// values, as rows are.
    /// </summary>
    public static bool AreLines(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        int end = head.IndexOf((byte)'\n');
        ReadOnlySpan<byte> first = head[..(end < 0 ? head.Length : end)].TrimEnd(" \t\r"u8);
        ReadOnlySpan<byte> rest = head[first.Length..].TrimStart(" \t\r\n"u8);
        if (first is not [(byte)'{', .., (byte)'}'] || (!rest.IsEmpty && rest[0] != '{'))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(first);
            bool isFlat = true;
            while (reader.Read())
            {
                isFlat &= reader.CurrentDepth == 0 || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            }

            return isFlat || !rest.IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }

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
                    Fill();
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
                    await FillAsync(cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    public override ReadOnlySpan<byte> Cell(int index) =>
        index < cells.Length ? values.AsSpan(cells[index].Start, cells[index].Length) : default;

    public override (long Line, long Column) PositionOf(int index) => rowPlace;

    public override string RawText(out bool truncated)
    {
        truncated = raw.Length > RejectedRow.MaxText;
        return Encoding.UTF8.GetString(raw.AsSpan(0, Math.Min(raw.Length, RejectedRow.MaxText)));
    }

    public override void Dispose() => stream.Dispose();

    private void Fill()
    {
        try
        {
            Filled(stream.Read(Room().Span));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            Filled(await stream.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    private MalformedInputException BrokenOff(InvalidDataException error) =>
        new(new() { Code = MalformationCode.Compression, Reason = error.Message, Line = line, Column = consumed - lineStart + 1 }, error);

    private Memory<byte> Room()
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

        return buffer.AsMemory(end);
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
                    Reason = "This is not JSON, or it breaks off here.",
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

                return rowsSeen
                    ? Step.End
                    : throw Stop(MalformationCode.Json, "The file holds no array of rows, no 'Result', 'data' or 'features'.");
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
                throw Stop(MalformationCode.Json, "A row must be an object.");
            }
            else if (!rowsSeen && reader.TokenType == JsonTokenType.StartArray)
            {
                inRows = rowsSeen = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!TryName(ref reader, out _))
                {
                    Consume((int)reader.TokenStartIndex);
                    throw Stop(MalformationCode.Encoding, NoName);
                }

                if (!IsRows(ref reader) && !Claims(ref reader))
                {
                    return Step.More;
                }
            }

            state = reader.CurrentState;
            Consume((int)reader.BytesConsumed);
        }
    }

    private bool IsRows(ref Utf8JsonReader reader) =>
        !rowsSeen && (reader.ValueTextEquals("Result"u8) || reader.ValueTextEquals("features"u8) || reader.ValueTextEquals("data"u8));

    /// <summary>Passes a member of the envelope over, and notes what it says of the page; false if it is not whole yet.</summary>
    private bool Claims(ref Utf8JsonReader reader)
    {
        (bool isHere, bool isTotal, bool isPages) = (
            reader.ValueTextEquals("count"u8),
            reader.ValueTextEquals("TotalCount"u8) || reader.ValueTextEquals("total_count"u8),
            reader.ValueTextEquals("TotalPages"u8));
        if (!reader.TrySkip())
        {
            return false;
        }

        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String && CellText.TryCount(reader.ValueSpan, out long count))
        {
            page = isHere || isTotal || isPages
                ? new(isHere ? count : page?.Here, isTotal ? count : page?.Total, isPages ? count : page?.Pages)
                : page;
        }

        return true;
    }

    private void Take(ReadOnlySpan<byte> json)
    {
        Row.Start(rowPlace.Line);
        Array.Clear(cells);
        valuesEnd = 0;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Members(ref reader, feature: false);
        if (added.Count > 0)
        {
            Columns = Columns.With(added.Keys);
            added.Clear();
        }
    }

    private void Members(ref Utf8JsonReader reader, bool feature)
    {
        long number = ++objects;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = NameOf(ref reader);
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
                    Row.Fail(
                        MalformationCode.Json,
                        $"The value of '{name}' is an object or an array, not a text, a number, true, false or null.");
                    reader.Skip();
                    break;
                case JsonTokenType.String when !feature && name == "type" && Is(ref reader, "Feature"u8):
                    break;
                default:
                    int index = IndexOf(name);
                    if (setBy[index] == number)
                    {
                        Row.Fail(MalformationCode.Json, $"The member '{name}' occurs twice.");
                    }

                    setBy[index] = number;
                    Set(ref reader, index, name);
                    break;
            }
        }
    }

    private string NameOf(ref Utf8JsonReader reader)
    {
        if (!TryName(ref reader, out string name))
        {
            Row.Fail(MalformationCode.Encoding, NoName);
        }

        return name;
    }

    /// <summary>The name of a member; false if it holds half of a surrogate pair, or bytes that are no text.</summary>
    private static bool TryName(ref Utf8JsonReader reader, out string name)
    {
        try
        {
            name = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is nobody's text; it is told where the value is taken as a cell.
            return false;
        }
    }

    private void Point(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        for (int numbers = 0; reader.Read() && reader.CurrentDepth > depth;)
        {
            if (reader.TokenType == JsonTokenType.Number && numbers < 2)
            {
                string name = numbers == 0 ? "longitude" : "latitude";
                int index = IndexOf(name);
                if (Cell(index).IsEmpty)
                {
                    Set(ref reader, index, name);
                }

                numbers++;
            }
        }
    }

    /// <summary>The place of a member among the columns: behind those of the rows before, if it is new.</summary>
    private int IndexOf(string name)
    {
        name = name.Trim();
        int index = Columns.IndexOf(name);
        if (index < 0 && !added.TryGetValue(name, out index))
        {
            index = Columns.Count + added.Count;
            if (index >= MaxColumns)
            {
                throw Stop(
                    MalformationCode.TooLong,
                    FormattableString.Invariant($"The rows up to here have more than {MaxColumns} members, and no more are read."));
            }

            added.Add(name, index);
            if (index >= cells.Length)
            {
                Array.Resize(ref cells, Math.Max(64, index * 2));
                Array.Resize(ref setBy, cells.Length);
            }
        }

        return index;
    }

    private void Set(ref Utf8JsonReader reader, int index, string name)
    {
        int length = Copy(ref reader, name);
        cells[index] = (valuesEnd, length);
        valuesEnd += length;
    }

    /// <summary>Puts the value at the end of the row's values, unescaped; returns its length.</summary>
    private int Copy(ref Utf8JsonReader reader, string name)
    {
        if (values.Length - valuesEnd < reader.ValueSpan.Length)
        {
            Array.Resize(ref values, Math.Max(values.Length * 2, valuesEnd + reader.ValueSpan.Length));
        }

        Span<byte> room = values.AsSpan(valuesEnd);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                try
                {
                    return reader.CopyString(room);
                }
                catch (InvalidOperationException)
                {
                    Row.Fail(MalformationCode.Encoding, $"'{name}' is not Unicode text.");
                    return 0;
                }

            case JsonTokenType.Number:
                reader.ValueSpan.CopyTo(room);
                return reader.ValueSpan.Length;
            case JsonTokenType.True or JsonTokenType.False:
                room[0] = reader.TokenType == JsonTokenType.True ? (byte)'1' : (byte)'0';
                return 1;
            default:
                return 0;
        }
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

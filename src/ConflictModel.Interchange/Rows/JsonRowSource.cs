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
    private const int MaxDepth = 64;

    private static readonly string BrokenOff =
        FormattableString.Invariant($"This is not JSON, or it breaks off here or nests deeper than {MaxDepth} levels.");

    private readonly JsonWindow window;
    private readonly JsonCells cells;
    private bool inRows;
    private bool rowsSeen;
    private JsonBrackets? tooLong;
    private JsonReaderState state;
    private PageClaim? page;
    private (long Line, long Column) rowPlace = (1, 1);
    private byte[] raw = [];

    /// <summary>The rows of a file.</summary>
    /// <param name="stream">The file, which is closed with the source.</param>
    /// <param name="maxRowBytes">The longest row that is read.</param>
    /// <param name="areLines">Whether the rows are not in an array, but stand one after the other (<see cref="AreLines"/>).</param>
    public JsonRowSource(RewindStream stream, int maxRowBytes, bool areLines)
    {
        inRows = rowsSeen = areLines;
        state = new(new() { MaxDepth = MaxDepth, AllowMultipleValues = areLines });
        window = new(stream, maxRowBytes);
        cells = new(Row);
    }

    private enum Step
    {
        Row,
        More,
        End,
    }

    public override bool IsJson => true;

    public override long Position => window.Consumed;

    public override PageClaim? Page => page;

    /// <summary>The member whose value is the list of rows; null if there is none, or it is not reached.</summary>
    public string? List { get; private set; }

    /// <summary>The status that an answer of ACLED's API bears; null if the file is none, or it is not reached.</summary>
    public long? Status { get; private set; }

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
                    window.Fill();
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
                    await window.FillAsync(cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    public override ReadOnlySpan<byte> Cell(int index) => cells[index];

    public override (long Line, long Column) PositionOf(int index) => rowPlace;

    public override string RawText(out bool truncated)
    {
        truncated = raw.Length > RejectedRow.MaxText;
        return Encoding.UTF8.GetString(raw.AsSpan(0, Math.Min(raw.Length, RejectedRow.MaxText)));
    }

    public override void Dispose() => window.Dispose();

    private Step Next()
    {
        if (window.Bytes.IsEmpty && !window.IsFinal)
        {
            return Step.More;
        }

        if (tooLong is not null)
        {
            return PassBy(tooLong);
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
                    Reason = BrokenOff,
                    Line = window.Place.Line + (error.LineNumber ?? 0),
                    Column = (error.BytePositionInLine ?? 0) + (error.LineNumber is > 0 ? 1 : window.Place.Column),
                },
                error);
        }
    }

    private Step NextToken()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(window.Bytes, window.IsFinal, state);
            if (!reader.Read())
            {
                if (!window.IsFinal)
                {
                    return Step.More;
                }

                return rowsSeen ? Step.End : throw window.Stop(MalformationCode.Json, Status is { } status
                    ? FormattableString.Invariant($"This is the answer of a service that gave no rows: status {status}.")
                    : "The file holds no array of rows, no 'Result', 'data' or 'features'.");
            }

            if (inRows && reader.TokenType != JsonTokenType.EndArray)
            {
                int from = (int)reader.TokenStartIndex;
                bool isObject = reader.TokenType == JsonTokenType.StartObject;
                if (!reader.TrySkip())
                {
                    return window.IsFull ? PassBy(BeginTooLong(from)) : Step.More;
                }

                ReadOnlySpan<byte> row = window.Bytes[from..(int)reader.BytesConsumed];
                Begin(from, row);
                if (isObject)
                {
                    Columns = cells.Take(row, Columns, rowPlace);
                }
                else
                {
                    Row.Start(rowPlace.Line);
                    Row.Fail(MalformationCode.Json, "A row must be an object.");
                }

                window.Consume(row.Length);
                state = reader.CurrentState;
                return Step.Row;
            }

            if (inRows)
            {
                inRows = false;
            }
            else if (!rowsSeen && reader.TokenType == JsonTokenType.StartArray)
            {
                inRows = rowsSeen = true;
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!JsonCells.TryName(ref reader, out _))
                {
                    window.Consume((int)reader.TokenStartIndex);
                    throw window.Stop(MalformationCode.Encoding, JsonCells.NoName);
                }

                if (IsRows(ref reader))
                {
                    List = reader.GetString();
                }
                else if (!Claims(ref reader))
                {
                    return Step.More;
                }
            }

            state = reader.CurrentState;
            window.Consume((int)reader.BytesConsumed);
        }
    }

    /// <summary>Notes where a row begins and how, and consumes what stands before it.</summary>
    private void Begin(int from, ReadOnlySpan<byte> row)
    {
        window.Consume(from);
        rowPlace = window.Place;
        raw = row[..Math.Min(row.Length, RejectedRow.MaxText + 1)].ToArray();
    }

    /// <summary>Begins to pass by a row that is too long, and goes on behind it as behind one that is empty.</summary>
    private JsonBrackets BeginTooLong(int from)
    {
        var reader = new Utf8JsonReader([.. window.Bytes[..from], .. "{}"u8], isFinalBlock: false, state);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
        }

        state = reader.CurrentState;
        Begin(from, window.Bytes[from..]);
        return tooLong = new();
    }

    private Step PassBy(JsonBrackets brackets)
    {
        int end = brackets.Pass(window.Bytes);
        window.Consume(end < 0 ? window.Bytes.Length : end);
        if (end < 0)
        {
            return window.IsFinal
                ? throw window.Stop(MalformationCode.Json, BrokenOff)
                : Step.More;
        }

        tooLong = null;
        Row.Start(rowPlace.Line);
        Row.Fail(MalformationCode.TooLong, window.TooLong);
        return Step.Row;
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
        bool isStatus = !rowsSeen && reader.ValueTextEquals("status"u8);
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isStatus && reader.TokenType == JsonTokenType.Number && CellText.TryCount(reader.ValueSpan, out long status))
        {
            Status = status;
        }
        else if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String && CellText.TryCount(reader.ValueSpan, out long count))
        {
            page = isHere || isTotal || isPages
                ? new(isHere ? count : page?.Here, isTotal ? count : page?.Total, isPages ? count : page?.Pages)
                : page;
        }

        return true;
    }
}

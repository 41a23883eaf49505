using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>
/// The rows of a CSV file (RFC 4180; commas, semicolons or tabs; LF, CRLF or CR; with or without a byte order mark). A line of empty cells
/// is a blank line.
/// </summary>
/// <remarks>
/// A quote that doesn't close takes the rest of the file for one cell. Then the line on which it stands is the faulty row, and
/// reading goes on behind that line: one bad quote costs one row.
/// </remarks>
internal sealed class CsvRowSource : RowSource
{
    private const string StrayQuote = "There is a quote inside a cell, or text after a closing quote.";

    private readonly TextInput input;
    private readonly RewindStream stream;
    private readonly CsvReaderOptions options;
    private readonly int maxRowBytes;
    private CsvReader reader;
    private long baseOffset;
    private long baseLine;
    private bool badQuote;
    private byte[]? lostLine;
    private bool headerIsRow;
    private int rowsToTags;

    private CsvRowSource(TextInput input, int maxRowBytes, char separator)
    {
        this.input = input;
        stream = input.Text;
        this.maxRowBytes = maxRowBytes;
        options = CsvReaderOptions.Default with
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = true,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            Encoding = Encoding.UTF8,
            MaxRecordSize = maxRowBytes,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
            PoolStrings = true,
            OnMalformedRecord = _ => badQuote = true,
        };
        reader = CsvReader.Create(stream, options, leaveOpen: true);
    }

    public override long Position => baseOffset + reader.ByteOffset;

    public override bool HasPlaces => input.IsAsFile;

    public override bool HasDecimalCommas => CsvShape.AllowsDecimalCommas((char)options.Separator!);

    /// <summary>Opens a file whose header stands first, or whose columns are <paramref name="columns"/> where it has no header.</summary>
    /// <param name="input">The file, whose text is closed with the source.</param>
    /// <param name="maxRowBytes">The longest row that is read.</param>
    /// <param name="shape">What parts its cells, and where its header stands.</param>
    /// <param name="columns">From the first row, the columns of a file without a header; null if the first row is the header.</param>
    public static CsvRowSource Open(
        TextInput input, int maxRowBytes, CsvShape shape, Func<IReadOnlyList<string>, IReadOnlyList<string>?> columns)
    {
        var source = new CsvRowSource(input, maxRowBytes, shape.Separator);
        for (int i = 0; i < shape.Above; i++)
        {
            source.ReadRecord();
            source.Row.Start(0);
        }

        source.UseHeader(source.ReadRecord(), columns);
        source.rowsToTags = shape.TagsBelow;
        source.Tags = shape.Tags.Count == source.Columns.Count ? shape.Tags : default;
        return source;
    }

    public override bool Read()
    {
        while (!headerIsRow)
        {
            bool any = ReadRecord();
            if (!IsPassedOver(any))
            {
                return Take(any);
            }
        }

        headerIsRow = false;
        return Take(true);
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!headerIsRow)
        {
            bool any = await ReadRecordAsync(cancellationToken).ConfigureAwait(false);
            if (!IsPassedOver(any))
            {
                return Take(any);
            }
        }

        headerIsRow = false;
        return Take(true);
    }

    public override ReadOnlySpan<byte> Cell(int index) => reader.GetSpan(index);

    public override string Text(int index) => reader.GetString(index);

    public override (long Line, long Column) PositionOf(int index)
    {
        long line = baseLine + reader.LineNumber;
        if (index < 0 || index >= reader.FieldCount)
        {
            return (line, 1);
        }

        // The row may hold line breaks in quoted cells: the place is that in the file, not in the row.
        ReadOnlySpan<byte> before = reader.RawRecord;
        int start = 0;
        for (int i = 0; i < index; i++)
        {
            start += reader.GetRawSpan(i).Length + 1;
        }

        before = before[..Math.Min(start, before.Length)];
        int lines = before.Count((byte)'\n');
        return (line + lines, before.Length - before.LastIndexOf((byte)'\n'));
    }

    public override void Places(Span<(long Line, long Column)> places)
    {
        long line = baseLine + reader.LineNumber;
        int start = 0;
        int lineStart = 0;
        for (int index = 0; index < places.Length; index++)
        {
            places[index] = (line, start - lineStart + 1);
            ReadOnlySpan<byte> cell = reader.GetRawSpan(index);
            if (cell.LastIndexOf((byte)'\n') is >= 0 and int last)
            {
                line += cell.Count((byte)'\n');
                lineStart = start + last + 1;
            }

            start += cell.Length + 1;
        }
    }

    public override string RawText(out bool truncated)
    {
        ReadOnlySpan<byte> raw = lostLine ?? reader.RawRecord;
        truncated = raw.Length > RejectedRow.MaxText;
        return Encoding.UTF8.GetString(truncated ? raw[..RejectedRow.MaxText] : raw);
    }

    /// <summary>
    /// The parts from the first row on; null if the file can't be read from any place, or something of it has been read already.
    /// </summary>
    public PlainParts? Parts(int partBytes)
    {
        return input.File is { } file && !headerIsRow && rowsToTags == 0 && baseOffset == 0 && Row.Line == 0
            && BelowHeader(file) is { } start
            ? new(file.Stream, Columns, (char)options.Separator!, start, maxRowBytes, partBytes) { TextStart = file.Start }
            : null;
    }

    /// <summary>Goes on with the row that starts at a place of the file and on a line.</summary>
    public void GoOn(long offset, long line)
    {
        long start = input.File!.Value.Start;
        baseOffset = offset - start;
        baseLine = line - 1;
        stream.Jump(baseOffset, offset);
        reader.Dispose();
        reader = CsvReader.Create(stream, options, leaveOpen: true);
    }

    public override void Dispose()
    {
        reader.Dispose();
        stream.Dispose();
    }

    private void UseHeader(bool any, Func<IReadOnlyList<string>, IReadOnlyList<string>?> columns)
    {
        if (!any)
        {
            throw Stop(MalformationCode.Header, "The file is empty.");
        }

        if (Row.Fault is { } fault)
        {
            throw new MalformedInputException(fault);
        }

        if (!Utf8.IsValid(reader.RawRecord))
        {
            throw Stop(MalformationCode.Encoding, $"The header is {input.NotText}.");
        }

        if (reader.FieldCount > MaxColumns)
        {
            (long line, long column) = PositionOf(MaxColumns);
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.TooLong, Reason = TooMany(reader.FieldCount), Line = line, Column = column,
            });
        }

        string[] first = reader.Current.ToArray();
        IReadOnlyList<string>? given = columns(first);
        headerIsRow = given is not null;
        Columns = ColumnSet.Of(given ?? first, out string? twice)
            ?? throw Stop(MalformationCode.Header, $"The column '{twice}' occurs twice.");
    }

    /// <summary>
    /// Where the row below the header starts, and on which line; null if the header doesn't end with a line feed, or does not stand where
    /// it was read.
    /// </summary>
    private (long Offset, long Line)? BelowHeader((FileStream Stream, long Start) file)
    {
        ReadOnlySpan<byte> header = reader.RawRecord;
        long start = file.Start + reader.ByteOffset;
        Span<byte> text = new byte[header.Length + 5];
        text = text[..RandomAccess.Read(file.Stream.SafeFileHandle, text, start)];
        int mark = start == 0 && text.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        if (!text[mark..].StartsWith(header))
        {
            return null;
        }

        int end = mark + header.Length;
        ReadOnlySpan<byte> behind = text[end..];
        int feed = behind is [(byte)'\r', (byte)'\n', ..] ? 2 : behind is [(byte)'\n', ..] ? 1 : 0;
        return feed == 0 ? null : (start + end + feed, reader.LineNumber + header.Count((byte)'\n') + 1);
    }

    private static string TooMany(int columns) =>
        FormattableString.Invariant($"The file has {columns} columns; no more than {MaxColumns} are read.");

    private static MalformedInputException Stop(MalformationCode code, string reason) =>
        new(new() { Code = code, Reason = reason, Line = 1, Column = 1 });

    private bool ReadRecord()
    {
        Prepare();
        try
        {
            bool any = reader.Read();
            return badQuote ? Resume(Quoting()) : any && reader.RawRecord.Length > maxRowBytes ? Resume(TooLong(reader.LineNumber)) : any;
        }
        catch (CsvFormatException error)
        {
            return Resume(TooLong(error.LineNumber));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    private async ValueTask<bool> ReadRecordAsync(CancellationToken cancellationToken)
    {
        Prepare();
        try
        {
            bool any = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return badQuote ? Resume(Quoting()) : any && reader.RawRecord.Length > maxRowBytes ? Resume(TooLong(reader.LineNumber)) : any;
        }
        catch (CsvFormatException error)
        {
            return Resume(TooLong(error.LineNumber));
        }
        catch (InvalidDataException error)
        {
            throw BrokenOff(error);
        }
    }

    private void Prepare()
    {
        badQuote = false;
        lostLine = null;
        stream.Forget(baseOffset + reader.ByteOffset);
    }

    private Malformation Quoting() => new()
    {
        Code = MalformationCode.Quoting,
        Reason = StrayQuote,
        Line = baseLine + reader.LineNumber,
        Column = 1,
    };

    private MalformedInputException BrokenOff(InvalidDataException error) => new(
        new() { Code = MalformationCode.Compression, Reason = error.Message, Line = baseLine + reader.LineNumber + 1, Column = 1 }, error);

    private Malformation TooLong(long line) => new()
    {
        Code = MalformationCode.TooLong,
        Reason = FormattableString.Invariant($"The row is longer than {maxRowBytes} bytes, or a quote in it never closes."),
        Line = baseLine + line,
        Column = 1,
    };

    /// <summary>Makes the first line of the record that was lost the faulty row, and goes on behind it.</summary>
    private bool Resume(Malformation fault)
    {
        long start = baseOffset + reader.ByteOffset;
        stream.Rewind(start);
        Span<byte> buffer = stackalloc byte[4096];
        using var kept = new MemoryStream();
        long length = 0;
        for (bool ended = false; !ended;)
        {
            int count = stream.Read(buffer);
            int line = buffer[..count].IndexOf((byte)'\n');
            ended = count == 0 || line >= 0;
            int taken = line >= 0 ? line + 1 : count;
            length += taken;
            if (kept.Length <= RejectedRow.MaxText)
            {
                kept.Write(buffer[..taken]);
            }

            stream.Forget(start + length);
        }

        lostLine = [.. kept.GetBuffer().AsSpan(0, (int)kept.Length).TrimEnd("\r\n"u8)];
        baseOffset = start + length;
        stream.Rewind(baseOffset);
        baseLine = fault.Line;
        reader.Dispose();
        reader = CsvReader.Create(stream, options, leaveOpen: true);
        Row.Start(fault.Line);
        Row.Fail(fault);
        return true;
    }

    /// <summary>Whether the record that was read is the row of tags, or a blank line.</summary>
    private bool IsPassedOver(bool any)
    {
        if (!any || lostLine is not null)
        {
            return false;
        }

        if (rowsToTags > 0)
        {
            bool isTags = CsvShape.IsTags(reader.Current.ToArray());
            rowsToTags = isTags ? 0 : rowsToTags - 1;
            IsAboveTags = rowsToTags > 0;
            return isTags || IsBlank();
        }

        return IsBlank();
    }

    private bool IsBlank()
    {
        // Most rows begin with a cell that says something, which is seen at once.
        for (int i = 0; i < reader.FieldCount; i++)
        {
            if (!reader.GetSpan(i).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private bool Take(bool any)
    {
        if (!any)
        {
            return false;
        }

        if (lostLine is not null)
        {
            return true;
        }

        Row.Start(baseLine + reader.LineNumber);
        if (!Utf8.IsValid(reader.RawRecord))
        {
            Row.Fail(MalformationCode.Encoding, $"The cell is {input.NotText}.", FirstInvalidCell());
            return true;
        }

        if (reader.FieldCount != Columns.Count)
        {
            Row.Fail(
                MalformationCode.ColumnCount,
                FormattableString.Invariant(
                    $"The row has {reader.FieldCount} {(reader.FieldCount == 1 ? "cell" : "cells")} and the header {Columns.Count}."),
                Math.Min(reader.FieldCount, Columns.Count));
            return true;
        }

        return true;
    }

    private int FirstInvalidCell()
    {
        for (int i = 0; i < reader.FieldCount; i++)
        {
            if (!Utf8.IsValid(reader.GetRawSpan(i)))
            {
                return i;
            }
        }

        return -1;
    }
}

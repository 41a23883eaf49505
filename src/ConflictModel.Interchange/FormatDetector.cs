using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Tells the format of a file by its first bytes: the header, the property names, or the first row.</summary>
public static class FormatDetector
{
    /// <summary>The format of a file; null if it is none that can be read. gzip is looked into. The stream is read from where it is, and stays open.</summary>
    public static InterchangeFormat? Detect(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            // The file may be cut in the middle of a row: only its header or its first row is looked at.
            (RewindStream text, byte[] head) = InputStreams.Open(stream);
            RowSource rows = Open(text, head, null, 1 << 22);
            return Of(rows.Columns) ?? (IsJson(head) && rows.Read() ? Of(rows.Columns) : null);
        }
        catch (MalformedInputException)
        {
            // No rows can be told in it, so it is none of the formats.
            return null;
        }
    }

    /// <summary>The rows of a file, CSV or JSON.</summary>
    internal static RowSource Open(RewindStream text, byte[] head, InterchangeFormat? format, int maxRowBytes) =>
        IsJson(head) ? new JsonRowSource(text, maxRowBytes) : CsvRowSource.Open(text, maxRowBytes, cells => Headerless(cells, format));

    internal static InterchangeFormat? Of(ColumnSet columns) =>
        AcledFormat.Matches(columns) ? InterchangeFormat.Acled : GedFormat.Matches(columns) ? InterchangeFormat.UcdpGed : null;

    internal static MalformedInputException Unknown() => new(new()
    {
        Code = MalformationCode.Header,
        Reason = "The columns are neither those of UCDP GED nor of ACLED.",
        Line = 1,
        Column = 1,
    });

    private static ValueList<string>? Headerless(IReadOnlyList<string> cells, InterchangeFormat? format) =>
        format is null or InterchangeFormat.UcdpGed && GedFormat.IsHeaderless(cells) ? GedFormat.Columns : null;

    private static bool IsJson(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'{' or (byte)'[', ..];
    }
}

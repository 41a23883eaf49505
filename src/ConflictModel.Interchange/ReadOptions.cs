using System.Text;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>How a file is read.</summary>
/// <remarks>Equality is by content; delegates by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ReadOptions
{
    private readonly char? separator;
    private readonly NumericDates? dates;

    /// <summary>The format; null to tell it from the header or the property names.</summary>
    public EventFormat? Format { get; init; }

    /// <summary>
    /// The version of the data set ("19.1"), with its day where that is known; it is kept with every report, since a figure belongs to a
    /// vintage. Null if unknown.
    /// </summary>
    public Vintage? Vintage { get; init; }

    /// <summary>
    /// What parts the cells of a CSV file: a comma, a semicolon or a tab; null to tell it from the header, or from Excel's line
    /// <c>sep=;</c>. Where it is no comma, numbers may have decimal commas.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to another character.</exception>
    public char? Separator
    {
        get => separator;
        init => separator = value is not { } character || CsvShape.IsSeparator(character)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Separator), value, "Cells are parted by a comma, a semicolon or a tab.");
    }

    /// <summary>
    /// The encoding of a file that is not UTF-8; null for UTF-8. A byte order mark (of UTF-8, UTF-16 or UTF-32) goes before it. Bytes that
    /// are no characters are malformed rows whatever the encoding's own fallback. Encodings such as windows-1256 are those of
    /// <see cref="CodePagesEncodingProvider"/>.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// What dates in numbers stand for; null if that is not known: then they are malformed, since <c>03/07/2024</c> may be a day of July or
    /// of March. <c>2024-07-03</c> and <c>03 July 2024</c> are read in any case.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to no member of the enumeration.</exception>
    public NumericDates? Dates
    {
        get => dates;
        init => dates = value is not { } order || Enum.IsDefined(order)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Dates), value, "There is no such order of dates.");
    }

    /// <summary>
    /// Whether rows that can't be read are handed to <see cref="OnRejected"/> with the reason, counted and passed over; otherwise the first
    /// of them stops the reading with a <see cref="MalformedInputException"/>.
    /// </summary>
    public bool SetAsideMalformed { get; init; }

    /// <summary>
    /// What is done with rows that bear one id where the data doesn't say which of them is newer. <see cref="PublishedValidator"/> doesn't
    /// ask: to it they are findings.
    /// </summary>
    public RepeatedRows Repeated { get; init; }

    /// <summary>Takes the rows that are set aside; null to only count them.</summary>
    public Action<RejectedRow>? OnRejected { get; init; }

    /// <summary>
    /// Is told as rows are read how many bytes of the file, unpacked, have been read: for a progress bar. Null for nobody.
    /// </summary>
    /// <remarks>
    /// After each row; where <see cref="IncidentReader.AppendTo"/> reads a file by parts, after parts, on the thread that called it. Where
    /// <see cref="IncidentReader.Answer"/> reads a file a second time, from the start again.
    /// </remarks>
    public Action<long>? OnProgress { get; init; }

    /// <summary>
    /// How long the parts are at most by which a file is read into a table: with what is made of one, a processor holds it.
    /// </summary>
    internal int PartBytes { get; init; } = 1 << 18;

    /// <summary>
    /// How many rows are held until they are counted and let go, where a file only answers queries: some 10 MB of them, so that starting a
    /// count costs little beside them.
    /// </summary>
    internal int HeldRows { get; init; } = 1 << 18;

    /// <summary>Who knows actors and regions by name.</summary>
    public NameResolver Names { get; init; } = NameResolver.None;

    /// <summary>The glossary to fill; null for a new one. Give one reader's to the next to read several files into one data set.</summary>
    public Glossary? Glossary { get; init; }

    /// <summary>
    /// The longest row that is read, in bytes; a longer one is malformed. 4 MiB unless said; real rows have up to some 10 KB.
    /// </summary>
    public int MaxRowBytes { get; init; } = 1 << 22;

    /// <summary>How many columns a file may have, as many as a sheet of a spreadsheet: one with more is malformed. Real files have some
    /// hundred; each column takes memory, whatever stands in it.</summary>
    public const int MaxColumns = RowSource.MaxColumns;

    /// <summary>The formats that are tried on a file whose format is not said.</summary>
    internal ValueList<EventFormat> Formats { get; init; } = EventFormats.All;
}

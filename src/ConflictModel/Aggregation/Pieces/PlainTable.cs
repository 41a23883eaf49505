using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>A table of plain cells, read column by column: what files and databases take.</summary>
/// <remarks>
/// Text is read as codes, so that each different text is looked at once; days and flags are read as numbers
/// (<see cref="PlainType"/>). Equality is by reference. Reading is safe for any number of threads.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public abstract class PlainTable
{
    private const int StretchRows = 1 << 17;

    /// <summary>A table with these columns.</summary>
    protected PlainTable(PlainSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
    }

    /// <summary>The columns.</summary>
    public PlainSchema Schema { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int Rows { get; }

    /// <summary>The runs of rows that are best read at a time, each whole; several may be read at once.</summary>
    public virtual IEnumerable<(int Start, int Rows)> Stretches
    {
        get
        {
            for (int start = 0; start < Rows; start += StretchRows)
            {
                yield return (start, Math.Min(StretchRows, Rows - start));
            }
        }
    }

    /// <summary>
    /// Whether whoever made the table is known to have kept the pieces of each event together, so that one question need not read the ids
    /// of events to tell; false where that is not known.
    /// </summary>
    public virtual bool KeepsEventsWhole => false;

    /// <summary>The texts of a column by code, of the rows whose codes have been read; others may be among them.</summary>
    /// <param name="column">The place of a column of text.</param>
    public abstract IReadOnlyList<string> TextsOf(int column);

    /// <summary>Reads as many codes of a column as there is room for; -1 is null.</summary>
    /// <param name="column">The place of a column of text.</param>
    /// <param name="start">The first row.</param>
    /// <param name="codes">Where they go.</param>
    public abstract void ReadCodes(int column, int start, Span<int> codes);

    /// <summary>Reads as many numbers of a column as there is room for.</summary>
    /// <param name="column">The place of a column that is not text.</param>
    /// <param name="start">The first row.</param>
    /// <param name="numbers">Where they go; 0 for null.</param>
    /// <param name="isKnown">Whether each is a number and not null; as long as <paramref name="numbers"/>.</param>
    public abstract void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown);

    /// <summary>
    /// The least and the greatest number of a run of rows, none of which is null, where that is known without reading them; null where it
    /// is not.
    /// </summary>
    /// <param name="column">The place of a column that is not text.</param>
    /// <param name="start">The first row.</param>
    /// <param name="rows">How many rows there are.</param>
    public virtual (long Least, long Most)? RangeOf(int column, int start, int rows) => null;

    /// <summary>
    /// Some of the rows as a table that reads them for less than all would take; null where there is no such way.
    /// </summary>
    /// <param name="rows">Which rows, in order, each once.</param>
    public virtual PlainTable? Take(int[] rows) => null;

    /// <summary>The text of a cell; null where there is none.</summary>
    public string? TextAt(int column, int row)
    {
        int code = 0;
        ReadCodes(column, row, new(ref code));
        return code < 0 ? null : TextsOf(column)[code];
    }

    /// <summary>The number of a cell; null where there is none.</summary>
    public long? NumberAt(int column, int row)
    {
        long number = 0;
        bool isKnown = false;
        ReadNumbers(column, row, new(ref number), new(ref isKnown));
        return isKnown ? number : null;
    }

    /// <summary>Says where what is wrong with the table or a cell of it stands: in which file, for a table that is one.</summary>
    /// <returns>What is thrown.</returns>
    public virtual FormatException Locate(PieceFormatException error) => error;

    /// <summary>What it is and how long: <c>members, 12 rows</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Schema.Name}, {Rows:N0} rows");
}

using System.Collections.Concurrent;
using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Some row groups of a file as a plain table.</summary>
internal sealed class PiecesPart : PlainTable
{
    private readonly PiecesFile file;
    private readonly IReadOnlyList<int> groups;
    private readonly int[] starts;
    private readonly ConcurrentDictionary<int, TextCells> texts = [];

    /// <param name="file">The file.</param>
    /// <param name="groups">Which row groups.</param>
    public PiecesPart(PiecesFile file, IReadOnlyList<int> groups)
        : base(file.Schema)
    {
        (this.file, this.groups) = (file, groups);
        starts = new int[groups.Count + 1];
        for (int i = 0; i < groups.Count; i++)
        {
            starts[i + 1] = starts[i] + file.Groups[groups[i]];
        }
    }

    public override int Rows => starts[^1];

    public override bool KeepsEventsWhole => file.IsOurs;

    public override IEnumerable<(int Start, int Rows)> Stretches =>
        Enumerable.Range(0, starts.Length - 1).Select(i => (starts[i], starts[i + 1] - starts[i]));

    public override (long Least, long Most)? RangeOf(int column, int start, int rows) =>
        Next(start, rows) is var (place, _, here) && here == rows && rows == RowsOf(place)
            ? file.RangeOf(groups[place], column) : null;

    public override FormatException Locate(PieceFormatException error) => Locate(error, error.Row);

    /// <summary>The same of a row that is numbered otherwise there.</summary>
    public FormatException Locate(PieceFormatException error, int? row)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (row is not { } at || starts.Length < 2)
        {
            return file.Error(error.Reason, error.Column, inner: error);
        }

        int place = Place(at);
        return file.Error($"row {at - starts[place] + 1L}: {error.Reason}", error.Column, groups[place], error);
    }

    public override PlainTable? Take(int[] rows) => new TakenPieces(this, rows);

    public override IReadOnlyList<string> TextsOf(int column) => CellsOf(column).Texts;

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        for (int done = 0; done < codes.Length;)
        {
            (int place, int from, int here) = Next(start + done, codes.Length - done);
            ReadCodes(column, place, Chosen(place, from, here), codes.Slice(done, here));
            done += here;
        }
    }

    /// <summary>Reads the codes of rows of one row group.</summary>
    /// <param name="column">The place of a column of text.</param>
    /// <param name="place">Which row group of the part.</param>
    /// <param name="chosen">Which of its rows, in order; none for all.</param>
    /// <param name="codes">Where they go.</param>
    public void ReadCodes(int column, int place, ReadOnlySpan<int> chosen, Span<int> codes)
    {
        using PiecesFile.OpenColumn open = file.Open(groups[place], column);
        try
        {
            CellsOf(column).Read(open.Texts, Schema.Columns[column].IsNullable, RowsOf(place), chosen, codes);
            open.IsDone = true;
        }
        catch (Exception error) when (PiecesFile.IsOfFile(error))
        {
            throw file.Refusal(error, Schema.Columns[column].Name, groups[place]);
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        for (int done = 0; done < numbers.Length;)
        {
            (int place, int from, int here) = Next(start + done, numbers.Length - done);
            ReadNumbers(column, place, Chosen(place, from, here), numbers.Slice(done, here), isKnown.Slice(done, here));
            done += here;
        }
    }

    /// <summary>Reads the numbers of rows of one row group.</summary>
    /// <param name="column">The place of a column that is not text.</param>
    /// <param name="place">Which row group of the part.</param>
    /// <param name="chosen">Which of its rows, in order; none for all.</param>
    /// <param name="numbers">Where they go; 0 for null.</param>
    /// <param name="isKnown">Whether each is not null.</param>
    public void ReadNumbers(int column, int place, ReadOnlySpan<int> chosen, Span<long> numbers, Span<bool> isKnown)
    {
        using PiecesFile.OpenColumn open = file.Open(groups[place], column);
        try
        {
            NumberCells.Read(open.Cells, Schema.Columns[column].IsNullable, RowsOf(place), chosen, numbers, isKnown);
            open.IsDone = true;
        }
        catch (Exception error) when (PiecesFile.IsOfFile(error))
        {
            throw file.Refusal(error, Schema.Columns[column].Name, groups[place]);
        }
    }

    private TextCells CellsOf(int column) => texts.GetOrAdd(column, static _ => new());

    private int RowsOf(int place) => starts[place + 1] - starts[place];

    /// <summary>Rows of a row group one after another; none where these are all.</summary>
    private int[] Chosen(int place, int from, int rows) => rows == RowsOf(place) ? [] : [.. Enumerable.Range(from, rows)];

    /// <summary>The row group of a row, where the row stands in it, and how many rows are taken there.</summary>
    private (int Place, int From, int Here) Next(int row, int left)
    {
        int place = Place(row);
        int from = row - starts[place];
        return (place, from, Math.Min(RowsOf(place) - from, left));
    }

    private int Place(int row)
    {
        int place = Array.BinarySearch(starts, row);
        place = place >= 0 ? place : ~place - 1;
        while (place + 1 < starts.Length - 1 && starts[place + 1] == row)
        {
            // Groups without rows stand before the one that has it.
            place++;
        }

        return place;
    }
}

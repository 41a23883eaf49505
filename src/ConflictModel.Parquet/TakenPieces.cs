using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Some rows of a part, which are read without the cells of others.</summary>
internal sealed class TakenPieces : PlainTable
{
    private readonly PiecesPart part;
    private readonly int[] rows;

    /// <summary>Of each row where it stands in its row group.</summary>
    private readonly int[] within;

    /// <summary>The row groups that rows were taken from, with the first of these, in order.</summary>
    private readonly List<(int Place, int Start)> groups = [];

    /// <param name="part">The part.</param>
    /// <param name="rows">Which of its rows, in order, each once.</param>
    public TakenPieces(PiecesPart part, int[] rows)
        : base(part.Schema)
    {
        (this.part, this.rows) = (part, rows);
        within = new int[rows.Length];
        int next = 0;
        foreach ((int place, (int start, int length)) in part.Stretches.Index())
        {
            if (next < rows.Length && rows[next] < start + length)
            {
                groups.Add((place, next));
            }

            for (; next < rows.Length && rows[next] < start + length; next++)
            {
                within[next] = rows[next] - start;
            }
        }
    }

    public override int Rows => rows.Length;

    public override IEnumerable<(int Start, int Rows)> Stretches =>
        groups.Select((group, i) => (group.Start, EndOf(i) - group.Start));

    public override FormatException Locate(PieceFormatException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return part.Locate(error, error.Row is { } row ? rows[row] : null);
    }

    public override IReadOnlyList<string> TextsOf(int column) => part.TextsOf(column);

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        for (int done = 0; done < codes.Length;)
        {
            (int place, int here) = Next(start + done, codes.Length - done);
            part.ReadCodes(column, place, within.AsSpan(start + done, here), codes.Slice(done, here));
            done += here;
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        for (int done = 0; done < numbers.Length;)
        {
            (int place, int here) = Next(start + done, numbers.Length - done);
            part.ReadNumbers(column, place, within.AsSpan(start + done, here), numbers.Slice(done, here), isKnown.Slice(done, here));
            done += here;
        }
    }

    /// <summary>The row group of a row that was taken, and how many that were stand there from it on.</summary>
    private (int Place, int Rows) Next(int row, int left)
    {
        int group = 0;
        while (EndOf(group) <= row)
        {
            group++;
        }

        return (groups[group].Place, Math.Min(EndOf(group) - row, left));
    }

    private int EndOf(int group) => group + 1 < groups.Count ? groups[group + 1].Start : rows.Length;
}

using System.Buffers;

namespace ConflictModel.Aggregation;

/// <summary>Reads the columns of pieces stretch by stretch on all processors, and says where what can't be stands.</summary>
internal sealed class PieceCells
{
    private readonly PlainTable pieces;

    /// <exception cref="PieceFormatException">A column is missing, or holds something else than it should.</exception>
    public PieceCells(PlainTable pieces)
    {
        this.pieces = pieces;
        List<Measure> measures = [];
        foreach (PlainColumn column in pieces.Schema.Columns)
        {
            if (PieceSchema.TryFind(column.Name, out Measure measure, out _) && !measures.Contains(measure))
            {
                measures.Add(measure);
            }
        }

        Measures = measures;
        foreach (PlainColumn column in PieceSchema.Pieces(measures).Columns)
        {
            int at = pieces.Schema.IndexOf(column.Name);
            if (at < 0 || pieces.Schema.Columns[at].Type != column.Type)
            {
                throw new PieceFormatException(
                    at < 0
                        ? "the column is missing"
                        : $"the column holds {JsonName.Of(pieces.Schema.Columns[at].Type)} and not {JsonName.Of(column.Type)}",
                    pieces.Schema.Name, column.Name);
            }
        }
    }

    public IReadOnlyList<Measure> Measures { get; }

    public int Rows => pieces.Rows;

    public PieceFormatException Error(string message, string column, int row) => new(message, pieces.Schema.Name, column, row);

    /// <summary>The codes of a column of text, -1 for none, and the texts.</summary>
    public (int[] Codes, IReadOnlyList<string> Texts) Codes(string column)
    {
        int at = pieces.Schema.IndexOf(column);
        int[] codes = GC.AllocateUninitializedArray<int>(pieces.Rows);
        ForEachStretch((start, rows) => pieces.ReadCodes(at, start, codes.AsSpan(start, rows)));
        return (codes, pieces.TextsOf(at));
    }

    /// <summary>The numbers of a column, of which none is outside a range.</summary>
    /// <param name="column">The column.</param>
    /// <param name="missing">What stands for null; null where there must be a number.</param>
    /// <param name="least">The least that may be.</param>
    /// <param name="most">The most that may be.</param>
    public int[] Numbers(string column, int? missing, int least, int most)
    {
        int[] numbers = GC.AllocateUninitializedArray<int>(pieces.Rows);
        Read(column, (start, longs, isKnown) =>
        {
            Span<int> to = numbers.AsSpan(start, longs.Length);
            for (int i = 0; i < to.Length; i++)
            {
                if (isKnown[i] ? longs[i] < least || longs[i] > most : missing is null)
                {
                    throw Error(isKnown[i] ? $"{longs[i]} is not from {least} to {most}" : "there must be a number", column, start + i);
                }

                to[i] = isKnown[i] ? (int)longs[i] : missing.GetValueOrDefault();
            }
        });
        return numbers;
    }

    /// <summary>Reads a column of numbers.</summary>
    public void Read(string column, NumberTaker take)
    {
        int at = pieces.Schema.IndexOf(column);
        ForEachStretch((start, rows) =>
        {
            long[] longs = ArrayPool<long>.Shared.Rent(rows);
            bool[] isKnown = ArrayPool<bool>.Shared.Rent(rows);
            pieces.ReadNumbers(at, start, longs.AsSpan(0, rows), isKnown.AsSpan(0, rows));
            take(start, longs.AsSpan(0, rows), isKnown.AsSpan(0, rows));
            ArrayPool<long>.Shared.Return(longs);
            ArrayPool<bool>.Shared.Return(isKnown);
        });
    }

    /// <summary>Does something with each stretch; of several that fail the first is told, whatever the processors did first.</summary>
    public void ForEachStretch(Action<int, int> act)
    {
        (int Start, int Rows)[] stretches = [.. pieces.Stretches];
        var errors = new Exception?[stretches.Length];
        Parallel.For(0, stretches.Length, i =>
        {
            try
            {
                act(stretches[i].Start, stretches[i].Rows);
            }
            catch (Exception error) when (error is FormatException or IOException or InvalidOperationException)
            {
                errors[i] = error;
            }
        });
        if (Array.Find(errors, error => error is not null) is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>Takes the numbers of a stretch.</summary>
    /// <param name="start">Its first row.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="isKnown">Which of them are not null.</param>
    public delegate void NumberTaker(int start, ReadOnlySpan<long> numbers, ReadOnlySpan<bool> isKnown);
}

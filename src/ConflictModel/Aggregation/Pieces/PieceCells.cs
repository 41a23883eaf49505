using System.Buffers;
using System.Runtime.CompilerServices;

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
                throw pieces.Locate(new(
                    at < 0
                        ? "the column is missing"
                        : $"the column holds {JsonName.Of(pieces.Schema.Columns[at].Type)} and not {JsonName.Of(column.Type)}",
                    pieces.Schema.Name, column.Name));
            }
        }
    }

    private PieceCells(PlainTable pieces, IReadOnlyList<Measure> measures) => (this.pieces, Measures) = (pieces, measures);

    public IReadOnlyList<Measure> Measures { get; }

    public int Rows => pieces.Rows;

    /// <summary>Whether the pieces of each event are known to stand together.</summary>
    public bool KeepsEventsWhole => pieces.KeepsEventsWhole;

    /// <summary>Some of the rows; null where all would be read anyway.</summary>
    public PieceCells? Take(int[] rows) => pieces.Take(rows) is { } some ? new(some, Measures) : null;

    public FormatException Error(string message, string column, int row) =>
        pieces.Locate(new(message, pieces.Schema.Name, column, row));

    /// <summary>The codes of a column of text, -1 for none, and the texts.</summary>
    /// <param name="column">The column.</param>
    /// <param name="isAsked">Whether the codes of a stretch are asked for, by its first row and length; null for all.</param>
    public (Numbers Codes, IReadOnlyList<string> Texts) Codes(string column, Func<int, int, bool>? isAsked = null)
    {
        int at = pieces.Schema.IndexOf(column);
        Numbers codes = new(pieces.Rows);
        ForEachStretch((start, rows) =>
        {
            if (isAsked?.Invoke(start, rows) != false)
            {
                pieces.ReadCodes(at, start, codes.Span.Slice(start, rows));
            }
        });
        return (codes, pieces.TextsOf(at));
    }

    /// <summary>The numbers of a column, of which none is outside a range.</summary>
    /// <param name="column">The column.</param>
    /// <param name="missing">What stands for null; null where there must be a number.</param>
    /// <param name="least">The least that may be.</param>
    /// <param name="most">The most that may be.</param>
    public Numbers ReadInts(string column, int? missing, int least, int most)
    {
        Numbers numbers = new(pieces.Rows);
        Read(
            column,
            (start, longs, isKnown) =>
            {
                int wrong = Narrow(longs, isKnown, numbers.Span[start..], missing, least, most);
                if (wrong < longs.Length)
                {
                    throw Error(
                        isKnown[wrong] ? $"{longs[wrong]} is not from {least} to {most}" : "there must be a number", column, start + wrong);
                }
            },
            (start, rows, constant) => numbers.Span.Slice(start, rows).Fill(constant >= least && constant <= most
                ? (int)constant
                : throw Error($"{constant} is not from {least} to {most}", column, start)));
        return numbers;
    }

    /// <summary>How many numbers from the first on are in a range, or missing and may be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Narrow(
        ReadOnlySpan<long> longs, ReadOnlySpan<bool> isKnown, Span<int> to, int? missing, int least, int most)
    {
        bool mayMiss = missing is not null;
        int stand = missing ?? 0;
        for (int i = 0; i < longs.Length; i++)
        {
            if (isKnown[i] ? longs[i] < least || longs[i] > most : !mayMiss)
            {
                return i;
            }

            to[i] = isKnown[i] ? unchecked((int)longs[i]) : stand;
        }

        return longs.Length;
    }

    /// <summary>Reads the numbers of a stretch.</summary>
    public void ReadNumbers(string column, int start, Span<long> numbers, Span<bool> isKnown) =>
        pieces.ReadNumbers(pieces.Schema.IndexOf(column), start, numbers, isKnown);

    /// <summary>Reads a column of numbers.</summary>
    /// <param name="column">The column.</param>
    /// <param name="take">Takes the numbers of a stretch.</param>
    /// <param name="takeSame">Takes a stretch of which all cells are one number; null for one that looks at each.</param>
    public void Read(string column, NumberTaker take, Action<int, int, long>? takeSame = null)
    {
        int at = pieces.Schema.IndexOf(column);
        ForEachStretch((start, rows) =>
        {
            if (takeSame is not null && pieces.RangeOf(at, start, rows) is { } range && range.Least == range.Most)
            {
                takeSame(start, rows, range.Least);
                return;
            }

            long[] longs = ArrayPool<long>.Shared.Rent(rows);
            bool[] isKnown = ArrayPool<bool>.Shared.Rent(rows);
            pieces.ReadNumbers(at, start, longs.AsSpan(0, rows), isKnown.AsSpan(0, rows));
            take(start, longs.AsSpan(0, rows), isKnown.AsSpan(0, rows));
            ArrayPool<long>.Shared.Return(longs);
            ArrayPool<bool>.Shared.Return(isKnown);
        });
    }

    /// <summary>The least and the greatest number of a column without nulls, where that is known without reading it.</summary>
    public (long Least, long Most)? RangeOf(string column) => PieceRanges.Of(pieces, column);

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

    /// <summary>Numbers in an array that is given back and used again.</summary>
    public sealed class Numbers(int rows) : IDisposable
    {
        private readonly int[] array = ArrayPool<int>.Shared.Rent(rows);

        public Span<int> Span => array.AsSpan(0, rows);

        public void Dispose() => ArrayPool<int>.Shared.Return(array);
    }

    /// <summary>Takes the numbers of a stretch.</summary>
    /// <param name="start">Its first row.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="isKnown">Which of them are not null.</param>
    public delegate void NumberTaker(int start, ReadOnlySpan<long> numbers, ReadOnlySpan<bool> isKnown);
}

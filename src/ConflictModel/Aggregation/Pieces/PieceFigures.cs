using System.Buffers;
using System.Runtime.CompilerServices;

namespace ConflictModel.Aggregation;

/// <summary>Packs the figures of a measure of plain pieces, stretch by stretch on all processors.</summary>
internal sealed class PieceFigures
{
    private const byte All = 7;
    private const byte BestOnly = 2;

    private readonly PieceCells cells;
    private readonly PieceRows rows;
    private readonly Measure measure;
    private readonly uint[] packed;

    /// <summary>Three bits a row, which of low, best and high are known, where pieces go on; null where none does.</summary>
    private readonly byte[]? known;

    private readonly Lock gate = new();
    private readonly List<Patch> patches = [];
    private long most;
    private bool isIncomplete;
    private bool hasPartial;
    private bool hasBestOnly;

    private PieceFigures(PieceCells cells, PieceRows rows, Measure measure)
    {
        (this.cells, this.rows, this.measure) = (cells, rows, measure);
        packed = GC.AllocateUninitializedArray<uint>(cells.Rows);
        known = rows.IsLater is null ? null : new byte[cells.Rows];
    }

    public static MeasureColumn Read(PieceCells cells, PieceRows rows, Measure measure) => new PieceFigures(cells, rows, measure).Read();

    private MeasureColumn Read()
    {
        cells.ForEachStretch(Pack);
        CheckLater();
        if (hasBestOnly)
        {
            // A source that prints one figure alone: the builder keeps such a column in a byte a row.
            return Append();
        }

        uint[] placed = packed;
        if (rows.IsMoved)
        {
            placed = new uint[packed.Length];
            for (int row = 0; row < packed.Length; row++)
            {
                placed[rows.PlaceOf(row)] = packed[row];
            }
        }

        PatchList sorted = new(rows.IsMoved ? patches.ConvertAll(patch => patch with { Row = rows.PlaceOf(patch.Row) }) : patches);
        bool isComplete = !isIncomplete;
        return new()
        {
            Measure = measure,
            Packed = placed,
            Single = null,
            Patches = sorted,
            Most = MeasureColumn.MostOf(most, sorted, placed.Length),
            IsComplete = isComplete,
            HasPartial = hasPartial,
            MakeBest = () => MeasureColumnBuilder.BestOf(measure, placed, sorted, isComplete),
        };
    }

    /// <summary>Packs the figures of a stretch, of which most are known and below 256.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(int start, int count)
    {
        (long[] lows, long[] bests, long[] highs) = (Rent(count), Rent(count), Rent(count));
        (bool[] hasLow, bool[] hasBest, bool[] hasHigh) = (RentFlags(count), RentFlags(count), RentFlags(count));
        cells.ReadNumbers(PieceSchema.NameOf(measure, 0), start, lows.AsSpan(0, count), hasLow.AsSpan(0, count));
        cells.ReadNumbers(PieceSchema.NameOf(measure, 1), start, bests.AsSpan(0, count), hasBest.AsSpan(0, count));
        cells.ReadNumbers(PieceSchema.NameOf(measure, 2), start, highs.AsSpan(0, count), hasHigh.AsSpan(0, count));
        PlainFigures plain = new(lows, bests, highs, hasLow, hasBest, hasHigh);
        ReadOnlySpan<bool> isLater = rows.IsLater is null ? default : rows.IsLater.AsSpan(start, count);
        Span<uint> target = packed.AsSpan(start, count);
        List<Patch> beside = [];
        long sum = 0;
        (bool lacksSome, bool isPartial, bool isBestOnly) = (false, false, false);
        for (int i = 0, next = 0; i < target.Length; i++)
        {
            if (i == next)
            {
                int rowsPacked = plain.Pack(i, target, ref sum);
                Mark(start + i, rowsPacked);
                i += rowsPacked;
                next = i + PlainFigures.Rows;
                if (i == target.Length)
                {
                    break;
                }
            }

            // What is unknown is read as 0.
            (long low, long best, long high) = (lows[i], bests[i], highs[i]);
            uint begins = !isLater.IsEmpty && isLater[i] ? 0 : MeasureColumn.Known;
            if (hasLow[i] & hasBest[i] & hasHigh[i])
            {
                if (unchecked((ulong)(low | best | high)) <= byte.MaxValue)
                {
                    target[i] = unchecked((uint)(low | (best << 8) | (high << 16))) | begins;
                    sum += Math.Max(low, Math.Max(best, high));
                }
                else
                {
                    CheckCounts(start + i, low, best, high);
                    target[i] = begins;
                    beside.Add(new(start + i, low, best, high));
                }

                if (known is not null)
                {
                    known[start + i] = All;
                }

                continue;
            }

            byte bits = (byte)((hasLow[i] ? 1 : 0) | (hasBest[i] ? 2 : 0) | (hasHigh[i] ? 4 : 0));
            if (known is not null)
            {
                known[start + i] = bits;
            }

            if (bits == 0)
            {
                target[i] = 0;
                lacksSome |= begins != 0;
                continue;
            }

            // What is unknown of an event is counted with its first piece.
            CheckCounts(start + i, low, best, high);
            (isPartial, isBestOnly) = (true, isBestOnly | bits == BestOnly);
            long missing = begins != 0 ? -1 : 0;
            target[i] = begins;
            beside.Add(new(start + i, hasLow[i] ? low : missing, hasBest[i] ? best : missing, hasHigh[i] ? high : missing));
        }

        Array.ForEach([lows, bests, highs], array => ArrayPool<long>.Shared.Return(array));
        Array.ForEach([hasLow, hasBest, hasHigh], array => ArrayPool<bool>.Shared.Return(array));
        lock (gate)
        {
            patches.AddRange(beside);
            most += sum;
            isIncomplete |= lacksSome;
            hasPartial |= isPartial;
            hasBestOnly |= isBestOnly;
        }
    }

    /// <summary>Notes of rows that were packed together that all is known of them, and which of them go on.</summary>
    private void Mark(int start, int count)
    {
        if (rows.IsLater is not { } isLater)
        {
            return;
        }

        known.AsSpan(start, count).Fill(All);
        Span<uint> target = packed.AsSpan(start, count);
        ReadOnlySpan<bool> later = isLater.AsSpan(start, count);
        for (int at = later.IndexOf(true); at >= 0;)
        {
            target[at] &= ~MeasureColumn.Known;
            int further = later[(at + 1)..].IndexOf(true);
            at = further < 0 ? -1 : at + 1 + further;
        }
    }

    private static long[] Rent(int count) => ArrayPool<long>.Shared.Rent(count);

    private static bool[] RentFlags(int count) => ArrayPool<bool>.Shared.Rent(count);

    private void CheckCounts(int row, params ReadOnlySpan<long> counts)
    {
        for (int lane = 0; lane < counts.Length; lane++)
        {
            if (counts[lane] is < 0 or long.MaxValue)
            {
                throw cells.Error($"{counts[lane]} is no count of people", PieceSchema.NameOf(measure, lane), row);
            }
        }
    }

    private MeasureColumn Append()
    {
        long[][] lanes = [new long[cells.Rows], new long[cells.Rows], new long[cells.Rows]];
        for (int i = 0; i < lanes.Length; i++)
        {
            long[] lane = lanes[i];
            cells.Read(PieceSchema.NameOf(measure, i), (start, numbers, isKnown) =>
            {
                for (int at = 0; at < numbers.Length; at++)
                {
                    lane[start + at] = isKnown[at] ? numbers[at] : -1;
                }
            });
        }

        MeasureColumnBuilder builder = new(measure);
        for (int row = 0; row < cells.Rows; row++)
        {
            builder.Append(row, lanes[0][row], lanes[1][row], lanes[2][row], rows.IsLater?[row] != true);
        }

        return builder.ToColumn(cells.Rows, rows.IsMoved ? [.. Enumerable.Range(0, cells.Rows).Select(rows.PlaceOf)] : []);
    }

    /// <summary>Either all pieces of an event know a figure or none does.</summary>
    private void CheckLater()
    {
        if (rows.IsLater is not { } isLater)
        {
            return;
        }

        for (int row = 1; row < known!.Length; row++)
        {
            if (isLater[row] && known[row] != known[row - 1])
            {
                int lane = int.TrailingZeroCount(known[row] ^ known[row - 1]);
                throw cells.Error("of the pieces of an event some have a figure and some do not", PieceSchema.NameOf(measure, lane), row);
            }
        }
    }
}

namespace ConflictModel.Aggregation;

/// <summary>Collects a <see cref="MeasureColumn"/>.</summary>
internal sealed class MeasureColumnBuilder(Measure measure)
{
    private const int ChunkRows = 1 << 16;

    /// <summary>Marks a cell of which the best figure alone is known; it never leaves the builder.</summary>
    private const uint BestOnly = 1u << 25;

    /// <summary>Marks a best figure that stands apart, beside <see cref="BestOnly"/>.</summary>
    private const uint WideBest = 1u << 26;

    private readonly List<uint[]> chunks = [];
    private readonly List<Patch> patches = [];
    private uint[] current = [];
    private readonly Dictionary<int, long> wideBests = [];
    private int rows;
    private bool hasBestOnly;
    private bool hasOther;
    private bool differs;
    private bool isIncomplete;
    private bool hasPartial;

    /// <summary>Adds a row's figure; what is unknown is below zero.</summary>
    public void Append(int row, long low, long best, long high, bool begins)
    {
        FillTo(row);
        uint known = begins ? MeasureColumn.Known : 0;
        if ((low & best & high) < 0)
        {
            isIncomplete |= begins;
            known = 0;
        }
        else if (low < 0 && high < 0)
        {
            hasBestOnly = true;
            known |= BestOnly;
            if (best > byte.MaxValue)
            {
                wideBests.Add(row, best);
                known |= WideBest;
            }
            else
            {
                known |= (uint)best;
            }
        }
        else if ((low | best | high) < 0)
        {
            // What is unknown of an incident is counted with its first piece.
            (hasPartial, differs, hasOther) = (true, true, true);
            patches.Add(begins ? new(row, low, best, high) : new(row, Math.Max(low, 0), Math.Max(best, 0), Math.Max(high, 0)));
        }
        else
        {
            hasOther = true;
            differs |= low != best || best != high;
            if ((low | best | high) > byte.MaxValue)
            {
                patches.Add(new(row, low, best, high));
            }
            else
            {
                known |= Packed(low, best, high);
            }
        }

        Add(known);
    }

    /// <summary>Adds the figures of some incidents of a batch.</summary>
    public void Append(int row, int count, BatchFigures figures)
    {
        FillTo(row);
        ReadOnlySpan<long> lows = figures.Low.First(count);
        ReadOnlySpan<long> bests = figures.Best.First(count);
        ReadOnlySpan<long> highs = figures.High.First(count);
        bool isWhole = !lows.IsEmpty && !bests.IsEmpty && !highs.IsEmpty;
        bool isBest = lows.IsEmpty && !bests.IsEmpty && highs.IsEmpty;
        for (int done = 0; done < count;)
        {
            Span<uint> room = Room(count - done);
            int small = isWhole ? WriteSmall(lows[done..], bests[done..], highs[done..], room)
                : isBest ? WriteSmall(bests[done..], room)
                : 0;
            rows += small;
            done += small;
            if (small < room.Length)
            {
                Append(row + done, FigureAt(lows, done), FigureAt(bests, done), FigureAt(highs, done), begins: true);
                done++;
            }
        }

        static long FigureAt(ReadOnlySpan<long> figures, int i) => figures.IsEmpty ? -1 : Math.Max(figures[i], -1);
    }

    /// <summary>
    /// Takes rows out, which are given in ascending order; those behind them move up. What was noted of all rows together stands: it
    /// chooses how a column is kept, and not what it says.
    /// </summary>
    public void Remove(int[] gone)
    {
        uint[][] cells = [.. chunks];
        (Patch[] patched, Dictionary<int, long> wide) = ([.. patches], new(wideBests));
        int count = rows;
        chunks.Clear();
        patches.Clear();
        wideBests.Clear();
        rows = 0;
        for (int row = 0, next = 0; row < count; row++)
        {
            if (next < gone.Length && gone[next] == row)
            {
                next++;
                continue;
            }

            if (wide.TryGetValue(row, out long best))
            {
                wideBests.Add(rows, best);
            }

            Add(cells[row / ChunkRows][row % ChunkRows]);
        }

        foreach (Patch patch in patched)
        {
            int before = ~Array.BinarySearch(gone, patch.Row);
            if (before >= 0)
            {
                patches.Add(patch with { Row = patch.Row - before });
            }
        }
    }

    public MeasureColumn ToColumn(int rowCount, ReadOnlySpan<int> places)
    {
        List<Patch> moved = new(patches.Count);
        foreach (Patch patch in patches)
        {
            moved.Add(patch with { Row = places.IsEmpty ? patch.Row : places[patch.Row] });
        }

        bool isMixed = hasBestOnly && hasOther;
        uint[]? packed = differs || isMixed ? new uint[rowCount] : null;
        byte[]? single = packed is null ? new byte[rowCount] : null;
        if (rows < rowCount)
        {
            single?.AsSpan().Fill(MeasureColumn.Unknown);
        }

        for (int start = 0; start < rows; start += ChunkRows)
        {
            ReadOnlySpan<uint> cells = chunks[start / ChunkRows].AsSpan(0, Math.Min(ChunkRows, rows - start));
            if (packed is not null)
            {
                Pack(start, cells, packed, places, moved);
            }
            else
            {
                Narrow(start, cells, single!, places, moved);
            }
        }

        PatchList sorted = new(moved);
        return new()
        {
            Measure = measure,
            Packed = packed,
            Single = single,
            Patches = sorted,
            Most = MeasureColumn.MostOf(packed, single, sorted),
            IsComplete = !isIncomplete && rows == rowCount,
            HasPartial = hasPartial || isMixed,
            LacksEnds = hasBestOnly && !hasOther,
            Best = packed is not null
                ? BestOf(measure, packed, sorted, !isIncomplete && rows == rowCount)
                : hasBestOnly && !hasOther ? BestOf(single!, sorted) : null,
        };
    }

    /// <summary>Puts cells that hold low, best and high where they go.</summary>
    private void Pack(int start, ReadOnlySpan<uint> cells, uint[] packed, ReadOnlySpan<int> places, List<Patch> moved)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            uint cell = cells[i];
            int place = places.IsEmpty ? start + i : places[start + i];
            if ((cell & BestOnly) == 0)
            {
                packed[place] = cell;
                continue;
            }

            // Low and high are unknown here and known elsewhere: the figure stands apart, in full.
            bool begins = (cell & MeasureColumn.Known) != 0;
            packed[place] = cell & MeasureColumn.Known;
            long best = BestAt(start + i, cell);
            moved.Add(begins ? new(place, -1, best, -1) : new(place, 0, best, 0));
        }
    }

    /// <summary>Puts cells whose low, best and high are one figure where they go.</summary>
    private void Narrow(int start, ReadOnlySpan<uint> cells, byte[] single, ReadOnlySpan<int> places, List<Patch> moved)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            uint cell = cells[i];
            int place = places.IsEmpty ? start + i : places[start + i];
            byte figure = (byte)(cell & byte.MaxValue);
            if ((cell & (MeasureColumn.Known | WideBest)) == MeasureColumn.Known && figure != MeasureColumn.Unknown)
            {
                single[place] = figure;
                continue;
            }

            // A count of 255 has the mark of an unknown: keep a zero and patch it.
            single[place] = (cell & MeasureColumn.Known) != 0 ? (byte)0 : MeasureColumn.Unknown;
            AddSinglePatch(moved, place, BestAt(start + i, cell));
        }
    }

    private static uint Packed(long low, long best, long high) => (uint)(low | (best << 8) | (high << 16));

    private long BestAt(int row, uint cell) => (cell & WideBest) != 0 ? wideBests[row] : cell & byte.MaxValue;

    /// <summary>A column of best figures as one whose low and high are the same.</summary>
    private MeasureColumn BestOf(byte[] single, PatchList wide) => new()
    {
        Measure = measure.AsBest,
        Packed = null,
        Single = single,
        Patches = wide,
        Most = MeasureColumn.MostOf(null, single, wide),
        IsComplete = !isIncomplete && rows == single.Length,
        HasPartial = false,
    };

    /// <summary>The best figures of a packed column as a single one.</summary>
    public static MeasureColumn BestOf(Measure measure, uint[] packed, PatchList wide, bool isComplete)
    {
        byte[] single = new byte[packed.Length];
        List<Patch> own = [];
        bool lacksBest = false;
        int next = 0;
        for (int row = 0; row < packed.Length; row++)
        {
            bool isKnown = packed[row] >= MeasureColumn.Known;
            long best = (packed[row] >> 8) & byte.MaxValue;
            if (next < wide.Count && wide.RowOf(next) == row)
            {
                best = wide[next++].Best;
                lacksBest |= best < 0;
                isKnown &= best >= 0;
                best = Math.Max(best, 0);
            }

            bool fits = isKnown && best < MeasureColumn.Unknown;
            single[row] = fits ? (byte)best : isKnown ? (byte)0 : MeasureColumn.Unknown;
            if (!fits)
            {
                AddSinglePatch(own, row, best);
            }
        }

        PatchList patched = new(own);
        return new()
        {
            Measure = measure.AsBest,
            Packed = null,
            Single = single,
            Patches = patched,
            Most = MeasureColumn.MostOf(null, single, patched),
            IsComplete = isComplete && !lacksBest,
            HasPartial = false,
        };
    }

    private static void AddSinglePatch(List<Patch> patches, int row, long count)
    {
        if (count != 0)
        {
            patches.Add(new(row, count, count, count));
        }
    }

    /// <summary>Makes the rows that said nothing of this measure unknown.</summary>
    private void FillTo(int row)
    {
        isIncomplete |= rows < row;
        while (rows < row)
        {
            Add(0);
        }
    }

    private void Add(uint cell)
    {
        Room(1)[0] = cell;
        rows++;
    }

    /// <summary>Where the next cells go: so many, or as many as their chunk has room for.</summary>
    private Span<uint> Room(int most)
    {
        if (rows == chunks.Count * ChunkRows)
        {
            chunks.Add(current = new uint[ChunkRows]);
        }

        int at = rows & (ChunkRows - 1);
        return current.AsSpan(at, Math.Min(most, ChunkRows - at));
    }

    /// <summary>Writes figures up to the first of which some part is unknown or beyond a byte.</summary>
    private int WriteSmall(ReadOnlySpan<long> lows, ReadOnlySpan<long> bests, ReadOnlySpan<long> highs, Span<uint> cells)
    {
        int count = 0;
        long difference = 0;
        for (; count < cells.Length; count++)
        {
            (long low, long best, long high) = (lows[count], bests[count], highs[count]);
            if ((low | best | high) is < 0 or > byte.MaxValue)
            {
                break;
            }

            difference |= (low ^ best) | (best ^ high);
            cells[count] = MeasureColumn.Known | Packed(low, best, high);
        }

        hasOther |= count > 0;
        differs |= difference != 0;
        return count;
    }

    /// <summary>Writes best figures up to the first that is unknown or beyond a byte.</summary>
    private int WriteSmall(ReadOnlySpan<long> bests, Span<uint> cells)
    {
        int count = 0;
        for (; count < cells.Length && bests[count] is >= 0 and <= byte.MaxValue; count++)
        {
            cells[count] = MeasureColumn.Known | BestOnly | (uint)bests[count];
        }

        hasBestOnly |= count > 0;
        return count;
    }
}

namespace ConflictModel.Aggregation;

/// <summary>Packs the figures of a measure of plain pieces, stretch by stretch on all processors.</summary>
internal static class PieceFigures
{
    public static MeasureColumn Read(PieceCells cells, PieceRows rows, Measure measure)
    {
        // Three bits a row: which of low, best and high are known, kept for the pieces that go on.
        byte[] known = new byte[cells.Rows];
        uint[] packed = new uint[cells.Rows];
        Lock gate = new();
        Dictionary<int, (long Low, long Best, long High)> wide = [];
        for (int i = 0; i < 3; i++)
        {
            int lane = i;
            string column = PieceSchema.NameOf(measure, lane);
            cells.Read(column, (start, numbers, isKnown) =>
            {
                List<(int Row, long Count)> large = [];
                Span<byte> knownHere = known.AsSpan(start, numbers.Length);
                Span<uint> cellsHere = packed.AsSpan(start, numbers.Length);
                byte bit = (byte)(1 << lane);
                int shift = 8 * lane;
                for (int at = 0; at < numbers.Length; at++)
                {
                    // What is unknown is read as 0.
                    ulong count = unchecked((ulong)numbers[at]);
                    knownHere[at] |= isKnown[at] ? bit : (byte)0;
                    if (count <= byte.MaxValue)
                    {
                        cellsHere[at] |= unchecked((uint)count << shift);
                    }
                    else
                    {
                        large.Add(count < long.MaxValue
                            ? (start + at, numbers[at])
                            : throw cells.Error($"{numbers[at]} is no count of people", column, start + at));
                    }
                }

                lock (gate)
                {
                    foreach ((int row, long count) in large)
                    {
                        (long low, long best, long high) = wide.GetValueOrDefault(row);
                        wide[row] = lane switch { 0 => (count, best, high), 1 => (low, count, high), _ => (low, best, count) };
                    }
                }
            });
        }

        CheckLater(cells, rows, measure, known);
        return Pack(rows, measure, known, packed, wide);
    }

    private static MeasureColumn Pack(
        PieceRows rows, Measure measure, byte[] known, uint[] packed, Dictionary<int, (long Low, long Best, long High)> wide)
    {
        List<Patch> patches = [];
        (bool isComplete, bool hasPartial, bool hasBestOnly) = (true, false, false);
        bool[]? isLater = rows.IsLater;
        for (int row = 0; row < packed.Length; row++)
        {
            bool begins = isLater?[row] != true;
            if (known[row] == 7)
            {
                packed[row] |= begins ? MeasureColumn.Known : 0;
                continue;
            }

            if (known[row] == 0)
            {
                isComplete &= !begins;
                continue;
            }

            // What is unknown of an event is counted with its first piece.
            hasPartial = true;
            hasBestOnly |= known[row] == 2;
            long missing = begins ? -1 : 0;
            (long low, long best, long high) = wide.GetValueOrDefault(row);
            wide[row] = (
                (known[row] & 1) == 0 ? missing : low + (packed[row] & byte.MaxValue),
                (known[row] & 2) == 0 ? missing : best + ((packed[row] >> 8) & byte.MaxValue),
                (known[row] & 4) == 0 ? missing : high + ((packed[row] >> 16) & byte.MaxValue));
            packed[row] = begins ? MeasureColumn.Known : 0;
        }

        if (hasBestOnly)
        {
            // A source that prints one figure alone: the builder keeps such a column in a byte a row.
            return Append(rows, measure, known, packed, wide);
        }

        foreach ((int row, (long low, long best, long high)) in wide.OrderBy(pair => pair.Key))
        {
            // A patch holds the figures in full.
            uint cell = packed[row];
            packed[row] = cell & MeasureColumn.Known;
            patches.Add(new(
                rows.PlaceOf(row),
                low + (cell & byte.MaxValue), best + ((cell >> 8) & byte.MaxValue), high + ((cell >> 16) & byte.MaxValue)));
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

        PatchList sorted = new(patches);
        return new()
        {
            Measure = measure,
            Packed = placed,
            Single = null,
            Patches = sorted,
            Most = MeasureColumn.MostOf(placed, null, sorted),
            IsComplete = isComplete,
            HasPartial = hasPartial,
            MakeBest = () => MeasureColumnBuilder.BestOf(measure, placed, sorted, isComplete),
        };
    }

    private static MeasureColumn Append(
        PieceRows rows, Measure measure, byte[] known, uint[] packed, Dictionary<int, (long Low, long Best, long High)> wide)
    {
        MeasureColumnBuilder builder = new(measure);
        int[] places = new int[packed.Length];
        for (int row = 0; row < packed.Length; row++)
        {
            (long low, long best, long high) = wide.GetValueOrDefault(row);
            low = (known[row] & 1) == 0 ? -1 : low + (packed[row] & byte.MaxValue);
            best = (known[row] & 2) == 0 ? -1 : best + ((packed[row] >> 8) & byte.MaxValue);
            high = (known[row] & 4) == 0 ? -1 : high + ((packed[row] >> 16) & byte.MaxValue);
            builder.Append(row, low, best, high, rows.IsLater?[row] != true);
            places[row] = rows.PlaceOf(row);
        }

        return builder.ToColumn(packed.Length, rows.IsMoved ? places : []);
    }

    /// <summary>Either all pieces of an event know a figure or none does.</summary>
    private static void CheckLater(PieceCells cells, PieceRows rows, Measure measure, byte[] known)
    {
        if (rows.IsLater is not { } isLater)
        {
            return;
        }

        for (int row = 1; row < known.Length; row++)
        {
            if (isLater[row] && known[row] != known[row - 1])
            {
                int lane = int.TrailingZeroCount(known[row] ^ known[row - 1]);
                throw cells.Error("of the pieces of an event some have a figure and some do not", PieceSchema.NameOf(measure, lane), row);
            }
        }
    }
}

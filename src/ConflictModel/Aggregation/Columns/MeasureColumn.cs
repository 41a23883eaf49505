namespace ConflictModel.Aggregation;

/// <summary>The figures of one measure, packed: four bytes a row, or one where low, best and high never differ.</summary>
/// <remarks>
/// A packed cell is low, best, high and 1; all zero if the figure is unknown. A single cell is the count, or <see cref="Unknown"/>.
/// What does not fit has zeros (and its 1) in the cell and the rest in <see cref="Patches"/>, in order of rows. The piece of an incident
/// that began in another piece has no 1 and, in a single column, is unknown with its count in a patch: so known figures are counted once an
/// incident.
/// </remarks>
internal sealed class MeasureColumn
{
    /// <summary>The single cell that counts nothing.</summary>
    public const byte Unknown = byte.MaxValue;

    /// <summary>The 1 of a packed cell, in its place.</summary>
    public const uint Known = 1u << 24;

    public required Measure Measure { get; init; }

    public required uint[]? Packed { get; init; }

    public required byte[]? Single { get; init; }

    public required PatchList Patches { get; init; }

    /// <summary>No sum of its figures is more than this, nor is the number of rows.</summary>
    public required long Most { get; init; }

    /// <summary>Whether every incident has a figure, so that the known ones count the incidents.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether some figure is known in part only.</summary>
    public required bool HasPartial { get; init; }

    /// <summary>
    /// Whether every known figure is a best one without low and high, as a source prints that gives no range: a single column of them.
    /// </summary>
    public bool LacksEnds { get; init; }

    /// <summary>The best figures as a single column of their own; null if this column is one.</summary>
    public MeasureColumn? Best
    {
        get => field ??= MakeBest?.Invoke();
        init;
    }

    /// <summary>Makes <see cref="Best"/> when it is first asked for; null where it is there, or this column is one.</summary>
    public Func<MeasureColumn>? MakeBest { private get; init; }

    /// <summary>The bytes of counts held apart.</summary>
    public long PatchBytes => Patches.Bytes + (Packed is null ? 0 : Best?.Patches.Bytes ?? 0);

    public int BytesPerRow => Packed is null ? 1 : 4 + (Best is null ? 0 : 1);

    /// <summary>The sum of the largest figures of all rows, or the number of rows if that is more.</summary>
    public static long MostOf(uint[]? packed, byte[]? single, PatchList patches)
    {
        long cells = 0;
        foreach (uint cell in packed.AsSpan())
        {
            cells += Math.Max(cell & byte.MaxValue, Math.Max((cell >> 8) & byte.MaxValue, (cell >> 16) & byte.MaxValue));
        }

        foreach (byte cell in single.AsSpan())
        {
            cells += cell;
        }

        return MostOf(cells, patches, (packed ?? (Array?)single)!.Length);
    }

    /// <summary>The same where the largest figures that stand in the cells have been added up.</summary>
    public static long MostOf(long cells, PatchList patches, int rows)
    {
        long most = cells;
        for (int i = 0; i < patches.Count; i++)
        {
            most += Math.Clamp(patches[i].Weight, 0, long.MaxValue - most);
        }

        return Math.Max(most, rows);
    }

    /// <summary>
    /// A row's figures. One that is unknown beside others is below zero; it is zero in a later piece, or where all are unknown.
    /// </summary>
    public (long Low, long Best, long High) At(int row)
    {
        int hint = -1;
        return At(row, ref hint);
    }

    private Func<MeasureColumn> BestOfTaken(int[] rows) => () => Best!.Take(rows);

    private (long Low, long Best, long High) At(int row, ref int hint)
    {
        int at = hint = Patches.First(row, hint);
        Patch patch = at < Patches.Count && Patches.RowOf(at) == row ? Patches[at] : default;
        if (Packed is not null)
        {
            uint cell = Packed[row];
            return (Plus(cell & byte.MaxValue, patch.Low),
                Plus((cell >> 8) & byte.MaxValue, patch.Best), Plus((cell >> 16) & byte.MaxValue, patch.High));
        }

        long single = (Single![row] == Unknown ? 0 : Single[row]) + patch.Best;
        return LacksEnds ? (-1, single, -1) : (single, single, single);

        static long Plus(uint cell, long patch) => patch < 0 ? patch : cell + patch;
    }

    /// <summary>A row's figures, null where the incident has none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The row of the incident's first piece, with which it is kept what is unknown.</param>
    /// <param name="hint">Where the patches of the row before ended: reading on is faster than searching.</param>
    public (long? Low, long? Best, long? High) FiguresAt(int row, int first, ref int hint)
    {
        if (Packed is not null ? Packed[first] < Known : Single![first] == Unknown)
        {
            return default;
        }

        (long Low, long Best, long High) figures = At(row, ref hint);
        (long low, long best, long high) = first == row ? figures : At(first);
        return (low < 0 ? null : figures.Low, best < 0 ? null : figures.Best, high < 0 ? null : figures.High);
    }

    /// <summary>The column of some of the rows, which ascend and may stand several times.</summary>
    public MeasureColumn Take(ReadOnlySpan<int> rows)
    {
        uint[]? packed = Packed is null ? null : new uint[rows.Length];
        byte[]? single = Single is null ? null : new byte[rows.Length];
        List<Patch> patches = [];
        for (int i = 0; i < rows.Length; i++)
        {
            if (packed is not null)
            {
                packed[i] = Packed![rows[i]];
            }
            else
            {
                single![i] = Single![rows[i]];
            }

            for (int patch = Patches.First(rows[i]); patch < Patches.Count && Patches.RowOf(patch) == rows[i]; patch++)
            {
                patches.Add(Patches[patch] with { Row = i });
            }
        }

        PatchList taken = new(patches);
        return new()
        {
            Measure = Measure,
            Packed = packed,
            Single = single,
            Patches = taken,
            Most = MostOf(packed, single, taken),
            IsComplete = IsComplete,
            HasPartial = HasPartial,
            LacksEnds = LacksEnds,
            Best = MakeBest is null ? Best?.Take(rows) : null,
            MakeBest = MakeBest is null ? null : BestOfTaken(rows.ToArray()),
        };
    }
}

using System.Numerics;

namespace ConflictModel.Aggregation;

/// <summary>One thread's group tables, in 32-bit lanes that are emptied into the totals before they can overflow.</summary>
/// <remarks>
/// The proof: a row adds at most 255 to a lane, and a patch at most its weight. <see cref="Reserve"/> takes what a block can add at most
/// from a budget of 2^32 - 1 and empties the tables first if that is not left. Known figures and incidents add at most 1 a row.
/// </remarks>
internal sealed class GroupCells : IDisposable
{
    private const long Budget = uint.MaxValue;

    /// <summary>What each code of a single column is worth: itself and one known figure in the upper half, or nothing.</summary>
    private static readonly ulong[] Worths = [.. Enumerable.Range(0, MeasureColumn.Unknown).Select(code => (1UL << 32) | (uint)code), 0];

    /// <summary>A row counts unless it goes on with an incident.</summary>
    private static readonly ulong[] ContinuationWorths = [1, .. new ulong[255]];

    private readonly GroupTotals totals;
    private readonly MeasureColumn?[] columns;
    private readonly int groups;
    private readonly int replicas;
    private readonly AlignedArray<uint>?[] triples;
    private readonly AlignedArray<ulong>?[] singles;
    private readonly AlignedArray<ulong>? counts;
    private long budget = Budget;
    private bool isDirty;
    private bool addsWide;

    public GroupCells(GroupTotals totals, MeasureColumn?[] columns, int groups, bool replicate)
    {
        (this.totals, this.columns, this.groups) = (totals, columns, groups);
        replicas = replicate ? ScatterKernel.Replicas : 1;
        triples = new AlignedArray<uint>[columns.Length];
        singles = new AlignedArray<ulong>[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            triples[i] = columns[i]?.Packed is null ? null : new(groups * replicas * FigureTotals.Lanes);
            singles[i] = columns[i]?.Single is null ? null : new(groups * replicas);
        }

        counts = totals.Counts is null ? null : new(groups * replicas);
    }

    /// <summary>The place in <see cref="GroupTotals"/> of this table's first group.</summary>
    public int Offset { get; private set; }

    private int Stride => replicas == 1 ? 0 : groups;

    /// <summary>Moves the tables to other groups, emptying them first.</summary>
    public void MoveTo(int offset)
    {
        if (offset != Offset)
        {
            Flush();
            Offset = offset;
        }
    }

    /// <summary>Makes sure that so many rows can be added, and patches of so much weight in all.</summary>
    public void Reserve(int rows, long weight)
    {
        addsWide = weight > Budget / 2;
        long need = rows * 255L + (addsWide ? 0 : weight);
        if (need > budget)
        {
            Flush();
        }

        budget -= need;
        isDirty = true;
    }

    public void AddTriples<TIndex, TRows>(int measure, ReadOnlySpan<TIndex> index, ReadOnlySpan<uint> packed, TRows rows, int start)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct =>
        ScatterKernel.AddTriples(index, packed, rows, triples[measure]!.Span[(start * FigureTotals.Lanes)..], Stride * FigureTotals.Lanes);

    public void AddSingles<TIndex, TRows>(int measure, ReadOnlySpan<TIndex> index, ReadOnlySpan<byte> cells, TRows rows, int start)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct =>
        ScatterKernel.AddWorths(index, cells, rows, Worths, singles[measure]!.Span[start..], Stride);

    public void AddCounts<TIndex, TRows>(ReadOnlySpan<TIndex> index, ReadOnlySpan<byte> continuations, TRows rows, int start)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        if (continuations.IsEmpty)
        {
            ScatterKernel.AddOnes(index, counts!.Span[start..], Stride);
        }
        else
        {
            ScatterKernel.AddWorths(index, continuations, rows, ContinuationWorths, counts!.Span[start..], Stride);
        }
    }

    /// <summary>Adds many rows to one group.</summary>
    public void AddTriples(int measure, ReadOnlySpan<uint> packed, int group)
    {
        Span<ulong> lanes = stackalloc ulong[FigureTotals.Lanes];
        lanes.Clear();
        SumKernel.AddTriples(packed, lanes);
        for (int lane = 0; lane < FigureTotals.Lanes; lane++)
        {
            triples[measure]!.Span[group * FigureTotals.Lanes + lane] += (uint)lanes[lane];
        }
    }

    /// <summary>Adds many rows to one group.</summary>
    public void AddSingles(int measure, ReadOnlySpan<byte> cells, int group)
    {
        ulong sum = 0;
        ulong known = 0;
        SumKernel.AddSingles(cells, ref sum, ref known);
        singles[measure]!.Span[group] += (known << 32) | sum;
    }

    /// <summary>Adds many rows to one group.</summary>
    public void AddCounts(int rows, ReadOnlySpan<byte> continuations, int group)
    {
        ulong later = 0;
        ulong known = 0;
        SumKernel.AddSingles(continuations, ref later, ref known);
        counts!.Span[group] += (ulong)rows - later;
    }

    /// <summary>Adds what did not fit in a row's cell.</summary>
    public void AddPatch(int measure, in Patch patch, int group)
    {
        if (addsWide || patch.IsWide)
        {
            using (totals.Enter())
            {
                AddWide(measure, patch, Offset + group);
            }
        }
        else if (triples[measure] is { Span: var cells })
        {
            cells[group * FigureTotals.Lanes] += (uint)patch.Low;
            cells[group * FigureTotals.Lanes + 1] += (uint)patch.Best;
            cells[group * FigureTotals.Lanes + 2] += (uint)patch.High;
        }
        else
        {
            singles[measure]!.Span[group] += (ulong)patch.Best;
        }
    }

    /// <summary>Empties the tables into the totals.</summary>
    public void Flush()
    {
        budget = Budget;
        if (!isDirty)
        {
            return;
        }

        isDirty = false;
        using (totals.Enter())
        {
            for (int i = 0; i < columns.Length; i++)
            {
                if (triples[i] is { } cells)
                {
                    totals.Figures[i]!.Take(Offset, cells.Span, groups);
                }
                else if (singles[i] is { } pairs)
                {
                    totals.Figures[i]!.Take(Offset, pairs.Span, groups);
                }
            }

            Span<ulong> each = counts is null ? [] : counts.Span;
            for (int i = 0; i < each.Length; i++)
            {
                totals.Counts![Offset + i % groups] += (long)each[i];
            }

            each.Clear();
        }
    }

    public void Dispose()
    {
        Flush();
        foreach (AlignedArray<uint>? cells in triples)
        {
            cells?.Dispose();
        }

        foreach (AlignedArray<ulong>? pairs in singles)
        {
            pairs?.Dispose();
        }

        counts?.Dispose();
    }

    private void AddWide(int measure, in Patch patch, int group)
    {
        ReadOnlySpan<long> figures = [patch.Low, patch.Best, patch.High];
        for (int lane = 0; lane < figures.Length; lane++)
        {
            if (figures[lane] >= 0)
            {
                totals.Figures[measure]!.Add(group, lane, figures[lane]);
            }
            else
            {
                totals.Partials[measure]!.Add(group, lane, 1);
            }
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <content>Taking many incidents at once, a column after the other.</content>
public sealed partial class IncidentTableBuilder
{
    private int[] batchDays = [];
    private int[] batchCodes = [];

    /// <summary>Appends the first incidents of a batch, as <see cref="Append"/> does one after the other and in less time.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="count">How many of its incidents.</param>
    /// <exception cref="ArgumentException">An incident is one that <see cref="Append"/> refuses, or the batch can't hold so many. The
    /// builder stays as it was.</exception>
    /// <exception cref="InvalidOperationException">The table would have more rows than an array can hold.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AppendBatch(IncidentBatch batch, int count)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, batch.Capacity);
        if (Array.MaxLength - Rows < count)
        {
            throw new InvalidOperationException($"A table holds at most {Array.MaxLength} rows.");
        }

        if (batchDays.Length < count)
        {
            (batchDays, batchCodes) = (new int[count], new int[count]);
        }

        Span<int> first = batchDays.AsSpan(0, count);
        Span<int> scratch = batchCodes.AsSpan(0, count);
        if (!AreRight(batch, count) || !TryNumber(batch, first, scratch) || IsAnySplit(first, scratch))
        {
            AppendOneByOne(batch, count);
            return;
        }

        AppendDays(batch, first, scratch);
        firstSides.Append(Ordinals(batch.FirstSidesColumn, count), count);
        secondSides.Append(Ordinals(batch.SecondSidesColumn, count), count);
        others.Append(Ordinals(batch.OthersColumn, count), count);
        regions.Append(Ordinals(batch.RegionsColumn, count), count);
        sources.Codes.Append(Ordinals(batch.SourcesColumn, count), count);
        dyads.Codes.Append(Ordinals(batch.DyadsColumn, count), count);
        conflicts.Codes.Append(Ordinals(batch.ConflictsColumn, count), count);
        eventTypes.Codes.Append(Ordinals(batch.EventTypesColumn, count), count);
        for (int i = 0; i < scratch.Length; i++)
        {
            scratch[i] = CodeOf(batch.KindsColumn[i]);
        }

        kinds.Append(scratch, count);
        for (int i = 0; i < scratch.Length; i++)
        {
            scratch[i] = Quality.Pack(batch.PlacePrecisionsColumn[i], batch.DatePrecisionsColumn[i], batch.ActiveYearsColumn[i]);
        }

        qualities.Append(scratch, count);
        continuations.Append([], count);
        foreach (BatchFigures figures in batch.Figures)
        {
            (measures[figures.Measure.Index] ??= new(figures.Measure)).Append(Rows, count, figures);
        }

        incidents += count;
        Rows += count;
    }

    /// <summary>Each for itself: to say which one is refused and why, or because one is split.</summary>
    private void AppendOneByOne(IncidentBatch batch, int count)
    {
        for (int row = 0; row < count; row++)
        {
            Check(batch.RowAt(row), batch.FiguresAt(row));
        }

        for (int row = 0; row < count; row++)
        {
            Append(batch.RowAt(row), batch.FiguresAt(row));
        }
    }

    /// <summary>Whether all codes, kinds, precisions and figures are such as <see cref="Check"/> allows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool AreRight(IncidentBatch batch, int count)
    {
        int precisions = 0;
        foreach (int precision in batch.PlacePrecisionsColumn.First(count))
        {
            precisions |= precision;
        }

        foreach (int precision in batch.DatePrecisionsColumn.First(count))
        {
            precisions |= precision;
        }

        foreach (IncidentKind kind in batch.KindsColumn.First(count))
        {
            if (!IsNoneOrKind(kind))
            {
                return false;
            }
        }

        return (precisions & ~Quality.Largest) == 0
            && AreCodes(batch.FirstSidesColumn, actorBook, count) && AreCodes(batch.SecondSidesColumn, actorBook, count)
            && AreCodes(batch.OthersColumn, actorBook, count) && AreCodes(batch.RegionsColumn, regionBook, count)
            && AreCodes(batch.SourcesColumn, sources.Book, count) && AreCodes(batch.DyadsColumn, dyads.Book, count)
            && AreCodes(batch.ConflictsColumn, conflicts.Book, count)
            && AreCodes(batch.EventTypesColumn, eventTypes.Book, count)
            && !batch.Figures.Any(figures => HasTooLarge(figures.Low, count)
                || HasTooLarge(figures.Best, count) || HasTooLarge(figures.High, count));

        static bool HasTooLarge(BatchColumn<long> column, int count) => column.First(count).Contains(long.MaxValue);
    }

    /// <summary>
    /// The number of each incident's first day, 0 for none, and how many days later it ends; false if one ends before it begins.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryNumber(IncidentBatch batch, Span<int> first, Span<int> extent)
    {
        for (int row = 0; row < first.Length; row++)
        {
            LocalDate? earliest = batch.EarliestColumn[row];
            LocalDate? latest = batch.LatestColumn[row];
            first[row] = earliest is { } begins ? NumberOf(begins) - Origin : 0;
            extent[row] = latest is { } ends && latest != earliest ? earliest is null ? -1 : (int)Days.Of(ends) - Origin - first[row] : 0;
            if (extent[row] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAnySplit(ReadOnlySpan<int> first, ReadOnlySpan<int> extent)
    {
        for (int row = 0; splitAt.Length > 0 && row < first.Length; row++)
        {
            if (extent[row] > 0 && Pieces.Of(first[row] + Origin, first[row] + Origin + extent[row], splitAt) is not { Count: 1 })
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AppendDays(IncidentBatch batch, ReadOnlySpan<int> first, ReadOnlySpan<int> extent)
    {
        for (int row = 0; row < first.Length; row++)
        {
            if (batch.EarliestColumn[row] is null)
            {
                undated.Add(Rows + row);
            }
            else
            {
                firstDay = Math.Min(firstDay, first[row] + Origin);
                lastDay = Math.Max(lastDay, first[row] + Origin + extent[row]);
            }
        }

        days.Append(first, first.Length);
        extents.Append(extent, first.Length);
    }

    private static bool AreCodes<TId>(BatchColumn<TableCode<TId>> column, CodeBook<TId> book, int count)
        where TId : struct, IId<TId> => CodeColumn.LargestOf(Ordinals(column, count)) < (uint)book.Size;

    private static ReadOnlySpan<int> Ordinals<TId>(BatchColumn<TableCode<TId>> column, int count)
        where TId : struct, IId<TId> => MemoryMarshal.Cast<TableCode<TId>, int>(column.First(count));
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>Reads numbers, days and flags of a column of a row group.</summary>
internal static class NumberCells
{
    /// <summary>Reads all rows, or some.</summary>
    /// <param name="cells">The column.</param>
    /// <param name="isNullable">Whether it may have nulls.</param>
    /// <param name="groupRows">How many rows the row group has.</param>
    /// <param name="chosen">Which rows, in order; none for all.</param>
    /// <param name="numbers">Where they go; 0 for null.</param>
    /// <param name="isKnown">Whether each is not null.</param>
    /// <exception cref="FormatException">The column is not what its schema says.</exception>
    public static void Read(
        ColumnReader cells, bool isNullable, int groupRows, ReadOnlySpan<int> chosen, Span<long> numbers, Span<bool> isKnown)
    {
        switch (cells)
        {
            case ColumnReader<long> longs: Read(longs, isNullable, groupRows, chosen, numbers, isKnown); break;
            case ColumnReader<int> ints: Read(ints, isNullable, groupRows, chosen, numbers, isKnown); break;
            case ColumnReader<bool> flags: Read(flags, isNullable, groupRows, chosen, numbers, isKnown); break;
            default: throw new FormatException("its values are of another type than its schema says");
        }
    }

    private static void Read<T>(
        ColumnReader<T> cells, bool isNullable, int groupRows, ReadOnlySpan<int> chosen, Span<long> numbers, Span<bool> isKnown)
        where T : unmanaged
    {
        CellBatches<T> batches = new(cells, isNullable, groupRows);
        for (int done = 0; done < numbers.Length;)
        {
            batches.Read(chosen.IsEmpty ? done : chosen[done]);
            done += chosen.IsEmpty
                ? TakeAll(batches, numbers[done..], isKnown[done..])
                : TakeSome(batches, chosen[done..], numbers[done..], isKnown[done..]);
        }

        batches.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TakeAll<T>(in CellBatches<T> batches, Span<long> numbers, Span<bool> isKnown)
        where T : unmanaged
    {
        numbers = numbers[..batches.Rows];
        isKnown = isKnown[..batches.Rows];
        ReadOnlySpan<T> values = batches.Values;
        if (!batches.HasNulls)
        {
            isKnown.Fill(true);
            Widen(values, numbers);
            return numbers.Length;
        }

        numbers.Clear();
        isKnown.Clear();
        for (int row = 0, next = 0; batches.KnownFrom(row) is { Length: > 0 } run; row = run.Start + run.Length, next += run.Length)
        {
            isKnown.Slice(run.Start, run.Length).Fill(true);
            Widen(values.Slice(next, run.Length), numbers.Slice(run.Start, run.Length));
        }

        return numbers.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TakeSome<T>(in CellBatches<T> batches, ReadOnlySpan<int> chosen, Span<long> numbers, Span<bool> isKnown)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = batches.Values;
        int taken = 0;
        for (; taken < chosen.Length && chosen[taken] - batches.Start is var row && row < batches.Rows; taken++)
        {
            int place = batches.PlaceOf(row);
            isKnown[taken] = place >= 0;
            numbers[taken] = place < 0 ? 0 : Wide(values[place]);
        }

        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen<T>(ReadOnlySpan<T> values, Span<long> numbers)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
        {
            MemoryMarshal.Cast<T, long>(values).CopyTo(numbers);
            return;
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Wide(values[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Wide<T>(T value)
        where T : unmanaged =>
        typeof(T) == typeof(long) ? Unsafe.BitCast<T, long>(value)
        : typeof(T) == typeof(int) ? Unsafe.BitCast<T, int>(value)
        : Unsafe.BitCast<T, bool>(value) ? 1 : 0;
}

using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>The cells of a column of a row group, some thousand at a time; those that nobody asks for are not decoded.</summary>
/// <typeparam name="T">What the column holds.</typeparam>
internal ref struct CellBatches<T>
    where T : unmanaged
{
    private const int MostRows = 1 << 13;
    private const int WordBits = 64;

    private readonly ColumnReader<T> reader;
    private readonly bool isNullable;
    private readonly int groupRows;
    private readonly T[] values = ArrayPool<T>.Shared.Rent(MostRows);
    private readonly short[] levels = ArrayPool<short>.Shared.Rent(MostRows);

    /// <summary>A bit for each row of the batch that is not null, and how many of these are before each word of them.</summary>
    private readonly ulong[] knownBits = ArrayPool<ulong>.Shared.Rent(MostRows / WordBits);
    private readonly int[] knownBefore = ArrayPool<int>.Shared.Rent(MostRows / WordBits);
    private int known;

    /// <param name="reader">The column, from its first row on.</param>
    /// <param name="isNullable">Whether it may have nulls.</param>
    /// <param name="groupRows">How many rows the row group has.</param>
    public CellBatches(ColumnReader<T> reader, bool isNullable, int groupRows) =>
        (this.reader, this.isNullable, this.groupRows) = (reader, isNullable, groupRows);

    /// <summary>The first row of the batch at hand.</summary>
    public int Start { get; private set; }

    /// <summary>How many rows the batch has.</summary>
    public int Rows { get; private set; }

    /// <summary>The values of the batch that are not null, all valid at once: until the next batch is read.</summary>
    public readonly ReadOnlySpan<T> Values => values.AsSpan(0, known);

    /// <summary>Whether a row of the batch is null.</summary>
    public readonly bool HasNulls => known < Rows;

    /// <summary>Reads the batch that begins with a row, which is not before the end of the one at hand.</summary>
    /// <exception cref="FormatException">The column has more or fewer values than it says.</exception>
    public void Read(int start)
    {
        int skipped = start - (Start + Rows);
        if (skipped > 0 && reader.Skip(skipped) != skipped)
        {
            throw Ended();
        }

        int asked = Math.Min(MostRows, groupRows - start);
        long here = reader.ReadBatch(asked, isNullable ? levels.AsSpan(0, asked) : [], [], values.AsSpan(0, asked), out long read);
        if (here <= 0 || here > asked || read > here)
        {
            throw Ended();
        }

        (Start, Rows, known) = (start, (int)here, (int)read);
        if (HasNulls && (!isNullable || SetKnown(levels.AsSpan(0, Rows), knownBits, knownBefore) != known))
        {
            throw new FormatException("the column has more or fewer values than it says");
        }
    }

    /// <summary>Whether a row of the batch, which has nulls, is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool IsKnown(int row) => levels[row] != 0;

    /// <summary>The next rows from one of the batch on, which has nulls, that are not null; a run may be told in several pieces. At the end
    /// of the batch no rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (int Start, int Length) KnownFrom(int row)
    {
        for (; row < Rows; row = (row / WordBits + 1) * WordBits)
        {
            ulong bits = knownBits[row / WordBits] >> (row % WordBits);
            if (bits != 0)
            {
                int nulls = BitOperations.TrailingZeroCount(bits);
                return (row + nulls, BitOperations.TrailingZeroCount(~(bits >> nulls)));
            }
        }

        return (Rows, 0);
    }

    /// <summary>Where the value of a row of the batch stands in <see cref="Values"/>; -1 for null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int PlaceOf(int row)
    {
        if (!HasNulls)
        {
            return row;
        }

        (int word, int bit) = (row / WordBits, row % WordBits);
        ulong bits = knownBits[word];
        return ((bits >> bit) & 1) == 0 ? -1 : knownBefore[word] + BitOperations.PopCount(bits & ((1UL << bit) - 1));
    }

    public readonly void Dispose()
    {
        ArrayPool<T>.Shared.Return(values);
        ArrayPool<short>.Shared.Return(levels);
        ArrayPool<ulong>.Shared.Return(knownBits);
        ArrayPool<int>.Shared.Return(knownBefore);
    }

    /// <summary>Sets which rows are not null, and counts them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SetKnown(ReadOnlySpan<short> levels, ulong[] bits, int[] before)
    {
        int count = 0;
        for (int start = 0; start < levels.Length; start += WordBits)
        {
            ulong word = 0;
            ReadOnlySpan<short> here = levels.Slice(start, Math.Min(WordBits, levels.Length - start));
            int row = 0;
            for (; row + Vector128<byte>.Count <= here.Length; row += Vector128<byte>.Count)
            {
                ref short first = ref MemoryMarshal.GetReference(here[row..]);
                var narrow = Vector128.Narrow(
                    Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)Vector128<short>.Count));
                word |= (ulong)Vector128.GreaterThan(narrow, Vector128<sbyte>.Zero).ExtractMostSignificantBits() << row;
            }

            for (; row < here.Length; row++)
            {
                word |= (here[row] != 0 ? 1UL : 0) << row;
            }

            (bits[start / WordBits], before[start / WordBits]) = (word, count);
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private static FormatException Ended() => new("the column ends before its row group does");
}

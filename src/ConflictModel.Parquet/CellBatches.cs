using System.Buffers;
using System.Runtime.CompilerServices;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>The cells of a column of a row group, some thousand at a time; those that nobody asks for are not decoded.</summary>
/// <typeparam name="T">What the column holds.</typeparam>
internal ref struct CellBatches<T>
    where T : unmanaged
{
    private const int MostRows = 1 << 13;

    private readonly ColumnReader<T> reader;
    private readonly bool isNullable;
    private readonly int groupRows;
    private readonly T[] values = ArrayPool<T>.Shared.Rent(MostRows);
    private readonly short[] levels = ArrayPool<short>.Shared.Rent(MostRows);
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

    /// <summary>Of each row of the batch 0 for null; none where no row is.</summary>
    public readonly ReadOnlySpan<short> Levels => known == Rows ? [] : levels.AsSpan(0, Rows);

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
        if (known < Rows && (!isNullable || CountKnown(Levels) != known))
        {
            throw new FormatException("the column has more or fewer values than it says");
        }
    }

    public readonly void Dispose()
    {
        ArrayPool<T>.Shared.Return(values);
        ArrayPool<short>.Shared.Return(levels);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountKnown(ReadOnlySpan<short> levels)
    {
        int count = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            count += levels[i] != 0 ? 1 : 0;
        }

        return count;
    }

    private static FormatException Ended() => new("the column ends before its row group does");
}

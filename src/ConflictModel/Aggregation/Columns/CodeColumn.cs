using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Aggregation;

/// <summary>One small number a row, in the narrowest width that holds the largest; no storage if all are zero.</summary>
internal sealed class CodeColumn
{
    private readonly Array? values;
    private readonly string? leftOut;

    private CodeColumn(Array? values, string? leftOut = null) => (this.values, this.leftOut) = (values, leftOut);

    /// <summary>A <c>byte[]</c>, <c>ushort[]</c> or <c>int[]</c>; null if every row has zero.</summary>
    /// <exception cref="InvalidOperationException">The column was left out.</exception>
    public Array? Values => leftOut is null
        ? values
        : throw new InvalidOperationException(
            $"The table was made to be asked by other keys than '{leftOut}' (IncidentTableBuilder.Keys).");

    public int BytesPerRow => values switch { null => 0, byte[] => 1, ushort[] => 2, _ => 4 };

    public int this[int row] => Values switch
    {
        null => 0,
        byte[] bytes => bytes[row],
        ushort[] shorts => shorts[row],
        var ints => ((int[])ints)[row],
    };

    /// <summary>The largest of all.</summary>
    public int Largest => Values switch
    {
        null or { Length: 0 } => 0,
        byte[] bytes => bytes.Max(),
        ushort[] shorts => shorts.Max(),
        var ints => ((int[])ints).Max(),
    };

    /// <summary>A column that was left out, for no query was to ask for it: whoever does is told.</summary>
    /// <param name="key">The key that asks for it.</param>
    public static CodeColumn LeftOut(string key) => new(null, key);

    /// <summary>A column of codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CodeColumn Of(ReadOnlySpan<int> codes)
    {
        CodeColumn column = Allocate(codes.Length, (int)LargestOf(codes));

        // No code is above the largest, by which the width was chosen.
        unchecked
        {
            switch (column.Values)
            {
                case byte[] bytes:
                    for (int i = 0; i < bytes.Length; i++)
                    {
                        bytes[i] = (byte)codes[i];
                    }

                    break;
                case ushort[] shorts:
                    for (int i = 0; i < shorts.Length; i++)
                    {
                        shorts[i] = (ushort)codes[i];
                    }

                    break;
                case int[] ints:
                    codes.CopyTo(ints);
                    break;
            }
        }

        return column;
    }

    /// <summary>The largest of some codes; one below zero counts as larger than any.</summary>
    public static uint LargestOf(ReadOnlySpan<int> codes)
    {
        ReadOnlySpan<uint> left = MemoryMarshal.Cast<int, uint>(codes);
        Vector128<uint> largest = Vector128<uint>.Zero;
        for (; left.Length >= Vector128<uint>.Count; left = left[Vector128<uint>.Count..])
        {
            largest = Vector128.Max(largest, Vector128.Create(left));
        }

        uint most = Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
        foreach (uint code in left)
        {
            most = Math.Max(most, code);
        }

        return most;
    }

    /// <summary>Sets the codes of the rows from <paramref name="start"/> on.</summary>
    public void CopyTo(int start, Span<int> codes)
    {
        switch (Values)
        {
            case byte[] bytes:
                for (int i = 0; i < codes.Length; i++)
                {
                    codes[i] = bytes[start + i];
                }

                break;
            case ushort[] shorts:
                for (int i = 0; i < codes.Length; i++)
                {
                    codes[i] = shorts[start + i];
                }

                break;
            case int[] ints:
                ints.AsSpan(start, codes.Length).CopyTo(codes);
                break;
            default:
                codes.Clear();
                break;
        }
    }

    /// <summary>The column of some of the rows, in that order.</summary>
    public CodeColumn Take(ReadOnlySpan<int> rows)
    {
        if (values is null)
        {
            return this;
        }

        return new(values switch
        {
            byte[] bytes => Take(bytes, rows),
            ushort[] shorts => (Array)Take(shorts, rows),
            _ => Take((int[])values, rows),
        });
    }

    public static CodeColumn Allocate(int rows, int largest) => new(
        largest == 0 ? null :
        largest <= byte.MaxValue ? GC.AllocateUninitializedArray<byte>(rows) :
        largest <= ushort.MaxValue ? GC.AllocateUninitializedArray<ushort>(rows) : GC.AllocateUninitializedArray<int>(rows));

    private static T[] Take<T>(T[] from, ReadOnlySpan<int> rows)
    {
        T[] taken = GC.AllocateUninitializedArray<T>(rows.Length);
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = from[rows[i]];
        }

        return taken;
    }
}

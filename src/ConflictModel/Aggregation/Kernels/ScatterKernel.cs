using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Aggregation;

/// <summary>Adds each row to the cell of its group.</summary>
/// <remarks>
/// Row i goes to replica i mod 4 of the group table, so that neighbours of one group do not wait for each other; a stride of 0 makes the
/// replicas one. Every index must lie within the table: the caller's dictionaries prove it, and nothing checks it here. Nor does anything
/// check for overflow: the caller flushes the cells before 32 bits can overflow (see <see cref="GroupCells"/>). No kernel is inlined:
/// inside a longer method its loop lost registers, and took a quarter longer where that was measured.
/// </remarks>
internal static class ScatterKernel
{
    public const int Replicas = 4;

    /// <summary>A cell of four 32-bit lanes takes 2 to the 1 words of 64 bits, the largest unit that an address can count in.</summary>
    private const int CellShift = 1;

    /// <summary>
    /// How many rows a turn of the loop adds: a line of the cache holds 16 packed cells and 32 codes of two bytes, and is asked for once
    /// where all rows are added.
    /// </summary>
    private const nuint Turn = 32;

    /// <summary>Adds packed cells to four lanes of 32 bits a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddTriples<TIndex, TRows>(
        ReadOnlySpan<TIndex> index, ReadOnlySpan<uint> packed, TRows rows, Span<uint> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        nuint i = 0;
        if (Vector128.IsHardwareAccelerated)
        {
            ref TIndex group = ref MemoryMarshal.GetReference(index);
            ref uint cell = ref MemoryMarshal.GetReference(packed);
            ref ulong first = ref Unsafe.As<uint, ulong>(ref MemoryMarshal.GetReference(cells));
            ref ulong second = ref Unsafe.Add(ref first, stride / 2);
            ref ulong third = ref Unsafe.Add(ref second, stride / 2);
            ref ulong fourth = ref Unsafe.Add(ref third, stride / 2);
            unchecked
            {
                for (; i + Turn <= (nuint)index.Length; i += Turn)
                {
                    FetchAhead<TIndex, TRows>(ref Unsafe.Add(ref group, i));
                    FetchAhead<uint, TRows>(ref Unsafe.Add(ref cell, i));
                    AddFour(ref group, ref cell, rows, i, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 4, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 8, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 12, ref first, ref second, ref third, ref fourth);
                    FetchAhead<uint, TRows>(ref Unsafe.Add(ref cell, i + 16));
                    if (Unsafe.SizeOf<TIndex>() > sizeof(ushort))
                    {
                        FetchAhead<TIndex, TRows>(ref Unsafe.Add(ref group, i + 16));
                    }

                    AddFour(ref group, ref cell, rows, i + 16, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 20, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 24, ref first, ref second, ref third, ref fourth);
                    AddFour(ref group, ref cell, rows, i + 28, ref first, ref second, ref third, ref fourth);
                }

                for (; i + Replicas <= (nuint)index.Length; i += Replicas)
                {
                    AddFour(ref group, ref cell, rows, i, ref first, ref second, ref third, ref fourth);
                }
            }
        }

        AddTriplesOneByOne(index, packed, rows, cells, stride, (int)i);
    }

    /// <summary>The scalar twin of <see cref="AddTriples"/>, from one of the rows on.</summary>
    public static void AddTriplesOneByOne<TIndex, TRows>(
        ReadOnlySpan<TIndex> index, ReadOnlySpan<uint> packed, TRows rows, Span<uint> cells, int stride, int from = 0)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        for (int i = from; i < index.Length; i++)
        {
            Span<uint> group = cells.Slice((i & (Replicas - 1)) * stride + int.CreateTruncating(index[i]) * 4, 4);
            uint cell = packed[(int)rows.At((nuint)i)];
            unchecked
            {
                group[0] += cell & 255;
                group[1] += (cell >> 8) & 255;
                group[2] += (cell >> 16) & 255;
                group[3] += cell >> 24;
            }
        }
    }

    /// <summary>Adds to a group's cell what each row's small code is worth.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddWorths<TIndex, TRows>(
        ReadOnlySpan<TIndex> index, ReadOnlySpan<byte> codes, TRows rows, ReadOnlySpan<ulong> worths, Span<ulong> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        ref TIndex group = ref MemoryMarshal.GetReference(index);
        ref byte code = ref MemoryMarshal.GetReference(codes);
        ref ulong worth = ref MemoryMarshal.GetReference(worths[..256]);
        ref ulong first = ref MemoryMarshal.GetReference(cells);
        ref ulong second = ref Unsafe.Add(ref first, stride);
        ref ulong third = ref Unsafe.Add(ref second, stride);
        ref ulong fourth = ref Unsafe.Add(ref third, stride);
        nuint i = 0;
        unchecked
        {
            for (; i + Turn <= (nuint)index.Length; i += Turn)
            {
                FetchAhead<TIndex, TRows>(ref Unsafe.Add(ref group, i));
                FetchAhead<byte, TRows>(ref Unsafe.Add(ref code, i));
                AddFour(ref group, ref code, rows, i, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 4, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 8, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 12, ref worth, ref first, ref second, ref third, ref fourth);
                if (Unsafe.SizeOf<TIndex>() > sizeof(ushort))
                {
                    FetchAhead<TIndex, TRows>(ref Unsafe.Add(ref group, i + 16));
                }

                AddFour(ref group, ref code, rows, i + 16, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 20, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 24, ref worth, ref first, ref second, ref third, ref fourth);
                AddFour(ref group, ref code, rows, i + 28, ref worth, ref first, ref second, ref third, ref fourth);
            }

            for (; i + Replicas <= (nuint)index.Length; i += Replicas)
            {
                AddFour(ref group, ref code, rows, i, ref worth, ref first, ref second, ref third, ref fourth);
            }

            for (; i < (nuint)index.Length; i++)
            {
                Add(ref first, ref group, i, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i))));
            }
        }
    }

    /// <summary>Adds one to each row's group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void AddOnes<TIndex>(ReadOnlySpan<TIndex> index, Span<ulong> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ref ulong first = ref MemoryMarshal.GetReference(cells);
        unchecked
        {
            for (int i = 0; i < index.Length; i++)
            {
                Unsafe.Add(ref first, (nint)(i & (Replicas - 1)) * stride + nint.CreateTruncating(index[i]))++;
            }
        }
    }

    /// <summary>Adds the packed cells of four rows, one to each replica.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour<TIndex, TRows>(ref TIndex group, ref uint cell, TRows rows, nuint i,
        ref ulong first, ref ulong second, ref ulong third, ref ulong fourth)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        unchecked
        {
            (nuint a, nuint b, nuint c, nuint d) = Words(ref Unsafe.Add(ref group, i));
            if (typeof(TRows) != typeof(AllRows))
            {
                // Of rows that were picked, four cells lie in a line of the cache or in few.
                Prefetch.Ahead(ref Unsafe.Add(ref cell, rows.At(i)));
            }

            AddTwo(ref cell, rows, i, ref first, a, ref second, b);
            AddTwo(ref cell, rows, i + 2, ref third, c, ref fourth, d);
        }
    }

    /// <summary>Adds the packed cells of two rows, which are read at once where they lie together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTwo<TRows>(
        ref uint cells, TRows rows, nuint i, ref ulong first, nuint a, ref ulong second, nuint b)
        where TRows : struct, IRows, allows ref struct
    {
        if (typeof(TRows) == typeof(AllRows) && Avx2.IsSupported)
        {
            ulong both = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref cells, i)));
            Vector256<uint> lanes = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(both).AsByte()).AsUInt32();
            // The upper half first, which takes a register of its own; the lower one is then added where it is.
            Add(ref second, b, lanes.GetUpper());
            Add(ref first, a, lanes.GetLower());
        }
        else
        {
            Add(ref first, a, Widen(Unsafe.Add(ref cells, rows.At(i))));
            Add(ref second, b, Widen(Unsafe.Add(ref cells, rows.At(i + 1))));
        }
    }

    /// <summary>Adds what the codes of four rows are worth, one to each replica.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddFour<TIndex, TRows>(ref TIndex group, ref byte code, TRows rows, nuint i, ref ulong worth,
        ref ulong first, ref ulong second, ref ulong third, ref ulong fourth)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        unchecked
        {
            Add(ref first, ref group, i, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i))));
            Add(ref second, ref group, i + 1, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 1))));
            Add(ref third, ref group, i + 2, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 2))));
            Add(ref fourth, ref group, i + 3, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 3))));
        }
    }

    /// <summary>
    /// How many words from the start of the table the cells of four rows lie: the codes are read at once where they are narrow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (nuint A, nuint B, nuint C, nuint D) Words<TIndex>(ref TIndex index)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (Unsafe.SizeOf<TIndex>() == sizeof(ushort) && BitConverter.IsLittleEndian && Environment.Is64BitProcess)
        {
            // A rotation copies and shifts in one instruction.
            ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<TIndex, byte>(ref index));
            const ulong Mask = (ulong)ushort.MaxValue << CellShift;
            return (
                (nuint)(BitOperations.RotateLeft(four, CellShift) & Mask),
                (nuint)(BitOperations.RotateRight(four, 16 - CellShift) & Mask),
                (nuint)(BitOperations.RotateRight(four, 32 - CellShift) & Mask),
                (nuint)(BitOperations.RotateRight(four, 48 - CellShift) & Mask));
        }

        return (
            nuint.CreateTruncating(index) << CellShift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 1)) << CellShift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 2)) << CellShift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 3)) << CellShift);
    }

    /// <summary>Asks for what rows some way on hold, where they are read one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FetchAhead<T, TRows>(ref T here)
        where T : unmanaged
        where TRows : struct, IRows, allows ref struct
    {
        if (typeof(TRows) == typeof(AllRows))
        {
            Prefetch.Ahead(ref here);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Widen(uint packed)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(packed).AsByte();
        return Sse41.IsSupported ? Sse41.ConvertToVector128Int32(bytes).AsUInt32() : Vector128.WidenLower(Vector128.WidenLower(bytes));
    }

    /// <remarks>The place is written out twice: named, it would be worked out apart instead of within the two instructions.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ulong cells, nuint word, Vector128<uint> lanes) =>
        (Vector128.LoadUnsafe(ref cells, word).AsUInt32() + lanes).AsUInt64().StoreUnsafe(ref cells, word);

    /// <remarks>
    /// Each group is read by itself: taking four out of one word, as <see cref="Words"/> does, took a tenth longer where that was measured.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TIndex>(ref ulong cells, ref TIndex group, nuint i, ulong worth)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        nuint word = nuint.CreateTruncating(Unsafe.Add(ref group, i));
        Unsafe.Add(ref cells, word) = unchecked(Unsafe.Add(ref cells, word) + worth);
    }
}

using System.Diagnostics.CodeAnalysis;
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

    /// <summary>A cell of four 32-bit lanes takes 2 to the 4 bytes.</summary>
    private const int CellShift = 4;

    /// <summary>A cell of 64 bits takes 2 to the 3 bytes.</summary>
    private const int PairShift = 3;

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
            ref uint first = ref MemoryMarshal.GetReference(cells);
            ref uint second = ref Unsafe.Add(ref first, stride);
            ref uint third = ref Unsafe.Add(ref second, stride);
            ref uint fourth = ref Unsafe.Add(ref third, stride);
            unchecked
            {
                for (; i + Replicas <= (nuint)index.Length; i += Replicas)
                {
                    (nuint a, nuint b, nuint c, nuint d) = Offsets(ref Unsafe.Add(ref group, i), CellShift);
                    (Vector128<uint> lanes, Vector128<uint> next) = Widen(ref cell, rows, i);
                    Add(ref first, a, lanes);
                    Add(ref second, b, next);
                    (lanes, next) = Widen(ref cell, rows, i + 2);
                    Add(ref third, c, lanes);
                    Add(ref fourth, d, next);
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
            for (; i + Replicas <= (nuint)index.Length; i += Replicas)
            {
                (nuint a, nuint b, nuint c, nuint d) = Offsets(ref Unsafe.Add(ref group, i), PairShift);
                Add(ref first, a, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i))));
                Add(ref second, b, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 1))));
                Add(ref third, c, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 2))));
                Add(ref fourth, d, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i + 3))));
            }

            for (; i < (nuint)index.Length; i++)
            {
                Add(ref first,
                    nuint.CreateTruncating(Unsafe.Add(ref group, i)) << PairShift, Unsafe.Add(ref worth, Unsafe.Add(ref code, rows.At(i))));
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

    /// <summary>
    /// How many bytes from the start of the table the cells of four rows lie: the codes are read at once where they are narrow.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (nuint A, nuint B, nuint C, nuint D) Offsets<TIndex>(ref TIndex index, [ConstantExpected] int shift)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (Unsafe.SizeOf<TIndex>() == sizeof(ushort) && BitConverter.IsLittleEndian && Environment.Is64BitProcess)
        {
            ulong four = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<TIndex, byte>(ref index));
            nuint mask = (nuint)ushort.MaxValue << shift;
            return ((nuint)(four << shift) & mask,
                (nuint)(four >> (16 - shift)) & mask, (nuint)(four >> (32 - shift)) & mask, (nuint)(four >> 48) << shift);
        }

        return (
            nuint.CreateTruncating(index) << shift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 1)) << shift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 2)) << shift,
            nuint.CreateTruncating(Unsafe.Add(ref index, 3)) << shift);
    }

    /// <summary>The lanes of two rows' packed cells, which are read at once where they lie together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<uint> First, Vector128<uint> Second) Widen<TRows>(ref uint cells, TRows rows, nuint i)
        where TRows : struct, IRows, allows ref struct
    {
        if (typeof(TRows) == typeof(AllRows) && Avx2.IsSupported)
        {
            ulong both = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<uint, byte>(ref Unsafe.Add(ref cells, i)));
            Vector256<uint> lanes = Avx2.ConvertToVector256Int32(Vector128.CreateScalarUnsafe(both).AsByte()).AsUInt32();
            return (lanes.GetLower(), lanes.GetUpper());
        }

        return (Widen(Unsafe.Add(ref cells, rows.At(i))), Widen(Unsafe.Add(ref cells, rows.At(i + 1))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Widen(uint packed)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(packed).AsByte();
        return Sse41.IsSupported ? Sse41.ConvertToVector128Int32(bytes).AsUInt32() : Vector128.WidenLower(Vector128.WidenLower(bytes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref uint cells, nuint offset, Vector128<uint> lanes)
    {
        ref uint group = ref Unsafe.AddByteOffset(ref cells, offset);
        (Vector128.LoadUnsafe(ref group) + lanes).StoreUnsafe(ref group);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(ref ulong cells, nuint offset, ulong worth)
    {
        ref ulong cell = ref Unsafe.AddByteOffset(ref cells, offset);
        cell = unchecked(cell + worth);
    }
}

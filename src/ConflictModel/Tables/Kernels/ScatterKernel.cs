using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Aggregation.Kernels;

/// <summary>Adds each row to the cell of its group.</summary>
/// <remarks>
/// Row i goes to replica i mod 2 of the group table, so that neighbours of one group do not wait for each other, and the tables of two threads
/// that share a first-level cache still fit in it; a stride of 0 makes the replicas one. Every index must lie within the table: the caller's dictionaries prove it, and nothing checks it here. Nor does anything
/// check for overflow: the caller flushes the cells before 32 bits can overflow (see <see cref="GroupCells"/>).
/// </remarks>
internal static class ScatterKernel
{
    public const int Replicas = 2;

    private const int Unrolled = 4;

    /// <summary>Adds packed cells to four lanes of 32 bits a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTriples<TIndex>(ReadOnlySpan<TIndex> index, ReadOnlySpan<uint> packed, Span<uint> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (!Vector128.IsHardwareAccelerated)
        {
            AddTriplesOneByOne(index, packed, cells, stride);
            return;
        }

        ref TIndex group = ref MemoryMarshal.GetReference(index);
        ref uint cell = ref MemoryMarshal.GetReference(packed);
        ref uint first = ref MemoryMarshal.GetReference(cells);
        ref uint second = ref Unsafe.Add(ref first, stride);
        nuint rows = (nuint)packed.Length;
        nuint row = 0;
        for (; row + Unrolled <= rows; row += Unrolled)
        {
            Add(ref first, Unsafe.Add(ref group, row), Unsafe.Add(ref cell, row));
            Add(ref second, Unsafe.Add(ref group, row + 1), Unsafe.Add(ref cell, row + 1));
            Add(ref first, Unsafe.Add(ref group, row + 2), Unsafe.Add(ref cell, row + 2));
            Add(ref second, Unsafe.Add(ref group, row + 3), Unsafe.Add(ref cell, row + 3));
        }

        for (; row < rows; row++)
        {
            Add(ref first, Unsafe.Add(ref group, row), Unsafe.Add(ref cell, row));
        }
    }

    /// <summary>The scalar twin of <see cref="AddTriples"/>.</summary>
    public static void AddTriplesOneByOne<TIndex>(ReadOnlySpan<TIndex> index, ReadOnlySpan<uint> packed, Span<uint> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        for (int row = 0; row < packed.Length; row++)
        {
            Span<uint> group = cells.Slice((row & (Replicas - 1)) * stride + int.CreateTruncating(index[row]) * 4, 4);
            uint cell = packed[row];
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWorths<TIndex>(ReadOnlySpan<TIndex> index, ReadOnlySpan<byte> codes, ReadOnlySpan<ulong> worths, Span<ulong> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ref TIndex group = ref MemoryMarshal.GetReference(index);
        ref byte code = ref MemoryMarshal.GetReference(codes);
        ref ulong worth = ref MemoryMarshal.GetReference(worths[..256]);
        ref ulong first = ref MemoryMarshal.GetReference(cells);
        ref ulong second = ref Unsafe.Add(ref first, stride);
        nuint rows = (nuint)codes.Length;
        nuint row = 0;
        for (; row + Unrolled <= rows; row += Unrolled)
        {
            Add(ref first, Unsafe.Add(ref group, row), Unsafe.Add(ref worth, Unsafe.Add(ref code, row)));
            Add(ref second, Unsafe.Add(ref group, row + 1), Unsafe.Add(ref worth, Unsafe.Add(ref code, row + 1)));
            Add(ref first, Unsafe.Add(ref group, row + 2), Unsafe.Add(ref worth, Unsafe.Add(ref code, row + 2)));
            Add(ref second, Unsafe.Add(ref group, row + 3), Unsafe.Add(ref worth, Unsafe.Add(ref code, row + 3)));
        }

        for (; row < rows; row++)
        {
            Add(ref first, Unsafe.Add(ref group, row), Unsafe.Add(ref worth, Unsafe.Add(ref code, row)));
        }
    }

    /// <summary>Adds one to each row's group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddOnes<TIndex>(ReadOnlySpan<TIndex> index, Span<ulong> cells, int stride)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ref ulong first = ref MemoryMarshal.GetReference(cells);
        for (int row = 0; row < index.Length; row++)
        {
            Unsafe.Add(ref first, (nint)(row & (Replicas - 1)) * stride + nint.CreateTruncating(index[row]))++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TIndex>(ref uint cells, TIndex index, uint packed)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ref uint group = ref Unsafe.Add(ref cells, nuint.CreateTruncating(index) * 4);
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(packed).AsByte();
        Vector128<uint> lanes = Sse41.IsSupported
            ? Sse41.ConvertToVector128Int32(bytes).AsUInt32()
            : Vector128.WidenLower(Vector128.WidenLower(bytes));
        (Vector128.LoadUnsafe(ref group) + lanes).StoreUnsafe(ref group);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TIndex>(ref ulong cells, TIndex index, ulong worth)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        ref ulong cell = ref Unsafe.Add(ref cells, nuint.CreateTruncating(index));
        cell = unchecked(cell + worth);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConflictModel.Aggregation.Kernels;

/// <summary>Turns codes into places in a group table. Every code must have a place: the caller's dictionaries prove it, and nothing checks it here.</summary>
internal static class IndexKernel
{
    /// <summary>Sets each place to what its row's code stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Set<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        ref TPlace place = ref MemoryMarshal.GetReference(places);
        index = index[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            index[row] = Unsafe.Add(ref place, nuint.CreateTruncating(codes[row]));
        }
    }

    /// <summary>Adds to each place what its row's code stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        ref TPlace place = ref MemoryMarshal.GetReference(places);
        index = index[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            index[row] = unchecked(index[row] + Unsafe.Add(ref place, nuint.CreateTruncating(codes[row])));
        }
    }
}

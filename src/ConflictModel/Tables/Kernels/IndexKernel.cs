using System.Numerics;

namespace ConflictModel.Aggregation.Kernels;

/// <summary>Turns codes into places in a group table.</summary>
internal static class IndexKernel
{
    /// <summary>Sets each place to what its row's code stands for.</summary>
    public static void Set<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        index = index[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            index[row] = places[int.CreateTruncating(codes[row])];
        }
    }

    /// <summary>Adds to each place what its row's code stands for.</summary>
    public static void Add<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        index = index[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            index[row] = unchecked(index[row] + places[int.CreateTruncating(codes[row])]);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConflictModel.Aggregation;

/// <summary>
/// Turns codes into places in a group table. Every code must have a place: the caller's dictionaries prove it, and nothing checks it here.
/// </summary>
internal static class IndexKernel
{
    /// <summary>Sets the place of each row to what its code stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Set<TCode, TPlace, TRows>(ReadOnlySpan<TCode> codes, TRows rows, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
        where TRows : struct, IRows, allows ref struct
    {
        ref TCode code = ref MemoryMarshal.GetReference(codes);
        ref TPlace place = ref MemoryMarshal.GetReference(places);
        unchecked
        {
            for (int i = 0; i < index.Length; i++)
            {
                index[i] = Unsafe.Add(ref place, nuint.CreateTruncating(Unsafe.Add(ref code, rows.At((uint)i))));
            }
        }
    }

    /// <summary>Adds to the place of each row what its code stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Add<TCode, TPlace, TRows>(ReadOnlySpan<TCode> codes, TRows rows, ReadOnlySpan<TPlace> places, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
        where TRows : struct, IRows, allows ref struct
    {
        ref TCode code = ref MemoryMarshal.GetReference(codes);
        ref TPlace place = ref MemoryMarshal.GetReference(places);
        unchecked
        {
            for (int i = 0; i < index.Length; i++)
            {
                index[i] += Unsafe.Add(ref place, nuint.CreateTruncating(Unsafe.Add(ref code, rows.At((uint)i))));
            }
        }
    }

    /// <summary>
    /// Sets the place of each row to what its codes in two columns stand for together: one pass over both keeps more reads under way.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void SetPair<TCode, TOther, TPlace, TRows>(
        ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, ReadOnlySpan<TOther> others,
        ReadOnlySpan<TPlace> otherPlaces, TRows rows, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TOther : unmanaged, IBinaryInteger<TOther>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
        where TRows : struct, IRows, allows ref struct
    {
        ref TCode code = ref MemoryMarshal.GetReference(codes);
        ref TPlace place = ref MemoryMarshal.GetReference(places);
        ref TOther other = ref MemoryMarshal.GetReference(others);
        ref TPlace otherPlace = ref MemoryMarshal.GetReference(otherPlaces);
        unchecked
        {
            ref TPlace target = ref MemoryMarshal.GetReference(index);
            nuint i = 0;
            // By fours, which saves most of what the loop itself takes.
            for (; i + 4 <= (nuint)index.Length; i += 4)
            {
                Unsafe.Add(ref target, i) = PlaceOf(ref code, ref place, ref other, ref otherPlace, rows.At(i));
                Unsafe.Add(ref target, i + 1) = PlaceOf(ref code, ref place, ref other, ref otherPlace, rows.At(i + 1));
                Unsafe.Add(ref target, i + 2) = PlaceOf(ref code, ref place, ref other, ref otherPlace, rows.At(i + 2));
                Unsafe.Add(ref target, i + 3) = PlaceOf(ref code, ref place, ref other, ref otherPlace, rows.At(i + 3));
            }

            for (; i < (nuint)index.Length; i++)
            {
                Unsafe.Add(ref target, i) = PlaceOf(ref code, ref place, ref other, ref otherPlace, rows.At(i));
            }
        }
    }

    /// <summary>The place of a row by its codes in two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TPlace PlaceOf<TCode, TOther, TPlace>(
        ref TCode code, ref TPlace place, ref TOther other, ref TPlace otherPlace, nuint row)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TOther : unmanaged, IBinaryInteger<TOther>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        TPlace first = Unsafe.Add(ref place, nuint.CreateTruncating(Unsafe.Add(ref code, row)));
        return unchecked(first + Unsafe.Add(ref otherPlace, nuint.CreateTruncating(Unsafe.Add(ref other, row))));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Aggregation.Kernels;

/// <summary>Moves the values of the rows that pass together.</summary>
internal static class CompactKernel
{
    /// <summary>How much longer than the rows the target must be: a vector is stored whole.</summary>
    public const int Slack = 64;

    /// <summary>Copies the values of the rows whose answer is at least <paramref name="least"/>, in order; returns how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Compact<T>(ReadOnlySpan<T> values, ReadOnlySpan<byte> states, byte least, Span<T> target)
        where T : unmanaged, IBinaryInteger<T>
    {
        int row = 0;
        int count = 0;
        if (Avx512Vbmi2.IsSupported && Unsafe.SizeOf<T>() <= sizeof(uint))
        {
            int width = Vector512<T>.Count;
            for (; row + width <= values.Length; row += width)
            {
                (Vector512<T> kept, int passing) = Compress(Vector512.Create(values[row..]), states.Slice(row, width), least);
                kept.CopyTo(target[count..]);
                count += passing;
            }
        }

        return count + CompactOneByOne(values[row..], states[row..], least, target[count..]);
    }

    /// <summary>The scalar twin of <see cref="Compact"/>.</summary>
    public static int CompactOneByOne<T>(ReadOnlySpan<T> values, ReadOnlySpan<byte> states, byte least, Span<T> target)
        where T : unmanaged, IBinaryInteger<T>
    {
        int count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            target[count] = values[row];
            count += states[row] >= least ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<T> Kept, int Count) Compress<T>(Vector512<T> values, ReadOnlySpan<byte> states, byte least)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (Unsafe.SizeOf<T>() == sizeof(byte))
        {
            Vector512<byte> passes = Vector512.GreaterThanOrEqual(Vector512.Create(states), Vector512.Create(least));
            return (Avx512Vbmi2.Compress(default, passes, values.AsByte()).As<byte, T>(), BitOperations.PopCount(passes.ExtractMostSignificantBits()));
        }

        if (Unsafe.SizeOf<T>() == sizeof(ushort))
        {
            Vector512<ushort> wide = Avx512BW.ConvertToVector512UInt16(Vector256.Create(states));
            Vector512<ushort> passes = Vector512.GreaterThanOrEqual(wide, Vector512.Create((ushort)least));
            return (Avx512Vbmi2.Compress(default, passes, values.AsUInt16()).As<ushort, T>(), BitOperations.PopCount(passes.ExtractMostSignificantBits()));
        }
        else
        {
            Vector512<uint> wide = Avx512F.ConvertToVector512UInt32(Vector128.Create(states));
            Vector512<uint> passes = Vector512.GreaterThanOrEqual(wide, Vector512.Create((uint)least));
            return (Avx512F.Compress(default, passes, values.AsUInt32()).As<uint, T>(), BitOperations.PopCount(passes.ExtractMostSignificantBits()));
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Aggregation;

/// <summary>Finds the rows that pass and collects what they hold.</summary>
internal static class GatherKernel
{
    /// <summary>How much longer than the rows the target of positions must be: a vector is stored whole.</summary>
    public const int Slack = 64;

    /// <summary>
    /// Lists the rows whose answer is at least <paramref name="least"/>, in order; returns how many. There are at most 65,536 rows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int SetPositions(ReadOnlySpan<byte> states, byte least, Span<ushort> positions)
    {
        int row = 0;
        int count = 0;
        if (Avx512Vbmi2.IsSupported)
        {
            // Stored whole: the bound is checked once.
            ref ushort target = ref MemoryMarshal.GetReference(positions[..(states.Length + Slack)]);
            ref byte state = ref MemoryMarshal.GetReference(states);
            Vector512<ushort> rows = Vector512<ushort>.Indices;
            var threshold = Vector512.Create((ushort)least);
            for (; row + Vector512<ushort>.Count <= states.Length; row += Vector512<ushort>.Count)
            {
                Vector512<ushort> wide = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref state, (nuint)row));
                var passes = Vector512.GreaterThanOrEqual(wide, threshold);
                Avx512Vbmi2.Compress(default, passes, rows).StoreUnsafe(ref target, (nuint)count);
                count += BitOperations.PopCount(passes.ExtractMostSignificantBits());
                rows += Vector512.Create((ushort)Vector512<ushort>.Count);
            }
        }

        return SetPositionsOneByOne(states, least, positions, row, count);
    }

    /// <summary>The scalar twin of <see cref="SetPositions"/>, from a row on, with so many listed before.</summary>
    public static int SetPositionsOneByOne(ReadOnlySpan<byte> states, byte least, Span<ushort> positions, int row = 0, int count = 0)
    {
        unchecked
        {
            for (; row < states.Length; row++)
            {
                positions[count] = (ushort)row;
                count += states[row] >= least ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>Collects the values at positions. Every position must lie within the values: nothing checks it here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Gather<T>(ReadOnlySpan<T> values, ReadOnlySpan<ushort> positions, Span<T> target)
        where T : unmanaged
    {
        ref T value = ref MemoryMarshal.GetReference(values);
        target = target[..positions.Length];
        unchecked
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = Unsafe.Add(ref value, (nuint)positions[i]);
            }
        }
    }
}

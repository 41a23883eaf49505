using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Aggregation;

/// <summary>Packs figures eight rows at a time while low, best and high are known and below 256, as nearly all are.</summary>
internal readonly ref struct PlainFigures(
    ReadOnlySpan<long> lows, ReadOnlySpan<long> bests, ReadOnlySpan<long> highs,
    ReadOnlySpan<bool> hasLow, ReadOnlySpan<bool> hasBest, ReadOnlySpan<bool> hasHigh)
{
    /// <summary>How many rows are packed together.</summary>
    public const int Rows = 8;

    private const ulong All = 0x0101_0101_0101_0101;

    private readonly ReadOnlySpan<long> lows = lows, bests = bests, highs = highs;
    private readonly ReadOnlySpan<byte> hasLow = MemoryMarshal.AsBytes(hasLow);
    private readonly ReadOnlySpan<byte> hasBest = MemoryMarshal.AsBytes(hasBest);
    private readonly ReadOnlySpan<byte> hasHigh = MemoryMarshal.AsBytes(hasHigh);

    /// <summary>Packs rows as if each began an event, and says how many: some eights, up to one with a row that is not plain.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="packed">Where they go.</param>
    /// <param name="sum">To this the largest figure of each row is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Pack(int from, Span<uint> packed, ref long sum)
    {
        Vector256<long> largest = Vector256<long>.Zero;
        int row = from;
        for (; row + Rows <= packed.Length; row += Rows)
        {
            (Vector256<long> low, Vector256<long> low2) = Eight(lows, row);
            (Vector256<long> best, Vector256<long> best2) = Eight(bests, row);
            (Vector256<long> high, Vector256<long> high2) = Eight(highs, row);
            Vector256<long> any = low | low2 | best | best2 | high | high2;
            if ((Known(hasLow, row) & Known(hasBest, row) & Known(hasHigh, row)) != All
                || Vector256.GreaterThanAny(any.AsUInt64(), Vector256.Create((ulong)byte.MaxValue)))
            {
                break;
            }

            var both = Vector256.Narrow(
                (low | (best << 8) | (high << 16)).AsUInt64(), (low2 | (best2 << 8) | (high2 << 16)).AsUInt64());
            (both | Vector256.Create(MeasureColumn.Known)).CopyTo(packed[row..]);
            largest += Vector256.Max(low, Vector256.Max(best, high)) + Vector256.Max(low2, Vector256.Max(best2, high2));
        }

        sum += Vector256.Sum(largest);
        return row - from;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<long> First, Vector256<long> Second) Eight(ReadOnlySpan<long> numbers, int row) =>
        (Vector256.Create(numbers[row..]), Vector256.Create(numbers[(row + Vector256<long>.Count)..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Known(ReadOnlySpan<byte> isKnown, int row) => BinaryPrimitives.ReadUInt64LittleEndian(isKnown[row..]);
}

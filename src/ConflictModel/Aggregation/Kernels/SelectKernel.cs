using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Aggregation;

/// <summary>
/// Answers for each row whether it passes: 0 no, 1 perhaps, 3 yes. The bits make "and" and "or" those of three-valued logic.
/// </summary>
internal static class SelectKernel
{
    public const byte No = 0;
    public const byte Perhaps = 1;
    public const byte Yes = 3;

    public static byte From(Truth truth) => truth switch { Truth.Yes => Yes, Truth.No => No, _ => Perhaps };

    /// <summary>Sets each row's answer to what its code has.</summary>
    public static void Match<TCode>(ReadOnlySpan<TCode> codes, AnswerSet answers, Span<byte> states)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        int done = 0;
        if (Avx512BW.IsSupported && answers.HasWords)
        {
            done = MatchByVector(codes, answers, states);
        }

        MatchOneByOne(codes[done..], answers.Answers, states[done..]);
    }

    /// <summary>The scalar twin of <see cref="Match"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatchOneByOne<TCode>(ReadOnlySpan<TCode> codes, ReadOnlySpan<byte> answers, Span<byte> states)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        states = states[..codes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            states[row] = answers[int.CreateTruncating(codes[row])];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void And(Span<byte> states, ReadOnlySpan<byte> others)
    {
        int row = 0;
        for (; row + Vector256<byte>.Count <= others.Length; row += Vector256<byte>.Count)
        {
            (Vector256.Create(states[row..]) & Vector256.Create(others[row..])).CopyTo(states[row..]);
        }

        for (; row < others.Length; row++)
        {
            states[row] &= others[row];
        }
    }

    public static void Or(Span<byte> states, ReadOnlySpan<byte> others)
    {
        for (int row = 0; row < others.Length; row++)
        {
            states[row] |= others[row];
        }
    }

    /// <summary>How many rows have an answer of at least <paramref name="least"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Count(ReadOnlySpan<byte> states, byte least)
    {
        int count = 0;
        int row = 0;
        var threshold = Vector512.Create(least);
        for (; row + Vector512<byte>.Count <= states.Length; row += Vector512<byte>.Count)
        {
            var passes = Vector512.GreaterThanOrEqual(Vector512.Create(states[row..]), threshold);
            count += BitOperations.PopCount(passes.ExtractMostSignificantBits());
        }

        for (; row < states.Length; row++)
        {
            count += states[row] >= least ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MatchByVector<TCode>(ReadOnlySpan<TCode> codes, AnswerSet answers, Span<byte> states)
        where TCode : unmanaged, IBinaryInteger<TCode>
    {
        if (typeof(TCode) == typeof(int))
        {
            return 0;
        }

        Vector512<ushort> yes = answers.Yes;
        Vector512<ushort> any = answers.Any;
        var one = Vector512.Create((ushort)1);
        var fifteen = Vector512.Create((ushort)15);
        int row = 0;
        for (; row + Vector512<ushort>.Count <= codes.Length; row += Vector512<ushort>.Count)
        {
            Vector512<ushort> code = Load(codes[row..]);
            Prefetch.Ahead(ref Unsafe.Add(ref MemoryMarshal.GetReference(codes), row));
            var word = Vector512.ShiftRightLogical(code, 4);
            Vector512<ushort> bit = code & fifteen;
            Vector512<ushort> isYes = Avx512BW.ShiftRightLogicalVariable(Avx512BW.PermuteVar32x16(yes, word), bit) & one;
            Vector512<ushort> isAny = Avx512BW.ShiftRightLogicalVariable(Avx512BW.PermuteVar32x16(any, word), bit) & one;
            Avx512BW.ConvertToVector256Byte(isAny | (isYes + isYes)).CopyTo(states[row..]);
        }

        return row;
    }

    private static Vector512<ushort> Load<TCode>(ReadOnlySpan<TCode> codes)
        where TCode : unmanaged, IBinaryInteger<TCode> =>
        typeof(TCode) == typeof(byte)
            ? Avx512BW.ConvertToVector512UInt16(Vector256.Create(MemoryMarshal.Cast<TCode, byte>(codes)))
            : Vector512.Create(MemoryMarshal.Cast<TCode, ushort>(codes));
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace ConflictModel.Interchange;

/// <summary>Whether blocks of 64 bytes of a text are UTF-8, in a few instructions for each, whatever letters it has.</summary>
/// <remarks>
/// What is wrong with two bytes that follow one another is seen by four bits of the first, the four others, and four bits of the second:
/// each is looked up, and what all three allow for is wrong. Apart from that, the third and fourth byte of a letter are where they belong.
/// (Keiser and Lemire, Validating UTF-8 In Less Than One Instruction Per Byte, 2021.)
/// </remarks>
internal static class Utf8Blocks
{
    private const byte TooShort = 1 << 0;
    private const byte TooLong = 1 << 1;
    private const byte Overlong3 = 1 << 2;
    private const byte TooLarge = 1 << 3;
    private const byte Surrogate = 1 << 4;
    private const byte Overlong2 = 1 << 5;
    private const byte TooLargeOrOverlong4 = 1 << 6;
    private const byte TwoLater = 1 << 7;
    private const byte Carry = TooShort | TooLong | TwoLater;

    /// <summary>Whether the machine looks bytes up 64 at a time: without that, it takes longer than <see cref="Utf8"/>.</summary>
    public static bool IsSupported => Avx512BW.IsSupported;

    /// <summary>Whether some blocks are valid, given that the text before each is, as far as the letter at its end goes.</summary>
    /// <param name="text">The text, which ends with ASCII, with as many bytes behind it as the last block may need.</param>
    /// <param name="starts">Where the blocks start.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AreValid(ReadOnlySpan<byte> text, ReadOnlySpan<int> starts)
    {
        Vector512<byte> wrong = Vector512<byte>.Zero;
        Span<byte> begin = stackalloc byte[67];
        foreach (int start in starts)
        {
            if (start >= 3)
            {
                wrong |= Wrong(text.Slice(start - 3, 67));
            }
            else
            {
                begin.Clear();
                text.Slice(start, 64).CopyTo(begin[3..]);
                wrong |= Wrong(begin);
            }
        }

        return wrong == Vector512<byte>.Zero;
    }

    /// <summary>What is wrong with a block, of which three bytes before it are given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Wrong(ReadOnlySpan<byte> text)
    {
        ref byte first = ref MemoryMarshal.GetReference(text);
        var block = Vector512.LoadUnsafe(ref first, 3);
        var before = Vector512.LoadUnsafe(ref first, 2);
        var byFirst = Vector128.Create(
            TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong, TooLong,
            TwoLater, TwoLater, TwoLater, TwoLater,
            TooShort | Overlong2, TooShort, TooShort | Overlong3 | Surrogate, TooShort | TooLarge | TooLargeOrOverlong4);
        var byRest = Vector128.Create(
            Carry | Overlong3 | Overlong2 | TooLargeOrOverlong4, Carry | Overlong2, Carry, Carry,
            Carry | TooLarge, Carry | TooLarge | TooLargeOrOverlong4, Carry | TooLarge | TooLargeOrOverlong4,
            Carry | TooLarge | TooLargeOrOverlong4, Carry | TooLarge | TooLargeOrOverlong4, Carry | TooLarge | TooLargeOrOverlong4,
            Carry | TooLarge | TooLargeOrOverlong4, Carry | TooLarge | TooLargeOrOverlong4, Carry | TooLarge | TooLargeOrOverlong4,
            Carry | TooLarge | TooLargeOrOverlong4 | Surrogate, Carry | TooLarge | TooLargeOrOverlong4,
            Carry | TooLarge | TooLargeOrOverlong4);
        var bySecond = Vector128.Create(
            TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort, TooShort,
            TooLong | Overlong2 | TwoLater | Overlong3 | TooLargeOrOverlong4, TooLong | Overlong2 | TwoLater | Overlong3 | TooLarge,
            TooLong | Overlong2 | TwoLater | Surrogate | TooLarge, TooLong | Overlong2 | TwoLater | Surrogate | TooLarge,
            TooShort, TooShort, TooShort, TooShort);
        Vector512<byte> pair = LookUp(byFirst, before >> 4) & LookUp(byRest, before & Vector512.Create((byte)15))
            & LookUp(bySecond, block >> 4);
        var third = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first, 1), Vector512.Create((byte)0xE0));
        var fourth = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first), Vector512.Create((byte)0xF0));
        return pair ^ ((third | fourth) & Vector512.Create(TwoLater));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> LookUp(Vector128<byte> table, Vector512<byte> places) =>
        Avx512BW.Shuffle(Vector512.Create(Vector256.Create(table, table), Vector256.Create(table, table)), places);
}

using System.Runtime.CompilerServices;

namespace ConflictModel.Interchange;

/// <summary>Eight letters of ASCII in one number, the first in its lowest byte, and what they say if they are digits.</summary>
internal static class DigitText
{
    /// <summary>Eight zeros.</summary>
    public const ulong Zeros = 0x30303030_30303030;

    /// <summary>The first of eight letters, with zeros before them instead of the others.</summary>
    /// <param name="letters">The eight letters.</param>
    /// <param name="count">How many stay: 1 to 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong First(ulong letters, int count) => (letters << (64 - (8 * count))) | (Zeros >> 8 >> ((8 * count) - 8));

    /// <summary>Whether all eight are digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreDigits(ulong letters) =>
        ((letters & 0xF0F0F0F0_F0F0F0F0) | ((unchecked(letters + 0x06060606_06060606) & 0xF0F0F0F0_F0F0F0F0) >> 4)) == 0x33333333_33333333;

    /// <summary>Of each digit and the next the number that they make, in the byte of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pairs(ulong digits) => unchecked(((digits - Zeros) * 10) + ((digits - Zeros) >> 8));

    /// <summary>The number that eight digits make.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Number(ulong digits)
    {
        // Pairs stand in every other byte: a hundred and a million times the one, one and ten thousand times the other.
        ulong pairs = Pairs(digits);
        return unchecked((uint)((((pairs & 0x000000FF_000000FF) * ((1_000_000ul << 32) | 100))
            + (((pairs >> 16) & 0x000000FF_000000FF) * ((10_000ul << 32) | 1))) >> 32));
    }
}

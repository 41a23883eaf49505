using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConflictModel.Interchange;

/// <summary>Where the cells of CSV text end, found 64 bytes at a time.</summary>
/// <remarks>
/// Only of text that leaves no doubt: quotes stand around whole cells and doubled within them, every row has as many cells as there are
/// columns, and lines end alike. Of any other text it only says so, and a reader that knows every exception takes it.
/// </remarks>
internal sealed class CellIndex
{
    /// <summary>How many bytes behind the text are looked at, whatever they are.</summary>
    public const int Slack = 64;

    // The first is that of a cell before all, so that each cell begins behind the one before it.
    private int[] ends = [-1];

    private readonly List<int> innerFeeds = [];

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>The line feeds within cells, in their order.</summary>
    public IReadOnlyList<int> InnerFeeds => innerFeeds;

    /// <summary>
    /// Where a cell starts and ends: at a separator, or at the line feed that ends its row. Cells are numbered row by row.
    /// </summary>
    public (int Start, int End) SpanOf(int cell) => (ends[cell] + 1, ends[cell + 1]);

    /// <summary>Where the cell before a row's first ends, and each of the row's.</summary>
    public ReadOnlySpan<int> EndsOf(int first, int columns) => ends.AsSpan(first, columns + 1);

    /// <summary>Finds the cells of a text that begins with a row and ends with a line feed; false if it leaves doubt.</summary>
    /// <param name="text">The text.</param>
    /// <param name="textAndSlack">The same with <see cref="Slack"/> bytes behind it, all zero.</param>
    /// <param name="separator">What parts cells.</param>
    /// <param name="columns">How many cells a row has.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> textAndSlack, byte separator, int columns)
    {
        Rows = 0;
        innerFeeds.Clear();
        if (ends.Length < text.Length + 1 + Slack)
        {
            ends = GC.AllocateUninitializedArray<int>(text.Length + 1 + Slack);
            ends[0] = -1;
        }

        int count = 0;
        int lines = 0;
        var state = new State { Starts = 1 };

        // No number here is above the length of the text, and there is room for an end at each of its bytes.
        unchecked
        {
            for (int start = 0; start < text.Length; start += 64)
            {
                var block = Vector512.Create(textAndSlack.Slice(start, 64));
                ulong feeds = Vector512.Equals(block, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
                ulong found = state.EndsIn(
                    Vector512.Equals(block, Vector512.Create((byte)'"')).ExtractMostSignificantBits(),
                    Vector512.Equals(block, Vector512.Create(separator)).ExtractMostSignificantBits() | feeds,
                    feeds,
                    Vector512.Equals(block, Vector512.Create((byte)'\r')).ExtractMostSignificantBits());
                lines += BitOperations.PopCount(found & feeds);
                for (ulong inner = feeds & ~found; inner != 0; inner &= inner - 1)
                {
                    innerFeeds.Add(start + BitOperations.TrailingZeroCount(inner));
                }

                count += Add(found, start, ends.AsSpan(count + 1, 64));
            }
        }

        if (state.IsOdd || count != (long)lines * columns)
        {
            return false;
        }

        for (int last = columns - 1; last < count; last += columns)
        {
            if (text[ends[last + 1]] != '\n')
            {
                return false;
            }
        }

        Rows = lines;
        return true;
    }

    /// <summary>
    /// Writes where the cells end that a block has, and says how many they are. Most blocks have a few: to write eight, whatever they are,
    /// is faster than to ask after each whether there is another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Add(ulong found, int start, Span<int> to)
    {
        unchecked
        {
            int count = BitOperations.PopCount(found);
            ref int end = ref MemoryMarshal.GetReference(to);
            for (int written = 0; ; written += 8)
            {
                Unsafe.Add(ref end, 0) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 1) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 2) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 3) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 4) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 5) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 6) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                Unsafe.Add(ref end, 7) = start + BitOperations.TrailingZeroCount(found);
                found &= found - 1;
                if (written + 8 >= count)
                {
                    return count;
                }

                end = ref Unsafe.Add(ref end, 8);
            }
        }
    }

    /// <summary>What one block of 64 bytes leaves for the next.</summary>
    private struct State
    {
        /// <summary>Whether a cell may begin, or go on behind a doubled quote, with the first byte of the block.</summary>
        public ulong Starts;

        private ulong inside;
        private ulong closed;
        private ulong returned;
        private ulong odd;

        /// <summary>Whether a quote stands where none belongs, closes nowhere, or a carriage return ends no line.</summary>
        public readonly bool IsOdd => (odd | inside | closed | returned) != 0;

        /// <summary>The separators and line feeds that no quotes enclose.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ulong EndsIn(ulong quotes, ulong separators, ulong feeds, ulong returns)
        {
            ulong within = Parity(quotes) ^ inside;
            inside = unchecked(0 - (within >> 63));
            ulong found = separators & ~within;
            ulong opening = quotes & within;
            ulong closing = quotes & ~within;
            odd |= opening & ~(((found | closing) << 1) | Starts);
            odd |= ((closing << 1) | closed) & ~(found | opening | returns);
            odd |= ((returns << 1) | returned) & ~feeds;
            Starts = (found | closing) >> 63;
            closed = closing >> 63;
            returned = returns >> 63;
            return found;
        }

        /// <summary>Of each bit, whether an odd number of bits is set up to it.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ulong Parity(ulong bits)
        {
            if (Pclmulqdq.IsSupported)
            {
                return Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(bits), Vector128<ulong>.AllBitsSet, 0).ToScalar();
            }

            for (int shift = 1; shift < 64; shift <<= 1)
            {
                bits ^= bits << shift;
            }

            return bits;
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Unicode;

namespace ConflictModel.Interchange;

/// <summary>Where the cells of CSV text end, found 64 bytes at a time.</summary>
/// <remarks>
/// Only of text that leaves no doubt: it is UTF-8, quotes stand around whole cells and doubled within them, every row has as many cells as
/// there are columns, and lines end alike. Of any other text it only says so, and a reader that knows every exception takes it.
/// </remarks>
internal sealed class CellIndex
{
    /// <summary>How many bytes behind the text are looked at, whatever they are.</summary>
    public const int Slack = 64;

    // The first is that of a cell before all, so that each cell begins behind the one before it.
    private int[] ends = [-1];

    private readonly List<int> innerFeeds = [];

    /// <summary>The blocks in which something rare is to be looked for once all are known.</summary>
    private (int[] Inner, int[] BeyondAscii) blocks = ([], []);

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
    /// <param name="textAndSlack">The same with at least <see cref="Slack"/> bytes behind it, the first of them zero.</param>
    /// <param name="separator">What parts cells.</param>
    /// <param name="columns">How many cells a row has.</param>
    public bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> textAndSlack, byte separator, int columns)
    {
        Rows = 0;
        innerFeeds.Clear();
        ArgumentOutOfRangeException.ThrowIfLessThan(textAndSlack.Length, text.Length + Slack);
        if (ends.Length < textAndSlack.Length + 1)
        {
            // As long as any text of this memory needs: the next may be a little longer.
            ends = GC.AllocateUninitializedArray<int>(textAndSlack.Length + 1);
            ends[0] = -1;
            blocks = (new int[(textAndSlack.Length / 64) + 2], new int[(textAndSlack.Length / 64) + 2]);
        }

        Found found = Find(
            ref MemoryMarshal.GetReference(textAndSlack), text.Length, separator, ref MemoryMarshal.GetArrayDataReference(ends),
            ref MemoryMarshal.GetArrayDataReference(blocks.Inner), ref MemoryMarshal.GetArrayDataReference(blocks.BeyondAscii));
        if (found.IsOdd || found.Ends != (long)found.Lines * columns
            || !(Utf8Blocks.IsSupported
                ? Utf8Blocks.AreValid(textAndSlack, blocks.BeyondAscii.AsSpan(0, found.BeyondAscii))
                : Utf8.IsValid(text)))
        {
            return false;
        }

        for (int last = columns; last <= found.Ends; last += columns)
        {
            if (text[ends[last]] != '\n')
            {
                return false;
            }
        }

        foreach (int block in blocks.Inner.AsSpan(0, found.Inner))
        {
            AddInnerFeeds(text, block, ends.AsSpan(1, found.Ends));
        }

        Rows = found.Lines;
        return true;
    }

    /// <summary>Finds the ends. Nothing is called here, and nothing asked that comes out this way or that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Found Find(ref byte text, int length, byte separator, ref int ends, ref int inner, ref int beyondAscii)
    {
        var found = new Found();
        ulong inside = 0;
        ulong starts = 1;
        ulong closed = 0;
        ulong returned = 0;
        ulong odd = 0;
        ulong beyondBefore = 0;

        // No number here is above the length of the text, and there is room for an end at each of its bytes.
        unchecked
        {
            ref int end = ref Unsafe.Add(ref ends, 1);
            for (int start = 0; start < length; start += 64)
            {
                var block = Vector512.LoadUnsafe(ref text, (nuint)start);
                if (Utf8Blocks.IsSupported)
                {
                    ulong beyond = block.ExtractMostSignificantBits();
                    Unsafe.Add(ref beyondAscii, found.BeyondAscii) = start;
                    found.BeyondAscii += (beyond | beyondBefore) != 0 ? 1 : 0;
                    beyondBefore = beyond;
                }

                ulong feeds = Vector512.Equals(block, Vector512.Create((byte)'\n')).ExtractMostSignificantBits();
                ulong returns = Vector512.Equals(block, Vector512.Create((byte)'\r')).ExtractMostSignificantBits();
                ulong quotes = Vector512.Equals(block, Vector512.Create((byte)'"')).ExtractMostSignificantBits();
                ulong separators = Vector512.Equals(block, Vector512.Create(separator)).ExtractMostSignificantBits() | feeds;
                ulong within = Parity(quotes) ^ inside;
                inside = 0 - (within >> 63);
                ulong outside = separators & ~within;
                ulong opening = quotes & within;
                ulong closing = quotes & ~within;

                // An opening quote stands at the start of a cell or behind a closing one; a closing one at the end or before an opening.
                odd |= opening & ~(((outside | closing) << 1) | starts);
                odd |= ((closing << 1) | closed) & ~(outside | opening | returns);
                odd |= ((returns << 1) | returned) & ~feeds;
                starts = (outside | closing) >> 63;
                closed = closing >> 63;
                returned = returns >> 63;
                found.Lines += BitOperations.PopCount(outside & feeds);
                Unsafe.Add(ref inner, found.Inner) = start;
                found.Inner += (feeds & within) != 0 ? 1 : 0;
                int count = BitOperations.PopCount(outside);
                Write(outside, count, start, ref end);
                end = ref Unsafe.Add(ref end, count);
            }

            found.Ends = (int)((Unsafe.ByteOffset(ref ends, ref end) / sizeof(int)) - 1);
        }

        found.IsOdd = (odd | inside | closed | returned) != 0;
        return found;
    }

    /// <summary>Adds the line feeds of a block at which no cell ends.</summary>
    private void AddInnerFeeds(ReadOnlySpan<byte> text, int block, ReadOnlySpan<int> all)
    {
        for (int at = block; at < Math.Min(block + 64, text.Length); at++)
        {
            if (text[at] == '\n' && all.BinarySearch(at) < 0)
            {
                innerFeeds.Add(at);
            }
        }
    }

    /// <summary>
    /// Writes where the cells end that a block has. Most blocks have a few: to write sixteen or eight, whatever
    /// they are, is faster than to ask after each whether there is another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(ulong found, int count, int start, ref int end)
    {
        if (Avx512Vbmi2.IsSupported)
        {
            WriteAtOnce(found, count, Vector512.Create(start), ref end);
        }
        else
        {
            WriteOneByOne(found, count, start, ref end);
        }
    }

    /// <summary>Of the numbers 0 to 63, in a byte each, those whose bit is set move together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAtOnce(ulong found, int count, Vector512<int> start, ref int end)
    {
        Vector512<byte> bitInByte = Vector512.Create(0x8040201008040201).AsByte();
        var isSet = Vector512.Equals(
            Avx512BW.Shuffle(Vector512.Create(found).AsByte(), Vector512<byte>.Indices >> 3) & bitInByte, bitInByte);
        Vector512<byte> places = Avx512Vbmi2.Compress(Vector512<byte>.Zero, isSet, Vector512<byte>.Indices);
        (Avx512F.ConvertToVector512Int32(places.GetLower().GetLower()) + start).StoreUnsafe(ref end);
        if (count > 16)
        {
            (Avx512F.ConvertToVector512Int32(places.GetLower().GetUpper()) + start).StoreUnsafe(ref end, 16);
            (Avx512F.ConvertToVector512Int32(places.GetUpper().GetLower()) + start).StoreUnsafe(ref end, 32);
            (Avx512F.ConvertToVector512Int32(places.GetUpper().GetUpper()) + start).StoreUnsafe(ref end, 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteOneByOne(ulong found, int count, int start, ref int end)
    {
        unchecked
        {
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
                    return;
                }

                end = ref Unsafe.Add(ref end, 8);
            }
        }
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

    /// <summary>What was found in a text.</summary>
    private struct Found
    {
        /// <summary>How many cells end.</summary>
        public int Ends;

        /// <summary>How many of them end a row.</summary>
        public int Lines;

        /// <summary>How many blocks have line feeds within cells.</summary>
        public int Inner;

        /// <summary>How many blocks have bytes beyond ASCII or stand behind one that has.</summary>
        public int BeyondAscii;

        /// <summary>Whether a quote stands where none belongs, closes nowhere, or a carriage return ends no line.</summary>
        public bool IsOdd;
    }
}

using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using ConflictModel.Aggregation;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>Some row groups of a file, one after another, as a plain table.</summary>
internal sealed class PiecesPart : PlainTable
{
    private const int BatchRows = 1 << 13;

    /// <summary>So many texts of a column are found again by where they stand: as many as 12 bits number.</summary>
    private const int TextSlots = 1 << 12;

    /// <summary>Spreads places that differ little over all bits: 2^64 by the golden ratio.</summary>
    private const ulong Spreading = 0x9E37_79B9_7F4A_7C15;

    private const string Miscounted = "the column has more or fewer values than it says";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly PiecesFile file;
    private readonly int firstGroup;
    private readonly int[] starts;
    private readonly Dictionary<int, (List<string> Texts, Dictionary<string, int> Codes)> texts = [];

    /// <param name="file">The file.</param>
    /// <param name="firstGroup">The first row group.</param>
    /// <param name="groups">How many there are.</param>
    public PiecesPart(PiecesFile file, int firstGroup, int groups)
        : base(file.Schema)
    {
        (this.file, this.firstGroup) = (file, firstGroup);
        starts = new int[groups + 1];
        for (int i = 0; i < groups; i++)
        {
            starts[i + 1] = starts[i] + file.Groups[firstGroup + i];
        }
    }

    public override int Rows => starts[^1];

    public override IEnumerable<(int Start, int Rows)> Stretches =>
        Enumerable.Range(0, starts.Length - 1).Select(i => (starts[i], starts[i + 1] - starts[i]));

    public override (long Least, long Most)? RangeOf(int column, int start, int rows) =>
        Next(start, rows) is { IsWhole: true } next && next.Here == rows ? file.RangeOf(firstGroup + next.Place, column) : null;

    public override FormatException Locate(PieceFormatException error) => Locate(error, error.Row);

    /// <summary>The same of a row that is numbered otherwise there.</summary>
    public FormatException Locate(PieceFormatException error, int? row)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (row is not { } at || starts.Length < 2)
        {
            return file.Error(error.Reason, error.Column, inner: error);
        }

        int place = Place(at);
        return file.Error($"row {at - starts[place] + 1L}: {error.Reason}", error.Column, firstGroup + place, error);
    }

    public override IReadOnlyList<string> TextsOf(int column)
    {
        lock (texts)
        {
            return texts.TryGetValue(column, out (List<string> Texts, Dictionary<string, int> Codes) known) ? known.Texts : [];
        }
    }

    public override void ReadCodes(int column, int start, Span<int> codes)
    {
        for (int done = 0; done < codes.Length;)
        {
            (int place, int from, int here, bool isWhole) = Next(start + done, codes.Length - done);
            Span<int> whole = isWhole ? codes.Slice(done, here) : new int[starts[place + 1] - starts[place]];
            using (PiecesFile.OpenColumn open = file.Open(firstGroup + place, column))
            {
                try
                {
                    ReadTexts(column, (ColumnReader<ByteArray>)open.Cells, whole);
                    open.IsDone = true;
                }
                catch (Exception error) when (error is not (ParquetFormatException or OutOfMemoryException))
                {
                    throw file.Refusal(error, Schema.Columns[column].Name, firstGroup + place);
                }
            }

            if (!isWhole)
            {
                whole.Slice(from, here).CopyTo(codes[done..]);
            }

            done += here;
        }
    }

    public override void ReadNumbers(int column, int start, Span<long> numbers, Span<bool> isKnown)
    {
        for (int done = 0; done < numbers.Length;)
        {
            (int place, int from, int here, bool isWhole) = Next(start + done, numbers.Length - done);
            int rows = starts[place + 1] - starts[place];
            Span<long> whole = isWhole ? numbers.Slice(done, here) : new long[rows];
            Span<bool> known = isWhole ? isKnown.Slice(done, here) : new bool[rows];
            using (PiecesFile.OpenColumn open = file.Open(firstGroup + place, column))
            {
                try
                {
                    ReadValues(open.Cells, Schema.Columns[column].IsNullable, whole, known);
                    open.IsDone = true;
                }
                catch (Exception error) when (error is not (ParquetFormatException or OutOfMemoryException))
                {
                    throw file.Refusal(error, Schema.Columns[column].Name, firstGroup + place);
                }
            }

            if (!isWhole)
            {
                whole.Slice(from, here).CopyTo(numbers[done..]);
                known.Slice(from, here).CopyTo(isKnown[done..]);
            }

            done += here;
        }
    }

    /// <summary>The row group of a row, where the row stands in it, how many rows are taken there, and whether these are all.</summary>
    private (int Place, int From, int Here, bool IsWhole) Next(int row, int left)
    {
        int place = Place(row);
        int rows = starts[place + 1] - starts[place];
        int from = row - starts[place];
        int here = Math.Min(rows - from, left);
        return (place, from, here, here == rows);
    }

    private int Place(int row)
    {
        int place = Array.BinarySearch(starts, row);
        place = place >= 0 ? place : ~place - 1;
        while (place + 1 < starts.Length - 1 && starts[place + 1] == row)
        {
            // Groups without rows stand before the one that has it.
            place++;
        }

        return place;
    }

    private static void ReadValues(ColumnReader cells, bool isNullable, Span<long> numbers, Span<bool> isKnown)
    {
        int[] ints = cells is ColumnReader<int> ? new int[BatchRows] : [];
        bool[] flags = cells is ColumnReader<bool> ? new bool[BatchRows] : [];
        short[] levels = isNullable ? new short[BatchRows] : [];
        for (int done = 0; done < numbers.Length;)
        {
            int asked = Math.Min(BatchRows, numbers.Length - done);
            Span<long> here = numbers.Slice(done, asked);
            long read;
            long rows;
            switch (cells)
            {
                case ColumnReader<long> longs:
                    rows = longs.ReadBatch(asked, levels, [], here, out read);
                    break;
                case ColumnReader<int> narrow:
                    rows = narrow.ReadBatch(asked, levels, [], ints, out read);
                    for (int i = 0; i < read; i++)
                    {
                        here[i] = ints[i];
                    }

                    break;
                case ColumnReader<bool> bits:
                    rows = bits.ReadBatch(asked, levels, [], flags, out read);
                    for (int i = 0; i < read; i++)
                    {
                        here[i] = flags[i] ? 1 : 0;
                    }

                    break;
                default:
                    throw new FormatException("its values are of another type than its schema says");
            }

            if (rows <= 0 || rows > asked || read > rows)
            {
                throw new FormatException("the column ends before its row group does");
            }

            Spread(here[..(int)rows], isKnown.Slice(done, (int)rows), isNullable ? levels : default, (int)read);
            done += (int)rows;
        }
    }

    /// <summary>Moves values that were read one after another to the rows that have one.</summary>
    private static void Spread(Span<long> numbers, Span<bool> isKnown, ReadOnlySpan<short> levels, int read)
    {
        if (read == numbers.Length)
        {
            isKnown.Fill(true);
            return;
        }

        levels = levels.IsEmpty ? throw new FormatException(Miscounted) : levels[..numbers.Length];
        int known = 0;
        for (int i = 0; i < levels.Length; i++)
        {
            int level = levels[i] != 0 ? 1 : 0;
            isKnown[i] = level != 0;
            known += level;
        }

        if (known != read)
        {
            throw new FormatException(Miscounted);
        }

        // From the end on, each value moves to a later row or stays; before the first null all stay.
        for (int i = numbers.Length - 1; known <= i; i--)
        {
            if (isKnown[i])
            {
                numbers[i] = numbers[--known];
            }
            else
            {
                numbers[i] = 0;
            }
        }
    }

    private unsafe void ReadTexts(int column, ColumnReader<ByteArray> reader, Span<int> codes)
    {
        bool isNullable = Schema.Columns[column].IsNullable;
        var values = new ByteArray[Math.Min(BatchRows, codes.Length)];
        short[] levels = new short[values.Length];
        TextSlot[] known = ArrayPool<TextSlot>.Shared.Rent(TextSlots);
        Array.Clear(known);
        for (int done = 0; done < codes.Length;)
        {
            int asked = Math.Min(values.Length, codes.Length - done);
            int rows = (int)reader.ReadBatch(asked, isNullable ? levels : [], [], values, out long read);
            int next = 0;
            for (int i = 0; i < rows; i++)
            {
                if (isNullable && levels[i] == 0)
                {
                    codes[done + i] = -1;
                    continue;
                }

                ByteArray value = values[next++];

                // A text of the column's dictionary stands at one place; a page of plain texts may use a place again.
                ref TextSlot slot = ref known[unchecked((int)((ulong)value.Pointer * Spreading >> 52))];
                if (!slot.IsTaken || slot.Place != value.Pointer || !slot.Is(value))
                {
                    slot = TextSlot.Of(value, CodeOf(column, Strict.GetString((byte*)value.Pointer, value.Length)));
                }

                codes[done + i] = slot.Code;
            }

            done += rows > 0 && next == read ? rows : throw new FormatException("the column ends before its row group does");
        }

        ArrayPool<TextSlot>.Shared.Return(known, clearArray: true);
    }

    /// <summary>A text that was met: where it stood, its bytes or as many as two words hold, and its code.</summary>
    private readonly record struct TextSlot(bool IsTaken, nint Place, int Length, int Code, ulong Head, ulong Tail, byte[]? Long)
    {
        private const int Words = 2 * sizeof(ulong);

        public static unsafe TextSlot Of(ByteArray text, int code)
        {
            (ulong head, ulong tail) = Ends((byte*)text.Pointer, text.Length);
            return new(
                true, text.Pointer, text.Length, code, head, tail,
                text.Length > Words ? new ReadOnlySpan<byte>((void*)text.Pointer, text.Length).ToArray() : null);
        }

        public unsafe bool Is(ByteArray text) => Length == text.Length && Ends((byte*)text.Pointer, Length) == (Head, Tail)
            && (Long is null || new ReadOnlySpan<byte>((void*)text.Pointer, Length).SequenceEqual(Long));

        /// <summary>The first and the last bytes, which are all of a text that is not longer than two words.</summary>
        private static unsafe (ulong Head, ulong Tail) Ends(byte* text, int length) => length switch
        {
            >= sizeof(ulong) => (Unsafe.ReadUnaligned<ulong>(text), Unsafe.ReadUnaligned<ulong>(text + length - sizeof(ulong))),
            >= sizeof(uint) => (Unsafe.ReadUnaligned<uint>(text), Unsafe.ReadUnaligned<uint>(text + length - sizeof(uint))),
            > 0 => ((ulong)(*text | (text[length / 2] << 8) | (text[length - 1] << 16)), 0),
            _ => default,
        };
    }

    private int CodeOf(int column, string text)
    {
        lock (texts)
        {
            if (!texts.TryGetValue(column, out (List<string> Texts, Dictionary<string, int> Codes) of))
            {
                texts.Add(column, of = ([], []));
            }

            if (!of.Codes.TryGetValue(text, out int code))
            {
                of.Codes.Add(text, code = of.Texts.Count);
                of.Texts.Add(text);
            }

            return code;
        }
    }
}

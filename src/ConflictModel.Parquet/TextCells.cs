using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>The texts that were met in a column of some row groups, each with a code. Reading is safe for any number of threads.</summary>
internal sealed class TextCells
{
    /// <summary>So many texts are found again by where they stand: as many as 12 bits number.</summary>
    private const int Slots = 1 << 12;

    /// <summary>So many slots are tried for a text before one is given up for it.</summary>
    private const int Tries = 4;

    /// <summary>Spreads places that differ little over all bits: 2^64 by the golden ratio.</summary>
    private const ulong Spreading = 0x9E37_79B9_7F4A_7C15;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> codes = [];

    /// <summary>The texts by code.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Reads all rows of a row group, or some.</summary>
    /// <param name="cells">The column.</param>
    /// <param name="isNullable">Whether it may have nulls.</param>
    /// <param name="groupRows">How many rows the row group has.</param>
    /// <param name="chosen">Which rows, in order; none for all.</param>
    /// <param name="target">Where their codes go; -1 for null.</param>
    /// <exception cref="FormatException">The column is not what its schema says, or a text is no UTF-8.</exception>
    public void Read(ColumnReader<ByteArray> cells, bool isNullable, int groupRows, ReadOnlySpan<int> chosen, Span<int> target)
    {
        Slot[] slots = ArrayPool<Slot>.Shared.Rent(Slots);
        Array.Clear(slots);
        CellBatches<ByteArray> batches = new(cells, isNullable, groupRows);
        int batch = 0;
        for (int done = 0; done < target.Length;)
        {
            batches.Read(chosen.IsEmpty ? done : chosen[done]);
            batch++;
            done += chosen.IsEmpty
                ? TakeAll(batches, slots, batch, target[done..])
                : TakeSome(batches, slots, batch, chosen[done..], target[done..]);
        }

        batches.Dispose();
        ArrayPool<Slot>.Shared.Return(slots, clearArray: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeAll(CellBatches<ByteArray> batches, Slot[] slots, int batch, Span<int> target)
    {
        ReadOnlySpan<ByteArray> values = batches.Values;
        target = target[..batches.Rows];
        if (!batches.HasNulls)
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = CodeOf(values[i], slots, batch);
            }

            return target.Length;
        }

        int next = 0;
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = batches.IsKnown(i) ? CodeOf(values[next++], slots, batch) : -1;
        }

        return target.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int TakeSome(CellBatches<ByteArray> batches, Slot[] slots, int batch, ReadOnlySpan<int> chosen, Span<int> target)
    {
        ReadOnlySpan<ByteArray> values = batches.Values;
        int taken = 0;
        for (; taken < chosen.Length && chosen[taken] - batches.Start is var row && row < batches.Rows; taken++)
        {
            int place = batches.PlaceOf(row);
            target[taken] = place < 0 ? -1 : CodeOf(values[place], slots, batch);
        }

        return taken;
    }

    /// <summary>
    /// The code of a text: what stood at the same place in the same batch is the same text, for all texts of a batch are there at once. One
    /// of the column's dictionary stands at its place in all batches, but where a page of plain texts stood others do later.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int CodeOf(ByteArray text, Slot[] slots, int batch)
    {
        int first = unchecked((int)((ulong)text.Pointer * Spreading >> 52));
        ref Slot slot = ref slots[first];
        return slot.Place == text.Pointer && slot.Batch == batch && slot.Text.Length == text.Length
            ? slot.Code
            : Find(text, slots, batch, first);
    }

    private unsafe int Find(ByteArray text, Slot[] slots, int batch, int first)
    {
        ReadOnlySpan<byte> bytes = new((void*)text.Pointer, text.Length);
        int free = first;
        for (int i = 0; i < Tries; i++)
        {
            int at = (first + i) % Slots;
            ref Slot slot = ref slots[at];
            if (slot.Place == text.Pointer && slot.Batch > 0 && bytes.SequenceEqual(slot.Text))
            {
                slot.Batch = batch;
                return slot.Code;
            }

            free = slots[free].Batch == batch && slot.Batch < batch ? at : free;
        }

        int code = CodeOf(Strict.GetString(bytes));
        slots[free] = new() { Place = text.Pointer, Text = bytes.ToArray(), Code = code, Batch = batch };
        return code;
    }

    private int CodeOf(string text)
    {
        lock (texts)
        {
            if (!codes.TryGetValue(text, out int code))
            {
                codes.Add(text, code = texts.Count);
                texts.Add(text);
            }

            return code;
        }
    }

    /// <summary>A text that was met: where it stood, in which batch it was last held against its bytes, from 1, and its code.</summary>
    private struct Slot
    {
        public nint Place;
        public byte[] Text;
        public int Batch;
        public int Code;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ConflictModel.Interchange;

/// <summary>The cells of one row of a part, as they are written.</summary>
/// <param name="text">The part's text, with <see cref="CellIndex.Slack"/> bytes behind it.</param>
/// <param name="ends">Where the cell before the row's first ends, and each of the row's.</param>
internal readonly ref struct PlainCells(ReadOnlySpan<byte> text, ReadOnlySpan<int> ends)
{
    private readonly ReadOnlySpan<byte> text = text;
    private readonly ReadOnlySpan<int> ends = ends;

    /// <summary>
    /// Where cells that stand side by side start as they are written, and how long they are with the separator or line feed behind the
    /// last.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Start, int Length) Written(int from, int to) => (ends[from] + 1, ends[to + 1] - ends[from]);

    /// <summary>So many of the 64 bytes from a place on, and zeros for the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<byte> Block(int at, int length) => Vector512.Create(text.Slice(at, 64))
        & Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)Math.Min(length, 64)));

    /// <summary>Whether a cell is empty, quoted or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsEmpty(int column) => Place(column).Length == 0;

    /// <summary>Whether a cell may say nothing: it is empty, or so short that it may be a word for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MaySayNothing(int column) => Place(column).Length <= 4;

    /// <summary>Where a cell starts and how long it is, with its quotes off; no length for a column that the file hasn't.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Start, int Length) Place(int column)
    {
        if (column < 0)
        {
            return (0, 0);
        }

        int start = ends[column] + 1;
        int end = ends[column + 1];
        if (end > start && text[end - 1] == '\r')
        {
            end--;
        }

        return end - start > 1 && text[start] == '"' ? (start + 1, end - start - 2) : (start, end - start);
    }
}

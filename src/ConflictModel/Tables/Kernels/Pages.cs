namespace ConflictModel.Aggregation.Kernels;

/// <summary>64-bit sums in pages too small for the large object heap.</summary>
/// <remarks>The runtime hands out small arrays from memory it has used before. One large array is fresh memory each time, and may cost more than the query: 10 ms for 4 MB where this was measured.</remarks>
internal sealed class Pages
{
    private const int Shift = 13;
    private const int PageLength = 1 << Shift;

    private readonly long[][] pages;

    public Pages(long length)
    {
        Length = length;
        pages = new long[(int)((length + PageLength - 1) >> Shift)][];
        for (int i = 0; i < pages.Length; i++)
        {
            pages[i] = new long[Math.Min(PageLength, length - ((long)i << Shift))];
        }
    }

    public long Length { get; }

    public ref long this[long place] => ref pages[(int)(place >> Shift)][(int)place & (PageLength - 1)];

    /// <summary>The sums from a place on that lie together: at most so many, and at least one where there is one.</summary>
    public Span<long> From(long place, long most)
    {
        Span<long> rest = pages[(int)(place >> Shift)].AsSpan((int)place & (PageLength - 1));
        return most < rest.Length ? rest[..(int)most] : rest;
    }

    /// <summary>The four lanes of a group; pages hold whole groups.</summary>
    public Span<long> Group(long group) => From(group * GroupTotals.Lanes, GroupTotals.Lanes);
}

using ConflictModel.Matching;
using CsCheck;

namespace ConflictModel.Undercount.Tests;

/// <summary>Tables that are made up.</summary>
internal static class Made
{
    /// <summary>A table of so many lists, a third of whose cells have nobody.</summary>
    public static Gen<CaptureTable> Sparse(int lists) =>
        Gen.Frequency((1, Gen.Const(0L)), (2, Gen.Long[1, 40])).Array[(1 << lists) - 1].Select(counts => Table(lists, counts));

    /// <summary>A table of so many lists without an empty cell.</summary>
    public static Gen<CaptureTable> Full(int lists) => Gen.Long[1, 60].Array[(1 << lists) - 1].Select(counts => Table(lists, counts));

    public static CaptureTable Table(int lists, IReadOnlyList<long> counts)
    {
        string[] names = [.. "abcdefghij"[..lists].Select(name => name.ToString())];
        return CaptureTable.Of(
            names,
            counts.Select((count, i) => new CaptureTable.Cell([.. names.Where((_, place) => (((i + 1) >> place) & 1) != 0)], count)));
    }

    /// <summary>The same people with each count so many times.</summary>
    public static CaptureTable Times(this CaptureTable table, long factor) =>
        CaptureTable.Of(table.Lists, table.Cells.Select(cell => cell with { People = cell.People * factor }));

    /// <summary>The same people with the lists in another order.</summary>
    public static CaptureTable Reversed(this CaptureTable table) => CaptureTable.Of(table.Lists.Reverse(), table.Cells);

    /// <summary>The same people with one more list, that everybody is on.</summary>
    public static CaptureTable WithUnion(this CaptureTable table) => CaptureTable.Of(
        table.Lists.Append("all"), table.Cells.Select(cell => cell with { Lists = cell.Lists.Add("all") }));

    /// <summary>How many are on so many lists.</summary>
    public static long OnJust(this CaptureTable table, int lists) =>
        table.Cells.Where(cell => cell.Lists.Count == lists).Sum(cell => cell.People);

    /// <summary>Whether two sizes are one but for rounding.</summary>
    public static void ShouldBeAbout(this double size, double other) =>
        size.Should().BeApproximately(other, 1e-8 * Math.Max(1, Math.Abs(other)));

    /// <summary>Whether something holds of all, of none too.</summary>
    public static void ShouldAllHave<T>(this IEnumerable<T> all, Func<T, bool> condition) =>
        all.Where(one => !condition(one)).Should().BeEmpty();
}

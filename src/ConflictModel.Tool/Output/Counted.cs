using System.Globalization;

namespace ConflictModel.Tool.Output;

/// <summary>A number with what it counts, in the singular or the plural.</summary>
internal static class Counted
{
    /// <summary>The count and the words for it: <c>1 incident lasts</c>, <c>2 incidents last</c>.</summary>
    /// <param name="count">The count.</param>
    /// <param name="one">The words for one.</param>
    /// <param name="many">The words for none or several; those for one with an s behind them if they are not given.</param>
    public static string Of(long count, string one, string? many = null) => $"{Number(count)} {Words(count, one, many)}";

    /// <summary>Some of a count: <c>1 of 2 incidents</c>.</summary>
    public static string Of(long some, long count, string one) => $"{Number(some)} of {Of(count, one)}";

    private static string Words(long count, string one, string? many) => count == 1 ? one : many ?? one + "s";

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}

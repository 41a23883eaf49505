namespace ConflictModel.Benchmarks.Tables;

/// <summary>The five queries' parameters and, for engines that take it, their SQL.</summary>
public static class Question
{
    public const int Count = 5;

    /// <summary>Ten perpetrators of the fourth query, frequent and rare.</summary>
    public static ReadOnlySpan<int> Perpetrators => [0, 1, 3, 7, 12, 25, 50, 100, 200, 299];

    /// <summary>The ten years of the fourth query.</summary>
    public const int FirstYear = 2008;

    public const int LastYear = 2017;

    public static int FirstDay { get; } = DayOf(FirstYear);

    public static int LastDay { get; } = DayOf(LastYear + 1) - 1;

    /// <summary>The query over columns day, month, year, perpetrator, region, parent, kind, low, best, high, civilians.</summary>
    public static string Sql(int query) => query switch
    {
        1 => "SELECT sum(low) AS a, sum(best) AS b, sum(high) AS c FROM t",
        2 => "SELECT region, sum(low) AS a, sum(best) AS b, sum(high) AS c FROM t GROUP BY region",
        3 => "SELECT perpetrator, month, sum(low) AS a, sum(best) AS b, sum(high) AS c FROM t GROUP BY perpetrator, month",
        4 => "SELECT parent, kind, sum(low) AS a, sum(best) AS b, sum(high) AS c FROM t "
            + $"WHERE perpetrator IN ({string.Join(',', Perpetrators.ToArray())}) "
            + $"AND day BETWEEN {FirstDay} AND {LastDay} GROUP BY parent, kind",
        _ => "SELECT year, perpetrator, a FROM (SELECT year, perpetrator, a, "
            + "row_number() OVER (PARTITION BY year ORDER BY a DESC, perpetrator) AS place "
            + "FROM (SELECT year, perpetrator, sum(civilians) AS a FROM t GROUP BY year, perpetrator) AS s) AS r WHERE place <= 10",
    };

    /// <summary>The same worked out in full, with one row to hand over.</summary>
    public static string TimedSql(int query) => query switch
    {
        1 => Sql(1),
        5 => $"SELECT count(*), sum(a) FROM ({Sql(5)}) AS q",
        _ => $"SELECT count(*), sum(a), sum(b), sum(c) FROM ({Sql(query)}) AS q",
    };

    private static int DayOf(int year) => (int)(new DateTime(year, 1, 1) - new DateTime(1989, 1, 1)).TotalDays;
}

using ConflictModel.Aggregation;

namespace ConflictModel.Benchmarks.Scale;

/// <summary>A question to a folder of Parquet files, for the library and for DuckDB.</summary>
/// <param name="Name">What is asked.</param>
/// <param name="Query">It for the library.</param>
/// <param name="Keys">The keys for DuckDB.</param>
/// <param name="Where">What passes, for DuckDB.</param>
internal sealed record ScaleQuestion(string Name, IncidentQuery Query, string[] Keys, string Where)
{
    private const string All = "true";

    private static readonly IncidentQuery Killed = IncidentQuery.OverPieces().Sum(Measure.Killed).KeepingUnknown();

    public static readonly ScaleQuestion[] Questions =
    [
        new("all", Killed, [], All),
        new("dyad by year", Killed.GroupBy(GroupKey.Dyad, GroupKey.Year), ["dyad", "year(month)::varchar"], All),
        new(
            "first side by month", Killed.GroupBy(GroupKey.FirstSide, GroupKey.Month), ["side_a", "strftime(month, '%Y-%m')"], All),
        new(
            "country by kind, ten sides, ten years",
            Killed.GroupBy(GroupKey.RegionAt(RegionKind.Country), GroupKey.Kind)
                .During(new(2000, 1, 1), new(2009, 12, 31))
                .Where(GroupKey.FirstSide, Enumerable.Range(0, 10).Select(i => ActorId.From($"actor-{i}"))),
            ["country", "kind"],
            "earliest >= date '2000-01-01' and latest <= date '2009-12-31' and side_a in ("
                + string.Join(", ", Enumerable.Range(0, 10).Select(i => $"'actor-{i}'")) + ")"),
    ];

    /// <summary>The statement that DuckDB is asked: the sums, the events, and how many of them lack a figure.</summary>
    public string Sql(string folder) => $"""
        select {string.Join("", Keys.Select(key => key + ", "))}sum(killed_low), sum(killed_best), sum(killed_high),
            count(*) filter (first), count(*) filter (first and killed_low is null),
            count(*) filter (first and killed_best is null), count(*) filter (first and killed_high is null)
        from read_parquet('{folder}/*/pieces.parquet') where {Where} group by all
        """;
}

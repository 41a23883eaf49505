namespace ConflictModel.Aggregation;

/// <summary>Writes the sums of measures as SQL: for each its low, best and high, how many lack them, and how many go on.</summary>
internal sealed class SqlFigures(SqlScope scope, IReadOnlyList<Measure> measures)
{
    /// <summary>The numbers of a measure.</summary>
    public const int Each = 7;

    private readonly SqlSyntax syntax = scope.Syntax;

    /// <summary>How many numbers there are in all, the incidents first.</summary>
    public int Count => 1 + Each * measures.Count;

    /// <summary>The sums over pieces, as the columns g0, g1 and so on.</summary>
    public string Sums()
    {
        string first = syntax.Is(scope.Column("first"), true);
        List<string> sums = [syntax.Sum($"CASE WHEN {first} THEN 1 ELSE 0 END")];
        foreach (Measure measure in measures)
        {
            string[] lanes = Lanes(measure);
            sums.AddRange(lanes.Select(lane => syntax.Sum($"COALESCE({lane}, 0)")));
            sums.AddRange(lanes.Select(lane => syntax.Sum($"CASE WHEN {first} AND {lane} IS NULL THEN 1 ELSE 0 END")));
            sums.Add(syntax.Sum("0"));
        }

        return string.Join(", ", sums.Select((sum, i) => FormattableString.Invariant($"{OrZero(sum)} AS g{i}")));
    }

    /// <summary>
    /// Of the pieces of one event whether they have a share in each measure and what its figures lack, as 0 or 1: the columns e1, e2 and so
    /// on.
    /// </summary>
    public string Shares()
    {
        List<string> shares = [];
        foreach (Measure measure in measures)
        {
            string[] lanes = Lanes(measure);
            string any = $"({string.Join(" OR ", lanes.Distinct().Select(lane => $"{lane} > 0"))})";
            shares.AddRange(lanes.Select(_ => "0"));
            shares.AddRange(lanes.Select(lane => $"CASE WHEN {any} AND {lane} IS NULL THEN 1 ELSE 0 END"));
            shares.Add($"CASE WHEN {any} THEN 1 ELSE 0 END");
        }

        return string.Join(", ", shares.Select((share, i) => FormattableString.Invariant($"MAX({share}) AS e{i + 1}")));
    }

    /// <summary>The names of columns from one on.</summary>
    public IEnumerable<string> Names(string letter, int start = 0) =>
        Enumerable.Range(start, Count - start).Select(i => FormattableString.Invariant($"{letter}{i}"));

    /// <summary>The sums of columns that are sums.</summary>
    public IEnumerable<string> SumsOfSums(string letter, int start = 0) =>
        Names(letter, start).Select(column => OrZero(syntax.SumOfSums(column)));

    /// <summary>The sums of columns that are 0 or 1.</summary>
    public IEnumerable<string> SumsOfShares() => ["0", .. Names("e", 1).Select(column => OrZero(syntax.Sum(column)))];

    /// <summary>Over no rows at all a sum is null.</summary>
    private string OrZero(string sum) => $"COALESCE({sum}, {syntax.Number("0")})";

    private string[] Lanes(Measure measure) => !scope.Has(measure)
        ? [syntax.NoNumber, syntax.NoNumber, syntax.NoNumber]
        : [.. Enumerable.Range(0, 3).Select(lane => scope.Column(PieceSchema.NameOf(measure, measure.IsBest ? 1 : lane)))];
}

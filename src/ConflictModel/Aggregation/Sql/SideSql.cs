namespace ConflictModel.Aggregation;

/// <summary>Writes whether sides belong to some actors as SQL.</summary>
/// <remarks>
/// A side passes for certain if the days on which it certainly belongs add up to all of its piece's days. So that nothing need be counted
/// by piece, this is asked once of each actor and run of days that occur together. Of two sides the days of both are added, less those
/// that both have: each actor's own intervals share no day.
/// </remarks>
internal sealed class SideSql(SqlScope scope)
{
    private const string Days = "lo, hi";

    private readonly SqlSyntax syntax = scope.Syntax;

    public SqlCondition Of(SidesCondition sides)
    {
        (string Column, string Alias)[] asked =
        [
            .. sides.First ? [("side_a", "sa")] : (ReadOnlySpan<(string, string)>)[],
            .. sides.Second ? [("side_b", "sb")] : (ReadOnlySpan<(string, string)>)[],
        ];
        string intervals = scope.Name(Intervals(sides.Actors));
        string lo = scope.DayOr("earliest", SqlSyntax.Always);
        string hi = scope.DayOr("latest", SqlSyntax.Ever);
        string each = string.Join(", ", asked.Select(side => $"{SqlScope.OrEmpty(scope.Column(side.Column))} AS {side.Alias}"));
        string aliases = string.Join(", ", asked.Select(side => side.Alias));
        string occurring = scope.Name($"SELECT DISTINCT {each}, {lo} AS lo, {hi} AS hi FROM {scope.Pieces}");
        string tuple = string.Join(", ", asked.Select(side => SqlScope.OrEmpty(scope.Column(side.Column))));
        string covered = scope.Name(Covered(occurring, intervals, [.. asked.Select(side => side.Alias)], aliases));
        string certain = $"({tuple}, {lo}, {hi}) IN (SELECT {aliases}, {Days} FROM {covered} AS v)";
        string[] touched = [.. asked.Select(side => Touched(side.Column, side.Alias, "1 = 1"))];
        string[] limited = [.. asked.Select(side => Touched(side.Column, side.Alias, "yes = 0 AND lim = 1"))];
        string[] unnamed = [.. asked.Select(side => $"{scope.Column(side.Column)} IS NULL")];
        return new(sides.Name, certain, $"({string.Join(" OR ", [.. unnamed, .. touched])})")
        {
            Limited = $"({string.Join(" OR ", limited)}) AND NOT ({certain})",
        };

        string Touched(string column, string alias, string which)
        {
            string days = scope.Name(
                $"SELECT DISTINCT {alias}, {Days} FROM {Joined(occurring, intervals, alias)} AS js WHERE f <= hi AND t >= lo AND {which}");
            return $"({SqlScope.OrEmpty(scope.Column(column))}, {lo}, {hi}) IN (SELECT {alias}, {Days} FROM {days} AS v)";
        }
    }

    /// <summary>The intervals of each actor in which it is or perhaps is one of those asked for, each once.</summary>
    private string Intervals(ValueList<ActorId> actors)
    {
        string from = scope.DayOr("from", SqlSyntax.Always);
        string to = scope.DayOr("to", SqlSyntax.Ever);
        return $"SELECT {scope.Column("actor")} AS who, {from} AS f, {to} AS t, "
            + $"MAX(CASE WHEN {syntax.Is(scope.Column("certain"), true)} THEN 1 ELSE 0 END) AS yes, "
            + $"MAX(CASE WHEN {syntax.Is(scope.Column("limited"), true)} THEN 1 ELSE 0 END) AS lim "
            + $"FROM {scope.Belongs} WHERE {scope.In(scope.Column("ancestor"), actors.Select(actor => actor.Value))} GROUP BY who, f, t";
    }

    /// <summary>The sides and runs of days that occur, with each interval of one of the sides.</summary>
    private string Joined(string occurring, string intervals, string alias) =>
        $"(SELECT * FROM {occurring} AS o {syntax.Join} (SELECT who AS {alias}, f, t, yes, lim FROM {intervals} AS i) AS j "
            + $"USING ({alias}))";

    private string Covered(string occurring, string intervals, string[] aliases, string all)
    {
        string overlap = $"{syntax.Least("hi", "t")} - {syntax.Greatest("lo", "f")} + 1";
        List<string> parts =
        [
            .. aliases.Select(alias => $"SELECT {all}, {Days}, {overlap} AS d FROM {Joined(occurring, intervals, alias)} AS j1 "
                + "WHERE yes = 1 AND f <= hi AND t >= lo"),
        ];
        if (aliases is [var one, var other])
        {
            string last = syntax.Least(syntax.Least("hi", "t"), "t2");
            string first = syntax.Greatest(syntax.Greatest("lo", "f"), "f2");
            parts.Add($"SELECT {all}, {Days}, 0 - ({last} - {first} + 1) AS d FROM {Joined(occurring, intervals, one)} AS j1 "
                + $"{syntax.Join} (SELECT who AS {other}, f AS f2, t AS t2, yes AS yes2 FROM {intervals} AS i2) AS j2 USING ({other}) "
                + $"WHERE yes = 1 AND yes2 = 1 AND {first} <= {last}");
        }

        return $"SELECT {all}, {Days} FROM ({string.Join(" UNION ALL ", parts)}) AS u GROUP BY {all}, {Days} "
            + "HAVING SUM(d) = hi - lo + 1";
    }
}

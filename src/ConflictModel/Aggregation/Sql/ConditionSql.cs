using System.Globalization;

namespace ConflictModel.Aggregation;

/// <summary>Writes the conditions of a query as SQL.</summary>
internal sealed class ConditionSql(SqlScope scope)
{
    public const string Member = "member";

    private static readonly string[] Participants = ["side_a", "side_b", "others"];

    private readonly SqlSyntax syntax = scope.Syntax;

    public SqlCondition Of(QueryCondition condition) => condition switch
    {
        SidesCondition sides => new SideSql(scope).Of(sides),
        RegionsCondition regions => OfRegions(regions),
        PrecisionCondition precision => OfPrecision(precision),
        KeyCondition { Key.IsTime: true } time => Between(time.Name, time.DayRuns),
        KeyCondition key when key.Key == GroupKey.Actor => OfParticipants(key),
        KeyCondition key when key.Key == GroupKey.FirstSide || key.Key == GroupKey.SecondSide =>
            Of(key.Name, scope.Column(KeySql.ColumnOf(key.Key)), side => IsOrHas(side, key)),
        KeyCondition key when key.Key == GroupKey.ActiveYear => Of(key.Name, scope.Column(KeySql.ColumnOf(key.Key)), flag => AnyOf(
            key.Texts.Select(text => syntax.Is(flag, text == GroupKey.ActiveYear.Format(true))))),
        KeyCondition key => Of(key.Name, scope.Column(KeySql.ColumnOf(key.Key)), column => IsIn(column, key)),
        _ => throw new NotSupportedException($"A condition on {condition.Name} has no SQL."),
    };

    /// <summary>Whether all days of a piece lie in some runs of days.</summary>
    /// <param name="name">What the condition is about.</param>
    /// <param name="runs">The days, in order and apart from each other.</param>
    public SqlCondition Between(string name, IReadOnlyList<(long First, long Last)> runs)
    {
        string earliest = syntax.Comparable(scope.Column("earliest"));
        string latest = syntax.Comparable(scope.Column("latest"));
        return new(
            name,
            AnyOf(runs.Select(run => $"({earliest} >= {syntax.Day(run.First)} AND {latest} <= {syntax.Day(run.Last)})")),
            $"({scope.Column("earliest")} IS NULL OR "
                + $"{AnyOf(runs.Select(run => $"({earliest} <= {syntax.Day(run.Last)} AND {latest} >= {syntax.Day(run.First)})"))})");
    }

    private static string AnyOf(IEnumerable<string> conditions)
    {
        string[] all = [.. conditions];
        return all.Length == 0 ? "1 = 0" : $"({string.Join(" OR ", all)})";
    }

    private static SqlCondition Of(string name, string column, Func<string, string> passes) =>
        new(name, passes(column), $"({column} IS NULL OR {passes(column)})");

    private SqlCondition OfRegions(RegionsCondition regions)
    {
        string place = scope.Column("place");
        string asked = scope.In(scope.Column("region"), regions.Regions.Select(region => region.Value));
        string within = $"SELECT {place} FROM {scope.Within} WHERE {asked}";
        return new(
            regions.Name,
            $"{place} IN ({within} AND {syntax.Is(scope.Column("certain"), true)})",
            $"({place} IS NULL OR {place} IN ({within}))");
    }

    private SqlCondition OfPrecision(PrecisionCondition precision)
    {
        string column = scope.Column(precision.OfPlace ? "place_precision" : "date_precision");
        return Of(precision.Name, column, one => string.Create(CultureInfo.InvariantCulture, $"{one} <= {precision.Limit}"));
    }

    private SqlCondition OfParticipants(KeyCondition key)
    {
        string[] columns = [.. Participants.Select(scope.Column)];
        string any = AnyOf(columns.Select(column => IsOrHas(column, key)));
        string one = IsOrHas(Member, key);
        return new(key.Name, any, $"(({string.Join(" AND ", columns.Select(column => $"{column} IS NULL"))}) OR {any})")
        {
            OfMember = new(key.Name, one, $"({Member} = '' OR {one})"),
        };
    }

    /// <summary>Whether an actor is one of those asked for, or a coalition with one of them.</summary>
    private string IsOrHas(string actor, KeyCondition key) =>
        $"({IsIn(actor, key)} OR {actor} IN (SELECT {scope.Column("actor")} FROM {scope.Members} "
            + $"WHERE {IsIn(scope.Column("member"), key)}))";

    private string IsIn(string expression, KeyCondition key) => !key.IsOwn
        ? scope.In(expression, key.Texts)
        : $"{expression} IN (SELECT {scope.Column("id")} FROM {scope.Names} WHERE {scope.Column("kind")} = '{KeySql.KindOf(key.Key)}' "
            + $"AND {scope.In(scope.Column("own"), key.Texts)})";
}

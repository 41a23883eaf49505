namespace ConflictModel.Aggregation;

/// <summary>Writes a query as one statement, whose rows are told apart by their first column (<see cref="SqlPart"/>).</summary>
internal sealed class SqlStatement
{
    private static readonly string[] Triple = ["ka", "kb", "ko"];

    private readonly IncidentQuery query;
    private readonly SqlScope scope;
    private readonly SqlSyntax syntax;
    private readonly SqlFigures figures;
    private readonly SqlCondition[] conditions;
    private readonly GroupKey[] keys;
    private readonly GroupKey? time;
    private readonly List<string> parts = [];

    private SqlStatement(IncidentQuery query, SqlScope scope)
    {
        (this.query, this.scope, syntax) = (query, scope, scope.Syntax);
        figures = new(scope, query.Measures);
        ConditionSql write = new(scope);
        conditions =
        [
            .. query.Period is { } period ? [write.Between(IncidentQuery.PeriodName, [period])] : (ReadOnlySpan<SqlCondition>)[],
            .. query.Conditions.Select(write.Of),
        ];

        // Of several keys of time the finest tells the others.
        GroupKey[] times = [.. query.GroupedBy.Where(key => key.IsTime)];
        time = Array.Find(times, one => times.All(other => other == one || one.Refines(other)));
        keys = [.. query.GroupedBy.Where(key => !key.IsTime || key == time)];
    }

    /// <summary>The statement, with marks for its parameters, and the keys that its columns have in order.</summary>
    public static (string Text, GroupKey[] Keys) Of(IncidentQuery query, SqlScope scope)
    {
        SqlStatement statement = new(query, scope);
        statement.AddGroups();
        statement.AddFilters();
        statement.AddChecks();
        return (scope.Front + string.Join("\nUNION ALL\n", statement.parts), statement.keys);
    }

    private GroupKey[] OwnKeys => [.. keys.Where(key => !key.Overlaps)];

    private string FirstOnly => syntax.Is(scope.Column("first"), true);

    private void AddGroups()
    {
        bool overlaps = keys.Any(key => key.Overlaps);
        string passing = Passing(conditions);
        if (!overlaps)
        {
            Add(SqlPart.Group, null, KeyNames(keys), figures.Names("g"), Groups(keys, passing, byActors: false));
        }
        else
        {
            Add(SqlPart.Once, null, KeyNames(OwnKeys), figures.Names("g"), Groups(OwnKeys, passing, byActors: false));
            AddByMember(SqlPart.Group, Groups(OwnKeys, PassingWithoutMembers, byActors: true), figures.SumsOfSums("g"), "1 = 1");
        }

        if (query.Measures.Length > 0)
        {
            AddContinuing(overlaps, passing);
        }
    }

    private void AddContinuing(bool overlaps, string passing)
    {
        string outside = string.Join(" OR ", OwnKeys.Select(NoneOf));
        string nobody = string.Join(" AND ", ActorColumns.Select(column => $"{column} IS NULL"));
        string outsideOf = overlaps ? outside.Length == 0 ? nobody : $"{outside} OR ({nobody})" : outside;
        AddAsOne(SqlPart.Total, passing);
        if (outsideOf.Length > 0)
        {
            AddAsOne(SqlPart.Outside, $"{passing} AND ({outsideOf})");
        }

        string[] cells = overlaps ? [] : KeyNames(keys);
        string each = Events(OwnKeys, overlaps ? PassingWithoutMembers : passing, overlaps);
        if (overlaps)
        {
            string triples = $"SELECT ka, kb, ko{Then(KeyNames(OwnKeys))}, {SumsOfShares} FROM ({each}) AS e WHERE b = 0 "
                + $"GROUP BY ka, kb, ko{Then(KeyNames(OwnKeys))}";
            AddByMember(SqlPart.Continuing, triples, figures.SumsOfSums("s"), "1 = 1");
        }
        else
        {
            Add(SqlPart.Continuing, null, cells, figures.Names("s"),
                $"SELECT {First(cells)}{SumsOfShares} FROM ({each}) AS e WHERE b = 0{By(cells)}");
        }

        if (query.Highest is not null)
        {
            // What is beyond the top is known only when groups are ranked, so each event that goes on tells in which.
            string[] numbers = ["b", .. figures.Names("e", 1)];
            string goingOn = $"id IN (SELECT id FROM ({each}) AS c WHERE b = 0)";
            if (overlaps)
            {
                AddByMember(SqlPart.Event, $"SELECT * FROM ({each}) AS c WHERE {goingOn}", numbers.Select(syntax.Sum), "1 = 1", "id");
            }
            else
            {
                Add(SqlPart.Event, "id", cells, numbers, $"SELECT * FROM ({each}) AS c WHERE {goingOn}");
            }
        }
    }

    private string SumsOfShares =>
        string.Join(", ", figures.SumsOfShares().Select((sum, i) => FormattableString.Invariant($"{syntax.Number(sum)} AS s{i}")));

    private IEnumerable<string> ActorColumns => [scope.Column("side_a"), scope.Column("side_b"), scope.Column("others")];

    private string ActorTriple =>
        string.Join(", ", ActorColumns.Zip(Triple, (column, name) => $"{SqlScope.OrEmpty(column)} AS {name}"));

    private string PassingWithoutMembers => Passing([.. conditions.Where(condition => condition.OfMember is null)]);

    /// <summary>The sums of pieces that pass, by keys, and by those who took part if wanted.</summary>
    private string Groups(GroupKey[] by, string passing, bool byActors)
    {
        string[] cells = [.. byActors ? Triple : [], .. KeyNames(by)];
        return $"SELECT {(byActors ? ActorTriple + ", " : "")}{First(KeyCells(by))}{figures.Sums()} "
            + $"FROM {scope.Pieces} WHERE {passing}{By(cells)}";
    }

    /// <summary>Each event that was cut, in each group: whether it began there, and its shares.</summary>
    private string Events(GroupKey[] by, string passing, bool byActors)
    {
        string[] cells = ["id", .. byActors ? Triple : [], .. KeyNames(by)];
        return $"SELECT {scope.Column("event")} AS id, {(byActors ? ActorTriple + ", " : "")}{First(KeyCells(by))}"
            + $"MAX(CASE WHEN {FirstOnly} THEN 1 ELSE 0 END) AS b, {figures.Shares()} "
            + $"FROM {scope.Pieces} WHERE {scope.Column("pieces")} > 1 AND {passing}{By(cells)}";
    }

    /// <summary>What began in none of some pieces that are taken as one and goes on in them.</summary>
    private void AddAsOne(string part, string passing) => Add(
        part, null, [], figures.Names("s"),
        $"SELECT {SumsOfShares} FROM ({Events([], passing, byActors: false)}) AS e WHERE b = 0");

    /// <summary>Rows by the actors of three columns become rows by whoever they are or stand for.</summary>
    private void AddByMember(string part, string rows, IEnumerable<string> sums, string which, string? id = null)
    {
        string members = scope.Name(Members());
        string passing = string.Join(" AND ", [which, .. conditions.Select(one => one.OfMember).OfType<SqlCondition>().Select(Pass)]);
        string[] cells = [.. id is null ? [] : (ReadOnlySpan<string>)[id], .. KeyNames(keys)];
        string[] made =
        [
            .. keys.Select((key, i) => key.Overlaps
                ? $"CASE WHEN {ConditionSql.Member} = '' THEN {syntax.NoText} ELSE {syntax.Text(ConditionSql.Member)} END "
                    + $"AS {KeyNames(keys)[i]}"
                : KeyNames(keys)[i]),
        ];
        string[] all = [.. sums];
        string numbers = string.Join(", ", all.Select((sum, i) => FormattableString.Invariant($"{sum} AS m{i}")));
        Add(part, id, KeyNames(keys), all.Select((_, i) => FormattableString.Invariant($"m{i}")),
            $"SELECT {(id is null ? "" : id + ", ")}{First(made)}{numbers} "
                + $"FROM ({rows}) AS r {syntax.Join} {members} AS p USING (ka, kb, ko) WHERE {passing}{By(cells)}");
    }

    /// <summary>Whoever took part where three columns name these, the members of coalitions each, and each of them once.</summary>
    private string Members()
    {
        string who = scope.Name($"SELECT DISTINCT {ActorTriple} FROM {scope.Pieces}");
        IEnumerable<string> each = Triple.Select(column =>
            $"SELECT ka, kb, ko, {ConditionSql.Member} FROM {who} AS w {syntax.Join} "
                + $"(SELECT {scope.Column("actor")} AS {column}, {scope.Column("member")} AS {ConditionSql.Member} "
                + $"FROM {scope.Members}) AS x USING ({column})");
        return $"SELECT DISTINCT ka, kb, ko, {ConditionSql.Member} FROM ({string.Join(" UNION ALL ", each)} UNION ALL "
            + $"SELECT ka, kb, ko, '' AS {ConditionSql.Member} FROM {who} AS w WHERE ka = '' AND kb = '' AND ko = '') AS u";
    }

    private void AddFilters()
    {
        if (conditions.Length == 0)
        {
            return;
        }

        string states = string.Join(", ", conditions.Select((condition, i) => FormattableString.Invariant(
            $"CASE WHEN {condition.Certain} THEN 2 WHEN {condition.Possible} THEN 1 ELSE 0 END AS s{i}")));
        List<string> counts = [];
        string before = "1 = 1";
        string all = "1 = 1";
        for (int i = 0; i < conditions.Length; i++)
        {
            counts.Add(FormattableString.Invariant($"{before} AND s{i} = 0"));
            before += FormattableString.Invariant($" AND s{i} > 0");
            all += FormattableString.Invariant($" AND s{i} = 2");
        }

        counts.Add($"{before} AND NOT ({all})");
        string numbers = string.Join(", ", counts.Select((count, i) => FormattableString.Invariant(
            $"COALESCE({syntax.Sum($"CASE WHEN {count} THEN 1 ELSE 0 END")}, {syntax.Number("0")}) AS n{i}")));
        Add(SqlPart.Filters, null, [], counts.Select((_, i) => FormattableString.Invariant($"n{i}")),
            $"SELECT {numbers} FROM (SELECT {states} FROM {scope.Pieces} WHERE {FirstOnly}) AS f");
    }

    private void AddChecks()
    {
        foreach (SqlCondition condition in conditions.Where(condition => condition.Limited is not null))
        {
            Add(SqlPart.Limited, null, [], ["n0"],
                $"SELECT COUNT(*) AS n0 FROM {scope.Pieces} WHERE {condition.Limited}");
        }

        // An event of which a piece is missing, or stands twice, is counted or summed wrongly.
        (string piece, string pieces) = (scope.Column("piece"), scope.Column("pieces"));
        Add(SqlPart.Broken, null, [], ["n0"],
            $"SELECT COUNT(*) AS n0 FROM (SELECT {scope.Column("event")} AS id FROM {scope.Pieces} WHERE {pieces} > 1 GROUP BY id "
                + $"HAVING COUNT(*) <> MAX({pieces}) OR MIN({pieces}) <> MAX({pieces}) "
                + $"OR COUNT(DISTINCT {piece}) <> COUNT(*) OR MIN({piece}) <> 1 OR MAX({piece}) <> MAX({pieces}) "
                + $"OR SUM(CASE WHEN {FirstOnly} THEN 1 ELSE 0 END) <> 1) AS x");

        foreach ((string kind, string[] ids) in query.Conditions.SelectMany(AskedIds.Of).GroupBy(asked => asked.Kind, asked => asked.Id)
            .Select(group => (group.Key, group.ToArray())))
        {
            Add(SqlPart.Known + kind, "id", [], [],
                $"SELECT DISTINCT {scope.Column("id")} AS id FROM {scope.Names} WHERE {scope.Column("kind")} = '{kind}' "
                    + $"AND {scope.In(scope.Column("id"), ids)}");
        }
    }

    private string Passing(SqlCondition[] all) =>
        all.Length == 0 ? "1 = 1" : string.Join(" AND ", all.Select(Pass));

    private string Pass(SqlCondition condition) => query.IncludesUncertain ? condition.Possible : condition.Certain;

    /// <summary>Whether a piece has no value of a key.</summary>
    private string NoneOf(GroupKey key) =>
        $"{scope.Column(key.IsTime ? "month" : KeySql.ColumnOf(key))} IS NULL";

    private string[] KeyNames(GroupKey[] by) =>
        [.. by.Select(key => FormattableString.Invariant($"k{Array.IndexOf(keys, key)}"))];

    private string[] KeyCells(GroupKey[] by) => [.. by.Zip(KeyNames(by), (key, name) => $"{KeySql.Of(key, scope)} AS {name}")];

    private static string First(string[] cells) => string.Concat(cells.Select(cell => cell + ", "));

    private static string Then(string[] cells) => string.Concat(cells.Select(cell => ", " + cell));

    private static string By(string[] cells) => cells.Length == 0 ? "" : $" GROUP BY {string.Join(", ", cells)}";

    /// <summary>Adds rows in the columns that all parts have: what they are, an id, the keys and numbers.</summary>
    private void Add(string part, string? id, string[] cells, IEnumerable<string> numbers, string rows)
    {
        string[] all = [.. numbers];
        int width = Math.Max(figures.Count, conditions.Length + 1);
        IEnumerable<string> columns =
        [
            $"{syntax.Text($"'{part}'")} AS part",
            $"{(id is null ? syntax.NoText : syntax.Text(id))} AS item",
            .. KeyNames(keys).Select((key, i) => FormattableString.Invariant(
                $"{(Array.IndexOf(cells, key) >= 0 ? key : syntax.NoText)} AS v{i}")),
            .. Enumerable.Range(0, width).Select(i => FormattableString.Invariant(
                $"{syntax.Number(i < all.Length ? all[i] : "0")} AS c{i}")),
        ];
        parts.Add($"SELECT {string.Join(", ", columns)} FROM ({rows}) AS y");
    }
}

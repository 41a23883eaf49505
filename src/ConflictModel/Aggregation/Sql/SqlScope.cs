namespace ConflictModel.Aggregation;

/// <summary>What all that writes a statement shares: the dialect, the tables, the parameters, the named sub-queries.</summary>
internal sealed class SqlScope(SqlSyntax syntax, SqlTables tables)
{
    private readonly List<(string Name, string Query)> named = [];

    public SqlSyntax Syntax => syntax;

    public SqlParameters Parameters { get; } = new(syntax);

    /// <summary>The sub-queries in front of the statement; empty where there are none.</summary>
    public string Front => named.Count == 0
        ? ""
        : $"WITH {string.Join(",\n", named.Select(one => $"{one.Name} AS (\n{one.Query})"))}\n";

    public string Pieces { get; } = tables.Of(PieceSchema.Pieces().Name, syntax);

    public string Belongs => tables.Of(PieceSchema.Belongs.Name, syntax);

    public string Members => tables.Of(PieceSchema.Members.Name, syntax);

    public string Within => tables.Of(PieceSchema.Within.Name, syntax);

    public string Names => tables.Of(PieceSchema.Names.Name, syntax);

    /// <summary>Whether the pieces have columns of a measure.</summary>
    public bool Has(Measure measure) =>
        tables.Measures is not { } held || held.Contains(Measure.Of(measure.Harm).Among(measure.Group));

    /// <summary>A column by its name in the schema.</summary>
    public string Column(string name) => syntax.Quote(name);

    /// <summary>A sub-query as something to select from: by a name where the dialect knows such, written out otherwise.</summary>
    public string Name(string query)
    {
        if (!syntax.HasNamedQueries)
        {
            return $"({query})";
        }

        int place = named.FindIndex(one => one.Query == query);
        if (place < 0)
        {
            place = named.Count;
            named.Add((FormattableString.Invariant($"q{place + 1}"), query));
        }

        return named[place].Name;
    }

    /// <summary>Whether an expression is one of some texts.</summary>
    public string In(string expression, IEnumerable<string> texts)
    {
        string[] all = [.. texts.Distinct().Select(Parameters.Add)];
        return all.Length == 0 ? "1 = 0" : $"{expression} IN ({string.Join(", ", all)})";
    }

    /// <summary>A text that is never null: where there is none it is empty, as no id is.</summary>
    public static string OrEmpty(string column) => $"COALESCE({column}, '')";

    /// <summary>The number of a day; where there is none a day far off.</summary>
    public string DayOr(string column, string otherwise) => $"COALESCE({syntax.DayNumber(Column(column))}, {otherwise})";
}

namespace ConflictModel.Aggregation;

/// <summary>What is PostgreSQL's own.</summary>
internal sealed class PostgreSqlSyntax : AnsiSyntax
{
    public override string Name => "PostgreSQL";

    protected override string Wide => "NUMERIC";

    /// <summary>
    /// Whether a backslash means itself depends on the server's settings, unless the text says that it is escaped.
    /// </summary>
    public override string Literal(string text) => text.Contains('\\', StringComparison.Ordinal)
        ? " E" + base.Literal(text.Replace("\\", "\\\\", StringComparison.Ordinal))
        : base.Literal(text);

    public override string Placeholder(string parameter) => $"@{parameter}";

    public override string Divide(string dividend, string divisor) => $"({dividend}) / {divisor}";
}

namespace ConflictModel.Aggregation;

/// <summary>What is DuckDB's own.</summary>
internal sealed class DuckDbSyntax : AnsiSyntax
{
    public override string Name => "DuckDB";

    protected override string Wide => "HUGEINT";

    public override string Placeholder(string parameter) => $"${parameter}";

    public override string Parquet(string path)
    {
        CheckName(path);
        return $"read_parquet({Literal(path)})";
    }

    public override string Divide(string dividend, string divisor) => $"({dividend}) // {divisor}";
}

namespace ConflictModel.Aggregation;

/// <summary>What is DuckDB's own.</summary>
internal sealed class DuckDbSyntax : AnsiSyntax
{
    public override string Name => "DuckDB";

    protected override string Wide => "HUGEINT";

    public override string Placeholder(string parameter) => $"${parameter}";

    /// <summary>
    /// The names of folders are no columns, whatever they look like, and what a file has no column of is null in its rows: so it is where
    /// the files are read without an engine.
    /// </summary>
    public override string Parquet(string path)
    {
        CheckName(path);
        return $"read_parquet({Literal(path)}, hive_partitioning = false, union_by_name = true)";
    }

    public override string Divide(string dividend, string divisor) => $"({dividend}) // {divisor}";
}

using System.Globalization;
using ConflictModel.Time;

namespace ConflictModel.Aggregation;

/// <summary>What DuckDB and PostgreSQL have in common.</summary>
internal abstract class AnsiSyntax : SqlSyntax
{
    /// <summary>A type of whole numbers that the sum of 2^63 figures of 63 bits fits into.</summary>
    protected abstract string Wide { get; }

    /// <summary>PostgreSQL holds no NUL, and drivers of DuckDB end a text at the first.</summary>
    public override string Literal(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new NotSupportedException($"{Name} takes no text with a NUL character, so nothing can be asked of one.")
        : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public override string DayNumber(string day) => $"CAST({day} - DATE '1970-01-01' AS BIGINT)";

    // Engines differ in how they write years before 1, so these are counted from a day that all write alike.
    public override string Day(long day) => Days.ToDate(day) is { Year: > 0 } date
        ? string.Create(CultureInfo.InvariantCulture, $"DATE '{date:uuuu-MM-dd}'")
        : $"(DATE '1970-01-01' - {Of(-day)})";

    public override string Text(string expression) => $"CAST({expression} AS VARCHAR)";

    public override string Sum(string number) => $"SUM({number})";

    public override string Number(string expression) => $"CAST({expression} AS {Wide})";

    public override string Least(string one, string other) => $"LEAST({one}, {other})";

    public override string Greatest(string one, string other) => $"GREATEST({one}, {other})";

    public override string TypeOf(PlainColumn column) => (column.Type switch
    {
        PlainType.Text => "VARCHAR",
        PlainType.Integer => "BIGINT",
        PlainType.Day => "DATE",
        PlainType.Flag => "BOOLEAN",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "There is no such type."),
    }) + (column.IsNullable ? "" : " NOT NULL");
}

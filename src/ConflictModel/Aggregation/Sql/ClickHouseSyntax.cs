using System.Text;

namespace ConflictModel.Aggregation;

/// <summary>
/// Plain enough for version 18.16: no named queries, no windows, and days as their numbers, since dates begin in 1970 there.
/// </summary>
internal sealed class ClickHouseSyntax : SqlSyntax
{
    public override string Name => "ClickHouse";

    public override bool HasNamedQueries => false;

    public override bool HasParameters => false;

    public override string Storage => " ENGINE = MergeTree ORDER BY tuple()";

    public override string Join => "ALL INNER JOIN";

    public override string NoText => "CAST(NULL AS Nullable(String))";

    public override string NoNumber => "CAST(NULL AS Nullable(Int64))";

    public override string Quote(string name)
    {
        CheckName(name);
        return $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    public override string Literal(string text)
    {
        StringBuilder literal = new("'");
        foreach (char letter in text)
        {
            literal.Append(letter switch { '\\' => "\\\\", '\'' => "\\'", '\0' => "\\0", _ => letter.ToString() });
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>Old versions know no parameters, and drivers differ in how they write them.</summary>
    public override string Placeholder(string parameter) => throw new NotSupportedException("ClickHouse is asked with literals.");

    public override string Is(string flag, bool value) => $"{flag} = {(value ? 1 : 0)}";

    public override string DayNumber(string day) => $"toInt64({day})";

    public override string Day(long day) => Of(day);

    public override string Comparable(string day) => $"toInt64({day})";

    public override string Text(string expression) => $"CAST(toString({expression}) AS Nullable(String))";

    public override string Sum(string number) => $"sum(toDecimal128({number}, 0))";

    public override string Number(string expression) => $"toDecimal128({expression}, 0)";

    public override string Divide(string dividend, string divisor) => $"intDiv({dividend}, {divisor})";

    public override string Least(string one, string other) => $"least({one}, {other})";

    public override string Greatest(string one, string other) => $"greatest({one}, {other})";

    public override string TypeOf(PlainColumn column)
    {
        string type = column.Type switch
        {
            PlainType.Text => "String",
            PlainType.Integer => "Int64",
            PlainType.Day => "Int32",
            PlainType.Flag => "UInt8",
            _ => throw new ArgumentOutOfRangeException(nameof(column), column.Type, "There is no such type."),
        };
        return column.IsNullable ? $"Nullable({type})" : type;
    }
}

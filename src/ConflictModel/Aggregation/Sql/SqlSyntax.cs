using System.Globalization;

namespace ConflictModel.Aggregation;

/// <summary>What differs between dialects.</summary>
internal abstract class SqlSyntax
{
    /// <summary>A day before all days and one after them, for whatever has no limit: sums of days stay far below 63 bits.</summary>
    public const string Always = "-100000000";

    /// <inheritdoc cref="Always"/>
    public const string Ever = "100000000";

    public abstract string Name { get; }

    /// <summary>Whether sub-queries can be named in front of a statement.</summary>
    public virtual bool HasNamedQueries => true;

    /// <summary>Whether texts are given apart from the statement.</summary>
    public virtual bool HasParameters => true;

    /// <summary>What follows the columns of a new table.</summary>
    public virtual string Storage => "";

    /// <summary>How a table is joined to another by columns of the same names.</summary>
    public virtual string Join => "INNER JOIN";

    /// <summary>A text that has no value.</summary>
    public virtual string NoText => Text("NULL");

    /// <summary>A number that has no value.</summary>
    public virtual string NoNumber => "CAST(NULL AS BIGINT)";

    public static SqlSyntax Of(SqlDialect dialect) => dialect switch
    {
        SqlDialect.DuckDb => new DuckDbSyntax(),
        SqlDialect.PostgreSql => new PostgreSqlSyntax(),
        SqlDialect.ClickHouse => new ClickHouseSyntax(),
        _ => throw new ArgumentOutOfRangeException(nameof(dialect), dialect, "There is no such dialect."),
    };

    /// <summary>The name of a column or a table.</summary>
    /// <exception cref="ArgumentException">The name is empty, or has control characters.</exception>
    public virtual string Quote(string name)
    {
        CheckName(name);
        return $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A text as a literal.</summary>
    public abstract string Literal(string text);

    /// <summary>Where the value of a parameter goes.</summary>
    public abstract string Placeholder(string parameter);

    /// <summary>The rows of Parquet files.</summary>
    public virtual string Parquet(string path) =>
        throw new NotSupportedException($"{Name} reads no Parquet files by their path here: name tables instead.");

    /// <summary>Whether a column of truth is true, or false.</summary>
    public virtual string Is(string flag, bool value) => value ? flag : $"NOT {flag}";

    /// <summary>A day as its number after 1970-01-01.</summary>
    public abstract string DayNumber(string day);

    /// <summary>A day to compare columns with.</summary>
    public abstract string Day(long day);

    /// <summary>A column of days as it is compared with <see cref="Day"/>.</summary>
    public virtual string Comparable(string day) => day;

    public abstract string Text(string expression);

    /// <summary>A sum of whole numbers of 64 bits, none of which is null, that can't wrap.</summary>
    public abstract string Sum(string number);

    /// <summary>A sum of such sums.</summary>
    public virtual string SumOfSums(string sum) => $"SUM({sum})";

    /// <summary>A number as all parts of the statement have it.</summary>
    public abstract string Number(string expression);

    /// <summary>A whole number divided by another, both above zero.</summary>
    public abstract string Divide(string dividend, string divisor);

    public abstract string Least(string one, string other);

    public abstract string Greatest(string one, string other);

    /// <summary>The type of a column.</summary>
    public abstract string TypeOf(PlainColumn column);

    protected static void CheckName(string name)
    {
        if (name.Length == 0 || name.Any(char.IsControl))
        {
            throw new ArgumentException($"'{name}' is no name of a table or a file.", nameof(name));
        }
    }

    protected static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ConflictModel.Interchange.Tests;

/// <summary>The table of limits in docs/files.md has the figures of the constants.</summary>
public partial class LimitsGuideTests
{
    private static readonly (string Figure, string Type, string Constant)[] Rows =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "files.md")))
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
    ];

    [Fact]
    public void Each_figure_is_that_of_its_constant()
    {
        Rows.Should().HaveCountGreaterThan(10);
        foreach ((string figure, string type, string constant) in Rows)
        {
            figure.Should().Be(Convert.ToInt64(Value(type, constant), CultureInfo.InvariantCulture)
                .ToString("N0", CultureInfo.InvariantCulture), $"{type}.{constant} is in the table");
        }
    }

    [Fact]
    public void Every_public_constant_that_is_a_limit_has_a_row() =>
        Types().Where(type => type.IsPublic)
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(field => field.IsLiteral && field.Name.StartsWith("Max", StringComparison.Ordinal))
                .Select(field => (type.Name, field.Name)))
            .Except(Rows.Select(row => (row.Type, row.Constant)))
            .Should().BeEmpty();

    private static IEnumerable<Type> Types() =>
        new[] { typeof(ConflictDataset), typeof(ReadOptions) }.SelectMany(type => type.Assembly.GetTypes());

    private static object Value(string typeName, string name)
    {
        Type type = Types().Single(one => one.Name == typeName && !one.IsNested);
        return type.GetField(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static) is { } constant
            ? constant.GetRawConstantValue()!
            : type.GetProperty(name)!.GetValue(new ReadOptions())!;
    }

    [GeneratedRegex(@"^\| [^|]+ \| ([\d,]+) \| `?(\w+)\.(\w+)(?:`|, not public) \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}

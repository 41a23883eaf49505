using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Conventions;

/// <summary>The table "where does it go?" of CONTRIBUTING.md names files that are there.</summary>
public partial class ContributingTests
{
    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);

    [Fact]
    public void Every_file_that_the_table_names_exists()
    {
        string[] rows = Rows();
        rows.Should().HaveCountGreaterThanOrEqualTo(12);
        foreach (string row in rows)
        {
            string[] paths = [.. Quoted().Matches(row)
                .Select(match => match.Groups[1].Value)
                .Where(text => text.Contains('/', StringComparison.Ordinal))];
            paths.Should().NotBeEmpty($"the row says where: {row}");
            paths.Where(path => !File.Exists(Path.Combine(Root, path)) && !Directory.Exists(Path.Combine(Root, path)))
                .Should().BeEmpty(row);
        }
    }

    private static string[] Rows()
    {
        string text = File.ReadAllText(Path.Combine(Root, "CONTRIBUTING.md"));
        string table = text[text.IndexOf("## Where does it go?", StringComparison.Ordinal)..];
        return [.. table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}

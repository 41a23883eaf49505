using System.Globalization;

namespace ConflictModel.Tests.Values;

public class WordingsTableTests
{
    [Fact]
    public void The_documentation_has_every_rule_as_it_is()
    {
        string documentation = File.ReadAllText(Path.Combine(Root(), "src", "ConflictModel", "docs", "arithmetic.md"));
        string table = Table();
        IEnumerable<string> rows = documentation.Split('\n').SkipWhile(line => line != "| language | words | counts |").Skip(2);
        string.Join('\n', rows.TakeWhile(row => row.StartsWith('|'))).Should().Be(table, "the table is:\n" + table);
    }

    private static string Table() => string.Join('\n', Wordings.Default.Rules
        .GroupBy(rule => (rule.Language, Says: Says(rule)))
        .Select(group => $"| {group.Key.Language} | {string.Join(", ", group.Select(rule => rule.Phrase))} | {group.Key.Says} |"));

    private static string Says(WordingRule rule) =>
        rule.Range is { } range ? range.ToString("N0", CultureInfo.InvariantCulture)
            + (rule.Figure is { } figure ? string.Create(CultureInfo.InvariantCulture, $"; beside a hedge {figure:N0}") : "") :
        rule.ExcludesFigure ? (rule.LowerPercent is null ? "below the figure" : "above the figure") :
        (rule.LowerPercent, rule.UpperPercent) switch
        {
            (100, null) => "the figure or more",
            (null, 100) => "the figure or less",
            ({ } lower, { } upper) => $"{lower} to {upper} % of the figure",
            _ => "unknown",
        };

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConflictModel.sln")))
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}

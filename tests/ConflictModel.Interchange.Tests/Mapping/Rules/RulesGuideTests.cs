using System.Text.RegularExpressions;

namespace ConflictModel.Interchange.Tests.Mapping.Rules;

/// <summary>docs/findings.md has every rule of a published file, with its severity and what it says.</summary>
public partial class RulesGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "findings.md"));

    private static readonly PublishedRule[] Rules =
        [.. EventFormats.All.Where(format => format.IsChecked).SelectMany(format => format.Rules().Checks).Select(check => check.Rule)];

    /// <summary>The rows of the guide's tables of rules: code, severity, rule, cure.</summary>
    private static readonly (string Code, string Severity, string Rule, string Cure)[] Rows =
    [
        .. Row().Matches(Guide[Guide.IndexOf("## Published files", StringComparison.Ordinal)..])
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value)),
    ];

    [Fact]
    public void The_guide_has_every_rule_with_its_severity_and_no_other() =>
        Rows.Select(row => (row.Code, row.Severity)).Should().BeEquivalentTo(
            Rules.Select(rule => (rule.Code, JsonName.Of(rule.Severity))).Distinct());

    [Fact]
    public void The_guide_says_what_the_rule_says_where_it_is_one_for_all_files()
    {
        (string Code, string Title)[] known =
            [.. Rules.GroupBy(rule => rule.Code, rule => rule.Title).Where(titles => titles.Distinct().Count() == 1)
                .Select(titles => (titles.Key, titles.First()))];
        known.Should().HaveCountGreaterThan(30);
        known.Should().BeSubsetOf(Rows.Select(row => (row.Code, row.Rule)));
    }

    [Fact]
    public void The_guide_says_which_rules_mend_what_they_find() =>
        Rows.Where(row => row.Cure.StartsWith("mends it", StringComparison.Ordinal)).Select(row => row.Code).Should().BeEquivalentTo(
            Rules.Where(rule => rule.Repairs).Select(rule => rule.Code).Distinct());

    [Fact]
    public void A_word_that_was_not_understood_is_told_as_the_guide_says()
    {
        var finding = new UnreadWord { Column = "Sex", Word = "w", Line = 2, Count = 1 }.ToFinding();
        Guide.Should().Contain($"| `{finding.Code}` | {JsonName.Of(finding.Severity)} | {finding.Message} | ");
    }

    [GeneratedRegex("^\\| `([a-z-]+)` \\| ([a-z]+) \\| (.*?) \\| .* \\| (.*?) \\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

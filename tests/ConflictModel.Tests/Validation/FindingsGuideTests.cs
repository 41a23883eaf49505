using System.Reflection;
using System.Text.RegularExpressions;
using ConflictModel.Arithmetic;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>docs/findings.md has every code of a data set's findings, with its severities and a sentence that validation says.</summary>
public partial class FindingsGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "findings.md"));

    private static readonly string[] Codes =
        [.. typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!)];

    private static readonly Finding[] Findings = [.. EveryFinding.DataSets().SelectMany(dataset => dataset.Validate())];

    /// <summary>The rows of the guide's tables of a data set's findings: code, severities, sentence.</summary>
    private static readonly (string Code, string Severities, string Sentence)[] Rows =
    [
        .. Row().Matches(Guide[..Guide.IndexOf("## Published files", StringComparison.Ordinal)])
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
    ];

    [Fact]
    public void The_guide_has_every_code_once_and_no_other() =>
        Rows.Select(row => row.Code).Order(StringComparer.Ordinal).Should().Equal(Codes.Order(StringComparer.Ordinal));

    /// <summary>
    /// What nests deeper than the arithmetic goes, no file can hold, which is told before it. Words that were not understood are found by
    /// whoever reads a list, and by nobody who has a data set. What is not compared, or not told, is in no small one.
    /// </summary>
    [Fact]
    public void Every_code_is_found_in_a_small_data_set_but_for_four() =>
        Codes.Except(Findings.Select(finding => finding.Code))
            .Should().Equal(FindingCodes.TooDeep, FindingCodes.FurtherContradictions, FindingCodes.NotCompared, FindingCodes.UnreadWord);

    [Fact]
    public void Every_sentence_of_the_guide_is_said_and_with_no_severity_but_those_that_it_names()
    {
        foreach (IGrouping<string, Finding> found in Findings.GroupBy(finding => finding.Code))
        {
            (_, string severities, string sentence) = Rows.Single(row => row.Code == found.Key);
            found.Select(finding => finding.Message).Should().Contain(sentence);
            found.Select(finding => finding.Severity).Distinct().OrderDescending().Select(severity => JsonName.Of(severity))
                .Should().Equal(severities.Split(", "), found.Key);
        }

        Rows.Single(row => row.Code == FindingCodes.TooDeep).Sentence.Should().Be(new DerivationDepthException().Message);
    }

    [GeneratedRegex("^\\| `([a-z-]+)` \\| ([a-z, ]+) \\| (.*?) \\| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}

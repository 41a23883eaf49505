using ConflictModel.Validation;
using FluentAssertions.Execution;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public class DatasetTests
{
    [Fact]
    public void Warnings_and_information_leave_a_data_set_consistent()
    {
        Syria.Validate().Should().Contain(finding => finding.Severity == Severity.Warning);
        Syria.Should().BeConsistent("we publish it").And.BeSameAs(Syria);
    }

    [Fact]
    public void What_cannot_be_true_is_told_finding_by_finding()
    {
        ConflictDataset dataset = new()
        {
            Incidents = [Ambush("a", new(2024, 3, 2), 5), Ambush("a", new(2024, 3, 3), 5)],
        };
        string[] lines = Fail.MessageOf(() => dataset.Should().BeConsistent("we {0} it", "publish")).Split('\n');
        lines[0].TrimEnd().Should().Be("Expected dataset to be consistent because we publish it, but these can't be true:");
        Finding[] errors = [.. dataset.Validate().Where(finding => finding.Severity == Severity.Error)];
        errors.Should().HaveCountGreaterThan(2);
        lines[1..].Should().Equal(errors.Select(error => $"- {error.Code} at {error.Pointer}: {error.Message}"));
        lines.Should().Contain(line => line.StartsWith("- duplicate-id at /incidents/1/id: ", StringComparison.Ordinal));
    }

    [Fact]
    public void No_data_set_is_not_consistent()
    {
        ConflictDataset? none = null;
        Fail.MessageOf(() => none.Should().BeConsistent()).Should().Be("Expected none to be consistent, but it is null.");
    }

    [Fact]
    public void Within_a_scope_every_assertion_runs_and_bears_its_name()
    {
        Toll? wounded = null;
        string message = Fail.MessageOf(() =>
        {
            using var scope = new AssertionScope("the half year");
            Ten.Should().Total(11).And.Leave(4).Unstated();
            Ten.Should().HaveFigure("victim:?").Which.Should().Be(4);
            wounded.Should().AddUp();
            Clashing.Tallies[0].Should().HaveKilled(1).Which.Should().Total(2);
        });
        message.ReplaceLineEndings("\n").Replace("the half year", "it", StringComparison.Ordinal).Should().Be(
            """
            Expected it to total 11, but it is 10.
            Expected it to leave 4 unstated, but it leaves 3 = 10 - 4 - 3 (3: 10 in all, less 4 in homs and 3 in raqqa) at region:?.
            Expected it to have the figure victim:?, but its figures are:
            - in all is 10
            - region:homs is 4
            - region:raqqa is 3
            - region:? is 3 = 10 - 4 - 3
            Expected it to be 4, but there is no such figure.
            Expected it to add up, but the report does not mention it.
            Expected it to have 1 killed, but it has 243 (outer: perhaps wider than need be).
            Expected it to total 2, but it is 243 (outer: perhaps wider than need be).

            """);
    }
}

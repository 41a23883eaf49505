using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public class CasualtiesTests
{
    private static readonly Casualties Reported = HalfYear.Report.Casualties!;

    [Fact]
    public void What_a_report_says_in_all_reads_as_it_is_said()
    {
        Casualties toll = Reported;
        toll.Should().AddUp();
        toll.Should().HaveKilled(449).Which.Should().Leave(44).Unstated();
        toll.Should().AddUp().And.HaveKilled(449, "it says so").And.HaveKilled(Bounds.Exactly(449)).And.Be(Reported);
    }

    [Fact]
    public void Another_count_of_killed_fails_with_the_count() =>
        Fail.MessageOf(() => Reported.Should().HaveKilled(450, "it {0} so", "says"))
            .Should().Be("Expected Reported to have 450 killed because it says so, but they have 449.");

    [Fact]
    public void The_wounded_are_not_the_killed()
    {
        Casualties wounded = new() { Wounded = Toll.Of(449) };
        Fail.MessageOf(() => wounded.Should().HaveKilled(449))
            .Should().Be("Expected wounded to have 449 killed, but they do not count the killed.");
        Fail.MessageOf(() => wounded.Should().HaveKilled(0)).Should().Contain("do not count the killed");
        Casualties? none = null;
        none.Should().BeNull();
        Fail.MessageOf(() => none.Should().HaveKilled(0)).Should().Contain("do not count the killed");
    }

    [Fact]
    public void Every_harm_adds_up_or_is_named()
    {
        Casualties both = new() { Killed = Wrong, Wounded = Ten };
        string message = Fail.MessageOf(() => both.Should().AddUp("it is published"));
        message.Should().StartWith("Expected both to add up because it is published, but they do not:\n- killed, ")
            .And.NotContain("wounded");
        Fail.MessageOf(() => new Casualties { Wounded = Wrong }.Should().AddUp()).Should().Contain("- wounded, ");
        new Casualties().Should().AddUp("nothing is said that could not be");
        Casualties? none = null;
        Fail.MessageOf(() => none.Should().AddUp()).Should().Be("Expected none to add up, but the report has none.");
    }
}

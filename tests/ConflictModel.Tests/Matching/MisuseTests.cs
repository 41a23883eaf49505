using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching;

public class MisuseTests
{
    private static readonly MatchRules Rules = MatchRules.Within(4, 2);
    private static readonly CaptureTable Table = CaptureTable.Of(["a", "b"]);

    [Fact]
    public void Nothing_given_is_refused_by_the_name_of_what_is_missing()
    {
        foreach ((string missing, Action misuse) in ((string, Action)[])
        [
            ("sources", () => IncidentMatching.ProposeMatches(null!, Rules)),
            ("rules", () => IncidentMatching.ProposeMatches([], null!)),
            ("to", () => IncidentMatching.ProposeMatches([], Rules).RunnersUp(null!)),
            ("name", () => _ = new MatchTaxonomy(null!, _ => [])),
            ("levelsOf", () => _ = new MatchTaxonomy("weapon", null!)),
            ("people", () => ((Person[])null!).ProposeSame()),
            ("lists", () => CaptureTable.Of((Incident[])[], (SourceId[])null!)),
            ("lists", () => CaptureTable.Of((string[])null!)),
            ("cells", () => CaptureTable.Of(["a", "b"], null!)),
            ("lists", () => Table.OnAll((string[])null!)),
            ("lists", () => Table.OnOnly((string[])null!)),
            ("reader", () => CaptureTable.Read(null!)),
            ("writer", () => Table.Write(null!)),
            ("dataset", () => CaptureRange.Of((ConflictDataset)null!, Harm.Killed)),
            ("lists", () => CaptureRange.Of([], [], null!)),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>().WithParameterName(missing);
        }

        FluentActions.Invoking(() => new MatchTaxonomy("", _ => [])).Should().Throw<ArgumentException>().WithParameterName("name");
    }

    [Fact]
    public void A_window_is_neither_negative_nor_wider_than_it_may_be()
    {
        MatchRules.Within(MatchRules.MostKilometres, MatchRules.MostDays).ToString().Should().Be("within 1000 km and 366 days");
        MatchRules.Within(0, 0).ToString().Should().Be("within 0 km and 0 days");
        MatchRules.Within(0.5, 1).FiguresWithin(0).ToString().Should().Be("within 0.5 km and 1 day");
        MatchRules.Within(4, 2).FiguresWithin(1).ToString().Should().Be("within 4 km and 2 days, figures within 1");
        foreach ((string wrong, Action misuse) in ((string, Action)[])
        [
            ("days", () => MatchRules.Within(4, -1)), ("days", () => MatchRules.Within(4, MatchRules.MostDays + 1)),
            ("kilometres", () => MatchRules.Within(-0.1, 2)), ("kilometres", () => MatchRules.Within(double.NaN, 2)),
            ("kilometres", () => MatchRules.Within(MatchRules.MostKilometres + 1, 2)), ("dead", () => Rules.FiguresWithin(-1)),
        ])
        {
            misuse.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(wrong);
        }
    }

    [Fact]
    public void A_table_counts_each_group_of_its_lists_once_and_nobody_on_no_list()
    {
        string[] many = [.. Enumerable.Range(0, CaptureTable.MaxLists + 1).Select(number => $"l{number}")];
        CaptureTable.Of(many[1..]).Observed.Should().Be(0);
        foreach ((string message, Action misuse) in ((string, Action)[])
        [
            ("Name 2 to 10 lists, each once.*", () => CaptureTable.Of(many)),
            ("Name 2 to 10 lists, each once.*", () => CaptureTable.Of(["a"])),
            ("Name 2 to 10 lists, each once.*", () => CaptureTable.Of(["a", "a"])),
            ("Name 2 to 10 lists, each once.*", () => CaptureTable.Of(["a", " "])),
            ("Nobody knows how many are on no list.*", () => CaptureTable.Of(["a", "b"], new CaptureTable.Cell([], 3))),
            ("'a+b' is counted twice.*", () => CaptureTable.Of(["a", "b"], new(["a", "b"], 3), new CaptureTable.Cell(["a", "b"], 3))),
            ("'a' is named twice.*", () => CaptureTable.Of(["a", "b"], new CaptureTable.Cell(["a", "a"], 3))),
            ("'c' is none of the lists.*", () => CaptureTable.Of(["a", "b"], new CaptureTable.Cell(["c"], 3))),
            ("*negative*", () => CaptureTable.Of(["a", "b"], new CaptureTable.Cell(["a"], -1))),
            ("Nobody knows how many are on no list.*", () => Table.OnAll()),
            ("Nobody knows how many are on no list.*", () => Table.OnOnly()),
            ("'c' is none of the lists.*", () => Table.On("c")),
            ("One list has no table.*", () => Table.Without("a")),
            ("One list has no table.*", () => Table.Within("a")),
        ])
        {
            misuse.Should().Throw<ArgumentException>().WithMessage(message);
        }
    }
}

using System.Text.RegularExpressions;
using ConflictModel.Tests.Serialization;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

public partial class EquivalenceTests
{
    [Fact]
    public void Records_in_a_list_may_stand_in_any_order()
    {
        ConflictDataset other = Syria with
        {
            Tallies = Syria.Tallies.Reverse().ToValueList(), Claims = Syria.Claims.Reverse().ToValueList(),
        };
        other.Should().BeEquivalentTo(Syria).And.NotBe(Syria);
        Fail.MessageOf(() => other.Should().NotBeEquivalentTo(Syria, "it was {0}", "changed"))
            .Should().Be("Expected other to say something else because it was changed, but nothing differs.");
    }

    [Fact]
    public void What_has_no_id_keeps_its_order()
    {
        ConflictDataset other = Syria with { Controls = Syria.Controls.Reverse().ToValueList() };
        other.Should().NotBeEquivalentTo(Syria);
    }

    [Fact]
    public void Columns_of_a_row_keep_their_order_and_the_data_of_others_its_letters()
    {
        Report report = Syria.Incidents[0].Reports[0] with
        {
            Original = new() { Format = "f", Columns = [new("a", "1"), new("b", "2")] }, Extensions = new("""{"x":1.0,"x":2}"""),
        };
        Incident incident = Syria.Incidents[0] with { Reports = [report] };
        Incident turned = incident with
        {
            Reports = [report with { Original = report.Original with { Columns = [new("b", "2"), new("a", "1")] } }],
        };
        Incident spaced = incident with { Reports = [report with { Extensions = new("""{"x": 1.0,"x":2}""") }] };
        Fail.MessageOf(() => turned.Should().BeEquivalentTo(incident))
            .Should().EndWith("\n- /reports/0/original/columns: in another order");
        Fail.MessageOf(() => spaced.Should().BeEquivalentTo(incident))
            .Should().EndWith("""- /reports/0/extensions: {"x": 1.0,"x":2}, not {"x":1.0,"x":2}""");
    }

    [Fact]
    public void Lists_in_which_an_id_stands_twice_are_compared_in_order()
    {
        ConflictDataset twice = Syria with { Tallies = [HalfYear, HalfYear] };
        Fail.MessageOf(() => (Syria with { Tallies = [HalfYear] }).Should().BeEquivalentTo(twice))
            .Should().EndWith("\n- /tallies/1: missing");
    }

    [Fact]
    public void Any_value_that_differs_is_the_one_difference_that_is_told()
    {
        // One place in nine, for time; nine is coprime to the members of most records, so that each kind comes up.
        ConflictDataset all = Everything.Dataset();
        (int places, int count) = (0, 0);
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(all, _ => ++places % 9 == 0))
        {
            string message = Fail.MessageOf(() => altered.Should().BeEquivalentTo(all));
            string[] lines = [.. message.Split('\n').Skip(1)];

            // Another id makes another record: one is missing, and one is not expected.
            lines.Should().HaveCount(Regex.IsMatch(pointer, @"^/\w+/\d+/id$") ? 2 : 1, $"{pointer} was altered: {message}");
            count++;
        }

        count.Should().BeGreaterThan(50);
    }

    [Fact]
    public void Nothing_of_a_person_is_quoted()
    {
        ConflictDataset all = Everything.Dataset();
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(
            all, pointer => pointer.StartsWith("/people/", StringComparison.Ordinal)))
        {
            Fail.MessageOf(() => altered.Should().BeEquivalentTo(all)).Split('\n').Skip(1)
                .Should().OnlyContain(line => Unquoted().IsMatch(line), pointer);
        }

        Fail.MessageOf(() => (all with { People = [] }).Should().BeEquivalentTo(all)).Should().EndWith("\n- /people: missing");
    }

    [Fact]
    public void A_record_alone_is_compared_from_its_own_place()
    {
        Tally tally = HalfYear with { Title = "other" };
        Fail.MessageOf(() => tally.Should().BeEquivalentTo(HalfYear, "{0} agree", "they")).Should().Be(
            """
            Expected tally to say what is expected because they agree, but these differ:
            - /title: "other", not "Killed by ISIS in the Syrian desert, first half of 2024"
            """);
        Toll toll = Ten with { Count = Estimate.Hedged(10, "some ten") };
        Fail.MessageOf(() => toll.Should().BeEquivalentTo(Ten)).Should().EndWith("""- /count: {"best":10,"wording":"some ten"}, not 10""");
        Incident incident = Syria.Incidents[0] with { Description = null };
        Fail.MessageOf(() => incident.Should().BeEquivalentTo(Syria.Incidents[0]))
            .Should().EndWith("- /description: missing, \"An ambush in Syria's desert that killed militiamen and two herders.\"");
    }

    [Fact]
    public void A_long_value_is_cut_between_characters()
    {
        ConflictDataset dataset = new() { Title = new string('a', 118) + "😀😀" };
        string line = Fail.MessageOf(() => dataset.Should().BeEquivalentTo(new ConflictDataset { Title = "b" })).Split('\n')[1];
        line.Should().Be($"- /title: \"{new string('a', 118)}..., not \"b\"");
    }

    [Fact]
    public void Nothing_is_no_record()
    {
        Tally? none = null;
        Fail.MessageOf(() => none.Should().BeEquivalentTo(HalfYear)).Should().EndWith("\n- it is null");
        none.Should().NotBeEquivalentTo(HalfYear);
        FluentActions.Invoking(() => HalfYear.Should().BeEquivalentTo(null!)).Should().Throw<ArgumentNullException>();
    }

    [GeneratedRegex(@"^- /people/\d+(/[A-Za-z0-9]+)*: (another value|missing|not expected)$")]
    private static partial Regex Unquoted();
}

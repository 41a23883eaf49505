using ConflictModel.Catalogs;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

/// <summary>Which running totals lie within others, by the days that they count and the day up to which they were published.</summary>
public class RunningTotalTests
{
    [Fact]
    public void A_total_that_was_published_later_lies_within_the_same_days_counted_once()
    {
        Tally month = Running("month", "2024-01-01/2024-01-31", 100, null) with { Cumulative = false };
        Exceeded(month, Running("later", "2024-01-01/2024-01-31", 110, "2024-02-05")).Should().Equal("month");
        Exceeded(month, Running("later", "2024-01-01/2024-01-31", 100, "2024-02-05")).Should().BeEmpty();
    }

    [Fact]
    public void A_part_of_a_country_that_was_published_later_lies_within_it()
    {
        Tally country = Running("country", "2024-01-01/2024-01-31", 100, "2024-01-31");
        country = country with { Scope = country.Scope with { Regions = [KnownRegions.Syria] } };
        Exceeded(country, Running("homs", "2024-01-01/2024-01-31", 110, "2024-02-05")).Should().Equal("country");
    }

    [Fact]
    public void A_total_from_a_later_day_lies_within_one_from_an_earlier_however_late_it_was_published() =>
        Exceeded(
            Running("whole", "2024-01-01/2024-01-31", 100, "2024-01-31"), Running("rest", "2024-01-10/2024-01-31", 110, "2024-02-05"))
            .Should().Equal("whole");

    [Fact]
    public void A_total_that_goes_on_from_another_is_not_exceeded_by_what_was_published_after_it() =>
        Exceeded(
            Running("first", "2024-01-01/2024-01-31", 100, "2024-01-31"), Running("again", "2024-01-01/2024-01-31", 110, "2024-02-05"))
            .Should().BeEmpty("it was counted again");

    [Fact]
    public void Of_two_totals_up_to_one_day_the_lower_is_exceeded() =>
        Exceeded(
            Running("one", "2024-01-01/2024-01-31", 110, "2024-01-31"), Running("other", "2024-01-01/2024-01-31", 100, "2024-01-31"))
            .Should().Equal("other");

    [Fact]
    public void Places_and_perpetrators_are_the_same_in_whatever_order_they_are_named()
    {
        Tally Over(Tally tally, RegionId[] regions, ActorId[] actors) =>
            tally with { Scope = tally.Scope with { Regions = [.. regions], AttributedTo = [.. actors] } };
        Tally one = Running("one", "2024-01-01/2024-01-30", 110, "2024-01-30"), other = Running("other", "2024-01-01/2024-01-31", 90, null);
        RegionId[] regions = [KnownRegions.Homs, KnownRegions.Raqqa];
        ActorId[] actors = [KnownActors.Isis, KnownActors.Sdf];
        Falls(Over(one, regions, []), Over(other, [regions[1], regions[0]], [])).Should().BeTrue();
        Falls(Over(one, [], actors), Over(other, [], [actors[1], actors[0]])).Should().BeTrue();
        Falls(Over(one, regions, []), Over(other, [regions[1]], [])).Should().BeFalse();

        static bool Falls(params Tally[] tallies) => Findings(tallies).Any(finding => finding.Code == FindingCodes.CumulativeFall);
    }

    [Theory]
    [InlineData("2024-01-01/2024-01-31", true)]
    [InlineData("2024-01-01/2024-01-3X", false)]
    public void Without_a_day_of_publication_a_total_goes_up_to_the_end_of_its_period_where_that_is_known(string period, bool isKnown) =>
        Findings(
            Running("to-01", "2024-01-01/2024-01-01", 100, null),
            Running("rest", "2024-01-02/2024-01-31", 40, null) with { Cumulative = false },
            Running("to-31", period, 150, null)).Select(finding => finding.Code)
            .Should().Equal(isKnown ? [FindingCodes.IncrementDiffers] : []);

    private static Tally Running(string id, string period, long killed, string? asOf) => new()
    {
        Id = TallyId.From(id),
        Cumulative = true,
        AsOf = asOf is null ? null : new ReportedDate(UncertainDate.Parse(asOf)),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse(period)), Regions = [KnownRegions.Homs] },
        Report = Fake.ReportOf("s", killed),
    };

    private static IEnumerable<string> Exceeded(params Tally[] tallies) =>
        from finding in Findings(tallies)
        where finding.Code == FindingCodes.ExceedsTally
        select tallies[int.Parse(finding.Pointer.ToString().Split('/')[2], System.Globalization.CultureInfo.InvariantCulture)].Id.Value;

    private static ValueList<Finding> Findings(params Tally[] tallies) =>
        (Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = tallies.ToValueList() }).Validate();
}

using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.People;

public class DaySpanTests
{
    [Theory]
    [InlineData("2024-07-03", "2024-07-03", Agreement.Same)]
    [InlineData("2024-07-03", "2024-07-04", Agreement.Compatible)]
    [InlineData("2024-07-03", "2024-07-05", Agreement.Differs)]
    [InlineData("2024-07-03", "2024-03-07", Agreement.Compatible)]
    [InlineData("2024-07-12", "2024-12-07", Agreement.Compatible)]
    [InlineData("2024-07-13", "2024-07-20", Agreement.Differs)]
    [InlineData("2024-07-03", "2023-03-07", Agreement.Differs)]
    [InlineData("2024-07-03", "2024-07", Agreement.Compatible)]
    [InlineData("2024-08-01", "2024-07", Agreement.Compatible)]
    [InlineData("2024-08-02", "2024-07", Agreement.Differs)]
    [InlineData("2024-07", "2024-07", Agreement.Compatible)]
    [InlineData("2024-07", "2024-09", Agreement.Differs)]
    [InlineData("2024-07-03", "[2024-07-01..2024-08-01]", Agreement.Compatible)]
    [InlineData("2024-07-03", "[2024-07-01..2024-08-02]", Agreement.NotKnown)]
    [InlineData("2024-07-03", "2024", Agreement.NotKnown)]
    [InlineData("2024-07-03", "2022", Agreement.Differs)]
    [InlineData("2024-07-03", null, Agreement.NotKnown)]
    [InlineData(null, null, Agreement.NotKnown)]
    public void A_day_beside_it_and_one_with_day_and_month_swapped_may_be_the_same(string? one, string? other, Agreement agreement)
    {
        On(one).Compare(On(other)).Should().Be(agreement);
        On(other).Compare(On(one)).Should().Be(agreement);
    }

    [Theory]
    [InlineData("2024-07-03", "2024-07-02", "2024-07-04", "2024-03-07")]
    [InlineData("2024-07-13", "2024-07-12", "2024-07-14")]
    [InlineData("2024-07-07", "2024-07-06", "2024-07-08")]
    [InlineData("2024-07-12", "2024-07-11", "2024-07-13", "2024-12-07")]
    [InlineData("2024-07")]
    public void Its_slips_are_the_days_beside_it_and_the_swapped_one(string day, params string[] slips) =>
        On(day).Slips().Should().Equal(slips.Select(slip => On(slip).Exact!.Value));

    [Fact]
    public void Only_a_whole_date_is_an_exact_day()
    {
        On("2024-07").Exact.Should().BeNull();
        On(null).Exact.Should().BeNull();
        On("1970-01-01").Exact.Should().Be(0);
        On("1969-12-31").Exact.Should().Be(-1);
    }

    private static DaySpan On(string? day) => DaySpan.Of(day is null ? null : new ReportedDate(UncertainDate.Parse(day)));
}

using ConflictModel.Time;

namespace ConflictModel.Tests.Time;

/// <summary>Dates of too many readings to list stand for all of them at once, and how long each of them is stays known.</summary>
public class ManyReadingsTests
{
    private static readonly DateConventions Fuzzy = new() { Fuzziness = FuzzinessConvention.OneUnit };

    [Theory]
    [InlineData("2024", "XXXX-XX", Truth.No)]
    [InlineData("2024-06", "XXXX-XX", Truth.Unknown)]
    [InlineData("2024-06", "XXXX-XX-XX", Truth.No)]
    [InlineData("2024-06-01/2024-06-02", "XXXX-XX-XX", Truth.No)]
    [InlineData("2024-06-01", "XXXX-XX-XX", Truth.Unknown)]
    public void What_is_longer_than_any_reading_is_within_none(string longer, string many, Truth answer) =>
        UncertainDate.Parse(longer).During(UncertainDate.Parse(many)).Should().Be(answer);

    [Theory]
    [InlineData("2024-06-01/2024-07-20", "XXXX-XX~", Truth.Unknown)]
    [InlineData("2024-06-01/2024-06-02", "XXXX-XX-XX~", Truth.No)]
    public void A_month_that_is_widened_may_be_longer_than_one_and_a_day_is_still_a_day(string longer, string many, Truth answer) =>
        UncertainDate.Parse(longer).During(UncertainDate.Parse(many), Fuzzy).Should().Be(answer);
}

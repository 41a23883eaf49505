using ConflictModel.Hierarchies;
using NodaTime;

namespace ConflictModel.Tests.Hierarchies;

public class LinkPeriodTests
{
    [Theory]
    [InlineData("2012/2024-12-08", "2012-06-01", Truth.Unknown)]
    [InlineData("2012/2024-12-08", "2011-12-31", Truth.No)]
    [InlineData("2012/2024-12-08", "2012-12-31", Truth.Yes)]
    [InlineData("2012/2024-12-08", "2024-12-08", Truth.Yes)]
    [InlineData("2012/2024-12-08", "2024-12-09", Truth.No)]
    [InlineData("2012/2024-12", "2024-12-09", Truth.Unknown)]
    [InlineData("2012/..", "2030-01-01", Truth.Yes)]
    [InlineData("2012/", "2030-01-01", Truth.Unknown)]
    [InlineData("../2012", "1900-01-01", Truth.Yes)]
    [InlineData("/2012", "1900-01-01", Truth.Unknown)]
    [InlineData("2013", "2013-06-01", Truth.Yes)]
    [InlineData("2013", "2014-01-01", Truth.No)]
    [InlineData("2013-05", "2013-05-31", Truth.Yes)]
    [InlineData("2013-05-08~", "2013-05-08", Truth.Yes)]
    public void A_link_holds_on_a_day_or_not_or_perhaps(string period, string day, Truth holds)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        LinkPeriod.Of(new ReportedDate(UncertainDate.Parse(period))).Holds(date, date).Should().Be(holds);
    }

    [Fact]
    public void Over_a_stretch_of_days_it_holds_on_all_of_them_on_none_or_perhaps()
    {
        var period = LinkPeriod.Of(new ReportedDate(UncertainDate.Parse("2013-01-01/2014-01-01")));
        period.Holds(new(2013, 1, 1), new(2014, 1, 1)).Should().Be(Truth.Yes);
        period.Holds(new(2012, 12, 31), new(2014, 1, 1)).Should().Be(Truth.Unknown);
        period.Holds(new(2014, 1, 2), null).Should().Be(Truth.No);
        period.Holds(null, new(2013, 6, 1)).Should().Be(Truth.Unknown);
        default(LinkPeriod).Holds(null, null).Should().Be(Truth.Unknown);
    }
}

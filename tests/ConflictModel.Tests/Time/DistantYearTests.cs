using ConflictModel.Time;

namespace ConflictModel.Tests.Time;

/// <summary>Years of more than four digits, exponents and significant digits: what they may mean, and which comes first.</summary>
public class DistantYearTests
{
    [Theory]
    [InlineData("Y17E800S1/Y12E800", true)]
    [InlineData("Y19E800/Y15E800S1", true)]
    [InlineData("Y20E800/Y19E800S1", false)]
    [InlineData("Y15E800S2/Y1E801", false)]
    [InlineData("Y15E800S1/Y1E801", true)]
    [InlineData("Y19999E800/Y1E804S1", true)]
    [InlineData("Y1009E799/Y1E802S3", true)]
    [InlineData("Y101E800/Y1E802S3", false)]
    [InlineData("Y1E802S3/Y1E802", true)]
    [InlineData("Y17E800/Y17E800", true)]
    [InlineData("Y171E800/Y17E801S2", true)]
    [InlineData("Y171E800/Y17E801", false)]
    [InlineData("Y-17E800S1/Y-2E801", false)]
    [InlineData("Y-17E800S1/Y-1999E798", true)]
    [InlineData("Y-1E801/Y-15E800S1", true)]
    [InlineData("Y-1E801/Y-15E800S2", false)]
    [InlineData("Y-17E800/Y17E800", true)]
    [InlineData("Y17E800/Y-17E800", false)]
    [InlineData("Y17E800/Y-17E900", false)]
    public void An_interval_of_years_beyond_counting_may_begin_no_later_than_it_ends(string text, bool isDate) =>
        UncertainDate.TryParse(text, out _).Should().Be(isDate);

    [Theory]
    [InlineData("Y12345S3", "Y12299", "Y12300", "Y12399", "Y12400")]
    [InlineData("Y-12345S3", "Y-12400", "Y-12399", "Y-12300", "Y-12299")]
    [InlineData("Y1E4S3", "9999", "Y10000", "Y10099", "Y10100")]
    [InlineData("Y12345S5", "Y12344", "Y12345", "Y12345", "Y12346")]
    [InlineData("Y12345S9", "Y12344", "Y12345", "Y12345", "Y12346")]
    [InlineData("1950S3", "1949", "1950", "1959", "1960")]
    public void Significant_digits_leave_the_others_open(string text, string before, string first, string last, string after)
    {
        var date = UncertainDate.Parse(text);
        UncertainDate.Parse(before).Before(date).Should().Be(Truth.Yes);
        date.Before(UncertainDate.Parse(after)).Should().Be(Truth.Yes);
        date.Overlaps(UncertainDate.Parse($"{first}/{last}")).Should().Be(Truth.Yes);
        foreach (string possible in (string[])[first, last])
        {
            date.SameAs(UncertainDate.Parse(possible)).Should().Be(first == last ? Truth.Yes : Truth.Unknown);
        }
    }

    [Fact]
    public void A_year_of_as_many_significant_digits_as_it_has_is_that_year()
    {
        DateBounds bounds = UncertainDate.Parse("1950S4").Bounds();
        Dates.Iso(bounds.Start.Latest).Should().Be("1950-01-01");
        Dates.Iso(bounds.End.Earliest).Should().Be("1950-12-31");
    }

    [Theory]
    [InlineData("Y99999999999999", "Y100000000000000", Truth.Yes)]
    [InlineData("Y99999999999998", "Y99999999999999", Truth.Yes)]
    [InlineData("Y100000000000000", "Y100000000000001", Truth.Unknown)]
    [InlineData("Y-100000000000000", "Y-99999999999999", Truth.Yes)]
    [InlineData("Y-100000000000000", "Y100000000000000", Truth.Yes)]
    public void Years_are_counted_up_to_fourteen_digits(string one, string other, Truth before) =>
        UncertainDate.Parse(one).Before(UncertainDate.Parse(other)).Should().Be(before);
}

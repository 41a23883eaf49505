using System.Globalization;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Interchange.Tests.Mapping;

public class FieldCodeTests
{
    [Theory]
    [InlineData(1, "2016-01-05", "2016-01-05", "2016-01-05")]
    [InlineData(2, "2016-01-05", "2016-01-06", "[2016-01-05..2016-01-06]")]
    [InlineData(3, "2016-01-05", "2016-01-11", "[2016-01-05..2016-01-11]")]
    [InlineData(4, "2016-02-01", "2016-02-29", "2016-02-XX")]
    [InlineData(4, "2016-02-01", "2016-02-28", "[2016-02-01..2016-02-28]")]
    [InlineData(5, "2016-01-01", "2016-12-31", "2016-XX-XX")]
    [InlineData(5, "2016-01-01", "2016-03-31", "[2016-01-01..2016-03-31]")]
    public void A_UCDP_date_is_one_day_of_its_span_and_comes_back(int precision, string start, string end, string text)
    {
        var code = new UcdpDate(precision, Day(start), Day(end));

        code.IsConsistent.Should().BeTrue();
        code.TryToUncertainDate(out UncertainDate date, out ValueList<string> losses).Should().BeTrue();
        losses.Should().BeEmpty();
        date.ToString().Should().Be(text);
        UncertainDate.Parse(text).Should().Be(date);
        UcdpDate.TryFrom(date, out UcdpDate back, out losses).Should().BeTrue();
        back.Should().Be(code);
        losses.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2016-01-05?", 1, "that the date is uncertain or approximate")]
    [InlineData("2016-01-05T10:00:00Z", 1, "the time of day")]
    [InlineData("2016-01-05/2016-01-07", 2, "that it lasted for the whole span")]
    [InlineData("2016-01", 4, "that it lasted for the whole span")]
    [InlineData("[2016-01-05,2016-01-11]", 3, "that some days of the span are ruled out")]
    [InlineData("2016-XX-31", 5, "that some days of the span are ruled out")]
    [InlineData("2016-21~", 5, "that the date is uncertain or approximate", "that it lasted for the whole span", "that it names a season")]
    [InlineData("{2016-01-05,2016-01-06}", 2, "that it lasted for the whole span")]
    public void What_a_UCDP_code_cannot_say_is_reported(string text, int precision, params string[] expected)
    {
        UcdpDate.TryFrom(UncertainDate.Parse(text), out UcdpDate code, out ValueList<string> losses).Should().BeTrue();

        code.Precision.Should().Be(precision);
        losses.Should().Equal(expected);
    }

    [Theory]
    [InlineData("2016/..", "the date, since an end is open, unknown or out of range")]
    [InlineData("/", "the date, since an end is open, unknown or out of range")]
    [InlineData("Y20160", "the date, since an end is open, unknown or out of range")]
    [InlineData("2016/2018", "that it lasted for the whole span", "the date, since no code is as vague")]
    public void What_no_code_can_hold_is_refused_with_the_reason(string text, params string[] expected)
    {
        UcdpDate.TryFrom(UncertainDate.Parse(text), out _, out ValueList<string> losses).Should().BeFalse();
        losses.Should().Equal(expected);
        AcledDate.TryFrom(UncertainDate.Parse(text), out _, out losses).Should().BeFalse();
        losses.Should().Equal(expected);
    }

    [Fact]
    public void A_UCDP_precision_beside_its_dates_is_kept_as_a_loss()
    {
        var odd = new UcdpDate(4, new LocalDate(2016, 1, 5), new LocalDate(2016, 1, 5));
        odd.IsConsistent.Should().BeFalse();
        odd.TryToUncertainDate(out UncertainDate date, out ValueList<string> losses).Should().BeTrue();
        date.ToString().Should().Be("2016-01-05");
        losses.Should().Equal("the precision, which does not follow from the dates");

        new UcdpDate(1, new LocalDate(2016, 1, 5), new LocalDate(2016, 1, 4)).TryToUncertainDate(out _, out _).Should().BeFalse();
    }

    [Theory]
    [InlineData(1, "2024-02-10", "2024-02-10")]
    [InlineData(2, "2024-02-10", "[2024-02-07..2024-02-13]")]
    [InlineData(3, "2024-02-15", "2024-02-XX")]
    public void An_ACLED_date_comes_back(int precision, string day, string text)
    {
        var code = new AcledDate(precision, Day(day));

        code.TryToUncertainDate(out UncertainDate date).Should().BeTrue();
        date.ToString().Should().Be(text);
        AcledDate.TryFrom(date, out AcledDate back, out ValueList<string> losses).Should().BeTrue();
        back.Should().Be(code);
        losses.Should().BeEmpty();
        new AcledDate(0, Day(day)).TryToUncertainDate(out _).Should().BeFalse();
    }

    [Fact]
    public void An_ACLED_code_wider_than_the_date_says_so()
    {
        AcledDate.TryFrom(UncertainDate.Parse("[2024-02-07..2024-02-09]"), out AcledDate code, out ValueList<string> losses)
            .Should().BeTrue();
        code.Should().Be(new AcledDate(2, new LocalDate(2024, 2, 8)));
        losses.Should().Equal("its exact limits");
        AcledDate.TryFrom(UncertainDate.Parse("[2024-01-20..2024-02-09]"), out _, out losses).Should().BeFalse();
        losses.Should().Equal("the date, since no code is as vague");
    }

    [Theory]
    [InlineData(1978, 6, 3, "", "1978-06-03")]
    [InlineData(1978, 6, 0, "June 1978", "1978-06-XX")]
    [InlineData(1978, 6, 0, "", "1978-06-XX")]
    [InlineData(1978, 6, 0, "June 3-7, 1978", "[1978-06-03..1978-06-07]")]
    [InlineData(1978, 0, 0, "1978", "1978-XX-XX")]
    [InlineData(1978, 0, 0, null, "1978-XX-XX")]
    [InlineData(1978, 0, 0, "06/03/1978 - 07/02/1978", "[1978-06-03..1978-07-02]")]
    [InlineData(1978, 6, 0, "June 3 - July 2, 1978", "[1978-06-03..1978-07-02]")]
    [InlineData(1978, 6, 0, "June 4, 1978", "1978-06-04")]
    public void A_GTD_date_is_read_from_numbers_and_words(int year, int month, int day, string? words, string text)
    {
        new GtdDate(year, month, day, words).TryToUncertainDate(out UncertainDate date, out ValueList<string> losses).Should().BeTrue();

        losses.Should().BeEmpty();
        date.ToString().Should().Be(text);
    }

    [Theory]
    [InlineData("Late Summer 1978")]
    [InlineData("May 1978")]
    [InlineData("-")]
    [InlineData("June 9-3, 1978")]
    public void GTD_words_that_cannot_be_read_or_contradict_are_a_loss(string words)
    {
        new GtdDate(1978, 6, 0, words).TryToUncertainDate(out UncertainDate date, out ValueList<string> losses).Should().BeTrue();

        losses.Should().Equal("the wording of the approximate date");
        date.ToString().Should().Be("1978-06-XX");
        new GtdDate(1978, 13, 0, words).TryToUncertainDate(out _, out _).Should().BeFalse();
    }

    [Fact]
    public void A_leap_year_but_one_day_is_no_whole_year_to_GTD()
    {
        var date = UncertainDate.SomeDayBetween(new LocalDate(1996, 1, 1), new LocalDate(1996, 12, 30));

        GtdDate.TryFrom(date, out GtdDate code, out _).Should().BeTrue();
        code.Should().Be(new GtdDate(1996, 0, 0, "01/01/1996 - 12/30/1996"));
    }

    [Fact]
    public void One_day_of_any_span_comes_back_from_every_code_that_holds_it() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 364]).Sample((start, length) =>
        {
            LocalDate first = new LocalDate(1970, 1, 1).PlusDays(start);
            var date = UncertainDate.SomeDayBetween(first, first.PlusDays(length));

            UcdpDate.TryFrom(date, out UcdpDate ucdp, out ValueList<string> losses).Should().BeTrue();
            losses.Should().BeEmpty();
            ucdp.TryToUncertainDate(out UncertainDate back, out _).Should().BeTrue();
            (back.Earliest, back.Latest).Should().Be((date.Earliest, date.Latest));

            GtdDate.TryFrom(date, out GtdDate gtd, out losses).Should().BeTrue();
            losses.Should().BeEmpty();
            gtd.TryToUncertainDate(out back, out losses).Should().BeTrue();
            losses.Should().BeEmpty();
            (back.Earliest, back.Latest).Should().Be((date.Earliest, date.Latest));
        });

    [Fact]
    public void A_week_at_the_end_of_the_calendar_is_what_there_is_of_it()
    {
        new AcledDate(2, LocalDate.MinIsoValue.PlusDays(1)).TryToUncertainDate(out UncertainDate date).Should().BeTrue();
        (date.Earliest, date.Latest).Should().Be((LocalDate.MinIsoValue, LocalDate.MinIsoValue.PlusDays(4)));
        new AcledDate(2, LocalDate.MaxIsoValue).TryToUncertainDate(out date).Should().BeTrue();
        (date.Earliest, date.Latest).Should().Be((LocalDate.MaxIsoValue.PlusDays(-3), LocalDate.MaxIsoValue));
    }

    [Fact]
    public void Every_published_date_code_comes_back()
    {
        List<string[]> rows = PublishedFiles.Cells(PublishedFiles.PathOf(PublishedFiles.Syria));
        int precision = Array.IndexOf(rows[0], "date_prec");
        int start = Array.IndexOf(rows[0], "date_start");
        int end = Array.IndexOf(rows[0], "date_end");
        foreach (string[] row in rows.Skip(1))
        {
            var code = new UcdpDate(int.Parse(row[precision], CultureInfo.InvariantCulture), Day(row[start][..10]), Day(row[end][..10]));
            code.IsConsistent.Should().BeTrue();
            code.TryToUncertainDate(out UncertainDate date, out _).Should().BeTrue();
            UcdpDate.TryFrom(date, out UcdpDate back, out ValueList<string> losses).Should().BeTrue();
            back.Should().Be(code);
            losses.Should().BeEmpty();
        }
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}

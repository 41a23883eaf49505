using System.Text;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Time;

public class UncertainDateTests
{
    [Theory]
    [InlineData("2024-06-03", true)]
    [InlineData("2024-06-03T10:00:00Z", true)]
    [InlineData("2024-06-XX", true)]
    [InlineData("20XX-02-2X", true)]
    [InlineData("[2024-06-03,2024-08-01..2024-08-04]", true)]
    [InlineData("2024-06-03/2024-06-03", true)]
    [InlineData("2024-06", false)]
    [InlineData("2024-XX", false)]
    [InlineData("201X", false)]
    [InlineData("2024-06-03/2024-06-04", false)]
    [InlineData("2024-06-XX/2024-06-XX", false)]
    [InlineData("[2024-06-03,2024-07]", false)]
    [InlineData("{2024-06-03,2024-06-05}", false)]
    [InlineData("2024-06-03/..", false)]
    [InlineData("/", false)]
    public void One_day_is_told_from_what_may_last(string text, bool isOneDay) => UncertainDate.Parse(text).IsOneDay.Should().Be(isOneDay);

    [Theory]
    [InlineData("2024-21", true)]
    [InlineData("2024-32", true)]
    [InlineData("2024-24/2025-03", true)]
    [InlineData("2024-01/2025-21", true)]
    [InlineData("{2023,2024-25~}", true)]
    [InlineData("2024-12", false)]
    [InlineData("2024-33", false)]
    [InlineData("2024-40", false)]
    [InlineData("2024-06-25", false)]
    [InlineData("../2024", false)]
    [InlineData("Y20240", false)]
    public void A_season_is_found_wherever_it_stands(string text, bool hasSeason) =>
        UncertainDate.Parse(text).HasSeason.Should().Be(hasSeason);

    [Fact]
    public void Some_day_of_a_month_or_year_is_written_with_unspecified_digits()
    {
        UncertainDate.SomeDayOf(new YearMonth(2024, 6)).Should().Be(UncertainDate.Parse("2024-06-XX"));
        UncertainDate.SomeDayOf(new YearMonth(-44, 3)).ToString().Should().Be("-0044-03-XX");
        UncertainDate.SomeDayOf(2024).Should().Be(UncertainDate.Parse("2024-XX-XX"));
        ((Action)(() => UncertainDate.SomeDayOf(10_000))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void The_default_is_a_period_of_which_nothing_is_known()
    {
        var unknown = default(UncertainDate);

        unknown.ToString().Should().Be("/");
        unknown.Should().Be(UncertainDate.Parse("/"));
        unknown.Form.Should().Be(DateForm.Interval);
        unknown.Level.Should().Be(1);
        unknown.Start.Should().Be(new DateEnd(null, null, DateEndKind.Unknown));
    }

    [Theory]
    [InlineData("2004-02-15/2004-02")]
    [InlineData("2004-02-15/2004")]
    [InlineData("2004-12/2004")]
    [InlineData("2004/2004-01-01")]
    [InlineData("../..")]
    [InlineData("../")]
    [InlineData("/..")]
    [InlineData("-1985-04-12T13:59:60+14:00")]
    [InlineData("2016-12-31T23:59:60Z")]
    [InlineData("2016-12-31T24:00:00")]
    [InlineData("2016-12-31T10:14:60")]
    [InlineData("2017-01-01T05:29:60+05:30")]
    [InlineData("2016-12-31T16:59:60-07")]
    [InlineData("2016-12-31T05:59:60-18:00")]
    [InlineData("-20XX-XX-X1?")]
    [InlineData("?-2004~-~06?-%11~")]
    [InlineData("?-2004~-~06?-%11~/~-2003?-?06~-~11%")]
    [InlineData("~Y-17E7S1?")]
    [InlineData("?1950S2/Y17E900000000")]
    [InlineData("[1984]")]
    [InlineData("{1984..1984}")]
    [InlineData("[2024-33..2025-36]")]
    [InlineData("{Y10000..Y10002}")]
    [InlineData("[-0100..0100]")]
    [InlineData("2001-21?")]
    [InlineData("2001-21/2003-24")]
    [InlineData("-9999-12-31")]
    [InlineData("0000-02-29")]
    public void What_was_written_comes_back(string text)
    {
        var date = UncertainDate.Parse(text);

        date.ToString().Should().Be(text);
        UncertainDate.Parse(Encoding.UTF8.GetBytes(text)).Should().Be(date);
        $"{date}".Should().Be(text);
        Span<byte> bytes = stackalloc byte[64];
        date.TryFormat(bytes, out int written).Should().BeTrue();
        Encoding.UTF8.GetString(bytes[..written]).Should().Be(text);
        date.TryFormat(new char[text.Length - 1], out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("2004-06~-11", "~2004-~06-11")]
    [InlineData("2004-06-11%", "%2004-%06-%11")]
    [InlineData("2004?-06~-11", "%2004-~06-11")]
    [InlineData("Y17E7", "Y170000000")]
    [InlineData("Y20E2", "2000")]
    [InlineData("Y20E2/Y21E2", "2000/2100")]
    [InlineData("Y195E1S2", "1950S2")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12T23:20:30+00:00")]
    [InlineData("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00")]
    [InlineData("{1672,1671,1670}", "{1670..1672}")]
    [InlineData("[1670,1671..1673,1671..1672]", "[1670..1673]")]
    [InlineData("[2023-12,2024-01]", "[2023-12..2024-01]")]
    [InlineData("[2024-36,2025-33]", "[2024-36..2025-33]")]
    [InlineData("[..1984,1985]", "[..1985]")]
    [InlineData("[156X,156X,1984?]", "[1984?,156X]")]
    [InlineData("[1984,1985..]", "[1984..]")]
    [InlineData("{1985,1970,1971}", "{1970..1971,1985}")]
    [InlineData("{1670..1675,1671}", "{1670..1675}")]
    [InlineData("[2024-06,2024]", "[2024,2024-06]")]
    [InlineData("[2024-12-31,2025-01-01]", "[2024-12-31..2025-01-01]")]
    [InlineData("{2024-24,2025-21}", "{2024-24..2025-21}")]
    [InlineData("{2024-28,2025-25}", "{2024-28..2025-25}")]
    [InlineData("{2024-32,2025-29}", "{2024-32..2025-29}")]
    [InlineData("{2024-39,2025-37}", "{2024-39..2025-37}")]
    [InlineData("{2024-41,2025-40}", "{2024-41..2025-40}")]
    [InlineData("[Y17E70,Y18E70]", "[Y18E70,Y17E70]")]
    [InlineData("[Y17E70..Y18E70,Y17E70..Y19E70]", "[Y17E70..Y19E70,Y17E70..Y18E70]")]
    [InlineData("[1950S2,1960S2,1950S2]", "[1960S2,1950S2]")]
    [InlineData("{Y10002,Y10000,Y10001}", "{Y10000..Y10002}")]
    public void Texts_that_mean_the_same_are_equal(string one, string other)
    {
        var left = UncertainDate.Parse(one);
        var right = UncertainDate.Parse(other);

        (left == right).Should().BeTrue();
        left.GetHashCode().Should().Be(right.GetHashCode());
    }

    [Theory]
    [InlineData("2024-40", "2024-01/2024-06")]
    [InlineData("2024", "2024/2024")]
    [InlineData("2024?", "2024~")]
    [InlineData("2004-06~-11", "2004-06-11~")]
    [InlineData("1950S2", "1960S2")]
    [InlineData("1950S2", "1950S3")]
    [InlineData("1950S4", "1950")]
    [InlineData("1985-04-12T23:20:30Z", "1985-04-12T23:20:30")]
    [InlineData("[1984]", "{1984}")]
    [InlineData("[1670,1672]", "[1670..1672]")]
    [InlineData("2024-XX", "2024")]
    [InlineData("2024/", "2024/..")]
    [InlineData("Y17E7", "Y-17E7")]
    [InlineData("Y17E70", "Y17E71")]
    [InlineData("[Y17E70]", "[Y17E71]")]
    [InlineData("[Y17E70]", "[Y-17E70]")]
    [InlineData("[1950S2]", "[1950S3]")]
    [InlineData("{2024-24,2024-25}", "{2024-24}")]
    [InlineData("{1670,1672}", "{1670..1672}")]
    [InlineData("{1670..1672}", "{1670..1673}")]
    [InlineData("{1669..1672}", "{1670..1672}")]
    [InlineData("{1670..1672,1680}", "{1670..1672}")]
    [InlineData("1950S2/..", "1950S3/..")]
    [InlineData("../1950S2", "../1950S3")]
    [InlineData("1985-04-12T23:20:30", "1985-04-12T23:20:31")]
    [InlineData("1985-04-12T23:20:30", "1985-04-13T23:20:30")]
    [InlineData("2024-06", "2024-06-XX")]
    public void Texts_that_mean_something_else_are_not(string one, string other) =>
        (UncertainDate.Parse(one) != UncertainDate.Parse(other)).Should().BeTrue();

    [Theory]
    [InlineData("2024-06", "2024-06-01", "2024-06-01", "2024-06-30", "2024-06-30")]
    [InlineData("2024-06-XX", "2024-06-01", "2024-06-30", "2024-06-01", "2024-06-30")]
    [InlineData("2024-XX", "2024-01-01", "2024-12-01", "2024-01-31", "2024-12-31")]
    [InlineData("1950S2", "1900-01-01", "1999-01-01", "1900-12-31", "1999-12-31")]
    [InlineData("-1950S2", "-1999-01-01", "-1900-01-01", "-1999-12-31", "-1900-12-31")]
    [InlineData("2004-06/2006-08", "2004-06-01", "2004-06-30", "2006-08-01", "2006-08-31")]
    [InlineData("2004-06-XX/2004-06-03", "2004-06-01", "2004-06-03", "2004-06-03", "2004-06-03")]
    [InlineData("2004-XX-15/2004-06-10", "2004-01-15", "2004-05-15", "2004-06-10", "2004-06-10")]
    [InlineData("2004-06-10/2004-XX-05", "2004-06-10", "2004-06-10", "2004-07-05", "2004-12-05")]
    [InlineData("2004-06-10/", "2004-06-10", "2004-06-10", "2004-06-10", null)]
    [InlineData("/2004-06-10", null, "2004-06-10", "2004-06-10", "2004-06-10")]
    [InlineData("19XX-02-29", "1904-02-29", "1996-02-29", "1904-02-29", "1996-02-29")]
    [InlineData("-000X", "-0009-01-01", "-0001-01-01", "-0009-12-31", "-0001-12-31")]
    [InlineData("2023-X2-30", "2023-12-30", "2023-12-30", "2023-12-30", "2023-12-30")]
    [InlineData("[2023-01-05..2023-02-03]", "2023-01-05", "2023-02-03", "2023-01-05", "2023-02-03")]
    [InlineData("{2023-01-05..2023-02-03}", "2023-01-05", "2023-01-05", "2023-02-03", "2023-02-03")]
    [InlineData("{1960,1961-12}", "1960-01-01", "1960-01-01", "1961-12-31", "1961-12-31")]
    [InlineData("9999/Y10000", "9999-01-01", "9999-12-31", null, null)]
    [InlineData("-9999", null, null, null, null)]
    [InlineData("9999-24", "9999-12-01", "9999-12-01", null, null)]
    public void Bounds_are_exact(string text, string? startFirst, string? startLast, string? endFirst, string? endLast)
    {
        DateBounds bounds = UncertainDate.Parse(text).Bounds();

        Dates.Iso(bounds.Start.Earliest).Should().Be(startFirst);
        Dates.Iso(bounds.Start.Latest).Should().Be(startLast);
        Dates.Iso(bounds.End.Earliest).Should().Be(endFirst);
        Dates.Iso(bounds.End.Latest).Should().Be(endLast);
    }

    [Fact]
    public void Kinds_of_ends_tell_apart_open_from_unknown()
    {
        UncertainDate.Parse("2019/..").End.Kind.Should().Be(DateEndKind.Open);
        UncertainDate.Parse("2019/").End.Kind.Should().Be(DateEndKind.Unknown);
        UncertainDate.Parse("2019/Y99999").End.Kind.Should().Be(DateEndKind.Dated);
        UncertainDate.Parse("[..2019]").Start.Kind.Should().Be(DateEndKind.Open);
        foreach (string dated in (string[])["2024", "2024-06-03", "2024-06-03T10:00:00Z", "[2023,2024]", "Y20240"])
        {
            var date = UncertainDate.Parse(dated);
            (date.Start.Kind, date.End.Kind).Should().Be((DateEndKind.Dated, DateEndKind.Dated));
        }
    }

    [Fact]
    public void Factories_write_what_they_are_given()
    {
        var first = new LocalDate(2024, 1, 1);
        var last = new LocalDate(2024, 6, 30);

        UncertainDate.From(last).ToString().Should().Be("2024-06-30");
        UncertainDate.From(last).IsExactDay.Should().BeTrue();
        UncertainDate.FromYearMonth(2024, 6).ToString().Should().Be("2024-06");
        UncertainDate.FromYear(-44).ToString().Should().Be("-0044");
        UncertainDate.Between(first, last).ToString().Should().Be("2024-01-01/2024-06-30");
        UncertainDate.SomeDayBetween(first, last).ToString().Should().Be("[2024-01-01..2024-06-30]");
        UncertainDate.SomeDayBetween(first, first).ToString().Should().Be("2024-01-01");
        UncertainDate.From(last.WithCalendar(CalendarSystem.Julian)).ToString().Should().Be("2024-06-30");
    }

    [Fact]
    public void Factories_refuse_what_is_no_date()
    {
        var first = new LocalDate(2024, 1, 1);

        ((Action)(() => UncertainDate.FromYearMonth(2024, 21))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => UncertainDate.FromYear(10_000))).Should().Throw<ArgumentOutOfRangeException>();
        ((Action)(() => UncertainDate.Between(first, first.PlusDays(-1)))).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Nothing_is_no_date()
    {
        FluentActions.Invoking(() => UncertainDate.Parse((string)null!)).Should().Throw<ArgumentNullException>();
        UncertainDate.TryParse((string?)null, out UncertainDate date).Should().BeFalse();
        date.Should().Be(default(UncertainDate));
        FluentActions.Invoking(() => DateExplanation.Of(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => Spread.TryCreate(date, null!, out _)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void There_is_one_format_and_others_are_refused()
    {
        var date = UncertainDate.Parse("2024-06");
        (date.ToString("G", null), date.ToString(null, null), date.ToString("", null)).Should().Be(("2024-06", "2024-06", "2024-06"));
        FluentActions.Invoking(() => date.ToString("D", null)).Should().Throw<FormatException>();
        FluentActions.Invoking(() => date.TryFormat(new char[9], out _, "D")).Should().Throw<FormatException>();
        FluentActions.Invoking(() => date.TryFormat(new byte[9], out _, "D")).Should().Throw<FormatException>();
        date.TryFormat(new byte[6], out int written).Should().BeFalse();
        written.Should().Be(0);
        date.TryFormat(new char[7], out written).Should().BeTrue();
        written.Should().Be(7);
    }

    [Theory]
    [InlineData("2024-06?", 1)]
    [InlineData("2024?-06", 2)]
    [InlineData("2024-?06", 2)]
    [InlineData("2024-06-11?", 1)]
    [InlineData("2024-06-?11", 2)]
    [InlineData("-2024-06?", 1)]
    [InlineData("1XXX", 2)]
    [InlineData("20X4", 2)]
    [InlineData("202X-06", 2)]
    [InlineData("2024-X1", 2)]
    [InlineData("2024-XX-15", 2)]
    [InlineData("2024-06-X1", 2)]
    [InlineData("2024-24", 1)]
    [InlineData("2024-25", 2)]
    [InlineData("-2024", 1)]
    [InlineData("2024/2025", 0)]
    [InlineData("-0001/2024", 1)]
    [InlineData("2024/2025-24", 1)]
    [InlineData("2024/202X", 2)]
    [InlineData("202X/2029", 2)]
    [InlineData("Y20240/Y20250", 1)]
    [InlineData("[2024]", 2)]
    public void The_level_is_the_lowest_that_has_the_expression(string text, int level) =>
        UncertainDate.Parse(text).Level.Should().Be(level);

    [Fact]
    public void Qualifiers_are_gathered_from_all_parts()
    {
        UncertainDate.Parse("2004?-06-~11").Qualifiers.Should().Be(DateQualifiers.Uncertain | DateQualifiers.Approximate);
        UncertainDate.Parse("{2004,2005~}").Qualifiers.Should().Be(DateQualifiers.Approximate);
        UncertainDate.Parse("{2004?,2005?}").Qualifiers.Should().Be(DateQualifiers.Uncertain);
        UncertainDate.Parse("2004/2005~").Qualifiers.Should().Be(DateQualifiers.Approximate);
        UncertainDate.Parse("2004-06-11T10:00:00+01").Qualifiers.Should().Be(DateQualifiers.None);
    }

    [Fact]
    public void Common_forms_take_no_memory()
    {
        string[] texts = ["2024-07-03", "2024-07", "2024", "2024-40", "2024-07-XX", "2024-07-03?",
            "2019/..", "2024-01-01/2024-06-30", "[2024-01-01..2024-01-07]"];
        int hits = Count(texts);
        long before = GC.GetAllocatedBytesForCurrentThread();
        hits += Count(texts);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
        hits.Should().Be(2 * texts.Length);

        static int Count(string[] texts)
        {
            int count = 0;
            foreach (string text in texts)
            {
                if (UncertainDate.TryParse(text.AsSpan(), out UncertainDate date) && date.Earliest is not null && date.Level >= 0)
                {
                    count++;
                }
            }

            return count;
        }
    }

    [Fact]
    public void An_explanation_says_what_a_text_means_or_why_it_is_none()
    {
        var good = DateExplanation.Of("2024-40");
        good.IsValid.Should().BeTrue();
        good.Level.Should().Be(2);
        good.Earliest.Should().Be(new LocalDate(2024, 1, 1));
        good.Latest.Should().Be(new LocalDate(2024, 6, 30));
        good.Error.Should().BeNull();

        var bad = DateExplanation.Of("2024-13");
        bad.IsValid.Should().BeFalse();
        bad.Level.Should().BeNull();
        bad.Error!.Value.ToString().Should().StartWith("at 5: a month is");
    }
}

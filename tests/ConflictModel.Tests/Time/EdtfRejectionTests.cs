using ConflictModel.Time;

namespace ConflictModel.Tests.Time;

public class EdtfRejectionTests
{
    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData(" ", 0, "four digits")]
    [InlineData("2024-13", 5, "month is 01 to 12")]
    [InlineData("2024-00", 5, "month")]
    [InlineData("2024-20", 5, "21 to 41")]
    [InlineData("2024-42", 5, "21 to 41")]
    [InlineData("2024-2X", 5, "no month")]
    [InlineData("2024-7X", 5, "no month")]
    [InlineData("2024-07-4X", 8, "no date has these digits")]
    [InlineData("2023-02-29", 8, "no such day")]
    [InlineData("1960-06-31", 8, "no such day")]
    [InlineData("2024-06-00", 8, "day is 01 to 31")]
    [InlineData("2024-06-32", 8, "day is 01 to 31")]
    [InlineData("2023-02-3X", 8, "no date has these digits")]
    [InlineData("XXX1-02-29", 8, "no date has these digits")]
    [InlineData("2024-XX-32", 8, "day is 01 to 31")]
    [InlineData("2024-X4-31", 8, "no date")]
    [InlineData("20240703", 4, "more than four digits")]
    [InlineData("202", 3, "four digits")]
    [InlineData("-0000", 1, "no sign")]
    [InlineData("+2024", 0, "four digits")]
    [InlineData("2024-", 5, "two digits")]
    [InlineData("2024-7", 6, "two digits")]
    [InlineData("2024-07-", 8, "two digits")]
    [InlineData("2024-07-03-", 10, "nothing more is allowed")]
    [InlineData("2024-07-031", 10, "too many digits")]
    [InlineData("2024 ", 4, "spaces")]
    [InlineData(" 2024", 0, "four digits")]
    [InlineData("201x", 3, "four digits")]
    [InlineData("2024-40-05", 7, "no day")]
    [InlineData("2024-21T10:00:00", 7, "needs a day")]
    [InlineData("1984?~", 5, "only one qualifier")]
    [InlineData("?~1984", 1, "only one qualifier")]
    [InlineData("2024-07T10:00:00", 7, "needs a day")]
    [InlineData("2024-07-03?T10:00:00", 11, "no qualifiers")]
    [InlineData("2024-07-XXT10:00:00", 10, "no unspecified digits")]
    [InlineData("2024-07-03T10:00", 16, "hh:mm:ss")]
    [InlineData("2024-07-03T25:00:00", 11, "hour is 00 to 24")]
    [InlineData("2024-07-03T24:00:01", 11, "end of a day")]
    [InlineData("2024-07-03T10:60:00", 14, "minute")]
    [InlineData("2024-07-03T10:00:61", 17, "second")]
    [InlineData("2024-07-03T10:00:60Z", 17, "leap second")]
    [InlineData("2024-07-03T10:1:10", 15, "minute")]
    [InlineData("2024-07-03t10:00:00", 10, "not allowed here")]
    [InlineData("2024-07-03T10:00:00.5", 19, "not allowed here")]
    [InlineData("2024-07-03T10:00:00Z10", 20, "too many digits")]
    [InlineData("2024-07-03T10:00:00-00:00", 19, "with a plus")]
    [InlineData("2024-07-03T10:00:00+19", 20, "00 to 18")]
    [InlineData("2024-07-03T10:00:00+18:30", 19, "at most 18")]
    [InlineData("2024-07-03T10:00:00/2025", 19, "one slash")]
    [InlineData("2024/2025-01-01T10:00:00", 15, "time of day")]
    [InlineData("2025/2024", 5, "ends before it starts")]
    [InlineData("2004-02-01/2004-01", 11, "ends before")]
    [InlineData("0800/-0999", 5, "ends before")]
    [InlineData("2024-41/2024-40", 8, "ends before")]
    [InlineData("2012-24/2012-21", 8, "ends before")]
    [InlineData("Y17E8/2024", 6, "ends before")]
    [InlineData("Y17E800/Y16E800", 8, "ends before")]
    [InlineData("Y-16E800/Y-17E800", 9, "ends before")]
    [InlineData("2024//2025", 5, "one slash")]
    [InlineData("2024/2025/2026", 9, "one slash")]
    [InlineData("2024/.", 6, "two dots")]
    [InlineData("2024/...", 7, "not allowed here")]
    [InlineData("..", 2, "in an interval")]
    [InlineData("2024/open", 5, "an open end is written ..")]
    [InlineData("2024/Open", 5, "an open end is written ..")]
    [InlineData("open/2024", 0, "an open end is written ..")]
    [InlineData("unknown/2024", 0, "an unknown end is left empty")]
    [InlineData("2024/unknown", 5, "an unknown end is left empty")]
    [InlineData("unknown", 0, "an unknown end is left empty")]
    [InlineData("2024/ope", 5, "four digits")]
    [InlineData("Y2024", 1, "without Y")]
    [InlineData("Y", 1, "must follow the Y")]
    [InlineData("Y02024", 1, "begin with zero")]
    [InlineData("y170000002", 0, "four digits")]
    [InlineData("Y17E", 4, "follows the E")]
    [InlineData("Y17E0", 4, "positive")]
    [InlineData("Y17E9999999999", 14, "too large")]
    [InlineData("Y170000-02", 7, "no month")]
    [InlineData("1950S0", 5, "positive number of digits")]
    [InlineData("1950S", 5, "positive number of digits")]
    [InlineData("195XS2", 4, "no significant digits")]
    [InlineData("1950S2-05", 6, "no month")]
    [InlineData("2018E3", 4, "not allowed here")]
    [InlineData("[]", 1, "four digits")]
    [InlineData("[1984", 5, "not closed with ]")]
    [InlineData("{1984]", 5, "not allowed here")]
    [InlineData("[1984,]", 6, "four digits")]
    [InlineData("[1984, 1985]", 6, "four digits")]
    [InlineData("[1984]y", 6, "not allowed here")]
    [InlineData("[1984]/2000", 6, "one slash")]
    [InlineData("[..]", 3, "a date must follow")]
    [InlineData("[1984..1983]", 7, "range ends before")]
    [InlineData("[1984..1985-02]", 7, "of one kind")]
    [InlineData("[2024-33..2024-40]", 10, "of one kind")]
    [InlineData("[2024-21..2024-28]", 10, "of one kind")]
    [InlineData("[2024-01..2024-40]", 10, "of one kind")]
    [InlineData("[198X..1990]", 1, "all specified")]
    [InlineData("[1950S2..1990]", 1, "all specified")]
    [InlineData("[1984?..1990]", 1, "without qualifiers")]
    [InlineData("[1984,..1990]", 6, "first member")]
    [InlineData("[1984..,1990]", 7, "last member")]
    [InlineData("[..1984..]", 7, "one side only")]
    [InlineData("[1984/1985]", 5, "may not contain an interval")]
    [InlineData("[/1985]", 1, "may not contain an interval")]
    [InlineData("[2024-01-01T10:00:00]", 11, "time of day")]
    public void A_text_that_is_no_date_is_rejected_where_it_goes_wrong(string text, int position, string reason)
    {
        UncertainDate.TryParse(text, out UncertainDate date).Should().BeFalse();

        date.Should().Be(default(UncertainDate));
        DateParseError error = DateExplanation.Of(text).Error!.Value;
        error.Position.Should().Be(position);
        error.Reason.Should().Contain(reason);
    }

    [Fact]
    public void Parse_throws_its_own_exception_with_position_and_reason()
    {
        Func<UncertainDate> parse = () => UncertainDate.Parse("2023-02-29");

        parse.Should().Throw<DateParseException>().WithMessage("'2023-02-29' is not an EDTF date, at 8: the month has no such day.")
            .Where(error => error.Error.Position == 8 && error.Text == "2023-02-29")
            .And.Should().BeAssignableTo<FormatException>();
    }

    [Fact]
    public void A_text_beyond_the_limit_is_rejected_unread()
    {
        string text = "{" + string.Join(",", Enumerable.Repeat("2024", 4000)) + "}";

        UncertainDate.TryParse(text, out _).Should().BeFalse();
        DateExplanation.Of(text).Error!.Value.Position.Should().Be(UncertainDate.MaxLength);
    }

    [Fact]
    public void Bytes_that_are_not_ascii_are_rejected_where_they_stand()
    {
        UncertainDate.TryParse("2024-0٣"u8, out _).Should().BeFalse();
        Func<UncertainDate> parse = () => UncertainDate.Parse("2024-0٣"u8);
        parse.Should().Throw<DateParseException>().Where(error => error.Error.Position == 6 && error.Text == "2024-0٣");
    }
}

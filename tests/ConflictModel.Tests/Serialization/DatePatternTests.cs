using System.Text.Json;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Time;
using ConflictModel.Time;
using CsCheck;
using NodaTime.Text;

namespace ConflictModel.Tests.Serialization;

public class DatePatternTests
{
    private static readonly string[] All =
        [DatePattern.Date, DatePattern.Interval, DatePattern.Time, DatePattern.OneOf, DatePattern.AllOf];

    // What the patterns can't say, as the reader says it.
    private static readonly string[] Unsaid =
    [
        "the interval ends before it starts", "the range ends before it starts", "a leap second comes at 23:59:60 of UTC only",
        "a range is open on one side only", "a range in a set begins and ends with dates whose digits are all specified",
        "a range in a set begins and ends with dates without qualifiers", "a range in a set begins and ends with dates of one kind",
        "a month is 01 to 12, and a season, quarter, four-month period or half is 21 to 41", "a day is 01 to 31",
        "the month has no such day", "no date has these digits", "no month has these digits", "the year zero has no sign",
    ];

    [Fact]
    public void The_schema_has_the_patterns_that_are_put_together_here()
    {
        JsonElement definitions = JsonDocument.Parse(DatasetJson.Schema).RootElement.GetProperty("$defs");
        definitions.GetProperty("uncertainDate").GetProperty("anyOf").EnumerateArray()
            .Select(form => form.GetProperty("pattern").GetString())
            .Should().Equal(All);
        Pattern(definitions.GetProperty("vintage").GetProperty("anyOf")[1], "day").Should().Be(DatePattern.Day);
        JsonElement log = JsonDocument.Parse(RevisionLogJson.Schema).RootElement.GetProperty("$defs");
        Pattern(log.GetProperty("tombstone"), "deleted").Should().Be(DatePattern.Instant);
    }

    [Fact]
    public void Every_date_that_is_read_is_of_one_pattern_and_what_is_of_one_is_read_but_for_what_no_pattern_says()
    {
        int read = 0, unread = 0;
        Gen.Select(Edtf.Text, Gen.Int[0, 3], Gen.Int[0, 99], Gen.Char["X029-/.?%TYS],[ "])
            .Sample(
                (text, change, at, to) =>
                {
                    string mangled = change switch
                    {
                        0 => text.Remove(at % text.Length, 1),
                        1 => text.Insert(at % text.Length, to.ToString()),
                        2 => text[..(at % text.Length)] + to + text[((at % text.Length) + 1)..],
                        _ => text,
                    };
                    Interlocked.Increment(ref Compare(mangled) ? ref read : ref unread);
                },
                iter: Turn.Of(60_000));
        read.Should().BeGreaterThan(Turn.Of(10_000));
        unread.Should().BeGreaterThan(Turn.Of(10_000));
    }

    [Fact]
    public void Of_a_day_the_pattern_says_all_whatever_its_digits()
    {
        string[] years =
            ["2023", "2024", "1900", "2000", "0000", "-0004", "-0000", "-000X", "202X", "20X3", "20X4", "XXX1", "X100", "X200", "19X0"];
        string[] parts = [.. from a in "0123456789X" from b in "0123456789X" select $"{a}{b}"];
        foreach (string year in years)
        {
            foreach (string month in parts)
            {
                foreach (string day in parts)
                {
                    string text = $"{year}-{month}-{day}";
                    SchemaCheck.Matches(DatePattern.Date, text).Should().Be(UncertainDate.TryParse(text, out _), text);
                }

                SchemaCheck.Matches(DatePattern.Date, $"{year}-{month}").Should().Be(UncertainDate.TryParse($"{year}-{month}", out _));
            }
        }
    }

    [Theory]
    [InlineData("2024-07-03\n")]
    [InlineData(" 2024")]
    [InlineData("2024-7-3")]
    [InlineData("03.07.2024")]
    [InlineData("July 2024")]
    [InlineData("٢٠٢٤-٠٧-٠٣")]
    [InlineData("2024-02-30")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("open/2024")]
    [InlineData("Y2024")]
    [InlineData("2024-07-03T10:00")]
    [InlineData("2024-07-03T10:00:00.5Z")]
    [InlineData("[2024")]
    [InlineData("[]")]
    [InlineData("{2019,,2021}")]
    [InlineData("2024/2025/2026")]
    [InlineData("")]
    public void What_people_write_for_dates_and_is_none_is_of_no_pattern(string text) => Compare(text).Should().BeFalse();

    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]
    [InlineData("1900-02-29", false)]
    [InlineData("2000-02-29", true)]
    [InlineData("-0004-02-29", true)]
    [InlineData("-0000-02-29", true)]
    [InlineData("-0001-02-29", false)]
    [InlineData("2024-06-31", false)]
    [InlineData("2024-6-1", false)]
    public void The_day_of_a_vintage_is_a_day_of_the_calendar(string text, bool isDay)
    {
        SchemaCheck.Matches(DatePattern.Day, text).Should().Be(isDay);
        LocalDatePattern.Iso.Parse(text).Success.Should().Be(isDay);
        SchemaCheck.Matches(DatePattern.Instant, text + "T23:59:59Z").Should().Be(isDay);
        InstantPattern.General.Parse(text + "T23:59:59Z").Success.Should().Be(isDay);
    }

    // Whether it is read; one that is must be of one pattern, one that is not of none, or for a reason that no pattern says.
    private static bool Compare(string text)
    {
        bool matches = All.Count(pattern => SchemaCheck.Matches(pattern, text)) is var count && count > 0;
        count.Should().BeLessThan(2, text);
        if (DateExplanation.Of(text).Error is not { } error)
        {
            matches.Should().BeTrue(text);
            return true;
        }

        if (matches)
        {
            Unsaid.Should().Contain(error.Reason, text);
            SchemaCheck.Matches(DatePattern.Date, text).Should().BeFalse($"{text}: of one date a pattern says all");
        }

        return false;
    }

    private static string? Pattern(JsonElement record, string member) =>
        record.GetProperty("properties").GetProperty(member).GetProperty("pattern").GetString();
}

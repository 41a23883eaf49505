using ConflictModel.Time;
using CsCheck;
using NodaTime;
using NodaTime.Calendars;

namespace ConflictModel.Tests.Time;

public class BucketSchemeTests
{
    public static TheoryData<string, string, string, string, string> Examples => new()
    {
        { "day", "2024-07-03", "2024-07-03", "2024-07-03", "2024-07-03" },
        { "ISO week", "2024-07-03", "2024-07-01", "2024-07-07", "2024-W27" },
        { "ISO week", "2024-12-31", "2024-12-30", "2025-01-05", "2025-W01" },
        { "ACLED week", "2024-07-03", "2024-06-29", "2024-07-05", "2024-06-29/2024-07-05" },
        { "month", "2024-02-10", "2024-02-01", "2024-02-29", "2024-02" },
        { "quarter", "2024-07-03", "2024-07-01", "2024-09-30", "2024-35" },
        { "half", "2024-07-03", "2024-07-01", "2024-12-31", "2024-41" },
        { "year", "2024-07-03", "2024-01-01", "2024-12-31", "2024" },
        { "month", "-0001-12-31", "-0001-12-01", "-0001-12-31", "-0001-12" },
    };

    private static readonly BucketScheme[] All =
    [
        BucketScheme.Day, BucketScheme.IsoWeek, BucketScheme.AcledWeek, BucketScheme.Month, BucketScheme.Quarter, BucketScheme.Half,
        BucketScheme.Year, BucketScheme.WeekFrom(IsoDayOfWeek.Sunday),
        BucketScheme.Periods(
            "ceasefires", [Period("2016-02-27", "2016-07-15"), Period("2016-07-16", "2016-09-11"), Period("2017-05-06", "2017-08-01")]),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_day_lies_in_its_bucket(string scheme, string day, string first, string last, string label)
    {
        TimeBucket bucket = All.Single(s => s.Name == scheme).BucketOf(Dates.Day(day));

        Dates.Iso(bucket.First).Should().Be(first);
        Dates.Iso(bucket.Last).Should().Be(last);
        bucket.Label.Should().Be(label);
        bucket.IsOutside.Should().BeFalse();
    }

    [Fact]
    public void Every_day_lies_in_exactly_one_bucket_of_every_scheme() =>
        Gen.Select(Gen.Int[-4_000_000, 2_500_000], Gen.Int[0, All.Length - 1]).Sample((number, index) =>
        {
            LocalDate day = new LocalDate(1970, 1, 1).PlusDays(number);
            TimeBucket bucket = All[index].BucketOf(day);

            (bucket.First <= day && day <= bucket.Last).Should().BeTrue();
            All[index].BucketOf(bucket.First).Should().Be(bucket);
            All[index].BucketOf(bucket.Last).Should().Be(bucket);
            if (bucket.Last < LocalDate.MaxIsoValue)
            {
                All[index].BucketOf(bucket.Last.PlusDays(1)).First.Should().Be(bucket.Last.PlusDays(1));
            }
        });

    [Fact]
    public void Iso_weeks_are_NodaTimes() =>
        Gen.Int[-700_000, 2_900_000].Sample(number =>
        {
            LocalDate day = new LocalDate(1970, 1, 1).PlusDays(number);
            int year = WeekYearRules.Iso.GetWeekYear(day);
            int week = WeekYearRules.Iso.GetWeekOfWeekYear(day);

            BucketScheme.IsoWeek.BucketOf(day).Label.Should().Be($"{year:0000}-W{week:00}");
        });

    [Fact]
    public void Days_outside_the_listed_periods_are_kept_apart()
    {
        BucketScheme scheme = All[^1];
        Spread.TryCreate(UncertainDate.Parse("2016-09-10/2017-05-06"), scheme, out Spread? spread).Should().BeTrue();

        spread!.Buckets.Select(bucket => bucket.IsOutside).Should().Equal(false, true, false);
        spread.Buckets[1].Label.Should().Be("2016-09-12/2017-05-05");
        spread.DayCounts.ToArray().Should().Equal(2, 236, 1);
        scheme.BucketOf(new LocalDate(2010, 1, 1)).Label.Should().Be("../2016-02-26");
        scheme.BucketOf(new LocalDate(2018, 1, 1)).Label.Should().Be("2017-08-02/..");
    }

    [Fact]
    public void The_default_bucket_is_of_no_scheme()
    {
        var none = default(TimeBucket);
        (none.Label, none.ToString(), none.IsOutside).Should().Be(("", "", false));
    }

    [Fact]
    public void Periods_that_overlap_are_refused()
    {
        Func<BucketScheme> overlap = () =>
            BucketScheme.Periods("x", [Period("2016-01-01", "2016-02-01"), Period("2016-02-01", "2016-03-01")]);
        overlap.Should().Throw<ArgumentException>();
        ((Action)(() => BucketScheme.Periods("x", []))).Should().Throw<ArgumentException>();
    }

    private static DateInterval Period(string first, string last) => new(Dates.Day(first), Dates.Day(last));
}

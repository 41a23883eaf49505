using System.Globalization;
using ConflictModel.Time;

namespace ConflictModel.Tests.Time;

/// <summary>What binning by start date gets wrong in the published UCDP events of Syria, and what spreading by days makes of it.</summary>
public class UcdpSyriaTests
{
    [Fact]
    public void Binning_by_start_date_puts_thousands_of_deaths_into_the_wrong_month()
    {
        var byStart = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var byDays = new SortedDictionary<string, long>(StringComparer.Ordinal);
        long events = 0, crossing = 0, crossingDeaths = 0, deaths = 0, misplaced = 0;
        foreach (Func<string, string> row in Rows())
        {
            events++;
            long best = Number(row("best"));
            deaths += best;
            Spread spread = SpreadOf(row);
            if (spread.Buckets.Length > 1)
            {
                crossing++;
                crossingDeaths += best;
            }

            long[] start = spread.AllToStart().Allocate(best);
            long[] days = spread.Allocate(best);
            for (int i = 0; i < start.Length; i++)
            {
                string month = spread.Buckets[i].Label;
                byStart[month] = byStart.GetValueOrDefault(month) + start[i];
                byDays[month] = byDays.GetValueOrDefault(month) + days[i];
                misplaced += Math.Max(0, start[i] - days[i]);
            }
        }

        events.Should().Be(16_566);
        crossing.Should().Be(143);
        crossingDeaths.Should().Be(25_367);
        (100.0 * crossingDeaths / deaths).Should().BeApproximately(22.6, 0.05);
        byDays.Values.Sum().Should().Be(deaths).And.Be(112_337);
        byStart.Values.Sum().Should().Be(deaths);
        misplaced.Should().BeGreaterThan(crossingDeaths / 2);
        // Nothing moves between years: no event crosses one.
        byDays.GroupBy(m => m.Key[..4]).Select(year => year.Sum(m => m.Value)).Should().Equal(48_710, 33_316, 20_251, 10_060);
        TestContext.Current.TestOutputHelper?.WriteLine($"misplaced {misplaced} of {deaths}");
        foreach ((string? month, long count) in byDays)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{month}: by start {byStart[month]}, by days {count}");
        }
    }

    [Fact]
    public void Every_published_event_keeps_its_totals_its_parts_and_its_order_when_spread()
    {
        foreach (Func<string, string> row in Rows())
        {
            long[] parts =
                [Number(row("deaths_a")), Number(row("deaths_b")), Number(row("deaths_civilians")), Number(row("deaths_unknown"))];
            (long low, long best, long high) = (Number(row("low")), Number(row("best")), Number(row("high")));
            foreach (BucketScheme scheme in (BucketScheme[])[BucketScheme.Month, BucketScheme.IsoWeek])
            {
                Spread spread = SpreadOf(row, scheme);
                (long[] Low, long[] Best, long[] High) total = spread.Allocate(low, best, high);
                Spread.Shares table = spread.AllocateParts(parts);

                // The partition: in every bucket the parts make up the best figure.
                table.Totals.SequenceEqual(total.Best).Should().BeTrue();
                Sum(total.Low).Should().Be(low);
                Sum(total.Best).Should().Be(best);
                Sum(total.High).Should().Be(high);
                for (int part = 0; part < parts.Length; part++)
                {
                    Sum(table.Of(part)).Should().Be(parts[part]);
                }

                for (int i = 0; low <= best && best <= high && i < spread.Buckets.Length; i++)
                {
                    (total.Low[i] <= total.Best[i] && total.Best[i] <= total.High[i]).Should().BeTrue();
                }
            }
        }
    }

    private static IEnumerable<Func<string, string>> Rows()
    {
        string? data = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(data))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        return CsvRows.Read(Path.Combine(data, "ucdp-ged-syria-19.1", "ged_syria.csv"));
    }

    private static Spread SpreadOf(Func<string, string> row, BucketScheme? scheme = null)
    {
        var date = UncertainDate.SomeDayBetween(Dates.Day(row("date_start")[..10]), Dates.Day(row("date_end")[..10]));
        return Spread.TryCreate(date, scheme ?? BucketScheme.Month, out Spread? spread)
            ? spread
            : throw new InvalidOperationException("A published event could not be spread.");
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static long Sum(ReadOnlySpan<long> values)
    {
        long sum = 0L;
        foreach (long value in values)
        {
            sum += value;
        }

        return sum;
    }
}

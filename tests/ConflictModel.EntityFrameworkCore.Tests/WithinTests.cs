using ConflictModel.Tests.Time;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>The law of dates in a database: it gives the answers that the dates themselves give, or says that it does not know.</summary>
public sealed class WithinTests(PostgresServer server)
{
    private const int Batches = 5, Rows = 60, Periods = 6;

    private static readonly LocalDate First = new(1, 1, 1), Last = new(9999, 12, 31);

    // Any date at all, or one about 2024, so that many meet in one period.
    private static readonly Gen<UncertainDate> Date = Gen.OneOf(
            Edtf.Text,
            Gen.Select(Gen.Int[2023, 2025], Gen.Int[1, 12], Gen.Int[1, 28], Gen.Int[0, 9], (year, month, day, form) => form switch
            {
                0 or 1 => $"{year}-{month:00}-{day:00}",
                2 => $"{year}-{month:00}",
                3 => $"{year}-{month:00}-XX",
                4 => $"{year}-{20 + month}",
                5 => $"{year}-{month:00}/{year + 1}-{month:00}-{day:00}",
                6 => $"{year}-{month:00}/..",
                7 => $"/{year}-{month:00}",
                8 => $"[{year}-{month:00}-{day:00},{year + 1}-01-01]",
                _ => $"{{{year}-{month:00},{year}-{month:00}-{day:00}}}",
            }))
        .Where(text => UncertainDate.TryParse(text, out _)).Select(text => UncertainDate.Parse(text));

    private static readonly Gen<(UncertainDate[] Dates, (int From, int Days)[] Periods)> Batch =
        Gen.Select(Date.Array[Rows], Gen.Select(Gen.Int[-40, 40], Gen.Int[0, 800]).Array[Periods]);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public void A_database_answers_as_the_dates_do(string database)
    {
        Assert.SkipWhen(database == "postgresql" && server.Missing is not null, server.Missing ?? "");
        using var sqlite = new Microsoft.Data.Sqlite.SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        DbContextOptionsBuilder<Attacks> options = new();
        _ = database == "sqlite" ? options.UseSqlite(sqlite) : options.UseNpgsql(server.NewDatabase());
        using var context = new Attacks(options.UseConflictModel().Options);
        context.Database.EnsureCreated();
        int[] counts = new int[3];
        Batch.Sample(batch => Check(context, batch.Dates, batch.Periods, counts), iter: Batches, threads: 1);
        counts.Should().OnlyContain(count => count > 20, "every answer comes up");
    }

    [Fact]
    public void Yes_is_where_every_day_is_in_the_period_and_no_is_never_said_of_a_day_that_may_be()
    {
        (int yes, int no) = (0, 0);
        Gen.Select(Date, Gen.Int[-40, 40], Gen.Int[0, 800]).Sample(
            (date, from, days) =>
            {
                (LocalDate start, LocalDate end) = PeriodNear(date, from, days);
                var period = UncertainDate.Between(start, end);
                Truth answer = AnswerOf(date, start, end);
                bool isHeld = (date.Earliest ?? First) >= First;
                if (isHeld)
                {
                    (answer == Truth.Yes).Should().Be(date.During(period) == Truth.Yes, $"{date} and {period}");
                }
                else
                {
                    answer.Should().NotBe(Truth.Yes);
                }

                if (answer == Truth.No)
                {
                    date.Overlaps(period).Should().Be(Truth.No, $"{date} and {period}");
                    no++;
                }
                else if (date.Overlaps(period) == Truth.No && date.Earliest >= First && date.Latest is not null)
                {
                    // The period lies in a gap: between the days of a set, or those that unspecified digits stand for.
                    date.ToString().Should().ContainAny("X", "[", "{");
                }

                yes += answer == Truth.Yes ? 1 : 0;
            },
            iter: 2_000,
            threads: 1);
        yes.Should().BeGreaterThan(100);
        no.Should().BeGreaterThan(100);
    }

    private static void Check(Attacks context, UncertainDate[] dates, (int From, int Days)[] periods, int[] counts)
    {
        context.All.ExecuteDelete();
        context.ChangeTracker.Clear();
        context.AddRange(dates.Select(date => new Attack { Day = date, Date = new(date, "so they say"), AsOf = date }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
        var read = context.All.ToList();
        read.Select(attack => attack.Day.ToString()).Should().BeEquivalentTo(dates.Select(date => date.ToString()));
        foreach ((int from, int days) in periods)
        {
            (LocalDate start, LocalDate end) = PeriodNear(from % 2 == 0 ? dates[0] : UncertainDate.FromYear(2024), from, days);
            foreach (Truth asked in Enum.GetValues<Truth>())
            {
                int[] expected = [.. read.Where(attack => AnswerOf(attack.Day, start, end) == asked).Select(attack => attack.Id).Order()];
                foreach (IQueryable<Attack> asking in (IQueryable<Attack>[])
                [
                    context.All.WhereWithin(attack => attack.Day, start, end, asked),
                    context.All.WhereWithin(attack => attack.Date, start, end, asked),
                    context.All.WhereWithin(attack => attack.AsOf, start, end, asked),
                    read.AsQueryable().WhereWithin(attack => attack.Day, start, end, asked),
                ])
                {
                    asking.Select(attack => attack.Id).AsEnumerable().Order().Should().Equal(expected);
                }

                counts[(int)asked + 1] += expected.Length;
            }
        }
    }

    // A period that is likely to cut the date.
    private static (LocalDate From, LocalDate To) PeriodNear(UncertainDate date, int from, int days)
    {
        LocalDate near = date.Earliest ?? date.Latest ?? new(2024, 1, 1);
        LocalDate start = near < First.PlusDays(40) ? First.PlusDays(Math.Abs(from))
            : near > Last.PlusDays(-1000) ? Last.PlusDays(from - 1000)
            : near.PlusDays(from);
        return (start, start.PlusDays(days));
    }

    // By the relations that dates have: of one day, not known which, between the ends that are known.
    private static Truth AnswerOf(UncertainDate date, LocalDate from, LocalDate to)
    {
        var period = UncertainDate.Between(from, to);
        (LocalDate? earliest, LocalDate? latest) = (Held(date.Earliest), Held(date.Latest));
        return (earliest, latest) switch
        {
            ({ } first, { } last) => UncertainDate.SomeDayBetween(first, last).During(period),
            ({ } first, null) => UncertainDate.From(first).After(period) == Truth.Yes ? Truth.No : Truth.Unknown,
            (null, { } last) => UncertainDate.From(last).Before(period) == Truth.Yes ? Truth.No : Truth.Unknown,
            _ => Truth.Unknown,
        };
    }

    private static LocalDate? Held(LocalDate? day) => day >= First ? day : null;
}

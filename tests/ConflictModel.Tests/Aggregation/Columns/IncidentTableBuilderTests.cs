using ConflictModel.Aggregation;
using ConflictModel.Time;
using FluentAssertions.Specialized;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Columns;

public class IncidentTableBuilderTests
{
    private static readonly IncidentRow Plain = new() { Earliest = new(2024, 7, 3) };

    [Fact]
    public void Nobody_is_clipped()
    {
        IncidentTableBuilder builder = new();
        builder.Append(Plain, Measure.Killed.Is(500_000, 800_000, 1_000_000));
        builder.Append(Plain, Measure.Killed.Is(255));
        builder.Append(Plain, Measure.Killed.Is(0));
        builder.ToTable().Query().Sum(Measure.Killed).Run()[0]
            .Of(Measure.Killed).Should().Be(new Sums(3, 500_255, 800_255, 1_000_255, 0, 0, 0));
    }

    [Fact]
    public void An_event_over_a_month_edge_is_split_by_days_and_counted_once()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2024, 1, 30), Latest = new(2024, 2, 5) }, Measure.Killed.Is(10));
        Aggregate months = builder.ToTable().Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).Run();

        months.Select(row => (row.Of(GroupKey.Month), row.Incidents, row.Of(Measure.Killed).Best)).Should().Equal(
            (new YearMonth(2024, 1), 1L, 3L), (new YearMonth(2024, 2), 0L, 7L));
    }

    [Fact]
    public void A_table_made_before_does_not_see_rows_appended_after()
    {
        IncidentTableBuilder builder = new();
        builder.Append(Plain, Measure.Killed.Is(1));
        IncidentTable before = builder.ToTable();
        builder.Append(Plain with { Earliest = new(1989, 1, 1) }, Measure.Killed.Is(2));
        IncidentTable after = builder.ToTable();

        before.Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(1);
        after.Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(3);
    }

    [Fact]
    public void More_ids_than_two_bytes_hold_widen_the_column()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < 70_000; i++)
        {
            builder.Append(Plain with { FirstSide = builder.CodeOf(ActorId.From($"a{i}")) }, Measure.Killed.Is(i % 3));
        }

        Aggregate sides = builder.ToTable().Query().GroupBy(GroupKey.FirstSide).Sum(Measure.Killed).Run();
        sides.Count.Should().Be(70_000);
        sides.Single(row => row.Of(GroupKey.FirstSide) == ActorId.From("a69998")).Of(Measure.Killed).Best.Should().Be(69_998 % 3);
        builder.ToTable().Query().WithFirstSide(ActorId.From("a69998")).Run().Total.Incidents.Should().Be(1);
    }

    [Fact]
    public void Groups_too_many_for_a_table_of_all_are_found_as_they_occur()
    {
        // More rows than a scan takes at a time.
        const int Rows = 40_000;
        IncidentTableBuilder builder = new();
        for (int i = 0; i < Rows; i++)
        {
            builder.Append(
                new()
                {
                    Earliest = new LocalDate(1900, 1, 1).PlusDays(i),
                    FirstSide = builder.CodeOf(ActorId.From($"a{i}")),
                    SecondSide = builder.CodeOf(ActorId.From($"b{i}")),
                },
                Measure.Killed.Is(i, i + 1, i + 2));
        }

        Aggregate groups = builder.ToTable().Query()
            .GroupBy(GroupKey.SecondSide, GroupKey.Day, GroupKey.FirstSide).Sum(Measure.Killed).Run();
        groups.Count.Should().Be(Rows);
        groups.All(row => row.Of(Measure.Killed).Low == int.Parse(row.Of(GroupKey.FirstSide).Value.AsSpan(1), null)).Should().BeTrue();
    }

    [Fact]
    public void What_UCDP_publishes_takes_at_most_24_bytes_an_incident()
    {
        const int Rows = 20_000;
        Random random = new(1);
        IncidentTableBuilder builder = new(BucketScheme.Month);
        for (int i = 0; i < Rows; i++)
        {
            long[] groups = [random.Next(9), random.Next(9), random.Next(9), random.Next(9)];
            builder.Append(
                Ucdp(builder, random),
                Measure.Killed.Is(groups.Sum() / 2, groups.Sum(), groups.Sum() * 2),
                Measure.Killed.Among(VictimGroup.FirstSide).Is(groups[0]),
                Measure.Killed.Among(VictimGroup.SecondSide).Is(groups[1]),
                Measure.Killed.Civilians.Is(groups[2]),
                Measure.Killed.Among(VictimGroup.Unknown).Is(groups[3]));
        }

        IncidentTable table = builder.ToTable();
        ((double)(table.Bytes - 4L * 9000) / table.Rows).Should().BeLessThanOrEqualTo(24);
    }

    [Fact]
    public void Low_best_and_high_of_every_group_take_at_most_40_bytes_an_incident()
    {
        const int Rows = 20_000;
        Random random = new(1);
        IncidentTableBuilder builder = new();
        Measure[] measures = [Measure.Killed, .. Enum.GetValues<VictimGroup>().Skip(1).Select(group => Measure.Killed.Among(group))];
        for (int i = 0; i < Rows; i++)
        {
            builder.Append(
                Ucdp(builder, random), [.. measures.Select(measure => measure.Is(random.Next(5), random.Next(9), random.Next(20)))]);
        }

        IncidentTable table = builder.ToTable();
        ((double)(table.Bytes - 4L * 9000) / table.Rows).Should().BeLessThanOrEqualTo(40);
    }

    [Fact]
    public void Counts_too_large_for_a_byte_are_among_the_bytes_of_a_table_wherever_they_are_held()
    {
        long Bytes(long best)
        {
            IncidentTableBuilder builder = new();
            for (int i = 0; i < 100; i++)
            {
                builder.Append(Plain, Measure.Killed.Is(1, best, 1000));
            }

            return builder.ToTable().Bytes;
        }

        (Bytes(best: 1000) - Bytes(best: 2)).Should().Be(100 * 16, "the best figures are held a second time, by themselves");
    }

    [Fact]
    public void The_rows_of_each_day_of_a_sorted_table_are_among_its_bytes()
    {
        static long Bytes(LocalDate last)
        {
            IncidentTableBuilder builder = new();
            builder.Append(Plain);
            builder.Append(new() { Earliest = last });
            return builder.ToTable().Bytes;
        }

        LocalDate first = Plain.Earliest!.Value;
        (Bytes(first.PlusDays(365)) - Bytes(first)).Should().Be(365 * sizeof(int));
    }

    [Fact]
    public void A_row_that_ends_before_it_begins_is_refused() =>
        Refuses(Plain with { Latest = new(2024, 7, 2) }).WithMessage("*ends on 2024-07-02, before it begins on 2024-07-03.*");

    [Fact]
    public void A_row_that_ends_without_beginning_is_refused() =>
        Refuses(new() { Latest = new(2024, 7, 2) }).WithMessage("*ends on 2024-07-02 without beginning.*");

    [Fact]
    public void A_precision_off_the_scale_is_refused() => Refuses(Plain with { PlacePrecision = 8 });

    [Fact]
    public void A_code_of_another_builder_is_refused() =>
        Refuses(Plain with { FirstSide = new IncidentTableBuilder().CodeOf(ActorId.From("a")) });

    [Fact]
    public void Two_figures_for_one_measure_are_refused() =>
        Refuses(Plain, Measure.Killed.Is(1), Measure.Killed.Is(2)).WithMessage("There are two figures for killed*");

    [Fact]
    public void A_figure_of_a_measure_that_only_queries_have_is_refused() =>
        Refuses(Plain, (Measure.Killed.AsBest, 1, 1, 1)).WithMessage("*is for queries; a row has figures of killed.*");

    [Fact]
    public void A_query_for_an_id_that_the_table_does_not_know_says_so()
    {
        IncidentTable table = new IncidentTableBuilder().ToTable();
        FluentActions.Invoking(() => table.Query().InRegions(RegionId.From("atlantis")))
            .Should().Throw<ArgumentException>().WithMessage("*atlantis*");
    }

    [Fact]
    public void An_empty_table_answers_zero()
    {
        Aggregate aggregate = new IncidentTableBuilder().ToTable().Query()
            .During(new(2024, 1, 1), new(2024, 1, 2)).Sum(Measure.Killed).Run();
        aggregate.Total.Incidents.Should().Be(0);
        aggregate.Total.Of(Measure.Killed).Should().Be(default(Sums));
    }

    [Fact]
    public void A_query_allocates_no_more_for_more_rows()
    {
        long Allocated(int rows)
        {
            IncidentTableBuilder builder = new();
            TableCode<ActorId> actor = builder.CodeOf(ActorId.From("a"));
            for (int i = 0; i < rows; i++)
            {
                builder.Append(Plain with { FirstSide = actor }, Measure.Killed.Is(i % 300, i % 400, i % 500));
            }

            IncidentQuery query = builder.ToTable().Query()
                .WithFirstSide(ActorId.From("a")).GroupBy(GroupKey.FirstSide, GroupKey.Month).Sum(Measure.Killed);
            query.Run();
            long before = GC.GetAllocatedBytesForCurrentThread();
            query.Run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Few rows come first, for they are this thread's alone: of many, another thread may take them all, and this one's workspace be
        // made only later.
        long few = Allocated(2_000);
        Allocated(200_000).Should().BeLessThan(few + 10_000);
    }

    private static ExceptionAssertions<ArgumentException> Refuses(
        IncidentRow row, params ReadOnlySpan<(Measure, long?, long?, long?)> figures)
    {
        IncidentTableBuilder builder = new();
        (Measure, long?, long?, long?)[] given = figures.ToArray();
        ExceptionAssertions<ArgumentException> refused =
            FluentActions.Invoking(() => builder.Append(row, given)).Should().Throw<ArgumentException>();
        builder.Rows.Should().Be(0);
        builder.ToTable().Query().Run().Total.Incidents.Should().Be(0);
        return refused;
    }

    private static IncidentRow Ucdp(IncidentTableBuilder builder, Random random)
    {
        LocalDate earliest = new LocalDate(2000, 1, 1).PlusDays(random.Next(9000));
        return new()
        {
            Earliest = earliest,
            // As in the Syria file, about one event in a hundred crosses a month.
            Latest = random.Next(12) == 0 ? earliest.PlusDays(random.Next(8)) : null,
            FirstSide = builder.CodeOf(ActorId.From($"a{random.Next(900)}")),
            SecondSide = builder.CodeOf(ActorId.From($"a{random.Next(900)}")),
            Region = builder.CodeOf(RegionId.From($"r{random.Next(5000)}")),
            Kind = (IncidentKind)random.Next(2, 5),
            Source = builder.CodeOf(SourceId.From($"s{random.Next(9000)}")),
            Dyad = builder.CodeOf(DyadId.From($"d{random.Next(2000)}")),
            PlacePrecision = random.Next(1, 8),
            DatePrecision = random.Next(1, 6),
            ActiveYear = Truth.From(random.Next(2) == 0),
        };
    }
}

using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Incidents that were divided over time: what they lack is counted wherever they have a share, and once in a total.</summary>
public class SplitIncidentTests
{
    private static readonly Measure Killed = Measure.Killed;
    private static readonly ActorId A = ActorId.From("a");
    private static readonly ActorId B = ActorId.From("b");

    [Fact]
    public void A_low_sum_never_stands_above_a_best_or_high_one_for_want_of_figures() => Gen.Int.Sample(StandsInOrder, iter: 500);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_sums_stand_in_order(int seed) => StandsInOrder(seed);

    [Fact]
    public void A_missing_figure_is_counted_in_each_month_that_has_a_share_and_once_in_all()
    {
        Aggregate months = Table(Killed.Is(4, null, 12)).Query().GroupBy(GroupKey.Month).Sum(Killed).Run();
        Sums first = new(1, 1, 0, 3, 0, 1, 0);
        Sums later = new(0, 3, 0, 9, 0, 1, 0, continuing: 1);
        months.Select(row => row.Of(Killed)).Should().Equal(first, later);
        later.Best.Should().BeNull();
        months.Total.Of(Killed).Should().Be(new Sums(1, 4, 0, 12, 0, 1, 0));
        Aggregate.FromJson(months.ToJson()).ToJson().Should().Be(months.ToJson());
        months.Merge(months).Select(row => row.Of(Killed)).Should().Equal(first + first, later + later);
        months.Merge(months).Total.Of(Killed).Should().Be(new Sums(2, 8, 0, 24, 0, 2, 0));
    }

    [Fact]
    public void An_incident_that_lacks_nothing_adds_nothing_to_what_is_missing()
    {
        Aggregate months = Table(Killed.Is(4, 8, 12)).Query().GroupBy(GroupKey.Month).Sum(Killed).Run();
        months.Select(row => row.Of(Killed)).Should().Equal(
            new Sums(1, 1, 2, 3, 0, 0, 0), new Sums(0, 3, 6, 9, 0, 0, 0, continuing: 1));
    }

    [Fact]
    public void A_share_of_nobody_is_no_share()
    {
        Aggregate months = Table(Killed.Is(null, 1, null), Measure.Wounded.Is(0)).Query()
            .GroupBy(GroupKey.Month).Sum(Killed, Measure.Wounded).Run();
        months.Select(row => row.Of(Killed)).Should().Equal(new Sums(1, 0, 0, 0, 1, 0, 1), new Sums(0, 0, 1, 0, 1, 0, 1, continuing: 1));
        months.Select(row => row.Of(Measure.Wounded)).Should().Equal(new Sums(1, 0, 0, 0, 0, 0, 0), default(Sums));
        Table(Killed.Is(null, null, null)).Query().GroupBy(GroupKey.Month).Sum(Killed).Run()
            .Select(row => row.Of(Killed)).Should().Equal(new Sums(1, 0, 0, 0, 1, 1, 1));
    }

    /// <summary>Three pieces, of which the first and the last pass: one incident, wherever it began.</summary>
    [Theory]
    [InlineData(2015, 2017, 1)]
    [InlineData(2016, 2017, 0)]
    public void Pieces_that_pass_a_filter_count_their_incident_once(int one, int other, int incidents)
    {
        IncidentTableBuilder builder = new(BucketScheme.Year);
        builder.Append(new() { Earliest = new(2015, 7, 1), Latest = new(2017, 6, 30) }, Killed.Is(731, null, 731));
        Aggregate answer = builder.ToTable().Query().Where(GroupKey.Year, one, other).Sum(Killed).Run();
        Sums total = answer.Total.Of(Killed);
        (total.Incidents, total.Continuing, total.WithoutBest, total.WithoutLow).Should().Be((incidents, 1L - incidents, 1L, 0L));
        answer.Single().Of(Killed).Should().Be(total);
    }

    [Fact]
    public void Each_actor_of_a_month_counts_the_incident_and_the_total_has_it_once()
    {
        IncidentTable table = Table([A, B], Killed.Is(4, null, 12));
        Aggregate actors = table.Query().GroupBy(GroupKey.Actor, GroupKey.Month).Sum(Killed).Run();
        actors.Select(row => (row.Of(GroupKey.Actor), row.Of(Killed).Continuing, row.Of(Killed).WithoutBest)).Should().Equal(
            (A, 0L, 1L), (A, 1L, 1L), (B, 0L, 1L), (B, 1L, 1L));
        actors.Total.Of(Killed).Should().Be(new Sums(1, 4, 0, 12, 0, 1, 0));
        Table([], Killed.Is(4, null, 12)).Query().GroupBy(GroupKey.Actor, GroupKey.Month).During(new(2016, 2, 1), new(2016, 2, 28))
            .Sum(Killed).Run().Outside.Of(Killed).Should().Be(new Sums(0, 3, 0, 9, 0, 1, 0, continuing: 1));
    }

    [Fact]
    public void What_lies_beyond_the_top_counts_an_incident_once_that_began_at_the_top()
    {
        IncidentTableBuilder builder = new(BucketScheme.Day);
        builder.Append(new() { Earliest = new(2016, 1, 1), Latest = new(2016, 1, 3) }, Killed.Is(9, null, 9));
        builder.Append(new() { Earliest = new(2016, 1, 1) }, Killed.Is(1));
        Aggregate top = builder.ToTable().Query().GroupBy(GroupKey.Day).Sum(Killed).Top(1, Killed.Low).Run();
        top.Single().Of(Killed).Should().Be(new Sums(2, 4, 1, 4, 0, 1, 0));
        top.BeyondTop.Of(Killed).Should().Be(new Sums(0, 6, 0, 6, 0, 1, 0, continuing: 1));
        top.Total.Of(Killed).Should().Be(new Sums(2, 10, 1, 10, 0, 1, 0));
    }

    [Fact]
    public void Months_in_which_an_incident_goes_on_are_not_rolled_up_into_one_count()
    {
        Aggregate answer = Table([A], Killed.Is(4, null, 12)).Query().GroupBy(GroupKey.FirstSide, GroupKey.Month).Sum(Killed).Run();
        FluentActions.Invoking(() => answer.RollUp(GroupKey.FirstSide)).Should().Throw<ArgumentException>().WithMessage("*key of time*");
        answer.RollUp(GroupKey.Month).Select(row => row.Of(Killed)).Should().Equal(answer.Select(row => row.Of(Killed)));
        IncidentTableBuilder apart = new(BucketScheme.Month);
        apart.Append(new() { Earliest = new(2016, 1, 31), FirstSide = apart.CodeOf(A) }, Killed.Is(4, null, 12));
        apart.ToTable().Query().GroupBy(GroupKey.FirstSide, GroupKey.Month).Sum(Killed).Run().RollUp(GroupKey.FirstSide).Count
            .Should().Be(1);
    }

    private static IncidentTable Table(params (Measure, long?, long?, long?)[] figures) => Table([], figures);

    private static IncidentTable Table(ActorId[] side, params (Measure, long?, long?, long?)[] figures)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2016, 1, 31), Latest = new(2016, 2, 3), FirstSide = builder.CodeOf(side) }, figures);
        return builder.ToTable();
    }

    private static void Check(IEnumerable<AggregateRow> rows, IEnumerable<Measure> measures)
    {
        foreach (Sums sums in rows.SelectMany(row => measures.Select(row.Of)))
        {
            (sums.Added(0) <= sums.Added(1) || sums.WithoutBest > 0).Should().BeTrue($"low is not above best in {sums}");
            (sums.Added(0) <= sums.Added(2) || sums.WithoutHigh > 0).Should().BeTrue($"low is not above high in {sums}");
            (sums.Added(1) <= sums.Added(2) || sums.WithoutHigh > 0).Should().BeTrue($"best is not above high in {sums}");
            (sums.Low is null).Should().Be(sums.WithoutLow == sums.Incidents + sums.Continuing && sums.Added(0) == 0);
        }
    }

    /// <summary>The same incident as if its source had printed no low above best or high.</summary>
    private static OracleIncident InOrder(OracleIncident incident) => incident with
    {
        Figures = incident.Figures.ToDictionary(pair => pair.Key, pair =>
        {
            long?[] known = [.. new[] { pair.Value.Low, pair.Value.Best, pair.Value.High }.Where(figure => figure is not null).Order()];
            int next = 0;
            return (
                pair.Value.Low is null ? null : known[next++],
                pair.Value.Best is null ? null : known[next++],
                pair.Value.High is null ? null : known[next]);
        }),
    };

    private static void StandsInOrder(int seed)
    {
        Random random = new(seed);
        var world = OracleWorld.Random(random, random.Next(80));
        IncidentTable table = world.With(world.Incidents.Select(InOrder)).ToTable(sortByDate: random.Next(2) == 0);
        Aggregate answer = new OracleQuery(random, world).Run(table);
        Check([.. answer, answer.Outside, answer.Total], answer.Measures);

        IncidentQuery query = table.Query().Sum(Killed, Killed.Civilians).GroupBy(GroupKey.Actor, GroupKey.Month);
        query = random.Next(2) == 0 ? query : query.During(new(2012, 1, 1), new(2012, 12, 31)).IncludingUncertain();
        answer = (random.Next(2) == 0 ? query : query.KeepingUnknown()).Top(3, Killed.Low).Run();
        Check([.. answer, answer.Outside, answer.Total, answer.BeyondTop], answer.Measures);
    }
}

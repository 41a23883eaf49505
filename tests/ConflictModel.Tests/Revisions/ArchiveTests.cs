using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>What was known when.</summary>
public class ArchiveTests
{
    private static readonly Vintage First = new() { Name = "1", Day = new(2021, 6, 1) };
    private static readonly Vintage Second = new() { Name = "2", Day = new(2022, 6, 1) };
    private static readonly Vintage Third = new() { Name = "3", Day = new(2023, 6, 1) };

    private static readonly Archive Sample =
        new((Third, Table((2020, 12), (2021, 8), (2022, 5))), (First, Table((2020, 10))), (Second, Table((2020, 12), (2021, 7))));

    [Fact]
    public void The_vintage_of_a_day_is_the_newest_there_was()
    {
        Sample.Vintages.Should().Equal(First, Second, Third);
        Sample.AsOf(new(2021, 5, 31)).Should().BeNull();
        Sample.AsOf(new(2021, 6, 1)).Should().Be(First);
        Sample.AsOf(new(2023, 5, 31)).Should().Be(Second);
        Sample.AsOf(new(2030, 1, 1)).Should().Be(Third);
        Sample[Second].Incidents.Should().Be(2);
    }

    [Fact]
    public void A_triangle_has_each_event_year_by_vintage_and_nothing_where_a_vintage_says_nothing()
    {
        Triangle best = Sample.Triangle(GroupKey.Year, Measure.Killed.Best);
        best.Groups.Should().Equal("2020", "2021", "2022");
        best["2020"].Should().Equal(10, 12, 12);
        best["2021"].Should().Equal(null, 7, 8);
        best["2022"].Should().Equal(null, null, 5);
        Sample.Triangle(GroupKey.Year, Ranking.Incidents)["2021"].Should().Equal(null, 1, 1);
        FluentActions.Invoking(() => best["1999"]).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_figure_has_settled_once_a_later_vintage_confirms_it()
    {
        Triangle best = Sample.Triangle(GroupKey.Year, Measure.Killed.Best);
        best.Settling("2020").Should().Be(new Triangle.Settlement(First, Second));
        best.Settling("2020")!.Days.Should().Be(365);
        best.Settling("2020", within: 0.2m).Should().Be(new Triangle.Settlement(First, First), "10 is within a fifth of 12");
        best.Settling("2021").Should().BeNull("the newest vintage changed it");
        best.Settling("2021", within: 0.125m).Should().Be(new Triangle.Settlement(Second, Second));
        best.Settling("2022").Should().BeNull("one vintage alone has it");
        FluentActions.Invoking(() => best.Settling("2020", -0.1m)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void What_the_source_deleted_is_kept_and_told_as_of_a_day()
    {
        static Tombstone Stone(string id, int year, int hour = 0) => new() { Id = id, Deleted = Instant.FromUtc(year, 6, 1, hour, 0) };
        Archive archive = new((First, Table((2020, 10))), (Second, Table((2020, 12))))
        {
            Tombstones = [Stone("b", 2022, 23), Stone("a", 2022), Stone("b", 2021), Stone("c", 2024)],
        };
        archive.DeletedBy(new(2021, 5, 31)).Should().BeEmpty();
        archive.DeletedBy(First.Day!.Value).Should().Equal(Stone("b", 2021));
        archive.DeletedBy(Second.Day!.Value).Should().Equal(Stone("a", 2022), Stone("b", 2022, 23));
        archive.DeletedBy(new(2030, 1, 1)).Select(stone => stone.Id).Should().Equal("a", "b", "c");
        archive.Tombstones.Should().HaveCount(4, "none is dropped");
        Sample.DeletedBy(new(2030, 1, 1)).Should().BeEmpty();
    }

    [Fact]
    public void Vintages_have_days_and_names_of_their_own()
    {
        FluentActions.Invoking(() => new Archive((First with { Day = null }, Table()))).Should().Throw<ArgumentException>();
        foreach (Vintage other in (Vintage[])[First with { Name = "1b" }, Second with { Name = "1" }])
        {
            FluentActions.Invoking(() => new Archive((First, Table()), (other, Table()))).Should().Throw<ArgumentException>();
        }

        FluentActions.Invoking(() => Sample[First with { Name = "0" }]).Should().Throw<ArgumentException>();
    }

    private static IncidentTable Table(params (int Year, long Killed)[] incidents)
    {
        IncidentTableBuilder builder = new();
        foreach ((int year, long killed) in incidents)
        {
            builder.Append(new() { Earliest = new LocalDate(year, 2, 3) }, Measure.Killed.Is(killed));
        }

        return builder.ToTable();
    }
}

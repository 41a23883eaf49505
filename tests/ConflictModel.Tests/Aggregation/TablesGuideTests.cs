using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>The samples of docs/tables.md, run.</summary>
public class TablesGuideTests
{
    [Fact]
    public void The_samples_of_the_guide_do_what_it_says()
    {
        IncidentTableBuilder builder = new(splitAt: BucketScheme.Month);
        builder.DefineRegion(RegionId.From("SY"), RegionKind.Country);
        TableCode<RegionId> homs = builder.DefineRegion(RegionId.From("SY04"), RegionKind.Governorate, parent: RegionId.From("SY"));
        builder.DefineRegion(RegionId.From("badia"), RegionKind.Natural, parent: RegionId.From("SY"));
        builder.DeclareOverlap(RegionId.From("badia"), RegionId.From("SY04"));
        TableCode<ActorId> militia = builder.CodeOf(ActorId.From("ndf"));
        builder.CodeOf(ActorId.From("government"));
        builder.DeclareAffiliation(ActorId.From("ndf"), ActorId.From("government"), from: new LocalDate(2012, 11, 1));
        builder.Append(
            new() { Earliest = new(2024, 1, 30), Latest = new(2024, 2, 5), Region = homs, FirstSide = militia },
            Measure.Killed.Is(low: 6, best: 8, high: 8),
            Measure.Killed.Civilians.Is(2));
        IncidentTable table = builder.ToTable(sortByDate: true);

        IncidentQuery query = table.Query()
            .During(new LocalDate(2015, 1, 1), new LocalDate(2024, 12, 31))
            .WithFirstSide(ActorId.From("government"))
            .GroupBy(GroupKey.RegionAt(RegionKind.Governorate), GroupKey.Month)
            .Sum(Measure.Killed, Measure.Killed.Civilians);

        query.InRegions(RegionId.From("SY")).Run()
            .Select(row => (row.Of(GroupKey.RegionAt(RegionKind.Governorate)).Value,
                row.Of(GroupKey.Month), row.Of(Measure.Killed).Low, row.Of(Measure.Killed).Best))
            .Should().Equal(("SY04", new YearMonth(2024, 1), 2, 2), ("SY04", new YearMonth(2024, 2), 4, 6));
        query.InRegions(RegionId.From("badia")).Run().Perhaps.Should().Be(1);
        query.InRegions(RegionId.From("badia")).IncludingUncertain().Run().Total.Of(Measure.Killed).Best.Should().Be(8);
    }
}

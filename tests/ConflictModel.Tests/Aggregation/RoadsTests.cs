using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using ConflictModel.Serialization;
using ConflictModel.Time;
using CsCheck;

namespace ConflictModel.Tests.Aggregation;

/// <summary>One question, one answer: the sums of objects, of a table, and of a table of the same data set through JSON.</summary>
public class RoadsTests
{
    private static IncidentTable OfLines(ConflictDataset dataset)
    {
        using var stream = new MemoryStream();
        DatasetNdjson.Write(dataset, stream);
        stream.Position = 0;
        var builder = new IncidentTableBuilder();
        builder.AppendRecords(DatasetNdjson.Read(stream));
        return builder.ToTable();
    }

    private static readonly RegionHierarchy Graph = new(KnownRegions.All);

    [Fact]
    public void Objects_tables_and_tables_through_json_agree_to_the_digit() => Generate.Incidents.Sample(
        dataset =>
        {
            foreach (IncidentTable table in (IncidentTable[])
                [dataset.ToTable(), DatasetJson.Read(DatasetJson.Write(dataset)).ToTable(), OfLines(dataset)])
            {
                foreach (Harm harm in (Harm[])[Harm.Killed, Harm.Wounded])
                {
                    var measure = Measure.Of(harm);
                    table.Query().Sum(measure).Run().Total.Of(measure).Should().Be(dataset.Incidents.Sum(harm));
                    Same(table, GroupKey.Kind, measure, dataset.Incidents.SumByKind(harm));
                    Same(table, GroupKey.Actor, measure, dataset.Incidents.SumByActor(harm));
                    Same(table, GroupKey.Month, measure, dataset.Incidents.SumByMonth(harm));
                    Same(table, GroupKey.Country, measure, dataset.Incidents.SumByRegion(harm, Graph, RegionKind.Country));
                    Same(table, GroupKey.RegionAt(RegionKind.Governorate),
                        measure, dataset.Incidents.SumByRegion(harm, Graph, RegionKind.Governorate));
                }
            }

            SameWhereSplit(dataset, DatasetJson.Read(DatasetJson.Write(dataset)));
        },
        iter: 100);

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void An_event_whose_parts_are_named_before_or_after_it_is_one_row_of_a_table_made_line_by_line(string whole, string part)
    {
        Incident[] incidents =
        [
            Fake.Make(whole, "2024", 5), Fake.Make("x", "2024", 1), Fake.Make(part, "2024", 9) with { PartOf = IncidentId.From(whole) },
            Fake.Make("y", "2024", 2),
        ];
        foreach (IEnumerable<Incident> order in (IEnumerable<Incident>[])[incidents, incidents.Reverse()])
        {
            var dataset = new ConflictDataset { Incidents = order.ToValueList() };
            foreach (IncidentTable table in (IncidentTable[])[OfLines(dataset), dataset.ToTable()])
            {
                table.Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(dataset.Incidents.Sum(Harm.Killed));
                table.Query().Sum(Measure.Killed).Run().Total.Incidents.Should().Be(3);
            }
        }
    }

    [Fact]
    public void Lines_that_make_no_table_are_refused()
    {
        Incident incident = Fake.Make("a", "2024", 5);
        Action twice = () => new IncidentTableBuilder().AppendRecords([incident, incident]);
        twice.Should().Throw<ArgumentException>().WithMessage("Two incidents bear the id 'a'*");
        Action late = () => new IncidentTableBuilder().AppendRecords([incident, KnownRegions.Raqqa]);
        late.Should().Throw<ArgumentException>().WithMessage("*stands after the first incident*");
    }

    [Fact]
    public void A_filter_by_an_actor_finds_whatever_the_group_of_the_actor_has() => Generate.Incidents.Sample(
        dataset =>
        {
            IncidentTable table = dataset.ToTable();
            foreach (AggregateRow row in table.Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run())
            {
                Aggregate filtered = table.Query().Where(GroupKey.Actor, row.Of(GroupKey.Actor)).Sum(Measure.Killed).Run();
                filtered.Total.Of(Measure.Killed).Should().Be(row.Of(Measure.Killed));
            }
        },
        iter: 100);

    [Fact]
    public void Two_records_of_one_event_are_5_to_9_by_every_road()
    {
        Incident one = Fake.Make("a", "2024", 5);
        ConflictDataset pair = new() { Incidents = [one, Fake.Make("b", "2024", 9) with { SameAs = [one.Id] }] };
        Sums expected = new(1, 5, 0, 9, 0, 1, 0);
        pair.Incidents.Sum(Harm.Killed).Should().Be(expected);
        pair.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Should().Be(expected);
        expected.Best.Should().BeNull();
    }

    [Fact]
    public void Groups_of_actors_overlap_and_the_total_has_each_incident_once()
    {
        ConflictDataset dataset =
            new() { Incidents = [Fake.Make("a", "2024", 5).Involving(KnownActors.Isis, KnownActors.Ndf), Fake.Make("b", "2024", 2)] };
        Aggregate actors = dataset.ToTable().Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run();
        actors.GroupsOverlap.Should().BeTrue();
        (actors.Count, actors.Sum(row => row.Incidents), actors.Total.Incidents, actors.Outside.Incidents).Should().Be((2, 2L, 2L, 1L));
        actors.Total.Of(Measure.Killed).Should().Be(new Sums(2, 7, 7, 7, 0, 0, 0));
        actors.ToCsv().Should().EndWith("*,2,7,7,7,0,0,0\n");
        Aggregate.FromJson(actors.ToJson()).ToJson().Should().Be(actors.ToJson());
        FluentActions.Invoking(() => actors.RollUp()).Should().Throw<ArgumentException>();
    }

    private static void Same<T>(IncidentTable table, GroupKey<T> key, Measure measure, GroupedSums<T> sums)
        where T : struct
    {
        Aggregate answer = table.Query().GroupBy(key).Sum(measure).Run();
        answer.Select(row => (row.Of(key), row.Of(measure))).Should().Equal(
            sums.Groups.Where(group => group.Certain.Incidents > 0 && !group.Key.Equals(IncidentKind.Unknown))
                .Select(group => (group.Key, group.Certain)), key.Name);
        answer.Total.Of(measure).Should().Be(sums.Whole);
    }

    /// <summary>Dividing incidents over time changes what the months have, and no sum over all of them.</summary>
    private static void SameWhereSplit(ConflictDataset dataset, ConflictDataset throughJson)
    {
        IncidentTable table = dataset.ToTable(BucketScheme.Month);
        IncidentQuery query = table.Query().Sum(Measure.Killed, Measure.Wounded);
        Aggregate months = query.GroupBy(GroupKey.Month).Run();
        foreach (Harm harm in (Harm[])[Harm.Killed, Harm.Wounded])
        {
            months.Total.Of(Measure.Of(harm)).Should().Be(dataset.Incidents.Sum(harm));
            Same(table, GroupKey.Kind, Measure.Of(harm), dataset.Incidents.SumByKind(harm));
            Same(table, GroupKey.Actor, Measure.Of(harm), dataset.Incidents.SumByActor(harm));
        }

        throughJson.ToTable(BucketScheme.Month).Query().Sum(Measure.Killed, Measure.Wounded).GroupBy(GroupKey.Month).Run()
            .Equals(months).Should().BeTrue();
        query.GroupBy(GroupKey.Actor, GroupKey.Month).Run().Total.Of(Measure.Killed).Should().Be(months.Total.Of(Measure.Killed));
    }
}

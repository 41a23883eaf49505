using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Hierarchies;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

public class IncidentAggregationTests
{
    private static readonly RegionHierarchy Graph = new(KnownRegions.All);

    [Fact]
    public void A_sum_takes_the_whole_and_never_its_breakdowns()
    {
        Incident ambush = Fake.Make("a", "2024-07-03", 8);
        ambush = ambush with
        {
            Reports =
            [
                ambush.Reports[0] with
                {
                    Casualties = new()
                    {
                        Killed = Toll.Of(8)
                            .DividedInto(Part.Of(Victims.MembersOf(KnownActors.Ndf), 6), Part.Of(Victims.Civilians, 2))
                            .Including(Part.Of(Victims.Women, 1)),
                    },
                },
            ],
        };
        new[] { ambush }.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.Exactly(8));
    }

    [Fact]
    public void Published_figures_and_bounds_are_summed_apart_and_missing_ones_counted()
    {
        Incident[] incidents =
        [
            Fake.Make("a", "2024", new Estimate(177, 142, 177)),
            Fake.Make("b", "2024", new Estimate(1, null, 3)),
            Fake.Make("c", "2024", 5),
            Fake.Make("d", "2024", default) with { Reports = [] },
        ];
        incidents.Sum(Harm.Killed).Should().Be(new Sums(4, 183, 147, 185, 1, 2, 1));
        incidents.BoundsOf(Harm.Killed).Should().Be(new SummedBounds(new(142 + 1 + 5, 177 + 3 + 5), 3, 2));
    }

    [Fact]
    public void A_missing_high_leaves_the_sum_without_limit() =>
        new[] { Fake.Make("a", "2024", Estimate.AtLeast(8)), Fake.Make("b", "2024", 1) }
            .BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.AtLeast(9));

    [Fact]
    public void Records_of_the_same_event_count_once()
    {
        Incident one = Fake.Make("a", "2024", 8);
        Incident other = Fake.Make("b", "2024", 10) with { SameAs = [one.Id] };
        Incident third = Fake.Make("c", "2024", 9) with { SameAs = [other.Id] };
        Incident[] incidents = [one, other, third, Fake.Make("d", "2024", 1)];
        incidents.Sum(Harm.Killed).Should().Be(new Sums(2, 9, 1, 11, 0, 1, 0));
        incidents.BoundsOf(Harm.Killed).Bounds.Should().Be(new Bounds(9, 11));
    }

    [Fact]
    public void The_displaced_have_no_sum()
    {
        Action sum = () => Array.Empty<Incident>().Sum(Harm.Displaced);
        sum.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_region_is_never_added_to_its_parent()
    {
        Incident[] incidents = [Fake.Make("a", "2024", 3, KnownRegions.Homs), Fake.Make("b", "2024", 4, KnownRegions.Syria)];
        GroupedSums<RegionId>.Group syria = incidents.SumByRegion(Harm.Killed, Graph, RegionKind.Country).Groups.Single();
        syria.Key.Should().Be(KnownRegions.Syria.Id);
        syria.Bounds.Should().Be(Bounds.Exactly(7));
        GroupedSums<RegionId>.Group homs =
            incidents.SumByRegion(Harm.Killed, Graph, RegionKind.Governorate).Groups.Single(g => g.Key == KnownRegions.Homs.Id);
        homs.Bounds.Should().Be(new Bounds(3, 7));
    }

    [Fact]
    public void Dead_in_the_desert_may_be_of_each_governorate_and_are_once_in_the_whole()
    {
        GroupedSums<RegionId> sums = new[] { Fake.Make("a", "2024", 10, KnownRegions.Badia) }
            .SumByRegion(Harm.Killed, Graph, RegionKind.Governorate);
        sums.Groups.Select(g => g.Key.Value).Should().Equal("aleppo", "deir-ezzor", "hama", "homs", "raqqa", "rural-damascus", "suwayda");
        sums.Groups.Select(g => g.Bounds).Should().AllSatisfy(bounds => bounds.Should().Be(new Bounds(0, 10)));
        sums.Whole.Should().Be(new Sums(1, 10, 10, 10, 0, 0, 0));
    }

    [Fact]
    public void A_vague_date_may_fall_in_each_of_its_months()
    {
        GroupedSums<YearMonth> sums =
            new[] { Fake.Make("a", "2024-01-31/2024-02-01", 5), Fake.Make("b", "2024-02", 2), Fake.Make("c", "../2024", 1) }
            .SumByMonth(Harm.Killed);
        sums.Groups.Select(g => (g.Key, g.Bounds)).Should().Equal(
            (new YearMonth(2024, 1), new Bounds(0, 5)),
            (new YearMonth(2024, 2), new Bounds(2, 7)));
        sums.Elsewhere.Should().Be(new Sums(1, 1, 1, 1, 0, 0, 0));
        sums.Whole.Should().Be(new Sums(3, 8, 8, 8, 0, 0, 0));
    }

    [Fact]
    public void Groups_of_ones_own_hold_an_event_for_certain_or_perhaps_and_the_whole_has_it_once()
    {
        Incident[] incidents =
        [
            Fake.Make("a", "2024", 5), Fake.Make("b", "2024", 2), Fake.Make("c", "2024", 4) with { SameAs = [IncidentId.From("b")] },
            Fake.Make("d", "2024", 1),
        ];
        GroupedSums<string> sums = incidents.SumBy(
            Harm.Killed,
            incident => incident.Id.Value switch
            {
                "a" => [KeyValuePair.Create("x", Truth.Yes), KeyValuePair.Create("y", Truth.Yes)],
                "b" => [KeyValuePair.Create("x", Truth.Unknown)],
                _ => Enumerable.Empty<KeyValuePair<string, Truth>>(),
            },
            order: StringComparer.Ordinal);
        sums.Groups.Select(g => (g.Key, g.Certain.High, g.Possible.High, g.Bounds)).Should().Equal(
            ("x", 5L, 4L, new Bounds(5, 9)), ("y", 5L, null, Bounds.Exactly(5)));
        (sums.Whole.Incidents, sums.Whole.Low, sums.Whole.High, sums.Elsewhere.Incidents).Should().Be((3L, 8L, 10L, 1L));
    }

    [Fact]
    public void An_incident_counts_for_each_actor_in_it_and_once_in_the_whole()
    {
        GroupedSums<ActorId> sums = new[] { Fake.Make("a", "2024", 5).Involving(KnownActors.Isis, KnownActors.Ndf) }
            .SumByActor(Harm.Killed);
        sums.Groups.Should().HaveCount(2);
        sums.Groups.Should().AllSatisfy(g => g.Bounds.Should().Be(Bounds.Exactly(5)));
        sums.Whole.Should().Be(new Sums(1, 5, 5, 5, 0, 0, 0));
    }

    [Fact]
    public void An_actor_in_two_roles_of_an_incident_has_it_once() =>
        new[] { Fake.Make("a", "2024", 5).Involving(KnownActors.Isis, KnownActors.Isis) }.SumByActor(Harm.Killed)
            .Groups.Select(group => (group.Key, group.Certain.Best)).Should().Equal((KnownActors.Isis.Id, 5L));

    [Fact]
    public void Keys_that_the_order_calls_the_same_are_one_group_called_as_the_first() =>
        new[] { Fake.Make("Homs", "2024", 5), Fake.Make("HOMS", "2024", 2), Fake.Make("Hama", "2024", 1) }
            .SumBy<string>(
                Harm.Killed, incident => [KeyValuePair.Create(incident.Id.Value, Truth.Yes)], order: StringComparer.OrdinalIgnoreCase)
            .Groups.Select(group => (group.Key, group.Certain.Best)).Should().Equal(("Hama", 1L), ("Homs", 7L));

    [Fact]
    public void Of_many_groups_each_keeps_its_own_sum() => Gen.Int[0, 60].Array[0, 200].Sample(keys =>
    {
        Incident[] incidents = keys.Select((key, i) => Fake.Make($"i{i}", "2024", key + 1)).ToArray();
        GroupedSums<int> sums = incidents.SumBy<int>(
            Harm.Killed, incident => [KeyValuePair.Create(keys[int.Parse(incident.Id.Value.AsSpan(1), null)], Truth.Yes)]);
        sums.Groups.Select(group => (group.Key, group.Certain.Incidents, group.Certain.Best)).Should().Equal(
            keys.GroupBy(key => key).OrderBy(group => group.Key)
                .Select(group => (group.Key, (long)group.Count(), (long?)group.Sum(key => key + 1L))));
    });

    [Fact]
    public void Two_incidents_of_one_id_are_refused_wherever_they_stand() => Gen.Int[2, 300].Sample(count =>
    {
        List<Incident> incidents = [.. Enumerable.Range(0, count).Select(i => Fake.Make($"i{i}", "2024", 1))];
        incidents.Sum(Harm.Killed).Incidents.Should().Be(count);
        incidents.Insert(count / 3, incidents[count / 2]);
        incidents.Invoking(all => all.Sum(Harm.Killed)).Should().Throw<ArgumentException>()
            .WithMessage($"Two incidents bear the id 'i{count / 2}'*");
    });

    [Fact]
    public void By_kind_the_groups_add_up_to_the_whole() =>
        Gen.Select(Gen.Enum<IncidentKind>(), Generate.Estimate).Array.Sample(rows =>
        {
            Incident[] incidents = rows.Select((row, i) => Fake.Make($"i{i}", "2024", row.Item2) with { Kind = row.Item1 }).ToArray();
            GroupedSums<IncidentKind> sums = incidents.SumByKind(Harm.Killed);
            sums.Groups.Aggregate(default(Sums), (sum, group) => sum + group.Certain).Should().Be(sums.Whole);
            sums.Whole.Should().Be(incidents.Sum(Harm.Killed));
        });
}

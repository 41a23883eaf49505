using ConflictModel.Aggregation;
using ConflictModel.Hierarchies;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 5, nobody dies twice: of groups and the groups in them. Being part of one or a member of it is belonging.</summary>
public class BelongingTests
{
    private const int Actors = 6;

    private static readonly LocalDate Day = new(2024, 6, 1);

    /// <summary>Whether a link holds on the day: from before until after it, before it alone, or nobody says when.</summary>
    private static readonly (string? Period, Truth Holds)[] Periods =
        [("2020/2030", Truth.Yes), ("2020/2022", Truth.No), (null, Truth.Unknown)];

    // From an actor to one that comes later in their row, so that nobody belongs to itself.
    private static readonly Gen<(int From, int To, AffiliationKind Kind, (string? Period, Truth Holds) Time)[]> Links = Gen.Select(
        Gen.Int[0, Actors - 2], Gen.Int[1, Actors - 1], Gen.Enum<AffiliationKind>(), Generate.OneOf(Periods),
        (from, by, kind, time) => (from, Math.Min(from + by, Actors - 1), kind, time)).Array[0, 8];

    /// <summary>Who stood on the first side of an event, who on the second, and how many were killed.</summary>
    private static readonly Gen<(int[] First, int[] Second, int Killed)[]> Events = Gen.Select(
        Gen.Int[0, Actors - 1].Array[1, 2], Gen.Int[0, Actors - 1].Array[1, 2], Gen.Int[0, 9]).Array[0, 6];

    [Fact]
    public void Part_of_and_member_of_are_belonging_and_backing_is_not() => Links.Sample(
        links =>
        {
            ActorHierarchy hierarchy = new(links.Select(Affiliation));
            foreach ((int actor, int group) in Pairs())
            {
                hierarchy.Belongs(Id(actor), Id(group), Day).Should().Be(Belongs(links, actor, group), $"{actor} to {group}");
            }
        },
        iter: 300);

    [Fact]
    public void A_group_and_those_who_belong_to_it_are_never_added_up() => Gen.Select(Links, Events).Sample(
        (links, events) =>
        {
            ConflictDataset dataset = new()
            {
                Actors =
                [
                    .. Enumerable.Range(0, Actors).Select(Id).Select(id => new Actor { Id = id, Name = "A", Kind = ActorKind.RebelGroup }),
                ],
                Affiliations = [.. links.Select(Affiliation)],
                Incidents = [.. events.Select(Incident)],
            };
            IncidentTable table = dataset.ToTable();
            ActorRollUp rolled = new ActorHierarchy(dataset.Affiliations).RollUp(
                events.Select(one => new ActorRollUp.Row
                {
                    Actors = [.. one.First.Concat(one.Second).Select(Id)], Count = Bounds.Exactly(one.Killed), From = Day, To = Day,
                }),
                [.. Enumerable.Range(0, Actors).Select(Id)]);
            rolled.Whole.Should().Be(Bounds.Exactly(events.Sum(one => one.Killed)), "each is of some actor");
            foreach (int group in Enumerable.Range(0, Actors))
            {
                // Each event once, however many of those in it belong to the group by however many ways.
                Truth Of((int[] First, int[] Second, int Killed) one) => one.First.Concat(one.Second)
                    .Aggregate(Truth.No, (any, actor) => any.Or(Belongs(links, actor, group)));
                int certain = events.Where(one => Of(one) == Truth.Yes).Sum(one => one.Killed);
                int possible = events.Where(one => Of(one) != Truth.No).Sum(one => one.Killed);
                rolled.Groups[group].Value.Should().Be(new Bounds(certain, possible));
                IncidentQuery asked = table.Query().WithEitherSide(Id(group)).Sum(Measure.Killed);
                (asked.Run().Total.Of(Measure.Killed).Best ?? 0).Should().Be(certain);
                (asked.IncludingUncertain().Run().Total.Of(Measure.Killed).Best ?? 0).Should().Be(possible);
            }
        },
        iter: 200);

    private static IEnumerable<(int Actor, int Group)> Pairs() =>
        from actor in Enumerable.Range(0, Actors) from @group in Enumerable.Range(0, Actors) select (actor, @group);

    /// <summary>Every way up, one link after the other.</summary>
    private static Truth Belongs(
        (int From, int To, AffiliationKind Kind, (string? Period, Truth Holds) Time)[] links, int actor, int group) => actor == group
        ? Truth.Yes
        : links.Where(link => link.From == actor && link.Kind is (AffiliationKind.PartOf or AffiliationKind.MemberOf))
            .Aggregate(Truth.No, (any, link) => any.Or(link.Time.Holds.And(Belongs(links, link.To, group))));

    private static ActorId Id(int actor) => ActorId.From($"a{actor}");

    private static Affiliation Affiliation((int From, int To, AffiliationKind Kind, (string? Period, Truth Holds) Time) link) => new()
    {
        Actor = Id(link.From),
        Kind = link.Kind,
        To = Id(link.To),
        Period = link.Time.Period is { } period ? UncertainDate.Parse(period) : null,
    };

    private static Incident Incident((int[] First, int[] Second, int Killed) told, int number) =>
        Fake.Make($"i{number}", "2024-06-01", told.Killed) with
        {
            Involvements =
            [
                .. told.First.Select(actor => new Involvement { Actor = Id(actor), Role = InvolvementRole.SideA }),
                .. told.Second.Select(actor => new Involvement { Actor = Id(actor), Role = InvolvementRole.SideB }),
            ],
        };
}

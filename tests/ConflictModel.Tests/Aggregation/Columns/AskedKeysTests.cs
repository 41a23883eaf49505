using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Tests.Aggregation.Columns;

/// <summary>A table that is made for some keys answers those as a table for all of them does, and refuses the others.</summary>
public class AskedKeysTests
{
    private static readonly GroupKey[] Places = [.. GroupKey.All.OfType<GroupKey<RegionId>>()];
    private static readonly GroupKey[] Sides = [GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor];

    [Fact]
    public void A_key_that_a_table_is_made_for_is_answered_and_others_are_refused() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var world = OracleWorld.Random(random, random.Next(1, 60));
            bool sorts = random.Next(2) == 0;
            IncidentTable whole = world.ToTable(sorts);
            foreach (GroupKey key in GroupKey.All)
            {
                IncidentTable table = world.ToBuilder([key]).ToTable(sorts);
                foreach (GroupKey asked in GroupKey.All)
                {
                    Func<string> answer = () => Asked(table, asked);
                    if (IsKept(asked, key))
                    {
                        answer().Should().Be(Asked(whole, asked));
                    }
                    else
                    {
                        answer.Should().Throw<InvalidOperationException>()
                            .WithMessage("The table was made to be asked by other keys than '*' (IncidentTableBuilder.Keys).");
                    }
                }
            }
        },
        iter: 4);

    [Fact]
    public void A_filter_is_refused_where_nothing_was_kept_to_filter_by()
    {
        IncidentTableBuilder builder = new() { Keys = [GroupKey.Dyad, GroupKey.Year] };
        TableCode<ActorId> actor = builder.CodeOf(ActorId.From("a"));
        builder.DefineRegion(RegionId.From("r"), RegionKind.Country);
        builder.Append(new() { FirstSide = actor, PlacePrecision = 3 }, Measure.Killed.Is(5));
        IncidentQuery query = builder.ToTable().Query().Sum(Measure.Killed);
        foreach (IncidentQuery filtered in (IncidentQuery[])
            [
                query.WithFirstSide(ActorId.From("a")), query.WithEitherSide(ActorId.From("a")), query.InRegions(RegionId.From("r")),
                query.PlacedWithin(2), query.Where(GroupKey.Kind, IncidentKind.ArmedAttack),
            ])
        {
            FluentActions.Invoking(filtered.Run).Should().Throw<InvalidOperationException>();
        }

        query.Run().Total.Of(Measure.Killed).Best.Should().Be(5);
        builder.Keeps(GroupKey.Year).Should().BeTrue();
        builder.Keeps(GroupKey.Kind, GroupKey.Dyad).Should().BeTrue();
        builder.Keeps(GroupKey.Kind, GroupKey.Source).Should().BeFalse();
        new IncidentTableBuilder().Keeps(GroupKey.Kind).Should().BeTrue();
    }

    [Fact]
    public void A_side_is_asked_by_affiliations_that_hold_in_a_place_and_against_somebody_alone()
    {
        var actor = ActorId.From("a");
        var group = ActorId.From("g");
        IncidentTableBuilder builder = new() { Keys = [GroupKey.FirstSide] };
        builder.DeclareAffiliations(
        [
            new()
            {
                Actor = actor, To = group, Kind = AffiliationKind.PartOf,
                Period = UncertainDate.Parse("../.."), Regions = [RegionId.From("r")],
            },
        ]);
        foreach (string region in (string[])["r", "s"])
        {
            builder.DefineRegion(RegionId.From(region), RegionKind.Country);
            builder.Append(
                new()
                {
                    Earliest = new(2020, 1, 5), Latest = new(2020, 1, 5),
                    FirstSide = builder.CodeOf(actor), Region = builder.CodeOf(RegionId.From(region)),
                },
                Measure.Killed.Is(1));
        }

        builder.ToTable().Query().WithFirstSide(group).Run().Total.Incidents.Should().Be(1);
    }

    [Fact]
    public void A_question_that_was_not_kept_for_is_refused_alike_by_one_thread_and_several()
    {
        IncidentTableBuilder builder = new() { Keys = [GroupKey.Year] };
        builder.DefineRegion(RegionId.From("r"), RegionKind.Country);
        for (int i = 0; i < 200_000; i++)
        {
            builder.Append(new(), Measure.Killed.Is(1));
        }

        FluentActions.Invoking(builder.ToTable().Query().InRegions(RegionId.From("r")).Run).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void Rows_are_taken_back_and_pieces_are_refused_as_of_any_table()
    {
        IncidentTableBuilder builder = new() { Keys = [GroupKey.Dyad] };
        for (int i = 0; i < 3; i++)
        {
            builder.Append(new() { Dyad = builder.CodeOf(DyadId.From($"d{i}")), Kind = IncidentKind.ArmedAttack }, Measure.Killed.Is(i));
        }

        builder.Remove(1);
        IncidentTable table = builder.ToTable();
        table.Query().GroupBy(GroupKey.Dyad).Sum(Measure.Killed).Run().Select(row => row.Of(Measure.Killed).Best).Should().Equal(0, 2);
        PlainTable pieces = table.ToPieces().Pieces;
        pieces.TextAt(pieces.Schema.IndexOf("dyad"), 1).Should().Be("d2");
        FluentActions.Invoking(() => pieces.TextAt(pieces.Schema.IndexOf("kind"), 1)).Should().Throw<InvalidOperationException>();
    }

    private static bool IsKept(GroupKey asked, GroupKey key) => asked.IsTime || asked == key
        || (Places.Contains(asked) && (Places.Contains(key) || Sides.Contains(key)))
        || (Sides.Contains(key) && (asked == GroupKey.FirstSide || asked == GroupKey.SecondSide));

    private static string Asked(IncidentTable table, GroupKey key) =>
        table.Query().GroupBy(key).Sum(Measure.Killed, Measure.Wounded.Civilians).KeepingUnknown().Run().ToJson();
}

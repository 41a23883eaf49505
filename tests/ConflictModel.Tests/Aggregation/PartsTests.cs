using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>Which questions can be asked of incidents in parts, and a builder that lets its rows go between them.</summary>
public class PartsTests
{
    private static readonly RegionId Homs = RegionId.From("homs");

    [Fact]
    public void Rows_that_are_let_go_leave_a_builder_for_further_rows_under_the_same_codes()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month) { KeepsIds = true };
        TableCode<DyadId> dyad = builder.CodeOf(DyadId.From("1"));
        builder.Call(dyad, "1", "IS - Jund");
        builder.DefineRegion(Homs, RegionKind.Governorate);
        builder.DeclareAffiliation(ActorId.From("jund"), ActorId.From("is"));
        builder.Append(
            new() { Id = IncidentId.From("one"), Dyad = dyad, Earliest = new(2016, 1, 30), Latest = new(2016, 2, 2) },
            Measure.Killed.Is(300),
            Measure.Wounded.Is(null, 400, null));
        builder.Append(new() { FirstSide = builder.CodeOf(ActorId.From("jund")) }, Measure.Killed.Is(null, 1, null));
        IncidentTable before = builder.ToTable();
        builder.Clear();

        (builder.Rows, builder.IncidentCount).Should().Be((0, 0));
        builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Incidents.Should().Be(0);
        builder.CodeOf(DyadId.From("1")).Should().Be(dyad);
        builder.Append(
            new()
            {
                FirstSide = builder.CodeOf(ActorId.From("jund")), Dyad = dyad, Region = builder.CodeOf(Homs),
                Earliest = new LocalDate(2017, 3, 1), Latest = new LocalDate(2017, 3, 1),
            },
            Measure.Killed.Is(2));
        IncidentTable after = builder.ToTable();

        after.Measures.Should().Equal(Measure.Killed);
        after.Rows.Should().Be(1);
        Aggregate answer = after.Query().WithFirstSide(ActorId.From("is")).InRegions(Homs).GroupBy(GroupKey.Dyad, GroupKey.Month)
            .Sum(Measure.Killed).Run();
        answer.Should().ContainSingle().Which.Of(Measure.Killed).Best.Should().Be(2);
        after.NamesOf(answer[0], GroupKey.Dyad).Should().Be(("1", "IS - Jund"));
        before.Query().Sum(Measure.Killed, Measure.Wounded).Run().Total.Of(Measure.Killed).Best.Should().Be(301);
    }

    [Fact]
    public void Rows_that_are_let_go_to_come_again_are_counted_once_as_too_long_to_be_split()
    {
        IncidentTableBuilder builder = new(BucketScheme.Day);
        void Append() => builder.Append(
            new() { Earliest = new LocalDate(2000, 1, 1), Latest = new LocalDate(2040, 1, 1) }, Measure.Killed.Is(3));
        Append();
        builder.Clear();
        Append();
        Append();
        builder.TooLongToSplit.Should().Be(3);

        builder.Invoking(one => one.Clear(-1)).Should().Throw<ArgumentOutOfRangeException>();
        builder.Invoking(one => one.Clear(4)).Should().Throw<ArgumentOutOfRangeException>();
        (builder.Rows, builder.TooLongToSplit).Should().Be((2, 3));
        builder.Clear(1);
        (builder.Rows, builder.IncidentCount, builder.TooLongToSplit).Should().Be((0, 0, 1));
    }

    [Fact]
    public void Rows_of_another_unit_are_refused_after_those_before_were_let_go()
    {
        IncidentTableBuilder builder = new();
        builder.Clear();
        builder.DeclareRowUnit("dyad-years");
        builder.Append(default, Measure.Killed.Is(3));
        builder.Clear();
        builder.DeclareRowUnit("dyad-years");
        builder.Invoking(one => one.DeclareRowUnit("country-years")).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_region_may_be_defined_again_with_more_names_and_not_with_fewer_or_elsewhere()
    {
        IncidentTableBuilder builder = new();
        Region homs = new() { Id = Homs, Name = "Homs", Kind = RegionKind.Governorate, Aliases = ["Hims"] };
        builder.DefineRegions([homs]);
        builder.DefineRegions([homs with { Aliases = ["Hims", "Homs Governorate"] }]);
        builder.DefineRegions([homs with { Aliases = ["Hims", "Homs Governorate"] }]);

        builder.Invoking(one => one.DefineRegions([homs])).Should().Throw<ArgumentException>()
            .WithMessage("*'homs' was defined otherwise*");
        builder.Invoking(one => one.DefineRegions([homs with { Kind = RegionKind.District, Aliases = ["Hims", "Homs Governorate"] }]))
            .Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_question_can_be_asked_in_parts_unless_it_waits_for_what_is_said_last()
    {
        IncidentQuery query = IncidentQuery.OverPieces().Sum(Measure.Killed);
        foreach (IncidentQuery can in (IncidentQuery[])
            [
                query, .. GroupKey.All.Where(key => key != GroupKey.Actor).Select(key => query.GroupBy(key)), query.KeepingUnknown(),
                query.During(new LocalDate(2016, 1, 1), new LocalDate(2016, 2, 1)), query.PlacedWithin(3), query.DatedWithin(2),
                query.Where(GroupKey.Country, "Syria"), query.Where(GroupKey.Dyad, "1"), query.Where(GroupKey.Year, 2016),
                query.Where(GroupKey.Kind, IncidentKind.OneSidedViolence), query.IncludingUncertain(),
            ])
        {
            can.CanBeAskedInParts.Should().BeTrue();
        }

        foreach (IncidentQuery cannot in (IncidentQuery[])
            [
                query.GroupBy(GroupKey.Year, GroupKey.Actor), query.Where(GroupKey.Actor, "234"), query.Where(GroupKey.FirstSide, "234"),
                query.Where(GroupKey.SecondSide, "234"), query.WithEitherSide(ActorId.From("is")), query.InRegions(Homs),
                query.Where(GroupKey.Dyad, DyadId.From("1")), query.GroupBy(GroupKey.Year).Top(3, Measure.Killed.Best),
            ])
        {
            cannot.CanBeAskedInParts.Should().BeFalse();
        }
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

public class CrossingTests
{
    private static readonly Breakdown Women =
        Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women, Count = 2 });

    [Fact]
    public void A_cell_never_exceeds_its_margin()
    {
        var toll = new Toll
        {
            Count = 10,
            Breakdowns =
            [
                Women,
                Of(Axis.Victim, BreakdownKind.Inclusion, new Part
                {
                    Victims = Victims.Civilians,
                    Count = 8,
                    Breakdowns = [Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women })],
                }),
            ],
        };
        DerivedFigure civilianWomen = toll.Derive()["victim:.civilians/demographic:women"];
        civilianWomen.Bounds.Should().Be(new Bounds(0, 2));
        civilianWomen.Because.Should().Be("2");
    }

    [Fact]
    public void Margins_leave_a_least_count_for_the_cell()
    {
        var toll = new Toll
        {
            Count = 10,
            Breakdowns =
            [
                Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women, Count = 5 }),
                Of(Axis.Victim, BreakdownKind.Inclusion, new Part
                {
                    Victims = Victims.Civilians,
                    Count = 8,
                    Breakdowns = [Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women })],
                }),
            ],
        };
        DerivedFigure civilianWomen = toll.Derive()["victim:.civilians/demographic:women"];
        civilianWomen.Bounds.Should().Be(new Bounds(3, 5));
        civilianWomen.Explain().Lower.Arithmetic.Should().Be("5 + 8 - 10");
    }

    [Fact]
    public void The_same_people_cannot_be_6_and_3()
    {
        var toll = new Toll
        {
            Count = 71,
            Breakdowns =
            [
                Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women, Count = 6 }),
                Of(Axis.Demographic, BreakdownKind.Inclusion, new Part { Victims = Victims.Women, Count = 3 }),
            ],
        };
        Derivation derived = toll.Derive();
        derived.IsConsistent.Should().BeFalse();
        Contradiction contradiction = derived.Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("6, not 3");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("demographic:women", "demographic:women~2");
        contradiction.Repairs.Select(repair => repair.ToString())
            .Should().Equal("demographic:women: 6 -> 3", "demographic:women~2: 3 -> 6");
    }

    [Fact]
    public void A_partition_that_leaves_a_category_out_has_nobody_of_it_where_three_axes_cross_too()
    {
        // In s all are of b. That women and officers of b recur in r makes of this what no two-way table holds.
        Part Of(string actor, Estimate count) => Part.Of(Victims.MembersOf(ActorId.From(actor)), count);
        Part Told(string actor) => Of(actor, default).Including(Part.Of(Victims.Women)).Including(Part.Of(Victims.Called("officers")));
        Toll toll = Toll.Of(default).DividedInto(Of("a", 6), Told("b"))
            .DividedInto(
                Part.In(RegionId.From("r")).DividedInto(Of("a", 4), Told("b")),
                Part.In(RegionId.From("s")).DividedInto(Of("b", default)));
        Derivation derived = toll.Derive();
        derived.IsConsistent.Should().BeFalse();
        Contradiction contradiction = derived.Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("4, not 6");
        contradiction.Readings.Select(reading => (reading.Whole.Path.Value, reading.Breakdown.By))
            .Should().Equal(("", Axis.Region), ("region:s", Axis.Victim));
    }

    [Fact]
    public void Where_all_are_one_actors_work_a_part_is_so_whole()
    {
        // By its methods five were killed in r, and all of them by a, of whom r says two.
        Toll toll = new Toll().DividedInto(Part.By(ActorId.From("a"))).Including(Part.In(RegionId.From("r"))
            .DividedInto(Part.By(ActorId.From("a"), 2), Part.By(ActorId.From("b"))).DividedInto(Part.Through("mines", 5)));
        Contradiction contradiction = toll.Derive().Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("2, not 5");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("region:r/perpetrator:a", "region:r/method:mines");
        contradiction.Readings.Select(reading => (reading.Whole.Path.Value, reading.Breakdown.By))
            .Should().Equal(("", Axis.Perpetrator), ("region:r", Axis.Method));
    }

    [Fact]
    public void A_part_that_exceeds_its_whole_is_a_contradiction_with_its_repairs()
    {
        var toll = new Toll
        {
            Count = 29,
            Breakdowns =
            [
                Of(
                    Axis.Victim,
                    BreakdownKind.Partition,
                    new Part { Victims = Victims.MembersOf(ActorId.From("a")), Count = 29 },
                    new Part { Victims = Victims.MembersOf(ActorId.From("b")), Count = 3 },
                    new Part { Victims = Victims.MembersOf(ActorId.From("c")), Count = 2 }),
            ],
        };
        Contradiction contradiction = toll.Derive().Contradictions.Should().ContainSingle().Subject;
        contradiction.Arithmetic.Should().Be("29 + 3 + 2 = 34, not 29");
        contradiction.ToSentence(new() { Actor = actor => actor.Value.ToUpperInvariant() }).Should().Contain("= 34, not the 29 ");
        contradiction.Figures.Select(figure => figure.ToString()).Should().Equal("whole = 29", "victim:a = 29", "victim:b = 3");
        contradiction.Repairs.Select(repair => repair.ToString()).Should().Equal("whole: 29 -> 34", "victim:a: 29 -> 24");
    }

    private static Breakdown Of(Axis axis, BreakdownKind kind, params ReadOnlySpan<Part> parts) =>
        new() { By = axis, Kind = kind, Parts = [.. parts] };
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Breakdowns that have to be solved together: which these are, and what follows for them.</summary>
public class EntanglementTests
{
    private static readonly (ActorId A, ActorId B) Actors = (ActorId.From("a"), ActorId.From("b"));

    [Fact]
    public void Both_actors_beside_one_of_them_do_not_hold_that_one_elsewhere_either()
    {
        // Side by side "a and b" may be the work of both, and a's nine no part of it, here or in another breakdown.
        Part both = Part.By([Actors.A, Actors.B], 8), one = Part.By(Actors.A, 9);
        Toll.Of(17).Including(one).DividedInto(both, one).Derive().IsConsistent.Should().BeTrue();
        Toll.Of(17).Including(both).DividedInto(both, one).Derive().IsConsistent.Should().BeTrue();
        Toll.Of(17).Including(both).Including(one).Derive().IsConsistent.Should().BeFalse();
        new Toll().DividedInto(Part.By([Actors.A, Actors.B]), Part.By(Actors.A)).Derive().Whole.Bounds.Should().Be(Bounds.Unknown);
    }

    [Fact]
    public void If_all_are_in_one_place_and_all_in_another_nobody_is_in_either() =>
        Only(new Toll().DividedInto(In("r", default)).DividedInto(In("s", default), In("r", 4)).DividedInto(In("s", default)))
            .Arithmetic.Should().Be("4, more than 0");

    [Fact]
    public void If_all_are_civilians_and_all_civilians_of_an_army_there_is_nobody()
    {
        Part army = Part.Of(Victims.MembersOf(ActorId.From("army"))), officers = Part.Of(Victims.Called("officers"));
        var armyOfficers = Part.Of(Victims.MembersOf(ActorId.From("army")).As("officers"));
        Breakdown apart = new Toll().Including(officers, army with { Count = 0 }).Breakdowns[0] with { Disjoint = true };
        Toll toll = (new Toll() with { Breakdowns = [apart] }).DividedInto(Part.Of(Victims.Civilians).DividedInto(army, armyOfficers));
        RelatedCategories.Dataset.Derive(toll).Whole.Bounds.Should().Be(Bounds.Zero);
    }

    [Fact]
    public void A_limit_that_follows_from_one_that_follows_limits_the_whole_above_both()
    {
        Bounds all = new Toll().DividedInto(
            Part.Of(Victims.Elderly),
            Part.Of(new() { Age = AgeGroup.Adult }).DividedInto(Part.Of(Victims.Elderly, Estimate.Between(2, 3)))).Derive().Whole.Bounds;
        all.Lower.Should().Be(2);
        all.Upper.Should().BeLessThanOrEqualTo(6, "the elderly and the adults are at most three each");
    }

    [Fact]
    public void Attacks_on_the_army_are_those_on_its_officers_however_often_they_are_told_of()
    {
        var army = Part.Of(Victims.MembersOf(ActorId.From("army")));
        Part officers = Part.Of(Victims.Called("officers")).DividedInto(army with { Operations = Estimate.AtLeast(2) });
        new Toll().Including(army, officers).Derive().Operations!.Whole.Bounds.Lower.Should().Be(2);
    }

    [Fact]
    public void Of_three_groups_any_two_that_are_apart_add_up()
    {
        // Women and the elderly may be the same; children are neither.
        Toll toll = new Toll().Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 5), Part.Of(Victims.Children, 3));
        (toll with { Count = 8 }).Derive().IsConsistent.Should().BeTrue();
        Contradiction contradiction = Only(toll with { Count = 7 });
        contradiction.Sum.Should().Be(8);
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("", "demographic:elderly", "demographic:children");
    }

    [Fact]
    public void Those_that_may_overlap_are_not_added_up_because_something_else_is_wrong()
    {
        Part[] groups = [Part.Of(Victims.Children, 3), Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 4)];
        Only(Toll.Of(7).Including(groups).Including(In("r", 9))).Arithmetic.Should().Be("9, more than 7");
        Only(Toll.Of(7).DividedInto(groups).Including(In("r", 9))).Arithmetic.Should().Be("9, more than 7");
    }

    [Fact]
    public void Operations_of_other_groups_may_be_all_that_there_are()
    {
        Part hit = Part.Of(Victims.MembersOf(Actors.A), default) with { Operations = 4 };
        Derivation operations = Toll.Of(default, inOperations: 10).Including(hit)
            .Including(In("r", default) with { Operations = 6, Breakdowns = new Toll().Including(hit).Breakdowns }).Derive().Operations!;
        operations.Tree.Entanglements.Should().ContainSingle("a stands in two places");
        Bounds others = operations.Whole.Breakdowns[0].Residual.Bounds;
        (others.Lower, others.Upper).Should().Be((0, 10));
    }

    [Fact]
    public void Operations_that_stand_in_parts_alone_are_derived_where_a_category_recurs_too()
    {
        Part hit = In("r", default) with { Operations = 4 };
        Toll.Of(9).Including(hit).Including(hit).Derive().Operations!["region:r"].Bounds.Should().Be(new Bounds(4, 4));
    }

    [Fact]
    public void What_any_breakdown_leaves_of_an_open_whole_is_outer_where_the_whole_is()
    {
        Derivation derived = Tangled(Estimate.Between(9, 10)).Including(Part.By(Actors.A, 3)).Derive();
        derived.Whole.Bounds.Should().Be(new Bounds(9, 10, isOuter: true));
        derived["perpetrator:?"].Bounds.Should().Be(new Bounds(6, 7, isOuter: true));
        Tangled(10).Including(Part.By(Actors.A, 3)).Derive()["perpetrator:?"].Bounds.Should().Be(new Bounds(7, 7));
    }

    [Fact]
    public void A_bound_is_explained_where_breakdowns_cross_within_a_part_of_others_that_cross()
    {
        var women = Part.Of(Victims.Women, 3);
        Derivation derived = Toll.Of(10)
            .Including(In("r", 8).Including(women).Including(Part.Of(Victims.Women))).Including(In("r", default)).Derive();
        derived.Tree.Entanglements.Should().HaveCount(2);
        derived["region:r/demographic:women~2"].Bounds.Should().Be(new Bounds(3, 3));
        derived["region:r/demographic:women~2"].Because.Should().Be("3");
        derived["region:r~2"].Because.Should().Be("8");
    }

    [Fact]
    public void A_part_that_is_all_of_its_whole_beside_another_that_is_so_too_has_nobody()
    {
        // What is told of the district in two parts, its governorate and itself, would be twice as many as there are.
        Breakdown apart = new Toll().DividedInto(In("gov", default), In("district", default)).Breakdowns[0] with { Disjoint = true };
        Part district = In("district", Estimate.AtLeast(1)) with { Breakdowns = [apart] };
        RelatedCategories.Dataset.Derive(new Toll().Including(district)).IsConsistent.Should().BeFalse();
        RelatedCategories.Dataset.Derive(new Toll().Including(district with { Count = default })).IsConsistent.Should().BeTrue();
    }

    // Three axes cross, which no two-way table holds.
    private static Toll Tangled(Estimate whole)
    {
        Part women = Part.Of(Victims.Women, 2), mined = Part.Through("mines").Including(women);
        return Toll.Of(whole).Including(women).Including(In("homs", default).Including(women).Including(mined)).Including(mined);
    }

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static Part In(string region, Estimate count) => Part.In(RegionId.From(region), count);
}

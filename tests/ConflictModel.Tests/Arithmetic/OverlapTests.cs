using ConflictModel.Arithmetic;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Categories that hold, overlap or exclude each other.</summary>
public class OverlapTests
{
    private static readonly Victims CivilianWomen = Victims.Women with { Status = CivilianStatus.Civilian };

    private static readonly ValueList<Region> Regions =
    [
        new() { Id = RegionId.From("syria"), Name = "Syria", Kind = RegionKind.Country },
        new() { Id = RegionId.From("deir-ezzor"), Name = "Deir Ezzor", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
        new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
        new() { Id = RegionId.From("mayadin"), Name = "Mayadin", Kind = RegionKind.District, Within = [RegionId.From("deir-ezzor")] },
        new()
        {
            Id = RegionId.From("west-euphrates"),
            Name = "west Euphrates",
            Kind = RegionKind.Natural,
            Within = [RegionId.From("syria")],
            Overlaps = [RegionId.From("deir-ezzor")],
        },
    ];

    [Fact]
    public void Women_men_and_the_elderly_of_seven_are_no_contradiction()
    {
        Toll toll = Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 2));
        Derivation derived = toll.Derive();
        derived.Contradictions.Should().BeEmpty();
        derived["demographic:?"].Bounds.Should().Be(Bounds.Zero, "women and men are all of them");
        (toll with { Count = default }).Derive().Whole.Bounds.Should().Be(new Bounds(7, null));
        Validated(toll).Should().BeEmpty();
    }

    [Fact]
    public void A_partition_that_overlaps_is_between_its_largest_class_and_its_sum()
    {
        Toll toll = Toll.Of(default).DividedInto(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 2));
        toll.Derive().Whole.Bounds.Should().Be(new Bounds(7, 9));
        (toll with { Count = 9 }).Derive().IsConsistent.Should().BeTrue();
        Only(toll with { Count = 10 }).Arithmetic.Should().Be("4 + 3 + 2 = 9, less than 10");
        Contradiction tooFew = Only(toll with { Count = 6 });
        tooFew.Arithmetic.Should().Be("4 + 3 = 7, more than 6");
        tooFew.Figures.Select(figure => figure.Path.Value).Should().Equal("", "demographic:women", "demographic:men");
    }

    [Fact]
    public void A_part_that_overlaps_others_never_exceeds_the_whole()
    {
        Only(Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 8))).Arithmetic.Should().Be("8, more than 7");
        Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly))
            .Derive()["demographic:elderly"].Bounds.Should().Be(new Bounds(0, 7));
    }

    [Fact]
    public void What_a_class_leaves_bounds_its_own_parts_alone()
    {
        Derivation derived = Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men), Part.Of(Victims.Elderly)).Derive();
        derived["demographic:men"].Bounds.Should().Be(new Bounds(0, 3));
        derived["demographic:men"].Because.Should().Be("7 - 4");
        derived["demographic:elderly"].Bounds.Should().Be(new Bounds(0, 7));
        derived["demographic:?"].Bounds.Should().Be(new Bounds(0, 3));
    }

    [Fact]
    public void Nobody_is_left_whom_the_largest_class_leaves_no_room_for() =>
        Toll.Of(10).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 2))
            .Derive()["demographic:?"].Bounds.Should().Be(new Bounds(1, 3), "7 are women and men, and 9 at most are in a part");

    [Fact]
    public void What_an_inclusion_leaves_is_a_figure_whether_its_parts_overlap_or_not() =>
        Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Elderly, 2)).Derive().Figures
            .Select(figure => figure.Path.Value).Should().Equal("", "demographic:women", "demographic:elderly", "demographic:?");

    [Fact]
    public void Pieces_of_a_group_that_others_overlap_are_told_piece_by_piece() =>
        Only(Toll.Of(6).Including(
            Part.Of(Victims.Women, 2) with { Method = "shelling" }, Part.Of(Victims.Women, 2) with { Method = "mines" },
            Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 2))).Arithmetic.Should().Be("2 + 2 + 3 = 7, more than 6");

    [Fact]
    public void Parts_that_are_stated_to_be_disjoint_add_up_whatever_they_are()
    {
        Toll toll = Toll.Of(7).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3), Part.Of(Victims.Elderly, 2));
        toll = toll with { Breakdowns = [toll.Breakdowns[0] with { Disjoint = true }] };
        Only(toll).Arithmetic.Should().Be("4 + 3 + 2 = 9, more than 7");
        Validated(toll).Should().ContainSingle().Which.Message.Should().NotContain("only if");
    }

    [Fact]
    public void Officers_may_be_among_the_members_of_an_actor_and_civilians_may_not()
    {
        Part officers = Part.Of(Victims.Called("officers"), 5),
        members = Part.Of(Victims.MembersOf(ActorId.From("a")), 6), civilians = Part.Of(Victims.Civilians, 2);
        Toll.Of(8).Including(officers, members, civilians).Derive().IsConsistent.Should().BeTrue();
        Only(Toll.Of(7).Including(officers, members, civilians)).Arithmetic.Should().Be("6 + 2 = 8, more than 7");
        Only(Toll.Of(8).DividedInto(officers, members, civilians)).Arithmetic.Should().Be("5 + 6 + 2 = 13, not 8");
    }

    [Fact]
    public void Civilian_women_never_exceed_civilians_wherever_both_stand()
    {
        Part civilians = Part.Of(Victims.Civilians, 8), women = Part.Of(CivilianWomen, 9);
        Toll apart = Toll.Of(20).Including(civilians).Including(women);
        Contradiction contradiction = Only(apart);
        contradiction.Arithmetic.Should().Be("9, more than 8");
        contradiction.ToSentence().Should().Be(
            "These figures of people can't all be true: 9 civilian women, more than the 8 civilians they are among.");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("victim:.civilians", "victim:.civilians.women");
        Only(Toll.Of(20).Including(civilians, women)).Arithmetic.Should().Be("9, more than 8");
        Only(Toll.Of(20).Including(Part.Of(Victims.Women, 8)).Including(women with { Region = RegionId.From("r") })).Arithmetic
            .Should().Be("9, more than 8");
        Validated(apart).Should().ContainSingle().Which.Numbers.Should().Equal(9, 8);
    }

    [Fact]
    public void A_category_without_a_figure_has_that_of_the_wider_one_for_a_limit()
    {
        Derivation derived = Toll.Of(20).Including(Part.Of(Victims.Civilians, 8)).Including(Part.Of(CivilianWomen)).Derive();
        derived["victim:.civilians.women"].Bounds.Should().Be(new Bounds(0, 8));
        derived["victim:.civilians.women"].Because.Should().Be("8");
        Toll.Of(20).Including(Part.Of(Victims.Civilians)).Including(Part.Of(CivilianWomen, 9))
            .Derive()["victim:.civilians"].Bounds.Should().Be(new Bounds(9, 20));
    }

    [Fact]
    public void A_month_lies_in_its_half_year_and_a_in_a_or_b()
    {
        Only(Toll.Of(20).Including(
            Part.During(UncertainDate.Parse("2024-01/2024-06"), 8)).Including(Part.During(UncertainDate.Parse("2024-03"), 9)))
            .Arithmetic.Should().Be("9, more than 8");
        (ActorId a, ActorId b) = (ActorId.From("a"), ActorId.From("b"));
        Only(Toll.Of(20).Including(Part.By([a, b], 8)).Including(Part.By(a, 9))).Arithmetic.Should().Be("9, more than 8");
        Toll.Of(17).DividedInto(Part.By([a, b], 8), Part.By(a, 9)).Derive().IsConsistent.Should().BeTrue("both together, and one alone");
        Only(Toll.Of(20).Including(Part.Of(Victims.MembersOf(a), 8)).Including(Part.Of(Victims.MembersOf(a).As("officers"), 9)))
            .Arithmetic.Should().Be("9, more than 8");
    }

    [Fact]
    public void Of_too_many_days_nobody_looks_for_the_month_and_their_bounds_are_outer()
    {
        Part[] days = [.. Enumerable.Range(0, PartOverlap.MaxParts)
            .Select(day => Part.During(UncertainDate.From(new LocalDate(2024, 1, 1).PlusDays(day)), default))];
        Toll toll = Toll.Of(20).Including(Part.During(UncertainDate.Parse("2024-03"), 8)).Including(days);
        Derivation derived = toll.Derive();
        derived["period:2024-03-05"].Bounds.Should().Be(new Bounds(0, 20, isOuter: true), "8 were killed in all of March");
        derived.Whole.Bounds.Should().Be(new Bounds(20, 20));
    }

    [Theory]
    [InlineData(PartOverlap.MaxParts, false)]
    [InlineData(PartOverlap.MaxParts + 1, true)]
    public void Of_more_than_a_thousand_parts_that_may_overlap_nobody_looks_which_are_apart(int parts, bool isConsistent)
    {
        Part[] roles = [.. Enumerable.Range(1, parts - 1).Select(role => Part.Of(Victims.Called($"r{role}"), 1))];
        Part[] all = [Part.Of(Victims.MembersOf(ActorId.From("a")), 1), .. roles];
        Toll.Of(parts - 2).Including(all).Derive().IsConsistent.Should().Be(isConsistent, "one fewer than have different roles");
    }

    [Fact]
    public void Of_any_number_of_towns_it_is_known_in_which_district_they_lie()
    {
        Region[] districts = [.. Enumerable.Range(0, 12).Select(d => new Region
        {
            Id = RegionId.From($"d{d}"), Name = new("en", $"D{d}"), Kind = RegionKind.District,
        })];
        Region[] towns = [.. districts.SelectMany(d => Enumerable.Range(0, 100).Select(t => new Region
        {
            Id = RegionId.From($"{d.Id}t{t}"), Name = new("en", $"{d.Id} {t}"), Kind = RegionKind.Town, Within = [d.Id],
        }))];
        Part[] ofTowns = [.. towns.Select(town => Part.In(town.Id, 1))];
        ConflictDataset dataset = new() { Regions = [.. districts, .. towns] };
        Toll divided = Toll.Of(1200).DividedInto([.. districts.Select((d, i) =>
            Part.In(d.Id, default) with { Breakdowns = Toll.Of(0).DividedInto([.. ofTowns.Skip(100 * i).Take(100)]).Breakdowns })]);
        DerivedFigure district = dataset.Derive(divided)["region:d3"];
        district.Bounds.Should().Be(new Bounds(100, 100));
        Toll beside = Toll.Of(2000).Including(Part.In(districts[3].Id, 150)).Including(ofTowns[..300]).Including(
            Part.In(towns[301].Id, 160));
        dataset.Derive(beside).IsConsistent.Should().BeFalse("a town of the district has more than the district");
    }

    [Fact]
    public void Periods_that_nest_in_one_partition_are_not_added_up()
    {
        Toll toll = Toll.Of(10)
            .DividedInto(Part.During(UncertainDate.Parse("2024-01/2024-06"), 10), Part.During(UncertainDate.Parse("2024-01"), 4));
        toll.Derive().IsConsistent.Should().BeTrue();
        Only(toll with { Count = 15 }).Arithmetic.Should().Be("10 + 4 = 14, less than 15");
    }

    [Fact]
    public void Periods_of_which_one_begins_on_the_day_that_another_ends_share_that_day()
    {
        var until = Part.During(UncertainDate.Parse("2024-01-01/2024-01-05"), 6);
        var from = Part.During(UncertainDate.Parse("2024-01-05/2024-01-10"), 6);
        var after = Part.During(UncertainDate.Parse("2024-01-06/2024-01-10"), 6);
        Toll.Of(6).Including(until, from).Derive().IsConsistent.Should().BeTrue();
        Only(Toll.Of(6).Including(until, after)).Arithmetic.Should().Be("6 + 6 = 12, more than 6");
    }

    [Fact]
    public void Regions_overlap_and_lie_in_others_where_the_data_set_says_so()
    {
        Toll overlapping = Toll.Of(376).Including(Part.In(RegionId.From("west-euphrates"), 300), Part.In(RegionId.From("deir-ezzor"), 200));
        overlapping.Derive().IsConsistent.Should().BeFalse("the record alone does not say that they overlap");
        new ConflictDataset { Regions = Regions }.Derive(overlapping).IsConsistent.Should().BeTrue();
        Validated(overlapping).Should().BeEmpty();
        Toll nested = Toll.Of(50).Including(Part.In(RegionId.From("deir-ezzor"), 10)).Including(Part.In(RegionId.From("mayadin"), 20));
        nested.Derive().IsConsistent.Should().BeTrue();
        Finding finding = Validated(nested).Should().ContainSingle().Subject;
        finding.Severity.Should().Be(Severity.Error);
        finding.Numbers.Should().Equal(20, 10);
    }

    [Fact]
    public void Actors_of_which_one_is_part_of_the_other_are_not_added_up_for_certain()
    {
        (ActorId ndf, ActorId army) = (ActorId.From("ndf"), ActorId.From("army"));
        Toll toll = Toll.Of(6).DividedInto(Part.Of(Victims.MembersOf(ndf), 6), Part.Of(Victims.MembersOf(army), 2));
        ConflictDataset With(AffiliationKind kind) => new()
        {
            Affiliations =
                [new() { Actor = ndf, To = army, Kind = kind, Period = UncertainDate.Parse("2012/2020"), Citation = SourceId.From("s") }],
        };
        toll.Derive().IsConsistent.Should().BeFalse();
        With(AffiliationKind.PartOf).Derive(toll).IsConsistent.Should().BeTrue();
        With(AffiliationKind.BackedBy).Derive(toll).IsConsistent.Should().BeFalse();
        With(AffiliationKind.PartOf)
            .Derive(toll, when: UncertainDate.Parse("2024")).IsConsistent.Should().BeFalse("it was part of it before");
        With(AffiliationKind.PartOf).Derive(toll with { Count = 8 }).IsConsistent.Should().BeTrue();
    }

    [Fact]
    public void What_rests_on_parts_being_disjoint_says_so()
    {
        Toll toll = Toll.Of(5).Including(Part.In(RegionId.From("homs"), 3), Part.In(RegionId.From("mayadin"), 4));
        Only(toll).Disjoint.Should().ContainSingle().Which.Breakdown.By.Should().Be(Axis.Region);
        Validated(toll).Should().ContainSingle().Which.Message
            .Should().Contain("They add up only if nobody is counted in two parts by region, which is not stated.");
        Only(Toll.Of(5).Including(Part.In(RegionId.From("homs"), 6))).Disjoint.Should().BeEmpty();
    }

    [Fact]
    public void Below_parts_that_overlap_a_category_is_solved_with_them()
    {
        Part Where(Victims who, string region, Estimate count) =>
            Part.Of(who, count).DividedInto(Part.In(RegionId.From(region), count));
        Toll toll = Toll.Of(5)
            .Including(Where(Victims.Women, "homs", 4), Where(Victims.Elderly, "homs", 3)).Including(Part.In(RegionId.From("homs"), 4));
        toll.Derive().IsConsistent.Should().BeTrue();
        (toll with { Breakdowns = [toll.Breakdowns[0], Toll.Of(5).Including(Part.In(RegionId.From("homs"), 3)).Breakdowns[0]] })
            .Derive().IsConsistent.Should().BeFalse();
    }

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static ValueList<Finding> Validated(Toll toll) => new ConflictDataset
    {
        Sources = [new() { Id = SourceId.From("s"), Name = "S", Kind = SourceKind.Monitor }],
        Regions = Regions,
        Tallies =
        [
            new()
            {
                Id = TallyId.From("t"),
                Scope = new() { Period = UncertainDate.Parse("2024") },
                Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } },
            },
        ],
    }.Validate().Where(finding => finding.Code is FindingCodes.Contradiction or FindingCodes.OddFigure).ToValueList();
}

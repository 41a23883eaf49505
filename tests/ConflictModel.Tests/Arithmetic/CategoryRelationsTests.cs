using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>How two categories lie to each other, the one way round and the other.</summary>
public class CategoryRelationsTests
{
    private static readonly ActorId A = ActorId.From("a"), B = ActorId.From("b"), C = ActorId.From("c");

    private static readonly Victims Adults = new() { Age = AgeGroup.Adult };

    private static readonly Victims Females = new() { Sex = Sex.Female };

    private static readonly Victims CivilianWomen = Victims.Women with { Status = CivilianStatus.Civilian };

    private static readonly Victims OfficersOfA = Victims.MembersOf(A).As("officers");

    [Fact]
    public void Nobody_is_of_two_ages_two_sexes_two_statuses_or_two_actors()
    {
        All(CategoryRelation.Disjoint, Axis.Victim,
            (Victims.Women, Victims.Men),
            (Victims.Women, Victims.Children),
            (Victims.Elderly, Victims.Boys),
            (Victims.Women, Victims.Elderly with { Sex = Sex.Male }),
            (Victims.Civilians, Victims.Combatants),
            (Victims.Civilians, Victims.Unidentified),
            (Victims.MembersOf(A), Victims.MembersOf(B)),
            (OfficersOfA, Victims.MembersOf(B).As("guards")),
            (OfficersOfA, Victims.MembersOf(B)),
            (Victims.Women.As("officers"), Victims.Men.As("guards")),
            (CivilianWomen, Victims.Women with { Status = CivilianStatus.Combatant }));
        All(CategoryRelation.Disjoint, Axis.Demographic, (Victims.Women, Victims.Men), (Victims.Children, Victims.Elderly));
    }

    [Fact]
    public void Who_is_of_an_armed_actor_is_no_civilian()
    {
        All(CategoryRelation.Disjoint, Axis.Victim,
            (Victims.Civilians, Victims.MembersOf(A)),
            (Victims.Civilians, Victims.MembersOf(A, B)),
            (Victims.Unidentified, Victims.MembersOf(A)),
            (CivilianWomen, OfficersOfA),
            (CivilianWomen, Victims.MembersOf(A) with { Age = AgeGroup.Adult }));
        All(CategoryRelation.Unlike, Axis.Victim,
            (Victims.Combatants, Victims.MembersOf(A)),
            (Victims.Women, Victims.MembersOf(A)));
        All(CategoryRelation.Within, Axis.Victim, (Victims.MembersOf(A) with { Status = CivilianStatus.Civilian }, Victims.Civilians));
    }

    [Theory]
    [InlineData(ActorKind.StateForces, true)]
    [InlineData(ActorKind.Civilians, false)]
    [InlineData(ActorKind.InternationalBody, false)]
    [InlineData(ActorKind.Unknown, false)]
    public void Members_of_an_actor_that_is_known_not_to_be_armed_may_be_civilians(ActorKind kind, bool isArmed)
    {
        var known = CategoryRelations.Of(new ConflictDataset { Actors = [new() { Id = A, Name = "A", Kind = kind }] });
        Between(known, Axis.Victim, Part.Of(Victims.Civilians), Part.Of(Victims.MembersOf(A)))
            .Should().Be(isArmed ? CategoryRelation.Disjoint : CategoryRelation.Unlike);
        Between(known, Axis.Victim, Part.Of(Victims.Civilians), Part.Of(Victims.MembersOf(A, B)))
            .Should().Be(isArmed ? CategoryRelation.Disjoint : CategoryRelation.Unlike, "one of the two is not armed");
        Between(known, Axis.Victim, Part.Of(Victims.Civilians), Part.Of(Victims.MembersOf(B)))
            .Should().Be(CategoryRelation.Disjoint, "of whom nothing is known, is taken to be armed");
    }

    [Fact]
    public void Who_is_more_closely_described_is_among_those_who_are_less_so()
    {
        All(CategoryRelation.Within, Axis.Victim,
            (Victims.Women, Adults),
            (Victims.Women, Females),
            (Victims.Elderly, Adults),
            (Victims.Girls, Victims.Children),
            (CivilianWomen, Victims.Women),
            (CivilianWomen, Victims.Civilians),
            (CivilianWomen, Adults),
            (OfficersOfA, Victims.MembersOf(A)),
            (OfficersOfA, Victims.Called("officers")),
            (Victims.MembersOf(A), Victims.MembersOf(A, B)),
            (Victims.MembersOf(B), Victims.MembersOf(A, B)),
            (Victims.Women.As("officers"), Victims.Called("officers")),
            (OfficersOfA with { Sex = Sex.Female }, OfficersOfA));
        All(CategoryRelation.Within, Axis.Demographic, (Victims.Women, Adults), (Victims.Elderly, Adults));
    }

    [Fact]
    public void Actors_are_the_same_in_any_order() =>
        All(CategoryRelation.Same, Axis.Victim,
            (Victims.MembersOf(A, B), Victims.MembersOf(B, A)),
            (Victims.MembersOf(A, B, A), Victims.MembersOf(A, B)),
            (Victims.Women, Victims.Women),
            (Victims.Called("officers"), Victims.Called("officers")),
            (OfficersOfA, OfficersOfA));

    [Fact]
    public void Age_and_sex_cross_and_so_do_actors_who_have_one_in_common() =>
        All(CategoryRelation.Overlapping, Axis.Victim,
            (Victims.Women, Victims.Elderly),
            (Females, Adults),
            (Females, Victims.Children),
            (CivilianWomen, Victims.Elderly),
            (CivilianWomen, Victims.Elderly with { Status = CivilianStatus.Civilian }),
            (Victims.MembersOf(A, B), Victims.MembersOf(B, C)),
            (Victims.MembersOf(A, B).As("officers"), Victims.MembersOf(B, C)));

    [Fact]
    public void A_role_a_status_an_actor_and_an_age_answer_different_questions()
    {
        All(CategoryRelation.Unlike, Axis.Victim,
            (Victims.Called("officers"), Victims.MembersOf(A)),
            (Victims.Called("officers"), Victims.Civilians),
            (Victims.Called("officers"), Victims.Women),
            (Victims.Civilians, Victims.Women),
            (Victims.MembersOf(A), Victims.Children),
            (Victims.MembersOf(A, B).As("officers"), Victims.MembersOf(A)),
            (Victims.Women.As("officers"), Victims.Elderly with { Actors = [A] }));
        All(CategoryRelation.Different, Axis.Victim,
            (Victims.Called("officers"), Victims.Called("guards")),
            (OfficersOfA, Victims.MembersOf(A).As("guards")),
            (OfficersOfA, Victims.Called("guards")),
            (Victims.Women.As("officers"), Victims.Elderly.As("guards")));
    }

    [Fact]
    public void Victims_and_demographics_speak_of_the_same_people_and_other_axes_of_nothing_in_common()
    {
        Part women = Part.Of(CivilianWomen), a = Part.By(A) with { Victims = Victims.MembersOf(A) };
        CategoryRelations.OfRecord.Between(Axis.Demographic, women, Axis.Victim, Part.Of(Victims.Women)).Should().Be(CategoryRelation.Same);
        CategoryRelations.OfRecord.Between(Axis.Victim, women, Axis.Demographic, women).Should().Be(CategoryRelation.Within);
        CategoryRelations.OfRecord.Between(Axis.Demographic, women, Axis.Demographic, Part.Of(Victims.Men)).Should().Be(
            CategoryRelation.Disjoint);
        foreach ((Axis one, Axis other) in (ReadOnlySpan<(Axis, Axis)>)[
            (Axis.Victim, Axis.Perpetrator), (Axis.Region, Axis.Period), (Axis.Method, Axis.Region), (Axis.Perpetrator, Axis.Demographic)])
        {
            CategoryRelations.OfRecord.Between(one, Everything(a), other, Everything(a)).Should().Be(CategoryRelation.Unlike);
            CategoryRelations.OfRecord.Between(other, Everything(a), one, Everything(a)).Should().Be(CategoryRelation.Unlike);
        }

        static Part Everything(Part part) => part with
        {
            Method = "m", Region = RegionId.From("r"), Period = UncertainDate.Parse("2024"), Victims = Victims.Women,
        };
    }

    [Fact]
    public void Methods_and_regions_are_the_same_or_different()
    {
        Between(Axis.Method, Part.Through("shelling"), Part.Through("shelling")).Should().Be(CategoryRelation.Same);
        Between(Axis.Method, Part.Through("shelling"), Part.Through("mines")).Should().Be(CategoryRelation.Different);
        Between(Axis.Region, In("gov"), In("gov")).Should().Be(CategoryRelation.Same);
        Between(Axis.Region, In("gov"), In("district")).Should().Be(CategoryRelation.Different, "the record does not know where it lies");
    }

    [Fact]
    public void Regions_lie_as_the_data_set_has_them()
    {
        var known = CategoryRelations.Of(RelatedCategories.Dataset);
        Between(known, Axis.Region, In("gov"), In("gov")).Should().Be(CategoryRelation.Same);
        Between(known, Axis.Region, In("district"), In("gov")).Should().Be(CategoryRelation.Within);
        Between(known, Axis.Region, In("gov"), In("other")).Should().Be(CategoryRelation.Disjoint);
        Between(known, Axis.Region, In("district"), In("other")).Should().Be(CategoryRelation.Disjoint);
        Between(known, Axis.Region, In("valley"), In("gov")).Should().Be(CategoryRelation.Overlapping);
        Between(known, Axis.Region, In("valley"), In("nowhere")).Should().Be(CategoryRelation.Different);
    }

    [Fact]
    public void Perpetrators_who_are_others_are_different_and_not_disjoint()
    {
        Between(Axis.Perpetrator, Part.By(A), Part.By(B)).Should().Be(CategoryRelation.Different, "both may have done it");
        Between(Axis.Perpetrator, Part.By(A), Part.By([A, B])).Should().Be(CategoryRelation.Within);
        Between(Axis.Perpetrator, Part.By([A, B]), Part.By([B, A])).Should().Be(CategoryRelation.Same);
        Between(Axis.Perpetrator, Part.By([A, B]), Part.By([B, C])).Should().Be(CategoryRelation.Overlapping);
    }

    [Theory]
    [InlineData(AffiliationKind.PartOf, "2020", true)]
    [InlineData(AffiliationKind.MemberOf, "2020", true)]
    [InlineData(AffiliationKind.SuccessorOf, "2020", true)]
    [InlineData(AffiliationKind.BackedBy, "2020", false)]
    [InlineData(AffiliationKind.PartOf, "2021", false)]
    [InlineData(AffiliationKind.PartOf, null, true)]
    public void An_actor_that_may_belong_to_another_at_the_time_overlaps_it(AffiliationKind kind, string? when, bool overlaps)
    {
        var dataset = new ConflictDataset
        {
            Affiliations = [new() { Actor = A, To = B, Kind = kind, Period = UncertainDate.Parse("2020"), Citation = SourceId.From("s") }],
        };
        CategoryRelations known = CategoryRelations.Of(dataset).At(when is null ? null : UncertainDate.Parse(when));
        Between(known, Axis.Perpetrator, Part.By(A), Part.By(B))
            .Should().Be(overlaps ? CategoryRelation.Overlapping : CategoryRelation.Different);
        Between(known, Axis.Victim, Part.Of(Victims.MembersOf(A, C)), Part.Of(Victims.MembersOf(B)))
            .Should().Be(overlaps ? CategoryRelation.Overlapping : CategoryRelation.Disjoint);
    }

    [Fact]
    public void A_period_is_all_its_days()
    {
        foreach ((string one, string other, CategoryRelation relation) in (ReadOnlySpan<(string, string, CategoryRelation)>)[
            ("2024-01", "2024-01", CategoryRelation.Same),
            ("2024-01", "2024-01/2024-01", CategoryRelation.Same),
            ("2024-01", "2024", CategoryRelation.Within),
            ("2024-01", "2024-01/2024-06", CategoryRelation.Within),
            ("2024-06", "2024-01/2024-06", CategoryRelation.Within),
            ("2024-03-05", "2024-03", CategoryRelation.Within),
            ("2024-01", "2024-02", CategoryRelation.Disjoint),
            ("2024-01/2024-03", "2024-03/2024-06", CategoryRelation.Overlapping),
            ("2023-12/2024-06", "2024", CategoryRelation.Overlapping),
            ("2024-06/2025-01", "2024", CategoryRelation.Overlapping),
            ("2024-03", "2024-01~/2024-06", CategoryRelation.Overlapping),
            ("2024-01/..", "2024-03", CategoryRelation.Overlapping)])
        {
            Between(Axis.Period, Part.During(UncertainDate.Parse(one)), Part.During(UncertainDate.Parse(other)))
                .Should().Be(relation, $"{one} and {other}");
        }
    }

    [Fact]
    public void Nobody_is_in_two_of_some_parts_if_nobody_is_in_any_two_of_them()
    {
        Part women = Part.Of(Victims.Women), men = Part.Of(Victims.Men), elderly = Part.Of(Victims.Elderly);
        Breakdown breakdown = Toll.Of(7).Including(women, men, elderly).Breakdowns[0];
        CategoryRelations.OfRecord.AreApart(breakdown, []).Should().BeTrue();
        CategoryRelations.OfRecord.AreApart(breakdown, [elderly]).Should().BeTrue();
        CategoryRelations.OfRecord.AreApart(breakdown, [women, men]).Should().BeTrue();
        CategoryRelations.OfRecord.AreApart(breakdown, [women, men, elderly]).Should().BeFalse();
        CategoryRelations.OfRecord.AreApart(breakdown, [elderly, women, men]).Should().BeFalse();
    }

    [Theory]
    [InlineData(61, true)]
    [InlineData(62, false)]
    public void A_data_set_that_knows_nothing_says_what_a_record_says_by_itself(int seed, bool isRelated)
    {
        var tolls = new RandomTolls(seed, axes: 4, keys: 5, maxParts: 6, maxFigure: 3, isRelated: isRelated);
        var empty = CategoryRelations.Of(new ConflictDataset());
        for (int i = 0; i < 200; i++)
        {
            Derivation alone = tolls.At(i).Derive(), among = tolls.At(i).Derive(empty);
            among.Figures.Select(figure => (figure.Path, figure.Bounds)).Should().Equal(
                alone.Figures.Select(figure => (figure.Path, figure.Bounds)), $"{i}\n{OracleTests.Show(alone)}");
            among.Contradictions.Select(contradiction => contradiction.ToSentence()).Should().Equal(
                alone.Contradictions.Select(contradiction => contradiction.ToSentence()), $"{i}\n{OracleTests.Show(alone)}");
        }
    }

    private static void All(CategoryRelation relation, Axis axis, params ReadOnlySpan<(Victims, Victims)> pairs)
    {
        foreach ((Victims one, Victims other) in pairs)
        {
            Between(axis, Part.Of(one), Part.Of(other)).Should().Be(relation, $"{one} and {other}");
        }
    }

    private static CategoryRelation Between(Axis axis, Part one, Part other) => Between(CategoryRelations.OfRecord, axis, one, other);

    // The other way round what was within holds, and all else is as it was.
    private static CategoryRelation Between(CategoryRelations known, Axis axis, Part one, Part other)
    {
        CategoryRelation relation = known.Between(axis, one, axis, other);
        known.Between(axis, other, axis, one).Should().Be(relation switch
        {
            CategoryRelation.Within => CategoryRelation.Contains,
            CategoryRelation.Contains => CategoryRelation.Within,
            _ => relation,
        });
        return relation;
    }

    private static Part In(string region) => Part.In(RegionId.From(region));
}

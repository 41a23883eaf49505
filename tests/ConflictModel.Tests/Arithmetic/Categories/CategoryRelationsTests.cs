using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic.Categories;

public class CategoryRelationsTests
{
    private static readonly ActorId A = ActorId.From("a");
    private static readonly ActorId B = ActorId.From("b");
    private static readonly ActorId C = ActorId.From("c");

    private static readonly ConflictDataset Known = new()
    {
        Actors =
        [
            new() { Id = A, Name = "A", Kind = ActorKind.Militia },
            new() { Id = B, Name = "B", Kind = ActorKind.StateForces },
            new() { Id = C, Name = "C", Kind = ActorKind.RebelGroup },
            new() { Id = ActorId.From("un"), Name = "UN", Kind = ActorKind.InternationalBody },
        ],
        Affiliations =
        [
            new() { Actor = A, To = B, Kind = AffiliationKind.PartOf, Citation = SourceId.From("s") },
            new() { Actor = C, To = B, Kind = AffiliationKind.BackedBy, Citation = SourceId.From("s") },
        ],
        Regions =
        [
            new() { Id = RegionId.From("syria"), Name = "Syria", Kind = RegionKind.Country },
            new() { Id = RegionId.From("deir-ezzor"),
                Name = "Deir Ezzor", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
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
            new() { Id = RegionId.From("north"), Name = "North", Kind = RegionKind.Natural },
            new() { Id = RegionId.From("south"), Name = "South", Kind = RegionKind.Natural },
        ],
    };

    private static readonly CategoryRelations OfDataset = CategoryRelations.Of(Known);

    private static readonly Victims Adults = new() { Age = AgeGroup.Adult };
    private static readonly Victims Combatants = new() { Status = CivilianStatus.Combatant };

    public static TheoryData<string, Victims, Victims> People => new()
    {
        { "Disjoint", Victims.Civilians, Victims.MembersOf(A) },
        { "Disjoint", Victims.Civilians.As("herders"), Victims.MembersOf(A, C).As("officers") },
        { "Disjoint", Victims.MembersOf(A), Victims.MembersOf(C) },
        { "Disjoint", Victims.MembersOf(A).As("officers"), Victims.MembersOf(C).As("officers") },
        { "Disjoint", Victims.Civilians, Combatants },
        { "Disjoint", Victims.Children, Adults },
        { "Disjoint", Victims.Children, Victims.Elderly },
        { "Disjoint", Victims.Girls, Victims.Boys },
        { "Disjoint", Victims.Women, Victims.Men },
        { "Disjoint", Victims.Women, new() { Sex = Sex.Unknown } },
        { "Disjoint", Victims.Unidentified, Victims.Civilians },
        { "Disjoint", Victims.Unidentified, Victims.MembersOf(A) },
        { "Different", Victims.Called("officers"), Victims.Called("drivers") },
        { "Different", Victims.MembersOf(A).As("officers"), Victims.Called("drivers") },
        { "Unlike", Victims.Called("officers"), Victims.MembersOf(A) },
        { "Unlike", Victims.Called("officers"), Victims.Civilians },
        { "Unlike", Victims.Called("officers"), Victims.Women },
        { "Unlike", Victims.Civilians, Victims.Women },
        { "Unlike", Combatants, Victims.MembersOf(A) },
        { "Unlike", Victims.MembersOf(A).As("officers"), Victims.Women with { Actors = [A] } },
        { "Overlapping", Victims.Elderly, Victims.Women },
        { "Overlapping", Victims.Civilians with { Age = AgeGroup.Elderly }, Victims.Civilians with { Sex = Sex.Female } },
        { "Overlapping", Victims.Children, new() { Sex = Sex.Female } },
        { "Overlapping", Victims.MembersOf(A, B), Victims.MembersOf(B, C) },
        { "Within", Victims.Elderly, Adults },
        { "Within", Victims.Women, Adults },
        { "Within", Victims.Girls, Victims.Children },
        { "Within", new() { Age = AgeGroup.Adult, Sex = Sex.Unknown }, new() { Sex = Sex.Unknown } },
        { "Within", Victims.MembersOf(A).As("officers"), Victims.MembersOf(A) },
        { "Within", Victims.MembersOf(A), Victims.MembersOf(A, B) },
        { "Within", Victims.MembersOf(A).As("officers"), Victims.MembersOf(B, A) },
        { "Within", Victims.Women with { Status = CivilianStatus.Civilian }, Victims.Civilians },
        { "Within", Victims.Women with { Status = CivilianStatus.Civilian }, Adults },
        { "Same", Victims.MembersOf(A, B), Victims.MembersOf(B, A, B) },
    };

    [Theory]
    [MemberData(nameof(People))]
    public void What_victims_say_relates_them(string relation, Victims left, Victims right)
    {
        Between(CategoryRelations.OfRecord, Axis.Victim, Part.Of(left), Axis.Victim, Part.Of(right)).ToString().Should().Be(relation);
        Between(CategoryRelations.OfRecord, Axis.Victim, Part.Of(right), Axis.Victim, Part.Of(left))
            .Should().Be(Converse(Enum.Parse<CategoryRelation>(relation)));
    }

    [Theory]
    [InlineData("Disjoint", "2024-01", "2024-02")]
    [InlineData("Disjoint", "2024-01/2024-06", "2024-07")]
    [InlineData("Within", "2024-01", "2024-01/2024-06")]
    [InlineData("Within", "2024-06", "2024-01/2024-06")]
    [InlineData("Within", "2024-03-05", "2024-03")]
    [InlineData("Within", "2024-03-XX", "2024-03")]
    [InlineData("Same", "2024-01-01/2024-01-31", "2024-01")]
    [InlineData("Overlapping", "2024-01/2024-06", "2024-04/2024-09")]
    [InlineData("Overlapping", "2024-03-05", "2024-03-XX")]
    [InlineData("Overlapping", "2019", "{2019,2021}")]
    [InlineData("Overlapping", "2020", "2019/..")]
    [InlineData("Overlapping", "2024-03", "2024-01~/2024-06")]
    public void Days_relate_periods(string relation, string left, string right) =>
        Between(CategoryRelations.OfRecord, Axis.Period,
            Part.During(UncertainDate.Parse(left)), Axis.Period, Part.During(UncertainDate.Parse(right)))
            .ToString().Should().Be(relation);

    [Theory]
    [InlineData("Disjoint", "homs", "deir-ezzor")]
    [InlineData("Disjoint", "homs", "mayadin")]
    [InlineData("Disjoint", "homs", "west-euphrates")]
    [InlineData("Within", "mayadin", "deir-ezzor")]
    [InlineData("Within", "mayadin", "syria")]
    [InlineData("Overlapping", "west-euphrates", "deir-ezzor")]
    [InlineData("Overlapping", "west-euphrates", "mayadin")]
    [InlineData("Different", "north", "south")]
    [InlineData("Different", "homs", "atlantis")]
    public void A_data_set_relates_its_regions_and_a_record_none(string relation, string left, string right)
    {
        (Part one, Part other) = (Part.In(RegionId.From(left)), Part.In(RegionId.From(right)));
        Between(OfDataset, Axis.Region, one, Axis.Region, other).ToString().Should().Be(relation);
        Between(CategoryRelations.OfRecord, Axis.Region, one, Axis.Region, other).Should().Be(CategoryRelation.Different);
    }

    [Fact]
    public void Belonging_lets_actors_overlap_and_backing_does_not()
    {
        Between(OfDataset, Axis.Victim, Part.Of(Victims.MembersOf(A)), Axis.Victim, Part.Of(Victims.MembersOf(B)))
            .Should().Be(CategoryRelation.Overlapping);
        Between(OfDataset, Axis.Victim, Part.Of(Victims.MembersOf(C)), Axis.Victim, Part.Of(Victims.MembersOf(B)))
            .Should().Be(CategoryRelation.Disjoint);
        Between(OfDataset, Axis.Perpetrator, Part.By(A), Axis.Perpetrator, Part.By(B)).Should().Be(CategoryRelation.Overlapping);
    }

    [Fact]
    public void Members_of_a_body_that_may_have_civilians_are_not_kept_from_them()
    {
        Between(OfDataset, Axis.Victim, Part.Of(Victims.Civilians), Axis.Victim, Part.Of(Victims.MembersOf(ActorId.From("un"))))
            .Should().Be(CategoryRelation.Unlike);
        Between(OfDataset, Axis.Victim, Part.Of(Victims.Civilians), Axis.Victim, Part.Of(Victims.MembersOf(A)))
            .Should().Be(CategoryRelation.Disjoint);
    }

    [Fact]
    public void Victims_and_demographics_speak_of_the_same_people()
    {
        var civilianWomen = Part.Of(Victims.Women with { Status = CivilianStatus.Civilian });
        Between(CategoryRelations.OfRecord, Axis.Victim, civilianWomen, Axis.Demographic, Part.Of(Victims.Women))
            .Should().Be(CategoryRelation.Within);
        Between(CategoryRelations.OfRecord, Axis.Demographic, civilianWomen, Axis.Demographic, Part.Of(Victims.Women))
            .Should().Be(CategoryRelation.Same);
        Between(CategoryRelations.OfRecord, Axis.Region, Part.In(RegionId.From("r")), Axis.Method, Part.Through("m"))
            .Should().Be(CategoryRelation.Unlike);
    }

    [Fact]
    public void Actors_together_hold_each_of_them_and_others_answer_otherwise()
    {
        Between(CategoryRelations.OfRecord, Axis.Perpetrator, Part.By(A), Axis.Perpetrator, Part.By([A, B]))
            .Should().Be(CategoryRelation.Within);
        Between(CategoryRelations.OfRecord, Axis.Perpetrator, Part.By(A), Axis.Perpetrator, Part.By(B))
            .Should().Be(CategoryRelation.Different);
        Between(CategoryRelations.OfRecord, Axis.Method, Part.Through("x"), Axis.Method, Part.Through("y"))
            .Should().Be(CategoryRelation.Different);
    }

    [Fact]
    public void Parts_of_unlike_fields_are_apart_in_a_partition_and_may_overlap_in_an_inclusion()
    {
        Part officers = Part.Of(Victims.Called("officers"), 1),
        militiamen = Part.Of(Victims.MembersOf(A), 2), civilians = Part.Of(Victims.Civilians, 3);
        AreApart(BreakdownKind.Partition, officers, militiamen).Should().BeTrue();
        AreApart(BreakdownKind.Inclusion, officers, militiamen).Should().BeFalse();
        AreApart(BreakdownKind.Inclusion, officers, civilians).Should().BeFalse();
        AreApart(BreakdownKind.Inclusion, militiamen, civilians).Should().BeTrue();
        AreApart(BreakdownKind.Inclusion, officers, Part.Of(Victims.Called("drivers"))).Should().BeTrue();
        AreApart(BreakdownKind.Inclusion, officers, officers with { AsWritten = "others" })
            .Should().BeTrue("they are pieces of one category");
        AreApart(BreakdownKind.Partition, Part.Of(Victims.Women), Part.Of(Victims.Elderly)).Should().BeFalse("they are known to overlap");
        AreApart(BreakdownKind.Partition, Part.Of(Victims.Women), new()).Should().BeTrue("nothing relates a part that does not say");
    }

    [Fact]
    public void What_is_stated_to_be_disjoint_is_apart_whatever_it_is() =>
        CategoryRelations.OfRecord.AreApart(
            new() { By = Axis.Victim, Kind = BreakdownKind.Inclusion, Disjoint = true, Parts = [] },
            Part.Of(Victims.Women),
            Part.Of(Victims.Elderly)).Should().BeTrue();

    [Fact]
    public void Relations_are_each_others_converse_the_same_with_themselves_and_transitive_within()
    {
        Part[] parts =
            [.. People.SelectMany(row => new[] { row.Data.Item2, row.Data.Item3 }).Distinct().Select(victims => Part.Of(victims))];
        int within = 0;
        foreach (CategoryRelations relations in (CategoryRelations[])[CategoryRelations.OfRecord, OfDataset])
        {
            foreach (Part x in parts)
            {
                Between(relations, Axis.Victim, x, Axis.Victim, x).Should().Be(CategoryRelation.Same);
                foreach (Part y in parts)
                {
                    CategoryRelation xy = Between(relations, Axis.Victim, x, Axis.Victim, y);
                    Between(relations, Axis.Victim, y, Axis.Victim, x).Should().Be(Converse(xy));
                    foreach (Part z in parts)
                    {
                        CategoryRelation yz = Between(relations, Axis.Victim, y, Axis.Victim, z);
                        if (xy == CategoryRelation.Within && yz is CategoryRelation.Within or CategoryRelation.Same)
                        {
                            Between(relations, Axis.Victim, x, Axis.Victim, z).Should().Be(CategoryRelation.Within);
                            within++;
                        }
                        else if (xy == CategoryRelation.Within && yz == CategoryRelation.Disjoint)
                        {
                            Between(relations, Axis.Victim, x, Axis.Victim, z).Should().Be(
                                CategoryRelation.Disjoint, $"{x.Victims} is in {y.Victims}, which shares nobody with {z.Victims}");
                        }
                    }
                }
            }
        }

        within.Should().BeGreaterThan(40);
    }

    private static CategoryRelation Between(CategoryRelations relations, Axis leftAxis, Part left, Axis rightAxis, Part right) =>
        relations.Between(leftAxis, left, rightAxis, right);

    private static bool AreApart(BreakdownKind kind, Part left, Part right)
    {
        var breakdown = new Breakdown { By = Axis.Victim, Kind = kind, Parts = [left, right] };
        bool are = CategoryRelations.OfRecord.AreApart(breakdown, left, right);
        CategoryRelations.OfRecord.AreApart(breakdown, right, left).Should().Be(are);
        return are;
    }

    private static CategoryRelation Converse(CategoryRelation relation) => relation switch
    {
        CategoryRelation.Within => CategoryRelation.Contains,
        CategoryRelation.Contains => CategoryRelation.Within,
        _ => relation,
    };
}

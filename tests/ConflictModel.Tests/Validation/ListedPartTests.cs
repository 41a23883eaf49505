using ConflictModel.Catalogs;
using ConflictModel.Validation;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Validation;

/// <summary>A printed breakdown is held against the list that it claims to count.</summary>
public class ListedPartTests
{
    private static readonly Toll TwelveWithTwoWomen = Toll.Of(12).Including(Part.Of(Victims.Women, 2));

    [Fact]
    public void Five_women_on_a_list_refute_two_women_in_one_sources_own_words()
    {
        Finding finding = Findings(Reporting(S, TwelveWithTwoWomen), Women(5)).Single(one => one.Severity == Severity.Error);
        finding.Code.Should().Be(FindingCodes.ListExceedsCount);
        finding.Message.Should().Be(
            "S counts 2 killed women, and 5 distinct people known as such on its own list are more than that. Both can't be true.");
        finding.Pointer.ToString().Should().Be("/incidents/0/reports/0/casualties/killed/breakdowns/0/parts/0");
        finding.Numbers.Should().Equal(5, 2);
    }

    [Fact]
    public void It_weighs_as_a_list_that_exceeds_the_whole_does()
    {
        Told(Findings(Reporting(S, TwelveWithTwoWomen), Women(5, M))).Should().Equal(Severity.Information);
        Told(Findings(Reporting(S, TwelveWithTwoWomen), Women(5, SThroughX))).Should().Equal(Severity.Warning);
        Finding later = Findings(Reporting(Cited("s", "2024-07-03"), TwelveWithTwoWomen), Women(5, Cited("s", "2024-07-05")))
            .Single(one => one.Code == FindingCodes.ListExceedsCount);
        (later.Severity, later.Message).Should().Be((
            Severity.Information,
            "S counts 2 killed women, and 5 distinct people known as such listed by S are more than that. "
                + "The list is later, and may revise the count."));
    }

    [Fact]
    public void Whoever_is_not_known_to_be_in_a_part_accuses_nobody()
    {
        Toll toll = TwelveWithTwoWomen;
        Accused(toll, List(12, S)).Should().BeEmpty("nobody's sex is known");
        Accused(toll, [.. List(12, S).Select(one => one with { Sex = Sex.Female })]).Should().BeEmpty("they may be girls");
        Accused(toll, [.. List(12, S).Select(one => one with { Sex = Sex.Female, Age = Age.Read("about 18") })]).Should().BeEmpty();
        Accused(toll, [.. List(12, S).Select(one => one with { Sex = Sex.Unknown, Age = 30 })]).Should().BeEmpty();
        Accused(toll, [.. Women(2), .. List(12, S)[2..]]).Should().BeEmpty();
    }

    [Fact]
    public void Records_of_one_person_that_disagree_accuse_nobody_and_that_complete_each_other_do()
    {
        Person[] women = Women(3);
        Accused(TwelveWithTwoWomen, women[0], women[1], women[2], Of(4, S) with { Sex = Sex.Male, SameAs = [women[2].Id] })
            .Should().BeEmpty();
        Accused(TwelveWithTwoWomen, women[0], women[1], women[2], Of(4, S) with { Sex = Sex.Male, MayBeSameAs = [women[2].Id] })
            .Should().BeEmpty();
        Accused(
            TwelveWithTwoWomen,
            women[0], women[1], Of(3, S) with { Sex = Sex.Female }, Of(4, S) with { Age = 30, SameAs = [PersonId.From("p3")] })
            .Should().Equal("breakdowns/0/parts/0");
        Accused(TwelveWithTwoWomen, women[0], women[1], women[2] with { MayBeSameAs = [women[0].Id] }).Should().BeEmpty();
    }

    [Fact]
    public void A_year_in_the_column_of_ages_makes_nobody_an_adult()
    {
        Person[] women = [.. Women(2).After(1, S)];
        Accused(TwelveWithTwoWomen, [.. women[..2], women[2] with { Sex = Sex.Female, Age = 2015 }]).Should().BeEmpty();
    }

    [Fact]
    public void Two_who_may_be_one_are_perhaps_together_what_neither_is_alone()
    {
        Person girl = Of(1, S) with { Sex = Sex.Female, Age = 7 }, man = Of(2, S) with { Sex = Sex.Male, Age = 40 };
        Report report = new()
        {
            Citation = S,
            Basis = new() { Kind = BasisKind.NamedList },
            Casualties = new() { Killed = Toll.Of(2).Including(Part.Of(Victims.Women, 1)) },
        };
        Findings(Incident(report), girl, man).Select(one => one.Code).Should().Equal(FindingCodes.NamedListDiffers);
        Findings(Incident(report), girl, man with { MayBeSameAs = [girl.Id] }).Select(one => one.Code)
            .Should().NotContain(FindingCodes.NamedListDiffers, "one of them may have been a woman");
    }

    [Fact]
    public void A_part_is_refuted_at_any_depth_and_by_those_alone_who_are_in_all_that_it_is_part_of()
    {
        Toll toll = Toll.Of(12).Including(
            Part.Of(Victims.Civilians, 8).Including(Part.Of(Victims.Civilians with { Age = AgeGroup.Child }, 1)));
        Person[] children = [.. List(3, S).Select(one => one with { Age = 5 })];
        Accused(toll, children).Should().BeEmpty("they may be no civilians");
        Accused(toll, [.. children.Select(one => one with { Status = PersonStatus.Civilian })])
            .Should().Equal("breakdowns/0/parts/0/breakdowns/0/parts/0");
        Toll women = Toll.Of(9).Including(Part.In(KnownRegions.Homs, 8).Including(Part.Of(Victims.Women, 1)));
        Accused(women, Women(3)).Should().Equal("breakdowns/0/parts/0/breakdowns/0/parts/0");
        Accused(women, [.. Women(3).Select(one => one with { Place = new() { Regions = [KnownRegions.Raqqa] } })])
            .Should().BeEmpty("they are counted elsewhere");
    }

    [Fact]
    public void One_thing_is_told_once_and_what_is_more_wrong_in_a_part_is_told_there_too()
    {
        Toll women = Toll.Of(3).DividedInto(Part.Of(Victims.Women, 3));
        Accused(women, Women(4)).Should().Equal("");
        Toll toll = Toll.Of(3).Including(Part.Of(Victims.Women, 1));
        Accused(toll, Women(4)).Should().Equal("", "breakdowns/0/parts/0");
    }

    [Fact]
    public void What_the_words_say_beyond_the_fields_is_not_known_of_anybody()
    {
        var few = Part.Of(Victims.Women, 1);
        Accused(Toll.Of(9).Including(few with { AsWritten = "pregnant women" }), Women(4)).Should().BeEmpty();
        Accused(Toll.Of(9).Including(few with { Perpetrators = [KnownActors.Isis] }), Women(4)).Should().BeEmpty();
        Accused(Toll.Of(9).Including(few with { Victims = Victims.Women.As("teachers") }), Women(4)).Should().BeEmpty();
        Accused(Toll.Of(9).Including(few with { Region = KnownRegions.Raqqa }), Women(4)).Should().BeEmpty();
        Accused(Toll.Of(9).Including(few with { Region = KnownRegions.Homs }), Women(4)).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.By(KnownActors.Isis, 1)), Women(4)).Should().BeEmpty();
    }

    [Fact]
    public void Nobody_is_known_to_be_of_those_of_whom_a_source_did_not_know_who_they_were()
    {
        Person[] unknown = [.. List(4, S).Select(one => one with { Identification = Identification.Unidentified, Sex = Sex.Unknown })];
        Accused(Toll.Of(9).Including(Part.Of(Victims.Unidentified, 1)), unknown).Should().BeEmpty();
        Accused(Toll.Of(9).Including(Part.Of(new() { Sex = Sex.Unknown }, 1)), unknown).Should().BeEmpty();
    }

    [Fact]
    public void Pieces_of_one_category_are_left_alone() => Accused(
        Toll.Of(9) with
        {
            Breakdowns =
            [
                new()
                {
                    By = Axis.Region,
                    Kind = BreakdownKind.Partition,
                    Parts = [Part.In(KnownRegions.Homs, 4), Part.In(KnownRegions.Homs, 5)],
                },
            ],
        },
        List(9, S)).Should().BeEmpty();

    [Fact]
    public void Nobody_is_known_to_be_in_a_part_that_does_not_say_what_its_breakdown_asks() => Accused(
        Toll.Of(9) with
        {
            Breakdowns =
            [
                new() { By = Axis.Region, Kind = BreakdownKind.Inclusion, Parts = [new() { Count = 1 }, Part.Of(Victims.Women, 1)] },
            ],
        },
        Women(4)).Should().BeEmpty();

    [Fact]
    public void Regions_periods_methods_and_members_are_held_against_the_list_by_what_the_data_set_knows()
    {
        Accused(Toll.Of(9).Including(Part.In(KnownRegions.Syria, 3)), List(4, S)).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.In(KnownRegions.Badia, 3)), List(4, S)).Should().BeEmpty("Homs crosses the desert");
        Accused(Toll.Of(9).Including(Part.During(Day("2024-07"), 3)), List(4, S)).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.During(Day("2024-07-01/2024-07-02"), 3)), List(4, S)).Should().BeEmpty();
        Person[] overnight = [.. List(4, S).Select(one => one with { Date = Day("2024-06-30/2024-07-01") })];
        Accused(Toll.Of(9).Including(Part.During(Day("2024-06"), 3)), overnight).Should().BeEmpty("they may have died in July");
        Person[] shelled = [.. List(4, S).Select(one => one with { CauseWording = "shelling", Cause = Cause.HeavyWeapons })];
        Accused(Toll.Of(9).Including(Part.Through("shelling", 3)), shelled).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.Through("heavyWeapons", 3)), shelled).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.Through("explosions", 3)), shelled).Should().BeEmpty();
        Person[] members = [.. List(4, S).Select(one => one with { MemberOf = KnownActors.Isis })];
        Accused(Toll.Of(9).Including(Part.Of(Victims.MembersOf(KnownActors.Isis), 3)), members).Should().Equal("breakdowns/0/parts/0");
        Accused(Toll.Of(9).Including(Part.Of(Victims.MembersOf(KnownActors.Ndf), 3)), members).Should().BeEmpty();
    }

    [Fact]
    public void Those_beside_the_whole_may_be_on_the_list()
    {
        Toll toll = Toll.Of(8) with { Beside = [Part.Of(Victims.Civilians, 4)] };
        Accused(toll, List(12, S)).Should().BeEmpty();
        Accused(toll, List(13, S)).Should().Equal("");
        Toll parts = toll.Including(Part.Of(Victims.Civilians with { Sex = Sex.Female }, 1));
        Accused(parts, [.. List(5, S).Select(one => one with { Sex = Sex.Female, Status = PersonStatus.Civilian })]).Should().BeEmpty();
    }

    [Fact]
    public void A_named_list_has_as_many_in_each_part_with_all_who_may_be_in_it()
    {
        Toll toll = Toll.Of(5).DividedInto(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 2));
        Person[] people = [.. Women(2), .. Men(3)];
        Finding[] found = [.. Findings(Reporting(S, toll, BasisKind.NamedList), people)];
        found.Codes().Should().Equal(
            (FindingCodes.NamedListDiffers, Severity.Error), (FindingCodes.ListExceedsCount, Severity.Error));
        found[0].Message.Should()
            .Be("S counts 3 killed women from a list of names, and its list here has 2 distinct people known as such.");
        found[0].Pointer.ToString().Should().EndWith("/parts/0");

        people[4] = people[4] with { Sex = Sex.Any };
        Findings(Reporting(S, toll, BasisKind.NamedList), people).Should().BeEmpty("one may be a woman");
        Findings(Reporting(S, toll, BasisKind.NamedList), people[1..]).Select(one => one.Message).Should().Equal(
            "S counts 5 killed from a list of names, and its list here has 4 distinct people.");
        people[0] = people[0] with { Sex = Sex.Male, MayBeSameAs = [people[2].Id] };
        Findings(Reporting(S, toll, BasisKind.NamedList), [.. people, Of(200, S) with { Age = 5 }]).Should().ContainSingle(
            one => one.Severity == Severity.Error && one.Pointer.ToString().EndsWith("/parts/0", StringComparison.Ordinal))
            .Which.Message.Should()
            .Be("S counts 3 killed women from a list of names, and its list here has 1 to 2 distinct people who are or may be such.");
    }

    [Fact]
    public void A_part_of_which_more_are_missing_than_of_the_whole_is_told_too()
    {
        Toll toll = Toll.Of(5).DividedInto(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 2));
        Findings(Reporting(S, toll, BasisKind.NamedList), [.. Women(1), .. Men(3)]).Select(one => (one.Code, one.Numbers)).Should().Equal(
            (FindingCodes.NamedListDiffers, [5, 4]), (FindingCodes.NamedListDiffers, [3, 1]), (FindingCodes.ListExceedsCount, [3, 2]));
    }

    [Fact]
    public void Fewer_in_a_part_of_a_part_is_told_only_where_neither_says_it() =>
        Findings(
            Reporting(S, Toll.Of(6).Including(Part.In(KnownRegions.Homs, 4).Including(Part.Of(Victims.Women, 3)))),
            [.. Women(1), .. Men(2)]).Select(one => one.Pointer.ToString()).Should().Equal("/incidents/0/reports/0/casualties/killed");

    [Fact]
    public void Fewer_in_a_part_is_told_only_where_the_whole_does_not_say_it()
    {
        Toll toll = Toll.Of(5).DividedInto(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, 2));
        Finding part = Findings(Reporting(S, toll), [.. Women(2), .. Men(2), Of(9, S) with { Age = 5 }]).Single();
        (part.Code, part.Severity).Should().Be((FindingCodes.ListedInPart, Severity.Information));
        part.Message.Should().Be("Of 3 killed women, as S counts them, 2 are listed.");

        Findings(Reporting(S, toll), [.. Women(1), .. Men(2)]).Select(one => one.Pointer.ToString())
            .Should().Equal("/incidents/0/reports/0/casualties/killed");
    }

    private static string[] Accused(Toll toll, params Person[] people) =>
        [.. Findings(Reporting(S, toll), people).Where(finding => finding.Code == FindingCodes.ListExceedsCount)
            .Select(finding => finding.Pointer.ToString()["/incidents/0/reports/0/casualties/killed".Length..].TrimStart('/'))];

    private static IEnumerable<Severity> Told(IEnumerable<Finding> findings) =>
        findings.Where(finding => finding.Code == FindingCodes.ListExceedsCount).Select(finding => finding.Severity);

    private static Person[] Women(int count, Citation? listedBy = null) =>
        [.. List(count, listedBy ?? S).Select(one => one with { Sex = Sex.Female, Age = 30 })];

    private static Person[] Men(int count) =>
        [.. Enumerable.Range(101, count).Select(number => Of(number, S) with { Sex = Sex.Male, Age = 30 })];

    private static Incident Reporting(Citation said, Toll toll, BasisKind basis = BasisKind.Unknown) =>
        Incident(Report(said, 0, basis) with { Casualties = new() { Killed = toll } });

    private static ReportedDate Day(string date) => new(UncertainDate.Parse(date));
}

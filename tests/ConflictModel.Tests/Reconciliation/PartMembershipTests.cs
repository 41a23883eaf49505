using ConflictModel.Catalogs;
using ConflictModel.Validation;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>Whether people are in a part of a count, where several records speak of one of them or two may be one.</summary>
public class PartMembershipTests
{
    private static readonly Toll NineOfWhomTwoWomen = Toll.Of(9).Including(Part.Of(Victims.Women, 2));

    private static readonly Toll NineOfWhomThreeShelled = Toll.Of(9).Including(Part.Through("shelling", 3));

    [Fact]
    public void Of_two_women_who_may_be_one_there_is_one_for_certain()
    {
        Person[] women = Women(4);
        women[3] = women[3] with { MayBeSameAs = [women[2].Id] };
        Codes(NineOfWhomTwoWomen, women).Should().Contain(FindingCodes.ListExceedsCount);
        Codes(NineOfWhomTwoWomen, women[1..]).Should().NotContain(FindingCodes.ListExceedsCount);
    }

    [Fact]
    public void A_method_without_a_name_asks_nothing() =>
        Codes(Toll.Of(9).Including(Part.Of(Victims.Women, 2) with { Method = "" }), Women(3))
            .Should().Contain(FindingCodes.ListExceedsCount);

    [Fact]
    public void Records_that_name_two_causes_of_one_death_accuse_nobody_and_one_that_names_none_takes_nothing_away()
    {
        Person[] shelled = [.. List(4, S).Select(one => one with { CauseWording = "shelling" })];
        Codes(NineOfWhomThreeShelled, shelled).Should().Contain(FindingCodes.ListExceedsCount);
        Codes(NineOfWhomThreeShelled, [.. shelled, .. Again(shelled, "mines")]).Should().NotContain(FindingCodes.ListExceedsCount);
        Codes(NineOfWhomThreeShelled, [.. shelled, .. Again(shelled, null)]).Should().Contain(FindingCodes.ListExceedsCount);
    }

    [Fact]
    public void Whoever_may_be_one_with_somebody_who_died_otherwise_is_not_in_the_part_for_certain()
    {
        Person[] shelled = [.. List(4, S).Select(one => one with { CauseWording = "shelling" })];
        Person[] others = [.. Again(shelled, "mines").Select(one => one with { MayBeSameAs = one.SameAs, SameAs = [] })];
        Codes(NineOfWhomThreeShelled, [.. shelled, .. others]).Should().NotContain(FindingCodes.ListExceedsCount);
    }

    [Fact]
    public void Whoever_was_in_one_of_two_places_may_have_been_in_either()
    {
        Place both = new() { Regions = [KnownRegions.Homs, KnownRegions.Raqqa] };
        Person[] people = [.. List(4, S).Select(one => one with { Place = both })];
        Codes(Toll.Of(9).Including(Part.In(KnownRegions.Homs, 3)), people).Should().NotContain(FindingCodes.ListExceedsCount);
        Named(Toll.Of(4).Including(Part.In(KnownRegions.Raqqa, 4)), people).Should().BeEmpty();
        Named(Toll.Of(4).Including(Part.In(KnownRegions.Raqqa, 4)), List(4, S)).Should().Equal(
            [FindingCodes.NamedListDiffers], "all were in Homs");
    }

    [Fact]
    public void Whom_records_call_a_woman_and_a_man_may_be_the_woman_that_a_named_list_lacks()
    {
        Person[] people = [.. Women(2), Of(3, S) with { Sex = Sex.Male, Age = 30 }];
        Toll toll = Toll.Of(3).Including(Part.Of(Victims.Women, 3));
        Named(toll, people).Should().Equal(FindingCodes.NamedListDiffers);
        Named(toll, [.. people, Of(4, S) with { Sex = Sex.Female, SameAs = [people[2].Id] }]).Should().BeEmpty();
    }

    [Fact]
    public void Whom_records_call_a_woman_and_a_man_is_no_woman_for_certain()
    {
        Person[] women = Women(4);
        IEnumerable<Person> men = women.Select((one, i) => Of(101 + i, S) with { Sex = Sex.Male, SameAs = [one.Id] });
        Codes(NineOfWhomTwoWomen, women).Should().Contain(FindingCodes.ListExceedsCount);
        Codes(NineOfWhomTwoWomen, [.. women, .. men]).Should().NotContain(FindingCodes.ListExceedsCount);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(AffiliationKind.ProxyOf, false)]
    public void Members_of_one_actor_may_be_counted_as_those_of_another_that_it_is_linked_to(AffiliationKind? kind, bool isMissed)
    {
        Report report = Report(S, 0, BasisKind.NamedList) with
        {
            Casualties = new() { Killed = Toll.Of(1).Including(Part.Of(Victims.MembersOf(KnownActors.Isis), 1)) },
        };
        ConflictDataset dataset = Dataset(Incident(report), Of(1, S) with { MemberOf = KnownActors.Ndf }) with
        {
            Affiliations = kind is { } link ? [new() { Actor = KnownActors.Ndf, Kind = link, To = KnownActors.Isis }] : [],
        };
        dataset.Validate().Any(finding => finding.Code == FindingCodes.NamedListDiffers).Should().Be(isMissed);
    }

    private static Person[] Women(int count) => [.. List(count, S).Select(one => one with { Sex = Sex.Female, Age = 30 })];

    private static IEnumerable<Person> Again(Person[] people, string? cause) =>
        people.Select((one, i) => Of(101 + i, S) with { CauseWording = cause, SameAs = [one.Id] });

    private static IEnumerable<string> Codes(Toll toll, params Person[] people) => Codes(toll, BasisKind.Unknown, people);

    private static IEnumerable<string> Named(Toll toll, params Person[] people) => Codes(toll, BasisKind.NamedList, people);

    private static IEnumerable<string> Codes(Toll toll, BasisKind basis, Person[] people) =>
        from finding in Findings(Incident(Report(S, 0, basis) with { Casualties = new() { Killed = toll } }), people)
        where finding.Code is FindingCodes.ListExceedsCount or FindingCodes.NamedListDiffers
        select finding.Code;
}

using ConflictModel.Validation;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Validation;

public class ListRulesTests
{
    [Fact]
    public void Thirteen_distinct_people_refute_twelve_killed_in_one_sources_own_words()
    {
        Finding finding = Findings(Incident(Report(S, 12)), List(13, S)).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ListExceedsCount, Severity.Error));
        finding.Message.Should().Be("S counts 12 killed, and 13 distinct people on its own list are more than that. Both can't be true.");
        finding.Pointer.ToString().Should().Be("/incidents/0/reports/0/casualties/killed");
        finding.Numbers.Should().Equal(13, 12);
    }

    [Fact]
    public void A_list_of_another_source_is_information_that_names_both()
    {
        Finding finding = Findings(Incident(Report(S, 12)), List(13, M)).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ListExceedsCount, Severity.Information));
        finding.Message.Should().Be("S counts 12 killed, and 13 distinct people listed by M are more than that. The sources differ.");
    }

    [Fact]
    public void A_list_that_another_carrier_relays_is_a_warning() =>
        Findings(Incident(Report(S, 12)), List(13, SThroughX)).Codes().Should().Equal((FindingCodes.ListExceedsCount, Severity.Warning));

    [Fact]
    public void Two_lists_refute_together_what_neither_does() =>
        Findings(Incident(Report(S, 12)), List(7, S).After(6, M)).Single().Message
            .Should().Be("S counts 12 killed, and 13 distinct people listed by S and M are more than that. The sources differ.");

    [Fact]
    public void A_list_of_the_same_source_that_is_later_may_revise_its_count()
    {
        Finding finding =
            Findings(Incident(Report(Cited("s", "2024-07-03"), 12)), List(13, Cited("s", "2024-07-05"))).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ListExceedsCount, Severity.Information));
        finding.Message.Should().EndWith("The list is later, and may revise the count.");
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void As_many_as_are_counted_contradict_nothing(int listed) =>
        Findings(Incident(Report(S, Estimate.Between(12, 13))), List(listed, S)).Should().BeEmpty();

    [Fact]
    public void Records_of_one_person_count_once()
    {
        Person[] people = List(13, S);
        people[12] = people[12] with { SameAs = [people[0].Id] };
        Findings(Incident(Report(S, 12)), people).Should().BeEmpty();
    }

    [Fact]
    public void An_undecided_pair_refutes_nothing_and_completes_nothing()
    {
        Person[] people = List(13, S);
        people[12] = people[12] with { MayBeSameAs = [people[0].Id] };
        Findings(Incident(Report(S, 12)), people).Should().BeEmpty();
        Findings(Incident(Report(S, 13)), people).Should().BeEmpty();
        Finding finding = Findings(Incident(Report(S, 14)), people).Single();
        (finding.Code, finding.Numbers).Should().Be((FindingCodes.ListedInPart, (ValueList<long>)[13, 14]));
        finding.Message.Should().Be("Of 14 killed, as S counts them, 12 to 13 are listed.");
    }

    [Fact]
    public void Two_records_that_are_one_by_way_of_a_third_elsewhere_count_once()
    {
        Person[] people = List(13, S);
        people[12] = people[12] with { SameAs = [PersonId.From("p99")] };
        Person elsewhere = Of(99) with { Incident = null, SameAs = [people[0].Id] };
        Findings(Incident(Report(S, 12)), [.. people, elsewhere]).Should().BeEmpty();
    }

    [Fact]
    public void The_missing_are_not_dead_and_the_wounded_neither() =>
        Findings(Incident(Report(S, 12)), [.. List(12, S), Of(13, S, Harm.Missing), Of(14, S, Harm.Wounded)]).Should().BeEmpty();

    [Fact]
    public void Of_the_killed_or_wounded_are_all_who_are_killed_or_wounded() =>
        Findings(
            Incident(Report(S, 2, harm: Harm.KilledOrWounded)), Of(1, S), Of(2, S, Harm.Wounded), Of(3, S, Harm.KilledOrWounded))
            .Codes().Should().Equal((FindingCodes.ListExceedsCount, Severity.Error));

    [Fact]
    public void Whoever_is_killed_or_wounded_refutes_no_count_of_the_killed() =>
        Findings(Incident(Report(S, 12)), [.. List(12, S), Of(13, S, Harm.KilledOrWounded)]).Should().BeEmpty();

    [Fact]
    public void Fewer_than_are_counted_are_listed_in_part()
    {
        Finding finding = Findings(Incident(Report(S, Estimate.AtLeast(1300))), List(1204, M)).Single();
        (finding.Code, finding.Severity).Should().Be((FindingCodes.ListedInPart, Severity.Information));
        finding.Message.Should().Be("Of 1300 or more killed, as S counts them, 1204 are listed.");
    }

    [Fact]
    public void A_count_from_a_list_of_names_has_as_many_as_its_list()
    {
        Report counted = Report(S, 12, BasisKind.NamedList);
        Findings(Incident(counted), List(12, S)).Should().BeEmpty();
        Finding fewer = Findings(Incident(counted), List(11, S)).Single();
        (fewer.Code, fewer.Severity).Should().Be((FindingCodes.NamedListDiffers, Severity.Error));
        fewer.Message.Should().Be("S counts 12 killed from a list of names, and its list here has 11 distinct people.");
        Findings(Incident(counted), List(13, S)).Codes().Should().Equal((FindingCodes.ListExceedsCount, Severity.Error));
    }

    [Fact]
    public void Anothers_list_is_not_the_one_that_a_count_rests_on() =>
        Findings(Incident(Report(S, 12, BasisKind.NamedList)), List(11, M)).Codes()
            .Should().Equal((FindingCodes.ListedInPart, Severity.Information));

    [Fact]
    public void Without_a_list_nothing_is_said() => Findings(Incident(Report(S, 12, BasisKind.NamedList))).Should().BeEmpty();

    [Fact]
    public void A_total_is_held_against_the_people_listed_under_it()
    {
        ConflictDataset dataset = Dataset(Incident()) with
        {
            Tallies = [new() { Id = TallyId.From("t"), Scope = new(), Report = Report(S, 2) }],
            People = [.. List(3, S).Select(person => person with { Incident = null, Tally = TallyId.From("t") })],
        };
        Finding finding = dataset.Validate().Single();
        (finding.Code, finding.Pointer.ToString()).Should().Be((FindingCodes.ListExceedsCount, "/tallies/0/report/casualties/killed"));
    }
}

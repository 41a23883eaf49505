using ConflictModel.Validation;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Validation;

/// <summary>Whose list is held against a report, what is told of it only once, and in which words.</summary>
public class ListWordsTests
{
    [Fact]
    public void One_person_is_spoken_of_as_one()
    {
        Told(Report(S, 0), List(1, S)).Message.Should().StartWith("S counts 0 killed, and 1 distinct person on its own list");
        Told(Report(S, 2), List(1, S)).Message.Should().Be("Of 2 killed, as S counts them, 1 is listed.");
        Told(Report(S, 2, BasisKind.NamedList), List(1, S)).Message.Should()
            .Be("S counts 2 killed from a list of names, and its list here has 1 distinct person.");
    }

    [Fact]
    public void One_or_two_are_several_in_words() =>
        Told(Report(S, 3), Of(1, S), Of(2, S) with { MayBeSameAs = [Of(1).Id] }).Message.Should()
            .Be("Of 3 killed, as S counts them, 1 to 2 are listed.");

    [Fact]
    public void Nobody_or_one_are_several_in_words()
    {
        Person[] people = [Of(1, S) with { Sex = Sex.Female, Age = 30 }, Of(2, S) with { Sex = Sex.Male, MayBeSameAs = [Of(1).Id] }];
        Toll women = Toll.Of(2).Including(Part.Of(Victims.Women, 2));
        Finding[] found = All(Report(S, women, BasisKind.NamedList), [.. people, Of(3, S) with { Age = 5 }]);
        found.Select(finding => finding.Message).Should().Equal(
            "S counts 2 killed women from a list of names, and its list here has 0 to 1 distinct people who are or may be such.");
        All(Report(M, women), [.. people, Of(3, S) with { Age = 5 }]).Select(finding => finding.Message).Should().Equal(
            "Of 2 killed women, as M counts them, 0 to 1 are listed.");
    }

    [Fact]
    public void A_whole_is_exceeded_by_a_range_and_a_part_by_those_who_are_known_to_be_in_it()
    {
        Person[] people = List(14, S);
        people[13] = people[13] with { MayBeSameAs = [people[0].Id] };
        Told(Report(S, 12), people).Message.Should()
            .Be("S counts 12 killed, and 13 to 14 distinct people on its own list are more than that. Both can't be true.");
        Person[] women = [.. Women(1, 4, S), Of(5, S) with { Age = 30 }];
        All(Report(S, Toll.Of(5).Including(Part.Of(Victims.Women, 3))), women).Select(finding => finding.Message).Should().Equal(
            "S counts 3 killed women, and 4 distinct people known as such on its own list are more than that. Both can't be true.");
    }

    [Theory]
    [InlineData(5, "A and B and C and D and E")]
    [InlineData(6, "A and B and C and D and E and others")]
    public void Of_many_who_list_people_five_are_named_each_once(int sources, string named)
    {
        Person[] people = [.. List(7).Select((person, i) => person with { Citations = [Cited($"{(char)('a' + (i % sources))}")] })];
        ConflictDataset dataset = Dataset(Incident(Report(S, 6)), people) with
        {
            Sources =
            [
                .. "sabcdef".Select(letter => new Source { Id = SourceId.From($"{letter}"), Name = $"{letter}".ToUpperInvariant() }),
            ],
        };
        dataset.Validate().Single().Message.Should()
            .Be($"S counts 6 killed, and 7 distinct people listed by {named} are more than that. The sources differ.");
    }

    [Fact]
    public void Who_is_no_record_of_the_data_set_is_not_named()
    {
        foreach (Citation unknown in (Citation[])[Cited("zork"), Cited("m", via: "zork")])
        {
            Told(Report(S, 1), List(2, unknown)).Message.Should().Contain("listed by this data set are");
        }

        Told(Report(S, 1), List(2, Cited("m", via: "x"))).Message.Should().Contain("listed by M as carried by X are");
    }

    [Fact]
    public void A_list_that_only_some_are_on_later_is_not_the_sources_own_revision()
    {
        Report counted = Report(Cited("s", "2024-07-03"), 1);
        Citation later = Cited("s", "2024-07-05");
        const string Revises = "The list is later, and may revise the count.";
        Told(counted, Of(1, later), Of(2, M)).Message.Should().EndWith("The sources differ.");
        Told(counted, [.. List(2, later).Select(person => person with { Citations = [later, M] })]).Message.Should().EndWith(Revises);
        Told(counted, List(2, Cited("s", "2024-07-05", "x"))).Message.Should().EndWith(Revises);
        Told(Report(S, 1), List(2, SThroughX)).Message.Should().EndWith("One source is carried in two ways.");
        Told(counted, List(2, Cited("s", "2024-07-XX"))).Severity.Should().Be(Severity.Error, "it may have been listed before");
    }

    [Fact]
    public void Whoever_is_on_two_lists_is_on_the_sources_own() =>
        Told(Report(S, 1), [.. List(2, S).Select(person => person with { Citations = [S, M] })]).Severity.Should().Be(Severity.Error);

    [Fact]
    public void A_list_as_long_as_the_count_does_not_hide_that_another_adds_to_it() =>
        All(Report(S, 2), [.. List(2, S), Of(3, M)]).Codes().Should().Equal((FindingCodes.ListExceedsCount, Severity.Information));

    [Fact]
    public void What_is_told_lightly_of_the_whole_is_told_gravely_of_a_part()
    {
        Toll toll = Toll.Of(3).Including(Part.Of(Victims.Women, 1));
        Person[] people = [.. Women(1, 2, S), Of(3, M) with { Sex = Sex.Male, Age = 30 }, Of(4, M) with { Sex = Sex.Male, Age = 30 }];
        All(Report(S, toll), people).Codes().Should().Equal(
            (FindingCodes.ListExceedsCount, Severity.Information), (FindingCodes.ListExceedsCount, Severity.Error));
    }

    [Fact]
    public void What_is_told_of_the_whole_is_not_told_again_as_lightly_of_a_part()
    {
        Toll toll = Toll.Of(3).Including(Part.Of(Victims.Women, 3));
        All(Report(S, toll), [.. Women(1, 2, S), .. Women(3, 2, M)]).Codes().Should().Equal(
            (FindingCodes.ListExceedsCount, Severity.Information));
        Person[] men = [.. Women(11, 2, S).Select(person => person with { Sex = Sex.Male })];
        All(Report(S, toll), [.. Women(1, 2, S), .. men, .. Women(3, 2, M)]).Codes().Should().Equal(
            (FindingCodes.ListExceedsCount, Severity.Error));
    }

    [Fact]
    public void All_who_stand_beside_the_whole_may_be_on_the_list()
    {
        Toll toll = Toll.Of(2) with { Beside = [Part.Of(Victims.Civilians, 2), Part.Of(Victims.Women, 3)] };
        All(Report(S, toll), List(7, S)).Should().BeEmpty();
        All(Report(S, toll), List(8, S)).Codes().Should().Equal((FindingCodes.ListExceedsCount, Severity.Error));
    }

    private static Finding Told(Report report, params Person[] people) => All(report, people).SingleOrDefault()!;

    private static Finding[] All(Report report, params Person[] people) =>
        [.. Findings(Incident(report), people).Where(finding => finding.Code != FindingCodes.DanglingReference)];

    private static Report Report(Citation said, Toll toll, BasisKind basis = BasisKind.Unknown) =>
        PeopleLists.Report(said, 0, basis) with { Casualties = new() { Killed = toll } };

    private static Report Report(Citation said, long count, BasisKind basis = BasisKind.Unknown) => Report(said, Toll.Of(count), basis);

    private static Person[] Women(int from, int count, Citation listedBy) =>
        [.. Enumerable.Range(from, count).Select(number => Of(number, listedBy) with { Sex = Sex.Female, Age = 30 })];
}

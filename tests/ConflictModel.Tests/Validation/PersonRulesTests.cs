using ConflictModel.Catalogs;
using ConflictModel.Validation;
using static ConflictModel.Tests.Validation.PeopleLists;

namespace ConflictModel.Tests.Validation;

public class PersonRulesTests
{
    [Theory]
    [InlineData(1994, 1994)]
    [InlineData(null, 1994)]
    [InlineData(131, null)]
    [InlineData(131, 131)]
    [InlineData(100, 131)]
    [InlineData(40, 30)]
    public void An_age_that_cannot_be_is_an_error(int? min, int? max) =>
        Found(one => one with { Age = new(min, max) }).Should().Equal(("/people/0/age", FindingCodes.ImpossibleAge, Severity.Error));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(130, 130)]
    [InlineData(18, null)]
    [InlineData(null, null)]
    public void An_age_that_can_be_is_none(int? min, int? max) => Found(one => one with { Age = new(min, max) }).Should().BeEmpty();

    [Theory]
    [InlineData(18, null, AgeGroup.Child)]
    [InlineData(null, 17, AgeGroup.Adult)]
    [InlineData(5, 5, AgeGroup.Elderly)]
    public void An_age_of_another_group_is_an_error(int? min, int? max, AgeGroup group) =>
        Found(one => one with { Age = new(min, max), AgeGroup = group })
            .Should().Equal(("/people/0/ageGroup", FindingCodes.AgeGroupDiffers, Severity.Error));

    [Theory]
    [InlineData(17, 17, AgeGroup.Child)]
    [InlineData(15, 22, AgeGroup.Child)]
    [InlineData(15, 22, AgeGroup.Adult)]
    [InlineData(45, 45, AgeGroup.Elderly)]
    [InlineData(45, 45, AgeGroup.Unknown)]
    [InlineData(45, 45, AgeGroup.Any)]
    public void An_age_that_leaves_the_group_open_is_none(int? min, int? max, AgeGroup group) =>
        Found(one => one with { Age = new(min, max), AgeGroup = group }).Should().BeEmpty();

    [Fact]
    public void A_death_before_a_birth_is_an_error()
    {
        (string, string, Severity) found = ("/people/0/born", FindingCodes.BeforeBirth, Severity.Error);
        Found(one => one with { Born = Day("2024-07-04"), Date = Day("2024-07-03") }).Should().Equal(found);
        Found(one => one with { Born = Day("2025") }).Should().Equal([found], "the day is that of the incident");
    }

    [Fact]
    public void A_birth_that_may_be_before_the_death_is_none()
    {
        Found(one => one with { Born = Day("2024") }).Should().BeEmpty();
        Found(one => one with { Born = Day("2024-07-03") }).Should().BeEmpty("a child may live for less than a day");
        Found(one => one with { Born = Day("2025"), Date = Day("2024/.."), Incident = null }).Should().BeEmpty();
    }

    [Theory]
    [InlineData("1990-05", "2020-06-15", 12, 12)]
    [InlineData("1990-05", "2020-06-15", 31, null)]
    [InlineData("1990-05", "2020-06-15", null, 29)]
    [InlineData("1990", "2020", 31, 31)]
    [InlineData("1990-05-04", "2020-05-03", 30, 30)]
    [InlineData("1990-05-04", "2020-05-04", 29, 29)]
    [InlineData("2004-02-29", "2022-03-01", 17, 17)]
    public void An_age_that_the_days_of_birth_and_harm_rule_out_is_an_error(string born, string day, int? min, int? max) =>
        Found(one => one with { Born = Day(born), Date = Day(day), Incident = null, Age = new(min, max) })
            .Should().Equal(("/people/0/age", FindingCodes.ImpossibleAge, Severity.Error));

    [Theory]
    [InlineData("1990-05", "2020-06-15", 30, 30)]
    [InlineData("1990-05", "2020-06-15", 25, 35)]
    [InlineData("1990", "2020", 29, 29)]
    [InlineData("1990", "2020", 30, 30)]
    [InlineData("1990~", "2020-06-15", 12, 12)]
    [InlineData("1990", "2020-06-15?", 12, 12)]
    [InlineData("1990/..", "2020-06-15", 12, 12)]
    [InlineData("../1990", "2020-06-15", 70, 70)]
    [InlineData("2004-02-29", "2022-02-28", 17, 17)]
    [InlineData("2004-02-29", "2022-02-28", 18, 18)]
    [InlineData("2020-06-15", "2020-06-15", 0, 0)]
    [InlineData("1990-05", "2020-06-15", null, null)]
    public void An_age_that_the_days_leave_open_is_none(string born, string day, int? min, int? max) =>
        Found(one => one with { Born = Day(born), Date = Day(day), Incident = null, Age = new(min, max) }).Should().BeEmpty();

    [Fact]
    public void An_age_group_that_the_days_rule_out_is_an_error()
    {
        (string, string, Severity) found = ("/people/0/ageGroup", FindingCodes.AgeGroupDiffers, Severity.Error);
        Found(one => one with { Born = Day("1990"), AgeGroup = AgeGroup.Child }).Should().Equal(found);
        Found(one => one with { Born = Day("2010"), AgeGroup = AgeGroup.Elderly }).Should().Equal(found);
        Found(one => one with { Born = Day("2006"), AgeGroup = AgeGroup.Child }).Should().BeEmpty("the birthday may be after the day");
        Found(one => one with { Born = Day("2006"), AgeGroup = AgeGroup.Adult }).Should().BeEmpty();
        Found(one => one with { Born = Day("2006-07-03"), AgeGroup = AgeGroup.Child }).Should().Equal([found], "that day is the birthday");
        Found(one => one with { Born = Day("2006-07-03"), AgeGroup = AgeGroup.Adult }).Should().BeEmpty();
        Found(one => one with { Born = Day("2006-07-04"), AgeGroup = AgeGroup.Adult }).Should().Equal(found);
    }

    [Fact]
    public void What_cannot_be_is_told_once()
    {
        Found(one => one with { Born = Day("1990"), Age = 1994 }).Should().HaveCount(1);
        Found(one => one with { Born = Day("1990"), Age = 40, AgeGroup = AgeGroup.Child }).Should().HaveCount(2, "age and group are two");
        Found(one => one with { Born = Day("2025"), Age = 30 })
            .Should().Equal(("/people/0/born", FindingCodes.BeforeBirth, Severity.Error));
    }

    [Theory]
    [InlineData(Verification.Corroborated, 1L, true)]
    [InlineData(Verification.Corroborated, 0L, true)]
    [InlineData(Verification.Corroborated, 2L, false)]
    [InlineData(Verification.Corroborated, null, false)]
    [InlineData(Verification.OneSource, 1L, false)]
    [InlineData(Verification.ReasonableGrounds, 1L, false)]
    public void What_is_corroborated_by_fewer_than_two_sources_is_a_warning(Verification verification, long? sources, bool isTold) =>
        Found(one => one with { Verification = verification, IndependentSources = sources is { } count ? count : default(Estimate) })
            .Should().Equal(isTold ? [("/people/0/independentSources", FindingCodes.FewSources, Severity.Warning)] : []);

    [Fact]
    public void At_least_one_source_may_be_two() =>
        Found(one => one with { Verification = Verification.Corroborated, IndependentSources = Estimate.AtLeast(1) }).Should().BeEmpty();

    [Theory]
    [InlineData(Harm.Killed, "2024-07-02", Severity.Error)]
    [InlineData(Harm.Killed, "2024-07-05", Severity.Information)]
    [InlineData(Harm.KilledOrWounded, "2024-07-05", Severity.Information)]
    [InlineData(Harm.Wounded, "2024-07-05", Severity.Error)]
    [InlineData(Harm.Abducted, "2024-07-05", Severity.Error)]
    public void A_day_certainly_outside_the_incident_is_told_and_death_of_wounds_is_no_error(Harm harm, string day, Severity severity) =>
        Found(one => one with { Harm = harm, Date = Day(day) })
            .Should().Equal(("/people/0/date", FindingCodes.OutsideIncident, severity));

    [Theory]
    [InlineData("2024-07-03")]
    [InlineData("2024-07")]
    [InlineData("2024-07-XX")]
    [InlineData("2024-07-01/2024-07-03")]
    public void A_day_that_may_be_the_incidents_is_none(string day) => Found(one => one with { Date = Day(day) }).Should().BeEmpty();

    [Fact]
    public void Of_two_incidents_of_one_id_the_first_says_when_it_was()
    {
        Incident again = Incident() with { Date = Day("2024-08-01") };
        ConflictDataset dataset = Dataset(Incident(), Of(1, S) with { Date = Day("2024-07-03") });
        Codes((dataset with { Incidents = dataset.Incidents.Add(again) }).Validate())
            .Should().Equal(("/incidents/1/id", FindingCodes.DuplicateId, Severity.Error));
    }

    [Fact]
    public void A_place_certainly_outside_the_incident_is_an_error() =>
        Found(one => one with { Place = In(KnownRegions.Raqqa) })
            .Should().Equal(("/people/0/place", FindingCodes.OutsideIncident, Severity.Error));

    [Fact]
    public void A_place_that_may_be_the_incidents_is_none()
    {
        Found(one => one with { Place = In(KnownRegions.Homs) }).Should().BeEmpty();
        Found(one => one with { Place = In(KnownRegions.Syria) }).Should().BeEmpty();
        Found(one => one with { Place = In(KnownRegions.Badia) }).Should().BeEmpty("the Badia crosses governorates");
        Found(one => one with { Place = In(KnownRegions.Raqqa, KnownRegions.Homs) }).Should().BeEmpty("it is in one of them");
        Found(one => one with { Place = new() { Wording = "near the river" } }).Should().BeEmpty();
        Incident both = Incident() with { Place = In(KnownRegions.Homs, KnownRegions.Raqqa) };
        Codes(Findings(both, Of(1, S) with { Place = In(KnownRegions.Raqqa) })).Should().BeEmpty("the incident was in one of them");
        Codes(Findings(both, Of(1, S) with { Place = In(KnownRegions.Hama) })).Should().HaveCount(1);
    }

    [Fact]
    public void Whoever_was_killed_is_not_alive()
    {
        (string, string, Severity) found = ("/people/0/fate", FindingCodes.HarmsExclude, Severity.Error);
        Found(one => one with { Fate = Fate.Alive }).Should().Equal(found);
        Found(one => one with { Fate = Fate.InDetention }).Should().Equal(found);
        Found(one => one with { Harm = Harm.Missing, Fate = Fate.InDetention }).Should().BeEmpty();
        Found(one => one with { Harm = Harm.Missing, Fate = Fate.Alive }).Should().BeEmpty();
        Found(one => one with { Fate = Fate.Dead }).Should().BeEmpty();
    }

    [Fact]
    public void One_person_is_not_killed_and_missing_at_once()
    {
        Pair(S, S).Should().Equal(("/people/1/harm", FindingCodes.HarmsExclude, Severity.Error));
        Pair(null, null).Should().Equal(("/people/1/harm", FindingCodes.HarmsExclude, Severity.Error));
        Pair(S, SThroughX).Should().Equal(("/people/1/harm", FindingCodes.HarmsExclude, Severity.Warning));
        Pair(S, M).Should().Equal(("/people/1/harm", FindingCodes.HarmsExclude, Severity.Information));
    }

    [Fact]
    public void Whoever_is_found_dead_later_is_no_contradiction()
    {
        Pair(S, S, Fate.Dead).Should().BeEmpty();
        Pair(Cited("s", "2024-09"), Cited("s", "2024-07")).Single().Severity
            .Should().Be(Severity.Information, "a source may learn what became of the missing");
    }

    [Theory]
    [InlineData("2024-09", "2024-07", Severity.Information)]
    [InlineData("2024-07", "2024-09", Severity.Information)]
    [InlineData("2024-07/2024-08", "2024-08/2024-09", Severity.Error)]
    [InlineData("2024-08/2024-09", "2024-07/2024-08", Severity.Error)]
    [InlineData("2024-08-02", "2024-08-02", Severity.Error)]
    [InlineData("2024-08-03", "2024-08-02", Severity.Information)]
    [InlineData("2024-08/..", "2024-07", Severity.Error)]
    public void Only_what_was_certainly_published_apart_may_have_been_learned(string dead, string missing, Severity severity) =>
        Pair(Cited("s", dead), Cited("s", missing)).Single().Severity.Should().Be(severity);

    [Fact]
    public void All_that_a_source_published_of_a_person_is_asked()
    {
        Severity WeightOf(Citation[] dead, params Citation[] missing) => Codes(Findings(
            Incident(),
            Of(1) with { Citations = [.. dead] },
            Of(2, harm: Harm.Missing) with { SameAs = [PersonId.From("p1")], Citations = [.. missing] })).Single().Severity;

        Citation july = Cited("s", "2024-07"), august = Cited("s", "2024-08"), september = Cited("s", "2024-09");
        WeightOf([july, september], august).Should().Be(Severity.Error, "it says both at once");
        WeightOf([september, july], august).Should().Be(Severity.Error);
        WeightOf([august, september], july).Should().Be(Severity.Information);
        WeightOf([september, S], july).Should().Be(Severity.Error, "nobody knows when it said the one");
        WeightOf([M, S], S).Should().Be(Severity.Error, "one of those who list the dead lists the missing too");
        WeightOf([M], S, SThroughX).Should().Be(Severity.Information);
        WeightOf([S, M], SThroughX).Should().Be(Severity.Warning);
        WeightOf([S], SThroughX, M).Should().Be(Severity.Warning);
    }

    [Fact]
    public void Of_several_records_of_the_dead_and_of_the_missing_the_first_are_named()
    {
        PersonId[] same = [PersonId.From("p1")];
        ValueList<Finding> found = Findings(
            Incident(), Of(1, S), Of(2, S) with { SameAs = same }, Of(3, S, Harm.Missing) with { SameAs = same },
            Of(4, S, Harm.Missing) with { SameAs = same });
        found.Select(finding => (finding.Pointer.ToString(), finding.Message)).Should().Equal((
            "/people/2/harm", "A person is missing here and dead in /people/0, which is said to be the same. Both can't be true."));
    }

    [Fact]
    public void The_killed_and_the_missing_are_two_people_unless_somebody_decided() =>
        Codes(Findings(Incident(), Of(1, S), Of(2, S, Harm.Missing) with { MayBeSameAs = [PersonId.From("p1")] })).Should().BeEmpty();

    [Fact]
    public void Whoever_was_wounded_and_died_is_one_person_with_two_records() =>
        Codes(Findings(Incident(), Of(1, S), Of(2, S, Harm.Wounded) with { SameAs = [PersonId.From("p1")] })).Should().BeEmpty();

    [Fact]
    public void A_record_is_not_the_same_as_itself_and_two_that_name_each_other_are_no_circle()
    {
        Found(one => one with { SameAs = [one.Id] }).Should().Equal(("/people/0/sameAs/0", FindingCodes.SameAsItself, Severity.Warning));
        Found(one => one with { MayBeSameAs = [one.Id] })
            .Should().Equal(("/people/0/mayBeSameAs/0", FindingCodes.AlreadyDecided, Severity.Warning));
        PersonId[] ids = [PersonId.From("p1"), PersonId.From("p2"), PersonId.From("p3")];
        Person[] all = [.. List(3).Select(person => person with { SameAs = [.. ids.Where(id => id != person.Id)] })];
        Codes(Findings(Incident(), all)).Should().BeEmpty();
    }

    [Fact]
    public void A_pair_that_is_decided_is_not_undecided_even_by_way_of_a_third()
    {
        Person[] people = List(3);
        people[1] = people[1] with { SameAs = [people[0].Id, people[2].Id] };
        people[2] = people[2] with { MayBeSameAs = [people[0].Id] };
        Codes(Findings(Incident(), people)).Should().Equal(("/people/2/mayBeSameAs/0", FindingCodes.AlreadyDecided, Severity.Warning));
    }

    [Fact]
    public void Nobody_is_a_relative_or_an_ancestor_of_the_same_person()
    {
        Found(one => one with { Ties = [new() { Person = one.Id, Kind = TieKind.Sibling }] })
            .Should().Equal(("/people/0/ties/0", FindingCodes.TiedToItself, Severity.Error));
        Family((1, 2, TieKind.Parent), (2, 3, TieKind.Parent), (1, 3, TieKind.Child))
            .Should().Equal(("/people/0/ties", FindingCodes.TieCycle, Severity.Error));
    }

    [Theory]
    [InlineData(TieKind.Parent, TieKind.Parent, true)]
    [InlineData(TieKind.Parent, TieKind.Grandparent, true)]
    [InlineData(TieKind.Grandparent, TieKind.Grandparent, true)]
    [InlineData(TieKind.Child, TieKind.Grandchild, true)]
    [InlineData(TieKind.Grandchild, TieKind.Grandchild, true)]
    [InlineData(TieKind.Parent, TieKind.Child, false)]
    [InlineData(TieKind.Grandparent, TieKind.Grandchild, false)]
    [InlineData(TieKind.Spouse, TieKind.Parent, false)]
    public void Of_two_only_one_is_the_elder(TieKind one, TieKind other, bool isCircle) => Family((1, 2, one), (2, 1, other))
        .Should().Equal(isCircle ? [("/people/0/ties", FindingCodes.TieCycle, Severity.Error)] : []);

    [Fact]
    public void Whoever_is_said_to_be_their_own_parent_is_told_as_that_alone() => Family((2, 2, TieKind.Parent))
        .Should().Equal(("/people/1/ties/0", FindingCodes.TiedToItself, Severity.Error));

    [Fact]
    public void A_family_that_says_its_ties_from_both_sides_is_none() => Family(
        (1, 2, TieKind.Parent), (2, 1, TieKind.Child), (1, 3, TieKind.Sibling), (3, 1, TieKind.Sibling), (3, 2, TieKind.Parent),
        (2, 4, TieKind.Spouse), (4, 2, TieKind.Spouse)).Should().BeEmpty();

    [Fact]
    public void No_message_about_people_says_anything_of_them()
    {
        Person everything = Of(1, S) with
        {
            Id = PersonId.From("zork"),
            Age = 1994,
            Born = Day("2031"),
            Date = Day("2030"),
            Place = In(KnownRegions.Raqqa),
            Fate = Fate.Alive,
            Citations = [Cited("zork"), Cited("s", via: "zork")],
            Tally = TallyId.From("zork"),
            MemberOf = ActorId.From("zork"),
            SameAs = [PersonId.From("zork"), PersonId.From("zork-2")],
            MayBeSameAs = [PersonId.From("zork")],
            Ties = [new() { Person = PersonId.From("zork"), Kind = TieKind.Parent }],
            Publication = Publication.Withheld,
        };
        ValueList<Finding> findings = Findings(Incident(Report(S, 0)), everything, everything, Of(2, S, Harm.Missing));
        findings.Count.Should().BeGreaterThan(8);
        string told = string.Join('\n', findings.Select(finding => finding.ToString() + finding.Repair));
        told.Should().NotContainAny("zork", "Zork", "1994", "2030", "2031", "Raqqa");
    }

    [Fact]
    public void A_hundred_thousand_people_are_validated_in_seconds()
    {
        Person[] people =
        [
            .. List(100_000, S).Select((person, i) => person with
            {
                Age = i % 100,
                Born = Day("1990"),
                Date = Day("2024-07-03"),
                Place = In(KnownRegions.Homs),
                SameAs = i % 10 == 0 ? [PersonId.From($"p{i + 2}")] : [],
                MayBeSameAs = i % 10 == 5 ? [PersonId.From($"p{i + 2}")] : [],
                Ties = [new() { Person = PersonId.From($"p{(i / 2) + 2}"), Kind = TieKind.Sibling }],
            }),
        ];
        TimeSpan start = ProcessorTime.Now;
        Findings(Incident(Report(S, 95_000)), people).Codes().Should().Contain((FindingCodes.ListedInPart, Severity.Information));
        (ProcessorTime.Now - start).Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<(string Pointer, string Code, Severity Severity)> Found(Func<Person, Person> change) =>
        Codes(Findings(Incident(), change(Of(1, S))));

    private static IEnumerable<(string Pointer, string Code, Severity Severity)> Pair(
        Citation? dead, Citation? missing, Fate fate = Fate.Unclarified) =>
        Codes(Findings(
            Incident(),
            Of(1, dead),
            Of(2, missing, Harm.Missing) with { SameAs = [PersonId.From("p1")], Fate = fate }));

    private static IEnumerable<(string Pointer, string Code, Severity Severity)> Family(params (int Of, int Is, TieKind Kind)[] ties) =>
        Codes(Findings(Incident(), [.. List(4).Select((person, i) => person with
        {
            Ties = ties.Where(tie => tie.Of == i + 1)
                .Select(tie => new Tie { Person = PersonId.From($"p{tie.Is}"), Kind = tie.Kind }).ToValueList(),
        })]));

    private static IEnumerable<(string Pointer, string Code, Severity Severity)> Codes(ValueList<Finding> findings) =>
        findings.Select(finding => (finding.Pointer.ToString(), finding.Code, finding.Severity));

    private static ReportedDate Day(string date) => new(UncertainDate.Parse(date));

    private static Place In(params Region[] regions) => new() { Regions = [.. regions.Select(region => region.Id)] };
}

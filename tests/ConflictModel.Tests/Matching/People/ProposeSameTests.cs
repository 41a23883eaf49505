using ConflictModel.Matching;
using static ConflictModel.Matching.PersonProposals;

namespace ConflictModel.Tests.Matching.People;

/// <summary>Which records are proposed as one person, and which never are. The names are nobody's: Zork, Plimsek, Gubran.</summary>
public class ProposeSameTests
{
    private static readonly Person Zork = Of("p1", "Ahmad Zorkali", "Muhammad", 30, "2024-07-03");

    [Theory]
    [InlineData("Ahmed Zorkali", "Mohammed")]
    [InlineData("AHMAD ZORKALI", "Mohamed")]
    [InlineData("Ahmad al-Zorkali", "Mouhammad")]
    [InlineData("أحمد زركلي", "محمد")]
    [InlineData("احمد الزركلي", "مُحَمَّد")]
    [InlineData("Ахмад Зоркали", "Мухаммад")]
    [InlineData("Zorkali Ahmad", "Muhammad")]
    [InlineData("Ahmad bin Muhammad Zorkali", "Muhammad")]
    [InlineData("Sheikh Ahmad Zorkali", "Muhammad")]
    [InlineData("Ahmad Zorklai", "Muhammad")]
    [InlineData("Ahmad Zorkalli", null)]
    [InlineData("Ahmad Muhammad Zorkali", null)]
    public void One_person_is_found_in_another_spelling_script_order_or_with_a_slip(string name, string? father)
    {
        SamePerson pair = Propose(Zork, Of("p2", name, father, 30, "2024-07-03")).Same.Should().ContainSingle().Subject;
        pair.Strength.Should().Be(ProposalStrength.Strong);
        (pair.One.Id.Value, pair.Other.Id.Value).Should().Be(("p1", "p2"));
    }

    [Theory]
    [InlineData("2024-07-04", 30, Agreement.Compatible, Agreement.Same)]
    [InlineData("2024-03-07", 30, Agreement.Compatible, Agreement.Same)]
    [InlineData("2024-07", 31, Agreement.Compatible, Agreement.Compatible)]
    [InlineData("2024", 29, Agreement.NotKnown, Agreement.Compatible)]
    public void A_day_or_an_age_that_is_off_by_one_is_compatible(string day, int age, Agreement ofDay, Agreement ofAge)
    {
        SamePerson pair = Propose(Zork, Of("p2", "Ahmad Zorkali", "Muhammad", age, day)).Same.Should().ContainSingle().Subject;
        pair.Reasons.Should().Contain(
            [new(ComparedField.Day, ofDay), new(ComparedField.Age, ofAge), new(ComparedField.Name, Agreement.Same)]);
        pair.Reasons.Select(reason => reason.Field).Should().Equal(Enum.GetValues<ComparedField>());
    }

    [Theory]
    [InlineData("Abd al-Rahman Gubranek", "Abdulrahman Gubranek")]
    [InlineData("Abdurrahman Gubranek", "عبد الرحمن غبرنك")]
    [InlineData("Abdullah Gubranek", "عبدالله غبرنك")]
    [InlineData("Umar Gubranek", "عمر غبرنك")]
    [InlineData("Hussein Gubranek", "Husayn Gubranek")]
    [InlineData("Hussain Gubranek", "حسين غبرنك")]
    [InlineData("Mustafa Gubranek", "مصطفى غبرنك")]
    [InlineData("Yusuf Gubranek", "Youssef Gubranek")]
    [InlineData("Gamal Gubranek", "Jamal Gubranek")]
    public void Transliterations_of_one_name_are_found(string one, string other) =>
        Propose(Of("p1", one, null, 30, "2024-07-03"), Of("p2", other, null, 30, "2024-07-03")).Same.Should().ContainSingle();

    [Theory]
    [InlineData("Hassan Zorkali", "Hussein Zorkali")]
    [InlineData("حسن زركلي", "حسين زركلي")]
    [InlineData("Hassan Zorkali", "حسين زركلي")]
    [InlineData("Mahmoud Zorkali", "Muhammad Zorkali")]
    [InlineData("محمود زركلي", "محمد زركلي")]
    [InlineData("Ahmad Zorkali", "Hamad Zorkali")]
    [InlineData("Ahmad Zorkali", "حمد زركلي")]
    [InlineData("Layla Zorkali", "Fatima Zorkali")]
    public void Twins_of_other_given_names_are_two(string one, string other) =>
        Propose(Of("p1", one, "Muhammad", 10, "2024-07-03"), Of("p2", other, "Muhammad", 10, "2024-07-03")).Same.Should().BeEmpty();

    [Fact]
    public void Namesakes_of_other_fathers_are_two() =>
        Propose(Zork, Of("p2", "Ahmad Zorkali", "Khalid", 30, "2024-07-03")).Same.Should().BeEmpty();

    [Fact]
    public void Father_and_son_are_two()
    {
        Propose(Of("p1", "Ahmad Muhammad Zorkali", null, 50, "2024-07-03"), Of("p2", "Muhammad Ahmad Zorkali", null, 50, "2024-07-03"))
            .Same.Should().BeEmpty();
        Propose(Zork, Zork with { Id = PersonId.From("p2"), Ties = [new() { Person = Zork.Id, Kind = TieKind.Parent }] })
            .Same.Should().BeEmpty();
        Propose(Of("p1", "Ahmad Zorkali", null, 50, "2024-07-03"), Of("p2", "Ahmad Zorkali", null, 20, "2024-07-03"))
            .Same.Should().OnlyContain(pair => pair.Strength == ProposalStrength.Faint);
    }

    [Fact]
    public void A_frequent_name_alone_says_nothing_and_a_rare_one_something()
    {
        // A list of 2,000, of whom 300 are called Ahmad and 300 Muhammad.
        Person[] many =
        [
            .. Enumerable.Range(0, 1_600).Select(i => Of($"m{i}", $"{Rare(i)} {Rare(i + 7)}k", null, null, null)),
            .. Enumerable.Range(0, 200).Select(i => Of($"a{i}", $"Ahmad {Rare(i)}", null, null, null)),
            .. Enumerable.Range(0, 200).Select(i => Of($"b{i}", $"{Rare(i)} Muhammad", null, null, null)),
        ];
        Person[] frequent = [Of("p1", "Ahmad Muhammad", null, null, "2024-07-03"), Of("p2", "Ahmad Muhammad", null, null, "2024-09-09")];
        Person[] rare = [Of("p3", "Plimsek Gubranek", null, null, null), Of("p4", "Plimsek Gubranek", null, null, null)];
        Propose([.. many, .. frequent, .. rare]).Same.Select(pair => pair.One.Id.Value)
            .Should().Contain("p3").And.NotContain("p1");

        static string Rare(int i) => $"{"bdfkmnrsz"[i % 9]}{"aiu"[i / 9 % 3]}{"bdfkmnrstz"[i / 27 % 10]}a{"lmnrsk"[i / 270 % 6]}";
    }

    [Fact]
    public void People_of_one_name_who_were_killed_on_other_days_are_at_most_faint() =>
        Propose(Of("p1", "Ahmad Zorkali", null, 30, "2024-07-03"), Of("p2", "Ahmad Zorkali", null, 30, "2023-02-20"))
            .Same.Should().OnlyContain(pair => pair.Strength < ProposalStrength.Strong);

    [Fact]
    public void Nobody_is_proposed_by_day_and_place_alone()
    {
        Person nameless = Zork with { Id = PersonId.From("p2"), Names = [], Identification = Identification.Unidentified };
        Person other = nameless with { Id = PersonId.From("p3") };
        Person called = other with { Id = PersonId.From("p4"), Names = [new() { Text = "مجهول الهوية" }] };
        Person unknown = called with { Id = PersonId.From("p5"), Identification = Identification.Unknown };
        Person again = unknown with { Id = PersonId.From("p6") };
        Propose(Zork, nameless, other, called, unknown, again).Same.Should().BeEmpty();
    }

    [Fact]
    public void Scripts_that_have_no_sounds_in_common_are_not_compared() =>
        Propose(Zork, Of("p2", "זורקלי אחמד", null, 30, "2024-07-03"), Of("p3", "アフマド", null, 30, "2024-07-03"))
            .Same.Should().BeEmpty();

    [Fact]
    public void A_son_of_somebody_is_not_that_body() =>
        Propose(Of("p1", "Ahmad Zorkali", null, 3, "2024-07-03"), Of("p2", "son of Ahmad Zorkali", null, 3, "2024-07-03"))
            .Same.Should().BeEmpty();

    [Fact]
    public void Who_was_wounded_and_then_killed_may_be_one_and_who_was_wounded_after_death_is_not()
    {
        Person wounded = Zork with { Id = PersonId.From("p2"), Harm = Harm.Wounded, Date = Day("2024-06-30") };
        Propose(Zork, wounded).Same.Should().ContainSingle().Which.Reasons.Should()
            .Contain([new(ComparedField.Harm, Agreement.Compatible), new(ComparedField.Day, Agreement.NotKnown)]);
        Propose(Zork, wounded with { Date = Day("2024-07-30") }).Same.Should().BeEmpty();
        Propose(Zork, wounded with { Harm = Harm.Missing, Date = Day("2024-06-01") }).Same.Should().ContainSingle();
    }

    [Fact]
    public void What_is_decided_is_not_proposed_and_what_is_noted_says_so()
    {
        Person other = Zork with { Id = PersonId.From("p2") }, third = Zork with { Id = PersonId.From("p3") };
        Propose(Zork, other with { SameAs = [Zork.Id] }).Same.Should().BeEmpty();
        Propose(Zork with { SameAs = [PersonId.From("p9")] }, other with { SameAs = [PersonId.From("p9")] }).Same.Should().BeEmpty();
        Propose(Zork, other with { MayBeSameAs = [Zork.Id] }).Same.Should().ContainSingle().Which.IsNoted.Should().BeTrue();
        Propose(Zork, other with { SameAs = [Zork.Id] }, third).Same.Should().ContainSingle("two of the three are one already");
        ((Person[])[Zork, other with { SameAs = [Zork.Id] }, third]).ProposeSame(apart: [(third.Id, other.Id)]).Same
            .Should().BeEmpty("what holds for one record of a person holds for all");
    }

    [Fact]
    public void The_day_and_place_of_the_incident_serve_who_has_none()
    {
        Incident incident = new()
        {
            Id = IncidentId.From("i"), Kind = IncidentKind.AirStrike, Date = UncertainDate.Parse("2024-07-03"),
            Place = new() { Regions = [RegionId.From("t1")] },
        };
        Person listed = Zork with { Id = PersonId.From("p2"), Date = null, Place = null, Incident = incident.Id };
        ((Person[])[Zork, listed]).ProposeSame(new ConflictDataset { Incidents = [incident] }).Same.Should().ContainSingle()
            .Which.Reasons.Should().Contain([new(ComparedField.Day, Agreement.Same), new(ComparedField.Place, Agreement.Same)]);
        Propose(Zork, listed).Same.Should().ContainSingle()
            .Which.Reasons.Should().Contain([new(ComparedField.Day, Agreement.NotKnown), new(ComparedField.Place, Agreement.NotKnown)]);
    }

    [Fact]
    public void The_text_of_a_proposal_quotes_nothing_but_ids_that_may_be_told()
    {
        ExternalId id = new() { Scheme = "card", Value = "secret-7" };
        Person open = Zork with { ExternalIds = [id] };
        Person hidden = open with { Id = PersonId.From("zork-hidden"), Publication = Publication.NameWithheld };
        Propose(open, hidden).Same[0].ToString().Should().Be(
            "Two people (withheld), strong: name: same, father: same, age: same, sex: same, day: same, place: same, harm: same, "
            + "external id: same");
        Person another = hidden with { Names = [new() { Text = "Plimsek Gubranek" }], Sex = Sex.Female };
        PersonProposals found = Propose(open, another);
        found.SharedIds[0].ToString().Should().StartWith("Two people (withheld) share an external id, strong: name: differs");
        found.ToString().Should().Be("0 pairs, 1 shared id");

        Person alike = open with { Id = PersonId.From("p9") };
        Propose(open, alike).Same[0].ToString().Should().StartWith("Person p1 and Person p9, strong");
        Propose(open, alike with { MayBeSameAs = [hidden.Id] }, hidden).Same.Select(pair => pair.ToString())
            .Should().OnlyContain(text => text.StartsWith("Two people (withheld), strong"), "the link tells who it is");
    }

    [Fact]
    public void What_is_decided_by_way_of_a_record_that_is_not_looked_at_is_not_proposed()
    {
        Person other = Zork with { Id = PersonId.From("p2") };
        Person third = new() { Id = PersonId.From("p3"), Harm = Harm.Killed, SameAs = [Zork.Id, other.Id] };
        ((Person[])[Zork, other]).ProposeSame().Same.Should().HaveCount(1);
        ((Person[])[Zork, other]).ProposeSame(new ConflictDataset { People = [Zork, other, third] }).Same.Should().BeEmpty();
    }

    [Fact]
    public void An_id_on_records_of_two_people_is_found()
    {
        ExternalId card = new() { Scheme = "card", Value = "7" };
        Person one = Zork with { ExternalIds = [card] };
        Person other = Of("p2", "Plimsek Gubranek", "Khalid", 61, "2024-07-03") with { ExternalIds = [card] };
        SharedId shared = Propose(one, other).SharedIds.Should().ContainSingle().Subject;
        (shared.External, shared.Bearers, shared.Strength).Should().Be((card, 2, ProposalStrength.Strong));
        Propose(one, other with { ExternalIds = [], Id = one.Id }).SharedIds.Should().ContainSingle().Which.External.Should().BeNull();
        Propose(one, one with { Id = PersonId.From("p2"), Age = 44 }).SharedIds[0].Strength.Should().Be(ProposalStrength.Faint);
        Propose(one, one with { Id = PersonId.From("p2"), Age = 31 }).SharedIds.Should().BeEmpty("an age is often off by one");
        Propose(one, one with { Id = PersonId.From("p2"), Ties = [new() { Person = one.Id, Kind = TieKind.Parent }] })
            .SharedIds[0].Strength.Should().Be(ProposalStrength.Strong);
        Propose(one, other with { SameAs = [one.Id] }).SharedIds.Should().BeEmpty("somebody decided that they are one");
    }

    [Fact]
    public void The_same_list_gives_the_same_proposals_and_another_order_the_same_pairs()
    {
        Person[] people = MadeUpLists.Of(400, 3).People;
        PersonProposals found = people.ProposeSame();
        people.ProposeSame().Should().Be(found);
        Person[] turned = [.. people.Reverse()];
        turned.ProposeSame().Same.Select(Ids).Should().BeEquivalentTo(found.Same.Select(Ids));
        found.Same.Select(pair => pair.Strength).Should().BeInDescendingOrder();

        static (string, string, ProposalStrength) Ids(SamePerson pair) =>
            string.CompareOrdinal(pair.One.Id.Value, pair.Other.Id.Value) < 0
                ? (pair.One.Id.Value, pair.Other.Id.Value, pair.Strength)
                : (pair.Other.Id.Value, pair.One.Id.Value, pair.Strength);
    }

    [Fact]
    public void A_name_that_everybody_bears_is_compared_within_bounds_and_that_is_said()
    {
        Person[] many = [.. Enumerable.Range(0, 5_000).Select(i => Of($"p{i}", "Ahmad Muhammad", null, null, null) with { Place = null })];
        PersonProposals found = Propose(many);
        (found.Crowded, found.Same.Count).Should().Be((5_000, 0));
        Propose([.. many, Zork, Zork with { Id = PersonId.From("q2") }]).Same.Should().ContainSingle();
    }

    [Fact]
    public void The_samples_of_the_guide_do_what_it_says()
    {
        ConflictDataset dataset = new()
        {
            People = [Zork, Of("p2", "محمد أحمد زركلي", null, 30, null), Of("p3", "أحمد محمد زركلي", null, 31, "2024-07-03")],
        };

        PersonProposals found = dataset.People.ProposeSame(within: dataset);
        string[] lines = [.. found.Same.Select(pair => pair.ToString())];
        lines.Should().Equal(
            "Person p1 and Person p3, strong: name: same, father: same, age: compatible, sex: same, day: same, place: same, harm: same");

        SamePerson first = found.Same[0];
        Person decided = first.One with { SameAs = [.. first.One.SameAs, first.Other.Id] };
        Person undecided = first.One with { MayBeSameAs = [.. first.One.MayBeSameAs, first.Other.Id] };
        dataset.People.ProposeSame(dataset, apart: [(first.One.Id, first.Other.Id)]).Same.Should().BeEmpty();
        new ConflictDataset { People = [decided, .. dataset.People.Skip(1)] }.People.ProposeSame().Same.Should().BeEmpty();
        new ConflictDataset { People = [undecided, .. dataset.People.Skip(1)] }.People.ProposeSame().Same[0].IsNoted.Should().BeTrue();
    }

    private static PersonProposals Propose(params Person[] people) => people.ProposeSame();

    private static ReportedDate? Day(string? day) => day is null ? null : new ReportedDate(UncertainDate.Parse(day));

    private static Person Of(string id, string name, string? father, int? age, string? day) => new()
    {
        Id = PersonId.From(id),
        Harm = Harm.Killed,
        Names = father is null ? [new() { Text = name }] : [new() { Text = name }, new() { Text = father, Kind = NameKind.Father }],
        Age = age is { } years ? years : default(Age),
        Sex = Sex.Male,
        Date = Day(day),
        Place = new() { Regions = [RegionId.From("t1")] },
    };
}

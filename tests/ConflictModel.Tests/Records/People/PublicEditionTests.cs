using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Records.People;

public class PublicEditionTests
{
    // Everything that a text or an id of the record can hold says "Zork", in one script or another.
    private static readonly Person Marked = ((Person)Instances.Of(typeof(Person))) with
    {
        Id = PersonId.From("zork-1"),
        Names =
        [
            new() { Text = "Zork Madeup", Lang = "zork" }, new() { Text = "زورك", Lang = "ar", Kind = NameKind.Father },
        ],
        SameAs = [],
        MayBeSameAs = [],
        Ties = [new() { Person = PersonId.From("zork-2") }],
        Age = new(20, 30, "Zork"),
    };

    public static TheoryData<Publication> Levels => [Publication.NameWithheld, Publication.Withheld];

    [Fact]
    public void Where_nothing_is_withheld_nothing_changes()
    {
        ConflictDataset dataset = new() { People = [Marked with { Publication = Publication.Public }] };
        dataset.ForPublication().Should().BeSameAs(dataset);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Of_whoever_is_withheld_no_text_is_left_and_no_id_that_no_record_bears(Publication level)
    {
        Person left = Edition(Marked with { Publication = level }).People[0];
        left.Id.Should().Be(PersonId.From("withheld-1"));
        Texts(JsonDocument.Parse(DatasetJson.Write(new() { People = [left] })).RootElement)
            .Except([DatasetJson.SchemaVersion, "withheld-1", .. ClosedLists, left.Date!.Value.Date.ToString()])
            .Should().BeEmpty("only closed lists, numbers and dates are left");
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Counts_stay_the_same(Publication level)
    {
        Person[] people =
        [
            .. from sex in Enum.GetValues<Sex>()
               from status in Enum.GetValues<PersonStatus>()
               from identification in Enum.GetValues<Identification>()
               from age in (Age[])[default, 5, 50, Age.Read("about 18")]
               select Marked with { Sex = sex, Status = status, Identification = identification, Age = age, MemberOf = null },
        ];
        people = [.. people.Select((person, i) => person with { Id = PersonId.From($"zork-{i}"), Publication = level })];
        Person[] left = [.. Edition(people).People];
        left.Select(CountedBy).Should().Equal(people.Select(CountedBy));

        static object CountedBy(Person person) =>
            (person.ToVictims(), person.Harm, person.Cause, person.Directness, person.Date!.Value.Date);
    }

    [Fact]
    public void A_name_that_is_withheld_leaves_age_fate_and_actor_and_all_that_is_withheld_does_not()
    {
        Person person = Marked with { MemberOf = ActorId.From("a"), Fate = Fate.Alive };
        ConflictDataset dataset = new() { Actors = [new() { Id = ActorId.From("a"), Name = "A", Kind = ActorKind.Militia }] };
        Person Left(Publication level) => (dataset with { People = [person with { Publication = level }] }).ForPublication().People[0];

        Person unnamed = Left(Publication.NameWithheld);
        (unnamed.Age, unnamed.MemberOf, unnamed.Fate).Should().Be((new Age(20, 30), (ActorId?)ActorId.From("a"), Fate.Alive));
        (dataset with { People = [person with { Publication = Publication.NameWithheld, Age = 1994 }] }).ForPublication().People[0].Age
            .Should().Be(default(Age), "a year in the column of ages is one of birth");
        Person counted = Left(Publication.Withheld);
        (counted.Age, counted.MemberOf, counted.Fate).Should().Be((default(Age), (ActorId?)null, Fate.Unknown));
        counted.AgeGroup.Should().Be(person.AgeGroup);
    }

    [Fact]
    public void Records_of_one_person_are_withheld_as_the_strictest_of_them_is()
    {
        Person[] left =
        [
            .. Edition(
                Of("a", Publication.Public, same: "b"), Of("b", Publication.Public), Of("c", Publication.Withheld, maybe: "b"),
                Of("d", Publication.Public)).People,
        ];
        left.Select(person => person.Publication).Should().Equal(
            Publication.Withheld, Publication.Withheld, Publication.Withheld, Publication.Public);
        left.Select(person => person.Id.Value).Should().Equal("withheld-1", "withheld-2", "withheld-3", "d");
        left[0].SameAs.Should().Equal(left[1].Id);
        left[2].MayBeSameAs.Should().Equal(left[1].Id);
    }

    [Fact]
    public void A_tie_to_somebody_who_is_withheld_is_left_out_with_the_parents_names()
    {
        Person child = Of("child", Publication.Public) with
        {
            Names =
            [
                new() { Text = "Blip" }, new() { Text = "Zork", Kind = NameKind.Father }, new() { Text = "Zorka", Kind = NameKind.Mother },
            ],
        };
        Person father = Of("father", Publication.Withheld);
        Person left = Edition(child with { Ties = [Tie("father"), Tie("friend")] }, father, Of("friend", Publication.Public)).People[0];
        left.Ties.Should().Equal(Tie("friend"));
        left.Names.Should().Equal(child.Names[0]);
        Edition(child, father with { Ties = [Tie("child")] }).People[0].Names.Should().Equal(child.Names[0]);
        Edition(child, father).People[0].Should().Be(child, "nothing says that they are related");
    }

    [Fact]
    public void An_id_of_somebody_else_is_not_given_again() =>
        Edition(Of("withheld-1", Publication.Public), Of("x", Publication.Withheld)).People
            .Select(person => person.Id.Value).Should().Equal("withheld-1", "withheld-2");

    [Fact]
    public void What_is_published_once_is_not_changed_by_publishing_it_again()
    {
        ConflictDataset once = Edition(
            Of("a", Publication.Withheld), Of("b", Publication.NameWithheld, same: "c"), Of("c", Publication.Public));
        Person[] twice = [.. once.ForPublication().People];
        twice.Select(person => person with { Id = default, SameAs = [] })
            .Should().Equal(once.People.Select(person => person with { Id = default, SameAs = [] }));
    }

    private static IEnumerable<string> ClosedLists => typeof(Person).Assembly.GetExportedTypes()
        .Where(type => type.IsEnum).SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    private static ConflictDataset Edition(params Person[] people) => new ConflictDataset { People = [.. people] }.ForPublication();

    private static Tie Tie(string id) => new() { Person = PersonId.From(id) };

    private static Person Of(string id, Publication publication, string? same = null, string? maybe = null) => new()
    {
        Id = PersonId.From(id),
        Harm = Harm.Killed,
        Publication = publication,
        SameAs = same is null ? [] : [PersonId.From(same)],
        MayBeSameAs = maybe is null ? [] : [PersonId.From(maybe)],
    };
}

using ConflictModel.Matching;

namespace ConflictModel.Tests.Matching.People;

/// <summary>Which names may be written with the family's first, and which pairs come first. The names are nobody's.</summary>
public class NameOrderTests
{
    // In this list Ahmad, Muhammad and Khalid are given names: they stand first on most records that bear them.
    private static readonly Person[] Others =
    [
        .. ((string[])["Ahmad", "Muhammad", "Khalid"])
            .SelectMany(given => Enumerable.Range(0, 8).Select(i => Called($"{given}{i}", given))),
    ];

    [Theory]
    [InlineData("Ahmad Zorkali", "Zorkali Ahmad", true)]
    [InlineData("Ahmad Muhammad Zorkali", "Zorkali Ahmad Muhammad", true)]
    [InlineData("Ahmad Muhammad", "Muhammad Ahmad", false)]
    [InlineData("Ahmad Muhammad Khalid", "Khalid Ahmad Muhammad", false)]
    [InlineData("Ahmad Zorkali Khalid", "Zorkali Ahmad Plimsek", false)]
    public void Only_a_name_that_is_not_usually_a_given_one_is_read_as_a_familys_that_stands_first(string one, string other, bool isFound)
    {
        Person[] people = [.. Others, Called("p1", one), Called("p2", other)];
        people.ProposeSame().Same.Where(pair => pair.One.Id.Value == "p1").Select(pair => pair.Other.Id.Value)
            .Should().Equal(isFound ? ["p2"] : []);
    }

    [Theory]
    [InlineData("mother")]
    [InlineData("born")]
    [InlineData("day")]
    [InlineData("card")]
    public void Of_pairs_that_are_as_strong_the_one_of_which_more_agrees_comes_first(string also)
    {
        Person[] plain = [Strong("p1", "Ahmad Zorkali"), Strong("p2", "Ahmad Zorkali")];
        Person[] more = [.. ((string[])["p3", "p4"]).Select(id => Strong(id, "Khalid Plimsek")).Select(person => also switch
        {
            "mother" => person with { Names = [.. person.Names, new() { Text = "Layla", Kind = NameKind.Mother }] },
            "born" => person with { Born = new(UncertainDate.Parse("1994-02-01")) },
            "day" => person with { Date = new(UncertainDate.Parse("2024-07-03")), Place = new() { Regions = [RegionId.From("t1")] } },
            _ => person with { ExternalIds = [new() { Scheme = "card", Value = "7" }] },
        })];
        ((Person[])[.. plain, .. more]).ProposeSame().Same.Select(pair => (pair.One.Id.Value, pair.Strength)).Should().Equal(
            ("p3", ProposalStrength.Strong), ("p1", ProposalStrength.Strong));
    }

    private static Person Called(string id, string name) =>
        new() { Id = PersonId.From(id), Harm = Harm.Killed, Names = [new() { Text = name }], Age = 30, Sex = Sex.Male };

    private static Person Strong(string id, string name) => Called(id, name) with
    {
        Age = default, Names = [new() { Text = name }, new() { Text = "Muhammad", Kind = NameKind.Father }],
    };
}

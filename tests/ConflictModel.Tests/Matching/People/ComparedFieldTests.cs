using ConflictModel.Matching;
using static ConflictModel.Matching.PersonProposals;

namespace ConflictModel.Tests.Matching.People;

/// <summary>How the fields of two records of one rare name compare. The names are nobody's.</summary>
public class ComparedFieldTests
{
    private static readonly Person Zork = new()
    {
        Id = PersonId.From("p1"),
        Harm = Harm.Killed,
        Names = [new() { Text = "Ahmad Zorkali" }, new() { Text = "Muhammad", Kind = NameKind.Father }],
        Sex = Sex.Male,
        Date = new(UncertainDate.Parse("2024-07-03")),
        Place = new() { Regions = [RegionId.From("t1")] },
    };

    [Theory]
    [InlineData(30, 30, 30, 30, Agreement.Same)]
    [InlineData(30, 30, 31, 31, Agreement.Compatible)]
    [InlineData(30, 30, 32, 32, Agreement.Differs)]
    [InlineData(30, 30, 25, 35, Agreement.Compatible)]
    [InlineData(30, 30, 25, 36, Agreement.NotKnown)]
    [InlineData(20, 30, 25, 35, Agreement.Compatible)]
    [InlineData(20, 25, 26, 30, Agreement.Compatible)]
    [InlineData(20, 25, 27, 30, Agreement.Differs)]
    [InlineData(30, 30, null, null, Agreement.NotKnown)]
    [InlineData(30, 30, 18, null, Agreement.NotKnown)]
    [InlineData(10, 10, 18, null, Agreement.Differs)]
    public void An_age_a_year_off_may_be_the_same_and_one_two_years_off_is_another(
        int min, int max, int? otherMin, int? otherMax, Agreement agreement) =>
        Compared(ComparedField.Age, Zork with { Age = new(min, max) }, Zork with { Age = new(otherMin, otherMax) }).Should().Be(agreement);

    [Theory]
    [InlineData(AgeGroup.Child, AgeGroup.Adult, Agreement.Differs)]
    [InlineData(AgeGroup.Child, AgeGroup.Elderly, Agreement.Differs)]
    [InlineData(AgeGroup.Child, AgeGroup.Child, Agreement.NotKnown)]
    [InlineData(AgeGroup.Adult, AgeGroup.Elderly, Agreement.NotKnown)]
    [InlineData(AgeGroup.Child, AgeGroup.Unknown, Agreement.NotKnown)]
    [InlineData(AgeGroup.Any, AgeGroup.Adult, Agreement.NotKnown)]
    public void Only_a_child_and_an_adult_differ_by_their_groups(AgeGroup one, AgeGroup other, Agreement agreement) =>
        Compared(ComparedField.Age, Zork with { AgeGroup = one }, Zork with { AgeGroup = other }).Should().Be(agreement);

    [Theory]
    [InlineData(Sex.Male, Sex.Male, Agreement.Same)]
    [InlineData(Sex.Female, Sex.Female, Agreement.Same)]
    [InlineData(Sex.Male, Sex.Female, Agreement.Differs)]
    [InlineData(Sex.Male, Sex.Unknown, Agreement.NotKnown)]
    [InlineData(Sex.Any, Sex.Any, Agreement.NotKnown)]
    public void A_sex_that_is_not_known_neither_agrees_nor_differs(Sex one, Sex other, Agreement agreement) =>
        Compared(ComparedField.Sex, Zork with { Sex = one }, Zork with { Sex = other }).Should().Be(agreement);

    [Theory]
    [InlineData("1994-02-01", "1994-02-01", Agreement.Same)]
    [InlineData("1994-02-01", "1994-02-02", Agreement.Compatible)]
    [InlineData("1994-02-01", "1994-02-13", Agreement.Differs)]
    [InlineData("1994-02-01", null, Agreement.NotKnown)]
    public void Days_of_birth_compare_as_days_do(string one, string? other, Agreement agreement) =>
        Compared(ComparedField.Born, Born(one), Born(other)).Should().Be(agreement);

    [Theory]
    [InlineData(Harm.Killed, Harm.Killed, Agreement.Same)]
    [InlineData(Harm.Wounded, Harm.Wounded, Agreement.Same)]
    [InlineData(Harm.Killed, Harm.KilledOrWounded, Agreement.Compatible)]
    [InlineData(Harm.Killed, Harm.Missing, Agreement.Compatible)]
    [InlineData(Harm.Detained, Harm.Missing, Agreement.Compatible)]
    public void Harms_that_one_person_may_suffer_are_compatible(Harm one, Harm other, Agreement agreement) =>
        Compared(ComparedField.Harm, Zork with { Harm = one }, Zork with { Harm = other }).Should().Be(agreement);

    [Theory]
    [InlineData("Muhammad", "Mohammed", Agreement.Same)]
    [InlineData("Muhammad", null, Agreement.NotKnown)]
    [InlineData(null, null, Agreement.NotKnown)]
    public void A_father_whom_one_record_does_not_name_is_not_known(string? one, string? other, Agreement agreement) =>
        Compared(ComparedField.Father, Of(NameKind.Father, one), Of(NameKind.Father, other)).Should().Be(agreement);

    [Theory]
    [InlineData("Layla", "Leila", Agreement.Same)]
    [InlineData("Layla Gubranek", "Layla Gubranek", Agreement.Same)]
    [InlineData("Layla Gubranek", "Layla", Agreement.Same)]
    [InlineData("Layla", null, Agreement.NotKnown)]
    public void A_mother_whom_one_record_does_not_name_is_not_known(string? one, string? other, Agreement agreement) =>
        Compared(ComparedField.Mother, Of(NameKind.Mother, one), Of(NameKind.Mother, other)).Should().Be(agreement);

    [Theory]
    [InlineData("Ahmad Zorkali", "Ahmad Zorkali", Agreement.Same)]
    [InlineData("Ahmad Zorkali", "Ahmed al-Zorkali", Agreement.Same)]
    [InlineData("Ahmad Zorkali", "Ahmad Zorklai", Agreement.Compatible)]
    [InlineData("Ahmad Zorkali", "Zorkali Ahmad", Agreement.Compatible)]
    [InlineData("Ahmad Khalid Zorkali", "Ahmad Zorkali", Agreement.Same)]
    [InlineData("Zorkali", "Zorkali", Agreement.Compatible)]
    [InlineData("אחמד זורקלי", "אחמד זורקלי", Agreement.Same)]
    public void Two_words_in_common_are_the_same_name_and_one_or_a_slip_may_be(string one, string other, Agreement agreement)
    {
        Person Called(string name) => Zork with { Names = [new() { Text = name }] };
        Compared(ComparedField.Name, Called(one), Called(other)).Should().Be(agreement);
    }

    [Fact]
    public void A_father_in_the_middle_of_a_name_agrees_but_never_differs()
    {
        Person Called(string name) => Zork with { Names = [new() { Text = name }] };
        Compared(ComparedField.Father, Zork, Called("Ahmad Muhammad Zorkali")).Should().Be(Agreement.Same);
        Person other = Called("Ahmad Zorkali");
        other = other with { Names = [.. other.Names, new() { Text = "Ahmad Khalid Zorkali", Kind = NameKind.Transliteration }] };
        Compared(ComparedField.Father, Zork, other).Should().Be(Agreement.NotKnown);
        Compared(ComparedField.Father, Called("Ahmad Khalid Zorkali"), Called("Ahmad Khalid Zorkali")).Should().Be(Agreement.NotKnown);
    }

    [Theory]
    [InlineData(Agreement.Same, "Layla Gubranek", "Gubranek Layla")]
    [InlineData(Agreement.Same, "Layla Gubrnaek", "Layla Gubranek")]
    [InlineData(Agreement.Same, "Fatima Gubranek", "Layla Gubranek")]
    [InlineData(Agreement.Same, "Layla Gubranek", "Fatima Gubranek")]
    [InlineData(Agreement.Compatible, "Layla Gubrnaek", "Fatima Gubranek")]
    public void Of_several_names_of_a_mother_the_one_that_agrees_best_tells(Agreement agreement, string first, string second)
    {
        Person several = Zork with
        {
            Names = [Zork.Names[0], new() { Text = first, Kind = NameKind.Mother }, new() { Text = second, Kind = NameKind.Mother }],
        };
        Proposed(Of(NameKind.Mother, "Layla Gubranek"), several).Should().ContainSingle()
            .Which.Reasons.Should().Contain(new Reason(ComparedField.Mother, agreement));
    }

    [Fact]
    public void Only_a_pair_that_somebody_noted_is_marked_so()
    {
        Proposed(Zork, Zork).Single().IsNoted.Should().BeFalse();
        Proposed(Zork with { MayBeSameAs = [PersonId.From("p2")] }, Zork).Single().IsNoted.Should().BeTrue();
        Proposed(Zork, Zork with { MayBeSameAs = [PersonId.From("p1")] }).Single().IsNoted.Should().BeTrue();
        Proposed(Zork with { MayBeSameAs = [PersonId.From("p7")] }, Zork).Single().IsNoted.Should().BeFalse();
    }

    [Fact]
    public void People_of_other_mothers_or_fathers_are_two()
    {
        Proposed(Of(NameKind.Mother, "Layla"), Of(NameKind.Mother, "Fatima")).Should().BeEmpty();
        Proposed(Of(NameKind.Father, "Layla"), Of(NameKind.Father, "Fatima")).Should().BeEmpty();
    }

    [Fact]
    public void What_is_known_of_one_incident_agrees_for_those_who_are_listed_under_it()
    {
        Person listed = Zork with { Date = null, Place = null, Incident = IncidentId.From("i") };
        Compared(ComparedField.Day, listed, listed).Should().Be(Agreement.Compatible);
        Compared(ComparedField.Place, listed, listed).Should().Be(Agreement.Compatible);
        Compared(ComparedField.Day, listed, listed with { Incident = IncidentId.From("j") }).Should().Be(Agreement.NotKnown);
        Compared(ComparedField.Tie, listed, listed).Should().Be(Agreement.NotKnown);
        Compared(ComparedField.ExternalId, listed, listed).Should().Be(Agreement.NotKnown);
    }

    private static Person Born(string? day) => Zork with { Born = day is null ? null : new ReportedDate(UncertainDate.Parse(day)) };

    private static Person Of(NameKind kind, string? name) => Zork with
    {
        Names = [Zork.Names[0], .. name is null ? [] : (PersonName[])[new() { Text = name, Kind = kind }]],
    };

    /// <summary>How a field compares, the same either way around.</summary>
    private static Agreement Compared(ComparedField field, Person one, Person other)
    {
        Agreement[] found = [.. new[] { Proposed(one, other), Proposed(other, one) }
            .Select(pairs => pairs.Should().ContainSingle().Which.Reasons.Single(reason => reason.Field == field).Agreement)];
        found[1].Should().Be(found[0]);
        return found[0];
    }

    private static ValueList<SamePerson> Proposed(Person one, Person other) =>
        ((Person[])[one with { Id = PersonId.From("p1") }, other with { Id = PersonId.From("p2") }]).ProposeSame().Same;
}

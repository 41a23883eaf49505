namespace ConflictModel.Tests.Records.People;

public class PersonTests
{
    private static readonly Person Somebody = new() { Id = PersonId.From("p"), Harm = Harm.Killed };

    [Theory]
    [InlineData(PersonStatus.Civilian, CivilianStatus.Civilian)]
    [InlineData(PersonStatus.ArmedForces, CivilianStatus.Combatant)]
    [InlineData(PersonStatus.DirectlyParticipating, CivilianStatus.Combatant)]
    [InlineData(PersonStatus.OtherProtected, CivilianStatus.Unknown)]
    [InlineData(PersonStatus.Unknown, CivilianStatus.Unknown)]
    public void The_five_statuses_have_one_of_three_each(PersonStatus status, CivilianStatus civilian) =>
        (Somebody with { Status = status }).ToVictims().Should().Be(new Victims { Status = civilian });

    [Fact]
    public void Every_status_is_mapped() =>
        Enum.GetValues<PersonStatus>().Select(PersonStatuses.ToCivilianStatus).Should().NotContain(CivilianStatus.Unidentified);

    [Fact]
    public void Whoever_is_not_identified_is_of_the_unidentified_unless_a_status_is_known()
    {
        Person unidentified = Somebody with { Identification = Identification.Unidentified };
        unidentified.ToVictims().Should().Be(Victims.Unidentified);
        (unidentified with { Status = PersonStatus.Civilian }).ToVictims().Should().Be(Victims.Civilians);
    }

    [Fact]
    public void The_age_group_that_is_given_goes_before_the_one_that_the_age_settles()
    {
        (Somebody with { Age = 12 }).ToVictims().Age.Should().Be(AgeGroup.Child);
        (Somebody with { Age = 80, AgeGroup = AgeGroup.Elderly }).ToVictims().Age.Should().Be(AgeGroup.Elderly);
        (Somebody with { Age = Age.Read("about 18") }).ToVictims().Age.Should().Be(AgeGroup.Any);
    }

    [Fact]
    public void The_text_of_a_person_names_nobody()
    {
        Person named = Somebody with { Names = [new() { Text = "Zork Madeup" }], Note = "Zork" };
        named.ToString().Should().Be("Person p");
        (named with { Publication = Publication.NameWithheld }).ToString().Should().Be("Person (withheld)");
        new ConflictDataset { People = [named] }.ToString().Should().NotContain("Zork");
    }
}

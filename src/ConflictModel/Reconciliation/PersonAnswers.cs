namespace ConflictModel.Reconciliation;

/// <summary>What a record of a person answers where the answers are a closed list, numbered as its members are.</summary>
internal static class PersonAnswers
{
    private static readonly int[][] One = [OpenAnswers.Silence, .. Enumerable.Range(1, 31).Select(number => new[] { number })];

    /// <summary>Child or adult; the elderly are adults.</summary>
    public static int[] AgeGroup(Person person) => One[(int)(person.ToVictims().Age switch
    {
        ConflictModel.AgeGroup.Child => ConflictModel.AgeGroup.Child,
        ConflictModel.AgeGroup.Adult or ConflictModel.AgeGroup.Elderly => ConflictModel.AgeGroup.Adult,
        _ => ConflictModel.AgeGroup.Any,
    })];

    /// <summary>Child or elderly; of other adults nobody says that they are not.</summary>
    public static int[] Elderly(Person person) => One[(int)(person.ToVictims().Age switch
    {
        ConflictModel.AgeGroup.Child => ConflictModel.AgeGroup.Child,
        ConflictModel.AgeGroup.Elderly => ConflictModel.AgeGroup.Elderly,
        _ => ConflictModel.AgeGroup.Any,
    })];

    /// <summary>Female or male.</summary>
    public static int[] Sex(Person person) => One[(int)(person.Sex == ConflictModel.Sex.Unknown ? ConflictModel.Sex.Any : person.Sex)];

    /// <summary>Civilian, otherwise protected, or a combatant, who has the number of the first of the two kinds.</summary>
    public static int[] Status(Person person) => One[(int)(person.Status.ToCivilianStatus() == CivilianStatus.Combatant
        ? PersonStatus.ArmedForces
        : person.Status)];

    /// <summary>The status in its five values.</summary>
    public static int[] FinerStatus(Person person) => One[(int)person.Status];

    /// <summary>The class of cause.</summary>
    public static int[] Cause(Person person) => One[(int)person.Cause];
}

namespace ConflictModel;

/// <summary>The status of a person in the words that breakdowns of casualties have.</summary>
public static class PersonStatuses
{
    /// <summary>The five values on the three that counts of victims tell apart.</summary>
    /// <returns>
    /// Civilians are civilians; members of armed forces and whoever takes a direct part in hostilities are combatants, for a count of
    /// combatants is one of fighters. Other protected people are neither, and so unknown, as is an unknown status.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is none of the values.</exception>
    public static CivilianStatus ToCivilianStatus(this PersonStatus status) => status switch
    {
        PersonStatus.Unknown or PersonStatus.OtherProtected => CivilianStatus.Unknown,
        PersonStatus.Civilian => CivilianStatus.Civilian,
        PersonStatus.ArmedForces or PersonStatus.DirectlyParticipating => CivilianStatus.Combatant,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "None of the values."),
    };
}

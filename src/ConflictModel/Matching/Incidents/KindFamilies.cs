namespace ConflictModel.Matching;

/// <summary>
/// The families that kinds of incidents fall into, so that codings of different fineness can be compared: what one source calls an air
/// strike another calls state-based conflict.
/// </summary>
/// <remarks>The families are those of ACLED's event types; UCDP's three types of violence cut across them.</remarks>
internal static class KindFamilies
{
    /// <summary>Whether two kinds may be of one event, and whether they are the same; null where one is not known.</summary>
    public static (bool MayBeOne, bool AreSame)? Compare(IncidentKind one, IncidentKind other) =>
        Of(one) == Family.None || Of(other) == Family.None ? null : ((Of(one) & Of(other)) != Family.None, one == other);

    private static Family Of(IncidentKind kind) => kind switch
    {
        IncidentKind.Battle => Family.Battles,
        IncidentKind.Ambush => Family.Battles | Family.Remote,
        IncidentKind.ArmedAttack or IncidentKind.SecurityOperation => Family.Battles | Family.AgainstCivilians,
        IncidentKind.Explosion or IncidentKind.AirStrike or IncidentKind.Shelling => Family.Remote,
        IncidentKind.Assassination => Family.Battles | Family.Remote | Family.AgainstCivilians,
        IncidentKind.Execution or IncidentKind.Abduction or IncidentKind.ViolenceAgainstCivilians => Family.AgainstCivilians,
        IncidentKind.Protest => Family.Demonstrations,
        IncidentKind.Riot => Family.Demonstrations | Family.AgainstCivilians,
        IncidentKind.StrategicDevelopment => Family.Developments,
        IncidentKind.StateBasedConflict or IncidentKind.NonStateConflict => Family.Battles | Family.Remote,
        IncidentKind.OneSidedViolence => Family.AgainstCivilians | Family.Remote,
        _ => Family.None,
    };

    [Flags]
    private enum Family
    {
        None = 0,
        Battles = 1,
        Remote = 2,
        AgainstCivilians = 4,
        Demonstrations = 8,
        Developments = 16,
    }
}

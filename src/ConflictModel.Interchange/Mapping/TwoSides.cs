namespace ConflictModel.Interchange;

/// <summary>The two sides of an incident: the actor that leads each, and the names of those beside it.</summary>
/// <remarks>
/// The order of involvements says who stands beside whom: an actor, those with it, the other actor, those with that one. In violence
/// against civilians the target is the second, wherever it stands.
/// </remarks>
internal readonly record struct TwoSides(ActorId? First, IReadOnlyList<string> WithFirst, ActorId? Second, IReadOnlyList<string> WithSecond)
{
    public static TwoSides Of(IReadOnlyList<Involvement> involvements, IncidentKind kind, Glossary glossary)
    {
        bool isOneSided = IsAgainstCivilians(kind);
        var sides = new (ActorId? Main, List<string> With)[] { (null, []), (null, []) };
        int side = -1;
        foreach (Involvement involvement in involvements)
        {
            if (involvement.Role != InvolvementRole.Associate && !Follows(involvement.Role, side, involvements))
            {
                side = involvement.Role switch
                {
                    InvolvementRole.Perpetrator when isOneSided => 0,
                    InvolvementRole.Target when isOneSided => 1,
                    _ => sides[0].Main is null ? 0 : 1,
                };
                if (sides[side].Main is null)
                {
                    sides[side].Main = involvement.Actor;
                    continue;
                }
            }

            sides[Math.Max(side, 0)].With.Add(glossary.NameOf(involvement.Actor));
        }

        return new(sides[0].Main, sides[0].With, sides[1].Main, sides[1].With);
    }

    /// <summary>Whether incidents of a kind have an attacker and civilians who were attacked, as ACLED's violence against civilians
    /// has.</summary>
    public static bool IsAgainstCivilians(IncidentKind kind) => kind
        is IncidentKind.ArmedAttack or IncidentKind.Assassination or IncidentKind.Execution
        or IncidentKind.OneSidedViolence or IncidentKind.ViolenceAgainstCivilians or IncidentKind.Abduction;

    public static string NameOf(ActorId? id, Glossary glossary) => id is { } actor ? glossary.NameOf(actor) : "";

    /// <summary>Whether an actor stands on the side that the one before it opened, as the members of a UCDP coalition do.</summary>
    private static bool Follows(InvolvementRole role, int side, IReadOnlyList<Involvement> involvements) =>
        role is InvolvementRole.SideA or InvolvementRole.SideB && side >= 0 && involvements[0].Role == role;
}

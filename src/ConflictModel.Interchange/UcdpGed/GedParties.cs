namespace ConflictModel.Interchange;

/// <summary>Who stands on which side of an incident's row.</summary>
/// <remarks>
/// Sides that are stated stay. Else whoever attacked is side A and whoever was attacked side B, as far as the type of violence lets them:
/// of state-based conflict side A is the government, and of one-sided violence side B is Civilians.
/// </remarks>
internal readonly record struct GedParties(ActorId[] A, ActorId[] B)
{
    /// <summary>What UCDP writes for civilians as a side.</summary>
    private static readonly GedSide Civilians = new("Civilians", "1", "");

    public static GedParties Of(Incident incident, Glossary glossary)
    {
        GedParties stated = new(Of(incident, InvolvementRole.SideA), Of(incident, InvolvementRole.SideB));
        if (stated.A.Length + stated.B.Length > 0)
        {
            return stated;
        }

        GedParties led = new(Of(incident, InvolvementRole.Perpetrator), Of(incident, InvolvementRole.Target));
        bool isAttackedByOthers = incident.Kind == IncidentKind.StateBasedConflict
            && led.B.Any(actor => IsState(actor, glossary)) && !led.A.Any(actor => IsState(actor, glossary));
        return isAttackedByOthers ? new(led.B, led.A) : led;
    }

    /// <summary>What is written for side B.</summary>
    public GedSide WrittenB(Incident incident, Glossary glossary) =>
        incident.Kind == IncidentKind.OneSidedViolence && B.Length > 0
            && Array.TrueForAll(B, actor => glossary.Find(actor)?.Kind == ActorKind.Civilians)
            ? Civilians
            : GedSide.Of(B, glossary);

    private static ActorId[] Of(Incident incident, InvolvementRole role) =>
        [.. incident.Involvements.Where(involvement => involvement.Role == role).Select(involvement => involvement.Actor)];

    private static bool IsState(ActorId id, Glossary glossary) =>
        glossary.Find(id)?.Kind is ActorKind.StateForces or ActorKind.ForeignForces or ActorKind.State;
}

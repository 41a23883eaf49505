namespace ConflictModel.Reconciliation;

/// <summary>
/// Whether the victims of one category are among those of another, or certainly none of them are, as the data set's actors say.
/// </summary>
internal sealed class VictimAnswer
{
    private readonly HashSet<ActorId> armed;
    private readonly ILookup<ActorId, ActorId> links;
    private readonly Dictionary<ActorId, HashSet<ActorId>> linked = [];

    public VictimAnswer(ConflictDataset dataset)
    {
        armed = [.. dataset.Actors.Where(actor => IsArmed(actor.Kind)).Select(actor => actor.Id)];
        links = dataset.Affiliations.ToLookup(link => link.Actor, link => link.To);
    }

    /// <summary>Whether all of these are among those: what is said of those is said of these as well.</summary>
    public static bool IsWithin(Victims these, Victims those) =>
        (those.Actors.IsEmpty || (!these.Actors.IsEmpty && these.Actors.All(those.Actors.Contains)))
        && (those.Status == CivilianStatus.Unknown || those.Status == these.Status)
        && (those.Age == AgeGroup.Any || those.Age == these.Age || (those.Age == AgeGroup.Adult && these.Age == AgeGroup.Elderly))
        && (those.Sex == Sex.Any || those.Sex == these.Sex)
        && (string.IsNullOrEmpty(those.Role) || those.Role == these.Role);

    /// <summary>
    /// Whether nobody can be of both: a civilian is no member of an armed actor, nor is a member of another that has nothing to do with it.
    /// </summary>
    public bool AreApart(Victims these, Victims those) =>
        (IsCivilian(these) && IsMember(those))
        || (IsMember(these) && IsCivilian(those))
        || (IsMember(these) && IsMember(those) && these.Actors.All(one => those.Actors.All(other => !Linked(one).Overlaps(Linked(other)))));

    private static bool IsArmed(ActorKind kind) =>
        kind is ActorKind.StateForces or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.ForeignForces;

    private static bool IsCivilian(Victims victims) => victims.Actors.IsEmpty && victims.Status == CivilianStatus.Civilian;

    private bool IsMember(Victims victims) =>
        !victims.Actors.IsEmpty && victims.Status != CivilianStatus.Civilian && victims.Actors.All(armed.Contains);

    /// <summary>The actor and whomever a link of any kind leads to, for "the regime's proxies" may name those whom it only backs.</summary>
    private HashSet<ActorId> Linked(ActorId actor)
    {
        if (!linked.TryGetValue(actor, out HashSet<ActorId>? found))
        {
            linked.Add(actor, found = [actor]);
            var open = new Queue<ActorId>(links[actor]);
            while (open.TryDequeue(out ActorId next))
            {
                foreach (ActorId further in found.Add(next) ? links[next] : [])
                {
                    open.Enqueue(further);
                }
            }
        }

        return found;
    }
}

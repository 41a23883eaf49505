using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>
/// Whether the people of one record's category are among those of another record's, or certainly none of them are.
/// </summary>
/// <remarks>
/// Categories lie to each other as <see cref="CategoryRelations"/> says. Two records may call the same people differently, so that more is
/// asked before they are held apart: that both say who they were, that the data set knows their actors, and that no link of any kind leads
/// from these to those or to one that both have to do with, for "the regime's proxies" may name those whom it only backs.
/// </remarks>
internal sealed class VictimAnswer
{
    private readonly CategoryRelations relations;
    private readonly HashSet<ActorId> armed;
    private readonly ILookup<ActorId, ActorId> links;
    private readonly Dictionary<ActorId, HashSet<ActorId>> linked = [];

    public VictimAnswer(ConflictDataset dataset, CategoryRelations relations)
    {
        this.relations = relations;
        armed = [.. dataset.Actors.Where(actor => IsArmed(actor.Kind)).Select(actor => actor.Id)];
        links = dataset.Affiliations.ToLookup(link => link.Actor, link => link.To);
    }

    /// <summary>Whether all of these are among those: what is said of those is said of these as well.</summary>
    public bool IsWithin(Axis axis, Part these, Part those) =>
        Between(axis, these, those) is CategoryRelation.Within or CategoryRelation.Same;

    /// <summary>Whether nobody can be of both.</summary>
    public bool AreApart(Axis axis, Part these, Part those) =>
        Between(axis, these, those) == CategoryRelation.Disjoint
        && IsTold(these.Victims!) && IsTold(those.Victims!)
        && these.Victims!.Actors.All(one => those.Victims!.Actors.All(other => !Linked(one).Overlaps(Linked(other))));

    private CategoryRelation? Between(Axis axis, Part these, Part those) =>
        axis is Axis.Victim or Axis.Demographic && these.CategoryOn(axis) is not null && those.CategoryOn(axis) is not null
            ? relations.Between(axis, these, axis, those)
            : null;

    private bool IsTold(Victims victims) =>
        victims.Status != CivilianStatus.Unidentified && victims.Age != AgeGroup.Unknown && victims.Sex != Sex.Unknown
        && victims.Actors.All(armed.Contains);

    private static bool IsArmed(ActorKind kind) =>
        kind is ActorKind.StateForces or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.ForeignForces;

    /// <summary>The actor and whomever a link of any kind leads to.</summary>
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

using ConflictModel.Hierarchies;
using Party = ConflictModel.Reporting.ActorMatrix.Party;
using PartyKind = ConflictModel.Reporting.ActorMatrix.PartyKind;

namespace ConflictModel.Reporting;

/// <summary>Who did it and who was harmed, rolled up to whom they certainly belonged to at the time.</summary>
internal sealed class PartyFinder
{
    private readonly ActorHierarchy hierarchy;
    private readonly HashSet<ActorId> civilians;
    private readonly Occasion on;

    public PartyFinder(ConflictDataset dataset)
        : this(
            ActorHierarchy.FromUnchecked(dataset.Affiliations, RegionHierarchy.FromUnchecked(dataset.Regions)),
            [.. dataset.Actors.Where(actor => actor.Kind == ActorKind.Civilians).Select(actor => actor.Id)],
            default)
    {
    }

    private PartyFinder(ActorHierarchy hierarchy, HashSet<ActorId> civilians, Occasion on) =>
        (this.hierarchy, this.civilians, this.on) = (hierarchy, civilians, on);

    /// <summary>The same at a time and place.</summary>
    public PartyFinder At(ReportedDate? date, ValueList<RegionId> regions = default) => new(
        hierarchy, civilians, new() { From = date?.Date.Earliest, To = date?.Date.Latest, Regions = regions });

    /// <summary>Who did the harm of a part; as above it where the part does not say.</summary>
    public Party PerpetratorsOf(Part part, Party above) =>
        part.Perpetrators.IsEmpty ? above : new(PartyKind.Actors, RolledUp(part.Perpetrators));

    /// <summary>Who was harmed in a part; as above it where the part only narrows that, by age, sex or role.</summary>
    public Party VictimsOf(Part part, Party above) => part.Victims switch
    {
        null => above,
        { Actors.IsEmpty: false } victims when victims.Actors.All(civilians.Contains) => Party.Civilians,
        { Actors.IsEmpty: false } victims => new(PartyKind.Actors, RolledUp(victims.Actors)),
        { Status: CivilianStatus.Civilian } => Party.Civilians,
        _ when above != Party.NotSaid => above,
        { Status: CivilianStatus.Unidentified } => new(PartyKind.Unidentified, default),
        { Role: { } role } => new(PartyKind.Called, default, role),
        _ => above,
    };

    /// <summary>
    /// Who did it by all records of one event: what one of them does not say, or says otherwise, does not hold for the event.
    /// </summary>
    public Party PerpetratorsOf(IReadOnlyCollection<Incident> records)
    {
        Party[] said = [.. records.Select(PerpetratorsOf).Distinct()];
        return said switch
        {
            [var only] => only,
            _ when said.Contains(Party.NotSaid) => Party.NotSaid,
            _ => new(PartyKind.Disputed, said.SelectMany(party => party.Actors).Distinct().Order().ToValueList()),
        };
    }

    /// <summary>Who did it as a record says; of two sides that fought, both: a side is a label and no blame.</summary>
    private Party PerpetratorsOf(Incident incident)
    {
        ValueList<ActorId>[] laid =
        [
            .. incident.Attributions.Where(one => one.Status is AttributionStatus.Claimed or AttributionStatus.Attributed)
                .Select(one => RolledUp(one.Actors)).Distinct(),
        ];
        if (laid.Length > 1)
        {
            return new(PartyKind.Disputed, laid.SelectMany(actors => actors).Distinct().Order().ToValueList());
        }

        if (laid.Length == 1 || In(InvolvementRole.Perpetrator).Any())
        {
            return new(PartyKind.Actors, laid.Length == 1 ? laid[0] : RolledUp(In(InvolvementRole.Perpetrator)));
        }

        // One-sided violence is done by side A: so UCDP defines it.
        ActorId[] sides = [.. In(InvolvementRole.SideA), .. In(InvolvementRole.SideB)];
        return incident.Kind == IncidentKind.OneSidedViolence && In(InvolvementRole.SideA).Any()
            ? new(PartyKind.Actors, RolledUp(In(InvolvementRole.SideA)))
            : sides.Length == 0 ? Party.NotSaid : new(PartyKind.Fighting, RolledUp(sides));

        IEnumerable<ActorId> In(InvolvementRole role) => incident.Involvements.Where(one => one.Role == role).Select(one => one.Actor);
    }

    private ValueList<ActorId> RolledUp(IEnumerable<ActorId> actors) => actors.Select(Top).Distinct().Order().ToValueList();

    /// <summary>The highest that an actor certainly belongs to; itself where that is nobody, or several.</summary>
    private ActorId Top(ActorId actor)
    {
        ActorId[] above =
        [
            .. hierarchy.GroupsOf(actor, on).Where(group => group.Value == Truth.Yes && group.Key != actor).Select(group => group.Key),
        ];
        ActorId[] tops = [.. above.Where(group => !above.Any(other => other != group && hierarchy.Belongs(group, other, on) == Truth.Yes))];
        return tops.Length == 1 ? tops[0] : actor;
    }
}

using System.Runtime.InteropServices;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents.</summary>
internal sealed class IncidentTabulator(
    IncidentTableBuilder builder, ReportPolicy policy, CategoryRelations relations, Func<Incident, IncidentRow, IncidentRow>? complete)
{
    // Used again for every incident: a row is made without a list of its own.
    private readonly List<(Measure, long?, long?, long?)> figures = [];
    private readonly List<GroupPart> parts = [];
    private readonly List<ActorId> actors = [];

    public void Append(Incident incident)
    {
        ActorId[] firstSide = SideOf(incident, InvolvementRole.Perpetrator, InvolvementRole.SideA);
        ActorId[] secondSide = SideOf(incident, InvolvementRole.Target, InvolvementRole.SideB);
        if (firstSide.Length == 0 && secondSide.Length == 0)
        {
            (firstSide, secondSide) = Participants(incident);
        }

        figures.Clear();
        foreach (Harm harm in Harms.Summable)
        {
            AddFigures(incident, harm, firstSide, secondSide);
        }

        IncidentRow row = new()
        {
            Id = builder.KeepsIds ? incident.Id : default,
            When = builder.KeepsIds ? incident.Date.Date : default,
            FirstSide = CodeOf(firstSide),
            SecondSide = CodeOf(secondSide),
            Others = CodeOf(OthersThan(firstSide, secondSide, incident)),
            Region = builder.CodeHolding(incident.Place?.Regions ?? default),
            Kind = incident.Kind,
            EventType = builder.CodeOf(incident.Kind == IncidentKind.Unknown
                ? default
                : EventTypeId.From(GroupKey.Kind.Format(incident.Kind))),
            Source = builder.CodeOf(SourceOf(incident)),
            PlacePrecision = (int)(incident.Place?.Precision ?? PlacePrecision.Unknown),
        };
        if (incident.Date.Date is { Earliest: { } first, Latest: { } last })
        {
            row = row with { Earliest = first, Latest = last, DatePrecision = first == last ? 1 : 0 };
        }

        builder.Append(complete is null ? row : complete(incident, row), CollectionsMarshal.AsSpan(figures));
    }

    private TableCode<ActorId> CodeOf(ActorId[] side) => side.Length == 1 ? builder.CodeOf(side[0]) : builder.CodeOf(side);

    private ActorId[] SideOf(Incident incident, InvolvementRole role, InvolvementRole otherwise) =>
        ActorsOf(incident, role) is { Length: > 0 } side ? side : ActorsOf(incident, otherwise);

    private ActorId[] ActorsOf(Incident incident, InvolvementRole role)
    {
        actors.Clear();
        foreach (Involvement involvement in incident.Involvements)
        {
            if (involvement.Role == role && !actors.Contains(involvement.Actor))
            {
                actors.Add(involvement.Actor);
            }
        }

        return [.. actors];
    }

    private ActorId[] OthersThan(ActorId[] firstSide, ActorId[] secondSide, Incident incident)
    {
        actors.Clear();
        foreach (Involvement involvement in incident.Involvements)
        {
            if (!firstSide.Contains(involvement.Actor) && !secondSide.Contains(involvement.Actor))
            {
                actors.Add(involvement.Actor);
            }
        }

        return [.. actors];
    }

    /// <summary>Two participants are a first and a second; of more, nothing says who stood with whom.</summary>
    private static (ActorId[] First, ActorId[] Second) Participants(Incident incident)
    {
        ActorId[] all = [.. incident.Involvements.Where(i => i.Role == InvolvementRole.Participant).Select(i => i.Actor)];
        return all.Length is 1 or 2 ? (all[..1], all[1..]) : ([], []);
    }

    private static SourceId SourceOf(Incident incident)
    {
        SourceId source = incident.Reports.IsEmpty ? default : incident.Reports[0].Citation.Source;
        foreach (Report report in incident.Reports)
        {
            if (report.Citation.Source != source)
            {
                return default;
            }
        }

        return source;
    }

    private void AddFigures(Incident incident, Harm harm, ActorId[] firstSide, ActorId[] secondSide)
    {
        Toll? only = null;
        int tolls = 0;
        foreach (Report report in incident.Reports)
        {
            if (report.Casualties?[harm] is { } toll && ReportCount.IsCount(report))
            {
                only = toll;
                tolls++;
            }
        }

        var measure = Measure.Of(harm);
        if (tolls == 1)
        {
            figures.Add(measure.Is(only!.Count));
            AddGroups(measure, only, incident.Date, firstSide, secondSide);
        }
        else if (tolls > 1 && policy.TryTake(incident.Reports, harm, out TakenCount count))
        {
            (long? low, long? best, long? high) = IncidentFigures.Of(count);
            figures.Add(measure.Is(low, best, high));
        }
    }

    /// <summary>Adds a group once: from the first breakdown that has a figure of it.</summary>
    private void AddGroups(Measure measure, Toll toll, ReportedDate date, ActorId[] firstSide, ActorId[] secondSide)
    {
        int seen = 0;
        foreach (Breakdown breakdown in toll.Breakdowns)
        {
            if (breakdown.By != Axis.Victim)
            {
                continue;
            }

            parts.Clear();
            int counted = 0;
            bool dividesGroups = breakdown.Kind == BreakdownKind.Partition;
            foreach (Part part in breakdown.Parts)
            {
                var one = GroupPart.Of(part, firstSide, secondSide);
                parts.Add(one);
                counted |= one.IsWhole ? 1 << (int)one.Group : 0;
                dividesGroups &= one.Group != VictimGroup.Everyone;
            }

            foreach (GroupPart part in parts)
            {
                int bit = 1 << (int)part.Group;
                if (part.Group == VictimGroup.Everyone || (seen & bit) != 0)
                {
                    continue;
                }

                bool isCounted = (counted & bit) != 0;
                if (isCounted || (dividesGroups && relations.At(date).AreApart(breakdown, PartsOf(part.Group))))
                {
                    seen |= bit;
                    figures.Add(Sum(measure, part.Group, isCounted));
                }
            }
        }
    }

    private Part[] PartsOf(VictimGroup group) => [.. parts.Where(part => part.Group == group).Select(part => part.Part)];

    /// <summary>
    /// The figures of a group's parts, of those that are the whole of it where there are some; null where one of them lacks it.
    /// </summary>
    private (Measure, long?, long?, long?) Sum(Measure measure, VictimGroup group, bool ofWhole)
    {
        (long? low, long? best, long? high) = (0, 0, 0);
        foreach (GroupPart part in parts)
        {
            if (part.Group == group && (part.IsWhole || !ofWhole))
            {
                Estimate count = part.Part.Count;
                (low, best, high) = (low + count.Low, best + count.Best, high + count.High);
            }
        }

        return measure.Among(group).Is(low, best, high);
    }

    /// <summary>A part, the group that all of its people belong to, and whether they are the whole of the group.</summary>
    private readonly record struct GroupPart(Part Part, VictimGroup Group, bool IsWhole)
    {
        public static GroupPart Of(Part part, ActorId[] firstSide, ActorId[] secondSide)
        {
            Victims victims = part.Victims ?? new();
            VictimGroup group =
                victims == Victims.Unidentified ? VictimGroup.Unknown :
                victims.Actors.IsEmpty ? (victims.Status == CivilianStatus.Civilian ? VictimGroup.Civilians : VictimGroup.Everyone) :
                victims.Status == CivilianStatus.Civilian ? VictimGroup.Everyone :
                AreAllIn(victims.Actors.AsSpan(), firstSide) ? VictimGroup.FirstSide :
                AreAllIn(victims.Actors.AsSpan(), secondSide) ? VictimGroup.SecondSide : VictimGroup.Everyone;
            bool isWhole = group switch
            {
                VictimGroup.FirstSide => IsAllOf(victims, firstSide),
                VictimGroup.SecondSide => IsAllOf(victims, secondSide),
                VictimGroup.Civilians => victims == Victims.Civilians,
                _ => true,
            };
            return new(part, group, isWhole);
        }

        private static bool IsAllOf(Victims victims, ActorId[] side) =>
            victims == new Victims { Actors = victims.Actors } && AreAllIn(side, victims.Actors.AsSpan());

        private static bool AreAllIn(ReadOnlySpan<ActorId> some, ReadOnlySpan<ActorId> others)
        {
            foreach (ActorId actor in some)
            {
                if (!others.Contains(actor))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

using System.Runtime.InteropServices;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents.</summary>
internal sealed class IncidentTabulator(
    IncidentTableBuilder builder, ReportPolicy policy, CategoryRelations relations, Func<Incident, IncidentRow, IncidentRow>? complete)
{
    private readonly List<(Measure, long?, long?, long?)> figures = [];

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
            FirstSide = builder.CodeOf(firstSide),
            SecondSide = builder.CodeOf(secondSide),
            Others = builder.CodeOf(
                [.. incident.Involvements.Select(i => i.Actor).Where(actor => !firstSide.Contains(actor) && !secondSide.Contains(actor))]),
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

    private static ActorId[] SideOf(Incident incident, InvolvementRole role, InvolvementRole otherwise) =>
        ActorsOf(incident, role) is { Length: > 0 } side ? side : ActorsOf(incident, otherwise);

    private static ActorId[] ActorsOf(Incident incident, InvolvementRole role)
    {
        List<ActorId>? actors = null;
        foreach (Involvement involvement in incident.Involvements)
        {
            if (involvement.Role == role && actors?.Contains(involvement.Actor) != true)
            {
                (actors ??= []).Add(involvement.Actor);
            }
        }

        return actors?.ToArray() ?? [];
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
        return incident.Reports.All(report => report.Citation.Source == source) ? source : default;
    }

    private void AddFigures(Incident incident, Harm harm, ActorId[] firstSide, ActorId[] secondSide)
    {
        Toll? only = null;
        int tolls = 0;
        foreach (Report report in incident.Reports)
        {
            if (report.Casualties?[harm] is { } toll)
            {
                only = toll;
                tolls++;
            }
        }

        var measure = Measure.Of(harm);
        if (tolls == 1)
        {
            figures.Add(measure.Is(only!.Count));
            AddGroups(measure, only, relations.At(incident.Date), firstSide, secondSide);
        }
        else if (tolls > 1 && IncidentFigures.Of(policy.Resolve(incident.Reports, harm)) is var (low, best, high))
        {
            figures.Add(measure.Is(low, best, high));
        }
    }

    /// <summary>Adds a group once: from the first breakdown that has a figure of it.</summary>
    private void AddGroups(Measure measure, Toll toll, CategoryRelations known, ActorId[] firstSide, ActorId[] secondSide)
    {
        int seen = 0;
        foreach (Breakdown breakdown in toll.Breakdowns)
        {
            if (breakdown.By != Axis.Victim)
            {
                continue;
            }

            GroupPart[] parts = [.. breakdown.Parts.Select(part => GroupPart.Of(part, firstSide, secondSide))];
            bool dividesGroups = breakdown.Kind == BreakdownKind.Partition
                && Array.TrueForAll(parts, part => part.Group != VictimGroup.Everyone);
            foreach (GroupPart part in parts)
            {
                VictimGroup group = part.Group;
                if (group == VictimGroup.Everyone || (seen & (1 << (int)group)) != 0)
                {
                    continue;
                }

                bool isCounted = Array.Exists(parts, other => other.Group == group && other.IsWhole);
                GroupPart[] own = Array.FindAll(parts, other => other.Group == group && (other.IsWhole || !isCounted));
                if (isCounted || (dividesGroups && known.AreApart(breakdown, [.. own.Select(one => one.Part)])))
                {
                    seen |= 1 << (int)group;
                    figures.Add(Sum(measure.Among(group), own));
                }
            }
        }
    }

    /// <summary>The figures of parts that share nobody; null where one of them lacks it.</summary>
    private static (Measure, long?, long?, long?) Sum(Measure measure, GroupPart[] parts)
    {
        (long? low, long? best, long? high) = (0, 0, 0);
        foreach (GroupPart part in parts)
        {
            (low, best, high) = (low + part.Part.Count.Low, best + part.Part.Count.Best, high + part.Part.Count.High);
        }

        return measure.Is(low, best, high);
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
                victims.Actors.All(firstSide.Contains) ? VictimGroup.FirstSide :
                victims.Actors.All(secondSide.Contains) ? VictimGroup.SecondSide : VictimGroup.Everyone;
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
            victims == new Victims { Actors = victims.Actors } && Array.TrueForAll(side, victims.Actors.Contains);
    }
}

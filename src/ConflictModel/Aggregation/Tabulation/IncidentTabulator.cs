using System.Runtime.InteropServices;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents.</summary>
internal sealed class IncidentTabulator(IncidentTableBuilder builder, ReportPolicy policy, Func<Incident, IncidentRow, IncidentRow>? complete)
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
            Others = builder.CodeOf([.. incident.Involvements.Select(i => i.Actor).Where(actor => !firstSide.Contains(actor) && !secondSide.Contains(actor))]),
            Region = builder.CodeHolding(incident.Place?.Regions ?? default),
            Kind = incident.Kind,
            EventType = builder.CodeOf(incident.Kind == IncidentKind.Unknown ? default : EventTypeId.From(GroupKey.Kind.Format(incident.Kind))),
            Source = builder.CodeOf(SourceOf(incident)),
            PlacePrecision = (int)(incident.Place?.Precision ?? PlacePrecision.Unknown),
        };
        if (incident.Date.Date is { Earliest: { } first, Latest: { } last })
        {
            row = row with { Earliest = first, Latest = last, DatePrecision = first == last ? 1 : 0 };
        }

        builder.Append(complete is null ? row : complete(incident, row), CollectionsMarshal.AsSpan(figures));
    }

    private static ActorId[] SideOf(Incident incident, InvolvementRole role, InvolvementRole otherwise)
    {
        ActorId[] side = [.. incident.Involvements.Where(i => i.Role == role).Select(i => i.Actor).Distinct()];
        return side.Length > 0 ? side : [.. incident.Involvements.Where(i => i.Role == otherwise).Select(i => i.Actor).Distinct()];
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
            AddGroups(measure, only, firstSide, secondSide);
        }
        else if (IncidentFigures.Of(policy.Resolve(incident.Reports, harm)) is var (low, best, high))
        {
            figures.Add(measure.Is(low, best, high));
        }
    }

    /// <summary>Adds a group once: from the first breakdown that has a figure of it.</summary>
    private void AddGroups(Measure measure, Toll toll, ActorId[] firstSide, ActorId[] secondSide)
    {
        int seen = 0;
        foreach (Breakdown breakdown in toll.Breakdowns.Where(breakdown => breakdown.By == Axis.Victim))
        {
            List<GroupPart> parts = [.. breakdown.Parts.Select(part => GroupPart.Of(part, firstSide, secondSide))];
            bool dividesGroups = breakdown.Kind == BreakdownKind.Partition && parts.TrueForAll(part => part.Group != VictimGroup.Everyone);
            foreach (VictimGroup group in parts.Select(part => part.Group).Where(group => group != VictimGroup.Everyone).Distinct())
            {
                List<GroupPart> counted = parts.FindAll(part => part.Group == group && part.IsWhole);
                if (counted.Count == 0 && dividesGroups)
                {
                    counted = parts.FindAll(part => part.Group == group);
                }

                if (counted.Count > 0 && (seen & (1 << (int)group)) == 0)
                {
                    seen |= 1 << (int)group;
                    figures.Add(measure.Among(group).Is(Sum(counted, c => c.Low), Sum(counted, c => c.Best), Sum(counted, c => c.High)));
                }
            }
        }
    }

    /// <summary>The sum of one figure of parts that share nobody; null if one of them lacks it.</summary>
    private static long? Sum(List<GroupPart> parts, Func<Estimate, long?> figure) =>
        parts.Aggregate((long?)0, (sum, part) => sum + figure(part.Count));

    /// <summary>The count of a part, the group that all of its people belong to, and whether they are the whole of the group.</summary>
    private readonly record struct GroupPart(Estimate Count, VictimGroup Group, bool IsWhole)
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
            return new(part.Count, group, isWhole);
        }

        private static bool IsAllOf(Victims victims, ActorId[] side) =>
            victims == Victims.MembersOf([.. victims.Actors]) && side.All(victims.Actors.Contains);
    }
}

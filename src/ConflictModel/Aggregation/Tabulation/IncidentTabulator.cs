using System.Runtime.InteropServices;
using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents.</summary>
internal sealed class IncidentTabulator(IncidentTableBuilder builder, ReportPolicy policy, Func<Incident, IncidentRow, IncidentRow>? complete)
{
    private const string UnknownVictims = "unknown";

    private static readonly Harm[] Harms = [.. Enum.GetValues<Harm>().Where(harm => harm != Harm.Displaced)];

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
        foreach (Harm harm in Harms)
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

    private void AddGroups(Measure measure, Toll toll, ActorId[] firstSide, ActorId[] secondSide)
    {
        int seen = 0;
        foreach (Breakdown breakdown in toll.Breakdowns)
        {
            foreach (Part part in breakdown.By == Axis.Victim ? breakdown.Parts : default)
            {
                VictimGroup group = GroupOf(part.Victims, firstSide, secondSide);
                if (group == VictimGroup.Everyone || (seen & (1 << (int)group)) != 0)
                {
                    continue;
                }

                seen |= 1 << (int)group;
                figures.Add(measure.Among(group).Is(part.Count));
            }
        }
    }

    /// <summary>The group that victims make up, if they are exactly one.</summary>
    private static VictimGroup GroupOf(Victims? victims, ActorId[] firstSide, ActorId[] secondSide) =>
        victims is null ? VictimGroup.Everyone :
        victims == Victims.Civilians ? VictimGroup.Civilians :
        victims == Victims.Called(UnknownVictims) ? VictimGroup.Unknown :
        victims.Actors.IsEmpty || victims != Victims.MembersOf([.. victims.Actors]) ? VictimGroup.Everyone :
        victims.Actors.ToHashSet().SetEquals(firstSide) ? VictimGroup.FirstSide :
        victims.Actors.ToHashSet().SetEquals(secondSide) ? VictimGroup.SecondSide : VictimGroup.Everyone;
}

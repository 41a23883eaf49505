using ConflictModel.Reconciliation;

namespace ConflictModel.Aggregation;

/// <summary>Makes rows of incidents.</summary>
internal sealed class IncidentTabulator(IncidentTableBuilder builder, ReportPolicy policy)
{
    private const string UnknownVictims = "unknown";

    private static readonly Harm[] Harms =
        [Harm.Killed, Harm.Wounded, Harm.KilledOrWounded, Harm.Missing, Harm.Detained, Harm.Abducted];

    private readonly Dictionary<string, TableCode<ActorId>> coalitions = [];
    private readonly List<Figure> figures = [];

    /// <summary>Appends an incident unless it has no first or no last day.</summary>
    public bool TryAppend(Incident incident)
    {
        if (incident.Date.Date is not { Earliest: { } first, Latest: { } last })
        {
            return false;
        }

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

        builder.Append(
            new()
            {
                Earliest = first,
                Latest = last,
                FirstSide = CodeOf(firstSide),
                SecondSide = CodeOf(secondSide),
                Region = builder.CodeHolding(incident.Place?.Regions ?? default),
                Kind = builder.CodeOf(incident.Kind.ToKindId()),
                Source = builder.CodeOf(SourceOf(incident)),
                PlacePrecision = (int)(incident.Place?.Precision ?? PlacePrecision.Unknown),
                DatePrecision = first == last ? 1 : 0,
            },
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(figures));
        return true;
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

    private TableCode<ActorId> CodeOf(ActorId[] side)
    {
        if (side.Length <= 1)
        {
            return builder.CodeOf(side.FirstOrDefault());
        }

        string name = string.Join('+', side.Order());
        if (!coalitions.TryGetValue(name, out TableCode<ActorId> code))
        {
            code = ActorId.TryParse(name, null, out ActorId coalition) ? builder.CodeOf(coalition) : default;
            coalitions.Add(name, code);
            foreach (ActorId member in code.IsStated ? side : [])
            {
                builder.CodeOf(member);
                builder.DeclareAffiliation(coalition, member);
            }
        }

        return code;
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

        if (tolls == 0)
        {
            return;
        }

        Measure measure = Measure.Of(harm);
        if (tolls == 1)
        {
            figures.Add(measure.Is(only!.Count.Low, only.Count.Best, only.Count.High));
            AddGroups(measure, only, firstSide, secondSide);
        }
        else if (policy.Resolve(incident.Reports, harm) is { } figure)
        {
            figures.Add(figure.Printed is { } printed
                ? measure.Is(printed.Low, printed.Best, printed.High)
                : measure.Is(figure.Bounds.Lower, null, figure.Bounds.Upper));
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
                figures.Add(measure.Among(group).Is(part.Count.Low, part.Count.Best, part.Count.High));
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

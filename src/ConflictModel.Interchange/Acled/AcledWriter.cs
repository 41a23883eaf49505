using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes ACLED rows of incidents: what the model says, and beside it the kept cells that it doesn't gainsay.</summary>
internal sealed class AcledWriter : RowWriter
{
    private readonly Glossary glossary;
    private readonly AcledColumns at;

    public AcledWriter(ColumnSet columns, Glossary glossary)
        : base(columns, glossary, AcledFormat.Format)
    {
        this.glossary = glossary;
        at = new(columns);
    }

    protected override void Map(Incident incident, Report? report)
    {
        string prefix = AcledFormat.Format + ":";
        PutId(
            at.Id, incident.Id.Value.StartsWith(prefix, StringComparison.Ordinal) ? incident.Id.Value[prefix.Length..] : incident.Id.Value);
        Date(incident.Date.Date);
        (string type, string sub) = AcledEvents.EventOf(incident.Kind);
        IncidentKind[] kept = AcledEvents.KindsOf(Kept(at.Type) ?? "", Kept(at.SubType) ?? "");
        bool sameKind = kept.Contains(incident.Kind) || (kept.Length > 1 && incident.Kind == IncidentKind.Unknown);
        Put(at.Type, type, sameKind);
        Put(at.SubType, sub, sameKind);
        Parties(incident);
        Place(incident.Place);
        Put(at.Notes, incident.Description ?? "");
        Estimate killed = report?.Casualties?.Killed?.Count ?? default;
        PutCount(at.Fatalities, killed.Best ?? (killed.Low == killed.High ? killed.Low : null));
    }

    private void Date(UncertainDate date)
    {
        bool holds = CellText.TryDayOrNamed(Kept(at.Date) ?? "", out LocalDate day)
            && AcledDays.Of(day, CellText.TryCode(Kept(at.TimePrecision) ?? "", 3, out int precision) ? precision : 0) == date;

        // A date that no code covers stands by its first day as a month; who reads the row back tells the loss.
        AcledDate? code = AcledDays.Code(date) ?? (date.Earliest is { } first ? new AcledDate(3, first) : null);
        Put(at.Date, CellText.Of(code?.Date), holds);
        Put(at.TimePrecision, CellText.Of(code?.Precision), holds || code is null);
        PutDerived(at.Year, CellText.TryDayOrNamed(Cell(at.Date), out LocalDate written) ? CellText.Of(written.Year) : "", at.Date);
    }

    private void Parties(Incident incident)
    {
        var parties = AcledParties.Of(incident.Involvements, incident.Kind, glossary);
        bool holds = KeptPartiesHold(incident);
        Put(at.One.Actor, parties.Actor1, holds);
        Put(at.One.Associates, parties.Associates1, holds);
        Put(at.Two.Actor, parties.Actor2, holds);
        Put(at.Two.Associates, parties.Associates2, holds);
        PutDerived(at.One.Inter, parties.Inter1, at.One.Actor);
        PutDerived(at.Two.Inter, parties.Inter2, at.Two.Actor);
        PutDerived(at.Interaction, AcledCodes.Interaction(Cell(at.One.Inter), Cell(at.Two.Inter)), at.One.Inter, at.Two.Inter);
    }

    /// <summary>Whether the kept cells name the incident's actors, in their roles and order.</summary>
    private bool KeptPartiesHold(Incident incident)
    {
        ReadOnlySpan<(int Index, InvolvementRole Role)> cells =
        [
            (at.One.Actor, InvolvementRole.Perpetrator), (at.One.Associates, InvolvementRole.Associate),
            (at.Two.Actor, InvolvementRole.Target), (at.Two.Associates, InvolvementRole.Associate),
        ];
        int next = 0;
        foreach ((int index, InvolvementRole role) in cells)
        {
            string cell = Kept(index) ?? "";
            string[] names = role == InvolvementRole.Associate ? AcledParties.Split(cell) : string.IsNullOrWhiteSpace(cell) ? [] : [cell];
            foreach (string name in names)
            {
                if (next == incident.Involvements.Count
                    || (incident.Involvements[next].Role is var stated && stated != role
                        && (stated != InvolvementRole.Participant || role == InvolvementRole.Associate))
                    || !glossary.Reads(name, [incident.Involvements[next].Actor], AcledFormat.Joint))
                {
                    return false;
                }

                next++;
            }
        }

        return next == incident.Involvements.Count;
    }

    private void Place(Place? place)
    {
        var levels = RegionLevels.Of(place?.Regions ?? default, glossary, AcledFormat.Format);
        PutRegions(
        [
            (at.Regions.Country, levels.Country), (at.Regions.Adm1, levels.Adm1),
            (at.Regions.Adm2, levels.Adm2), (at.Regions.Adm3, levels.Adm3),
        ]);
        PutDerived(at.Regions.Code, RegionLevels.CodeOf(levels.Country, AcledFormat.IsoScheme), at.Regions.Country);
        PutDerived(at.Regions.World, RegionLevels.NameOf(levels.World), at.Regions.Country);
        PutCode(at.GeoPrecision, AcledParties.CodeOf(place?.Precision ?? default), 3);
        Put(at.Location, place?.Wording ?? RegionLevels.LocationOf(place, glossary, levels));
        PutDegrees(at.Latitude, place?.Coordinates?.Latitude, 90);
        PutDegrees(at.Longitude, place?.Coordinates?.Longitude, 180);
    }
}

using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Makes GED rows of incidents: what the model says, and beside it the kept cells that it doesn't gainsay.</summary>
internal sealed class GedWriter : RowWriter
{
    private readonly Glossary glossary;
    private readonly GedColumns at;

    public GedWriter(ColumnSet columns, Glossary glossary)
        : base(columns, glossary, GedFormat.Format)
    {
        this.glossary = glossary;
        at = new(columns);
    }

    protected override void Map(Incident incident, Report? report)
    {
        string id = incident.Id.Value;
        PutId(at.Id, id.StartsWith(GedFormat.Scheme + ":", StringComparison.Ordinal) ? id[(GedFormat.Scheme.Length + 1)..] : id);
        Put(at.Relid, ExternalIdOf(incident));
        bool published = incident.Kind is IncidentKind.StateBasedConflict or IncidentKind.NonStateConflict or IncidentKind.OneSidedViolence;
        PutCode(at.Violence, published ? incident.Kind - IncidentKind.StateBasedConflict + 1 : 0, 3);
        Date(incident.Date.Date);
        Place(incident.Place);
        var parties = GedParties.Of(incident, glossary);
        Side(parties.A, GedSide.Of(parties.A, glossary), at.A);
        Side(parties.B, parties.WrittenB(incident, glossary), at.B);
        PutDerived(at.DyadName, GedDerived.DyadName(Cell(at.A.Name), Cell(at.B.Name)), at.A.Name, at.B.Name);
        PutDerived(at.SourceCount, GedDerived.SourceCount(Cell(at.Article)), at.Article);
        PutCode(
            at.Clarity,
            report?.Grade is { Scheme: GedFormat.ClarityScheme } grade && CellText.TryCode(grade.Value, 2, out int clarity) ? clarity : 0,
            2);
        Deaths(report?.Casualties?.Killed, parties.A, parties.B);
    }

    private static string ExternalIdOf(Incident incident)
    {
        foreach (ExternalId id in incident.ExternalIds)
        {
            if (id.Scheme == GedFormat.RelidScheme)
            {
                return id.Value;
            }
        }

        return "";
    }

    private void Date(UncertainDate date)
    {
        LocalDate? earliest = date.Earliest;
        LocalDate? latest = date.Latest;
        bool hasStart = CellText.TryDay(Kept(at.Start) ?? CellText.Of(earliest), out LocalDate start);
        bool hasEnd = CellText.TryDay(Kept(at.End) ?? CellText.Of(latest), out LocalDate end);
        bool swapped = hasStart && hasEnd && end < start;
        bool holds = (hasStart ? start : null) == (swapped ? latest : earliest) && (hasEnd ? end : null) == (swapped ? earliest : latest);
        Put(at.Start, CellText.Of(earliest), holds);
        Put(at.End, CellText.Of(latest), holds);
        PutDerived(
            at.DatePrecision,
            earliest is { } first && latest is { } last ? CellText.Of(GedDerived.DatePrecision(first, last)) : "",
            at.Start,
            at.End);
        PutDerived(at.Year, earliest is { } day ? CellText.Of(day.Year) : "", at.Start);
    }

    private void Place(Place? place)
    {
        var levels = RegionLevels.Of(place?.Regions ?? default, glossary, GedFormat.Scheme);
        PutCode(at.WherePrecision, (int)(place?.Precision ?? default), 7);
        Put(at.Where, place?.Wording ?? RegionLevels.LocationOf(place, glossary, levels with { Adm3 = null }));
        PutDegrees(at.Latitude, place?.Coordinates?.Latitude, 90);
        PutDegrees(at.Longitude, place?.Coordinates?.Longitude, 180);
        PutDerived(at.Geometry, GedDerived.Point(Cell(at.Longitude), Cell(at.Latitude)), at.Longitude, at.Latitude);
        PutDerived(
            at.Cell,
            place?.Coordinates is { } point ? CellText.Of(GedDerived.PrioCell(point)) : "",
            at.Longitude,
            at.Latitude);
        PutRegions([(at.Regions.Country, levels.Country), (at.Regions.Adm1, levels.Adm1), (at.Regions.Adm2, levels.Adm2)]);
        PutDerived(at.Regions.Code, RegionLevels.CodeOf(levels.Country, GedFormat.GwScheme), at.Regions.Country);
        PutDerived(at.Regions.World, RegionLevels.NameOf(levels.World), at.Regions.Country);
    }

    private void Side(ActorId[] members, GedSide written, GedColumns.Side side)
    {
        Put(
            side.Name,
            written.Name,
            Kept(side.Name) is { } kept
                && (kept.Length == 0 ? IsNamelessAs(members, Kept(side.Id)) : glossary.Reads(kept, members, GedFormat.Joint)));
        PutDerived(side.Id, written.Id, side.Name);
        PutDerived(side.DatasetId, Cell(side.Id), side.Id, side.Name);
        PutDerived(side.Gwno, written.Gwno, side.Id, side.Name);
    }

    /// <summary>Whether a side that the row gave only an id is still the one of that id.</summary>
    private bool IsNamelessAs(ReadOnlySpan<ActorId> members, string? id) =>
        members.Length == 1 && !string.IsNullOrEmpty(id) && glossary.Find(members[0]) is { } actor
        && actor.ExternalIds.Contains(new() { Scheme = GedFormat.Scheme, Value = CellText.IdOf(id) });

    private void Deaths(Toll? killed, ReadOnlySpan<ActorId> a, ReadOnlySpan<ActorId> b)
    {
        PutCount(at.Low, killed?.Count.Low);
        PutCount(at.Best, killed?.Count.Best);
        PutCount(at.High, killed?.Count.High);
        foreach (Breakdown breakdown in killed?.Breakdowns ?? default)
        {
            if (breakdown is { By: Axis.Victim, Kind: BreakdownKind.Partition })
            {
                (Victims victimsA, Victims victimsB) = GedSide.VictimsOf(a, b);
                PutCount(at.A.Deaths, BestOf(breakdown, victimsA));
                PutCount(at.B.Deaths, BestOf(breakdown, victimsB));
                PutCount(at.Civilians, BestOf(breakdown, Victims.Civilians));
                PutCount(at.Unknown, BestOf(breakdown, Victims.Unidentified));
                return;
            }
        }

        ReadOnlySpan<int> none = [at.A.Deaths, at.B.Deaths, at.Civilians, at.Unknown];
        foreach (int index in none)
        {
            PutCount(index, null);
        }
    }

    private static long? BestOf(Breakdown breakdown, Victims victims)
    {
        foreach (Part part in breakdown.Parts)
        {
            if (part.Victims == victims)
            {
                return part.Count.Best;
            }
        }

        return null;
    }
}

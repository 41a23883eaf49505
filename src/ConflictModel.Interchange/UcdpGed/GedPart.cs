using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Reads the GED rows of one part of a file beside other parts.</summary>
/// <remarks>
/// Those who fight (with their dyad and conflict) and regions are numbered as they come. When the part's turn comes, the first row with a
/// new number is looked up as any row of the file is, so that who is who, and in which order they are met, does not depend on the parts.
/// </remarks>
internal sealed class GedPart : PartTabulator
{
    private readonly GedTabulator table;
    private readonly GedRow cells = new();
    private readonly GedColumns at;
    private readonly CellNumbers partyNumbers = new();
    private readonly CellNumbers regionNumbers = new();
    private readonly List<Parties> parties = [];
    private readonly List<TableCode<RegionId>> regions = [];
    private readonly CellRuns partyCells;
    private readonly CellRuns levelCells;
    private readonly CellRuns placeCells;
    private IncidentBatch batch;
    private (int Party, int Region)[] named;

    public GedPart(GedTabulator table, PlainPart part)
        : base(part)
    {
        this.table = table;
        MakeRoom(rows: 1);
        cells.Bind(part.Columns);
        at = cells.At;
        (bool keepsSides, bool keepsRegions, bool keepsDyads, bool keepsConflicts) = table.Keeps;
        partyCells = new(
            [
                .. Asked(keepsConflicts, at.Conflict), .. Asked(keepsDyads, at.Dyad),
                .. Asked(keepsSides, at.A.Id, at.A.Name, at.B.Id, at.B.Name),
            ],
            at.ConflictName, at.DyadName, at.A.DatasetId, at.A.Gwno, at.B.DatasetId, at.B.Gwno);
        RegionColumns place = at.Regions;
        int[] levels = Asked(keepsRegions, place.World, place.Country, place.Code, place.Adm1, place.Adm2);
        levelCells = new(levels);
        placeCells = new([.. levels, .. Asked(keepsRegions, place.Natural)]);
        IdColumn = at.Id;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Append()
    {
        Span<TableCode<ActorId>> first = batch.FirstSides;
        Span<TableCode<ActorId>> second = batch.SecondSides;
        Span<TableCode<RegionId>> places = batch.Regions;
        Span<TableCode<DyadId>> dyads = batch.Dyads;
        Span<TableCode<ConflictId>> conflicts = batch.Conflicts;
        for (int number = 0; number < Part.Count; number++)
        {
            (int party, int region) = named[number];
            if (party == parties.Count || region == regions.Count)
            {
                LookUp(number, party == parties.Count, region == regions.Count);
            }

            Parties fighting = parties[party];
            first[number] = fighting.A;
            second[number] = fighting.B;
            places[number] = regions[region];
            dyads[number] = fighting.Dyad;
            conflicts[number] = fighting.Conflict;
        }

        table.Append(batch, Part.Count);
    }

    protected override void Read(PlainColumns columns)
    {
        if (batch.Capacity < Part.Count)
        {
            MakeRoom(Part.Count + (Part.Count / 4));
        }

        ReadFigures(columns);
        for (int number = 0; number < Part.Count; number++)
        {
            PlainCells row = Part.CellsOf(number);

            // A row without districts may lie in a natural region, which the name of its place tells.
            bool isLeveled = !row.MaySayNothing(at.Regions.Adm1) || !row.MaySayNothing(at.Regions.Adm2);
            named[number] = (partyNumbers.Of(row, partyCells), regionNumbers.Of(row, isLeveled ? levelCells : placeCells));
        }
    }

    /// <summary>What the rows say in numbers and codes, with every cell looked at that <see cref="GedRow.Read"/> looks at.</summary>
    private void ReadFigures(PlainColumns columns)
    {
        columns.Points(at.Latitude, at.Longitude);
        columns.Codes(at.Clarity, 2);
        columns.Days(at.Start, at.End, batch.Earliest, batch.Latest);
        columns.Codes(
            at.Violence,
            [IncidentKind.Unknown, IncidentKind.StateBasedConflict, IncidentKind.NonStateConflict, IncidentKind.OneSidedViolence],
            batch.Kinds);
        columns.Codes(at.Violence, table.Types, batch.EventTypes);
        columns.Codes(at.WherePrecision, [0, 1, 2, 3, 4, 5, 6, 7], batch.PlacePrecisions);
        columns.Codes(at.DatePrecision, [0, 1, 2, 3, 4, 5], batch.DatePrecisions);
        columns.Flags(at.ActiveYear, batch.ActiveYears);
        columns.Counts(at.Low, batch.Low(Measure.Killed));
        columns.Counts(at.Best, batch.Best(Measure.Killed));
        columns.Counts(at.High, batch.High(Measure.Killed));
        columns.Counts(at.A.Deaths, batch.Best(GedTabulator.KilledOfA));
        columns.Counts(at.B.Deaths, batch.Best(GedTabulator.KilledOfB));
        columns.Counts(at.Civilians, batch.Best(GedTabulator.KilledCivilians));
        columns.Counts(at.Unknown, batch.Best(GedTabulator.KilledUnknown));
    }

    protected override void Read(int number, Row row)
    {
        if (cells.Read(row))
        {
            table.Write(GedFigures.Of(cells), batch, number);
        }
    }

    [MemberNotNull(nameof(batch), nameof(named))]
    private void MakeRoom(int rows)
    {
        batch = new(rows);
        batch.Sources.Fill(table.Source);
        named = new (int, int)[rows];
    }

    /// <summary>Gives codes to those whom a row is the first to name, in the order of any row.</summary>
    private void LookUp(int number, bool areNew, bool isElsewhere)
    {
        Part.Go(number);
        Row row = Part.Row;
        TableCode<ActorId> a = areNew ? table.SideOf(row, at.A) : default;
        TableCode<ActorId> b = areNew ? table.SideOf(row, at.B) : default;
        if (isElsewhere)
        {
            regions.Add(table.RegionOf(row, at));
        }

        if (areNew)
        {
            parties.Add(new(a, b, table.DyadOf(row, at), table.ConflictOf(row, at)));
        }
    }

    private static int[] Asked(bool isAsked, params int[] columns) => isAsked ? columns : [];

    /// <summary>The table's codes of those who fight in a row.</summary>
    private readonly record struct Parties(
        TableCode<ActorId> A, TableCode<ActorId> B, TableCode<DyadId> Dyad, TableCode<ConflictId> Conflict);
}

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
    private IncidentBatch batch = new(1);
    private (int Party, int Region)[] named = new (int, int)[1];

    public GedPart(GedTabulator table, PlainPart part)
        : base(part)
    {
        this.table = table;
        cells.Bind(part.Columns);
        at = cells.At;
        (bool keepsSides, bool keepsRegions, bool keepsDyads, bool keepsConflicts) = table.Keeps;
        partyCells = new(
        [
            .. Asked(keepsConflicts, at.Conflict), .. Asked(keepsDyads, at.Dyad),
            .. Asked(keepsSides, at.A.Id, at.A.Name, at.B.Id, at.B.Name),
        ]);
        RegionColumns place = at.Regions;
        int[] levels = Asked(keepsRegions, place.World, place.Country, place.Code, place.Adm1, place.Adm2);
        levelCells = new(levels);
        placeCells = new([.. levels, .. Asked(keepsRegions, place.Natural)]);
        IdColumn = at.Id;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Append()
    {
        for (int number = 0; number < Part.Count; number++)
        {
            (int party, int region) = named[number];
            if (party == parties.Count || region == regions.Count)
            {
                LookUp(number, party == parties.Count, region == regions.Count);
            }

            Parties fighting = parties[party];
            batch.FirstSides[number] = fighting.A;
            batch.SecondSides[number] = fighting.B;
            batch.Regions[number] = regions[region];
            batch.Dyads[number] = fighting.Dyad;
            batch.Conflicts[number] = fighting.Conflict;
        }

        table.Append(batch, Part.Count);
    }

    protected override void Begin(int rows)
    {
        if (batch.Capacity < rows)
        {
            batch = new(rows + (rows / 4));
            named = new (int, int)[batch.Capacity];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Read(int number, ref PlainCells plain)
    {
        var figures = GedFigures.Of(ref plain, at);
        if (!plain.IsDoubtful)
        {
            table.Write(figures, batch, number);
        }

        // A row without districts may lie in a natural region, which the name of its place tells.
        bool isLeveled = !plain.MaySayNothing(at.Regions.Adm1) || !plain.MaySayNothing(at.Regions.Adm2);
        named[number] = (partyNumbers.Of(plain, partyCells), regionNumbers.Of(plain, isLeveled ? levelCells : placeCells));
    }

    protected override void Read(int number, Row row)
    {
        if (cells.Read(row))
        {
            table.Write(GedFigures.Of(cells), batch, number);
        }
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

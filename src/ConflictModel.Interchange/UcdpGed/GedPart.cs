using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Reads the GED rows of one part of a file beside other parts.</summary>
/// <remarks>
/// Sides, regions, dyads and conflicts are numbered as they come. When the part's turn comes, the first row with a new number is looked up
/// as any row of the file is, so that who is who, and in which order they are met, does not depend on the parts.
/// </remarks>
internal sealed class GedPart : PartTabulator
{
    private readonly GedTabulator table;
    private readonly GedRow cells = new();
    private readonly Numbers<TableCode<ActorId>> sides = new();
    private readonly Numbers<TableCode<RegionId>> regions = new();
    private readonly Numbers<TableCode<DyadId>> dyads = new();
    private readonly Numbers<TableCode<ConflictId>> conflicts = new();
    private readonly CellRuns sideA;
    private readonly CellRuns sideB;
    private readonly CellRuns levels;
    private readonly CellRuns place;
    private readonly CellRuns dyad;
    private readonly CellRuns conflict;
    private Entry[] entries = [];

    public GedPart(GedTabulator table, PlainPart part)
        : base(part)
    {
        this.table = table;
        cells.Bind(part.Columns);
        GedColumns at = cells.At;
        sideA = new(at.A.Id, at.A.Name);
        sideB = new(at.B.Id, at.B.Name);
        levels = new(at.Regions.World, at.Regions.Country, at.Regions.Code, at.Regions.Adm1, at.Regions.Adm2);
        place = new(at.Regions.World, at.Regions.Country, at.Regions.Code, at.Regions.Adm1, at.Regions.Adm2, at.Regions.Natural);
        dyad = new(at.Dyad);
        conflict = new(at.Conflict);
        IdColumn = at.Id;
    }

    public override void Append(int number)
    {
        ref readonly Entry entry = ref entries[number];
        table.Append(
            entry.Figures,
            sides.IsNew(entry.A) ? sides.Add(table.SideOf(At(number), cells.At.A)) : sides.CodeOf(entry.A),
            sides.IsNew(entry.B) ? sides.Add(table.SideOf(At(number), cells.At.B)) : sides.CodeOf(entry.B),
            regions.IsNew(entry.Region) ? regions.Add(table.RegionOf(At(number), cells.At)) : regions.CodeOf(entry.Region),
            dyads.IsNew(entry.Dyad) ? dyads.Add(table.DyadOf(At(number), cells.At)) : dyads.CodeOf(entry.Dyad),
            conflicts.IsNew(entry.Conflict) ? conflicts.Add(table.ConflictOf(At(number), cells.At)) : conflicts.CodeOf(entry.Conflict));
    }

    protected override void Begin(int rows)
    {
        if (entries.Length < rows)
        {
            entries = new Entry[rows + (rows / 4)];
        }
    }

    protected override void Read(int number, Row row)
    {
        ref Entry entry = ref entries[number];
        PlainCells plain = Part.Cells;
        entry.Figures = GedFigures.Of(ref plain, cells.At);
        if (plain.IsDoubtful)
        {
            if (!cells.Read(row))
            {
                return;
            }

            entry.Figures = GedFigures.Of(cells);
        }

        // A row without districts may lie in a natural region, which the name of its place tells.
        bool isLeveled = !plain.MaySayNothing(cells.At.Regions.Adm1) || !plain.MaySayNothing(cells.At.Regions.Adm2);
        entry.A = sides.Of(plain, sideA);
        entry.B = sides.Of(plain, sideB);
        entry.Region = regions.Of(plain, isLeveled ? levels : place);
        entry.Dyad = dyads.Of(plain, dyad);
        entry.Conflict = conflicts.Of(plain, conflict);
    }

    private Row At(int number)
    {
        Part.Go(number);
        return Part.Row;
    }

    private struct Entry
    {
        public GedFigures Figures;
        public int A;
        public int B;
        public int Region;
        public int Dyad;
        public int Conflict;
    }

    /// <summary>The numbers of cells, and the table's code of each whose turn has come.</summary>
    private sealed class Numbers<T>
    {
        private readonly CellNumbers numbers = new();
        private readonly List<T> codes = [];

        public int Of(in PlainCells cells, CellRuns runs) => numbers.Of(cells, runs);

        public bool IsNew(int number) => number == codes.Count;

        public T CodeOf(int number) => codes[number];

        public T Add(T code)
        {
            codes.Add(code);
            return code;
        }
    }
}

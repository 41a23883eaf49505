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
    private Entry[] entries = [];

    public GedPart(GedTabulator table, PlainPart part)
        : base(part)
    {
        this.table = table;
        cells.Bind(part.Columns);
    }

    public override void Append(int number, Row row)
    {
        ref readonly Entry entry = ref entries[number];
        table.Append(
            entry.Figures,
            sides.IsNew(entry.A) ? sides.Add(table.SideOf(row, cells.At.A)) : sides.CodeOf(entry.A),
            sides.IsNew(entry.B) ? sides.Add(table.SideOf(row, cells.At.B)) : sides.CodeOf(entry.B),
            regions.IsNew(entry.Region) ? regions.Add(table.RegionOf(row, cells.At)) : regions.CodeOf(entry.Region),
            dyads.IsNew(entry.Dyad) ? dyads.Add(table.DyadOf(row, cells.At)) : dyads.CodeOf(entry.Dyad),
            conflicts.IsNew(entry.Conflict) ? conflicts.Add(table.ConflictOf(row, cells.At)) : conflicts.CodeOf(entry.Conflict));
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
        if (cells.Read(row))
        {
            ref Entry entry = ref entries[number];
            entry.Figures = cells.Figures;
            entry.A = sides.Of(GedSides.Key(sides.Known, row, cells.At.A));
            entry.B = sides.Of(GedSides.Key(sides.Known, row, cells.At.B));
            entry.Region = regions.Of(RegionBook.Key(regions.Known, row, cells.At.Regions));
            entry.Dyad = dyads.Of(dyads.Known.Key(CellText.Id(row[cells.At.Dyad])));
            entry.Conflict = conflicts.Of(conflicts.Known.Key(CellText.Id(row[cells.At.Conflict])));
        }
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

    /// <summary>Numbers keys from 0 as they come, and knows the table's code of each whose turn has come.</summary>
    private sealed class Numbers<T>
    {
        private readonly List<T> codes = [];
        private int count;

        public CellMap<int> Known { get; } = new();

        public int Of(CellMap<int> key)
        {
            if (!key.TryGet(out int number))
            {
                key.Add(number = count++);
            }

            return number;
        }

        public bool IsNew(int number) => number == codes.Count;

        public T CodeOf(int number) => codes[number];

        public T Add(T code)
        {
            codes.Add(code);
            return code;
        }
    }
}

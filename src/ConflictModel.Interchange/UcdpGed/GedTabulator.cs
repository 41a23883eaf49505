using System.Runtime.InteropServices;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Appends GED rows to a table that is being built: each id becomes text once, whatever the number of rows.</summary>
internal sealed class GedTabulator : RowTabulator
{
    private readonly GedSides sides;
    private readonly RegionBook regions;
    private readonly RegionCodes regionCodes;
    private readonly GedRow cells = new();
    private readonly Dictionary<GedSides.Side, TableCode<ActorId>> actors = [];
    private readonly CellMap<TableCode<DyadId>> dyads = new();
    private readonly TableCode<KindId>[] kinds;
    private readonly TableCode<SourceId> source;
    private readonly Figure[] figures = new Figure[5];

    public GedTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        sides = new(reading);
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        regionCodes = new(reading.Glossary, builder);
        reading.Glossary.Add(GedFormat.TheSource);
        kinds =
        [
            default, builder.CodeOf(IncidentKind.StateBasedConflict.ToKindId()), builder.CodeOf(IncidentKind.NonStateConflict.ToKindId()),
            builder.CodeOf(IncidentKind.OneSidedViolence.ToKindId()),
        ];
        source = builder.CodeOf(GedFormat.TheSource.Id);
    }

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (!cells.Read(row))
        {
            return;
        }

        if (cells.Days is not { } days)
        {
            row.Fail(MalformationCode.Date, "The row lacks its first or last day.", cells.Start is null ? cells.At.Start : cells.At.End);
            return;
        }

        figures[0] = Measure.Killed.Is(cells.Low, cells.Best, cells.High);
        figures[1] = Measure.Killed.Among(VictimGroup.FirstSide).Is(null, cells.DeathsA, null);
        figures[2] = Measure.Killed.Among(VictimGroup.SecondSide).Is(null, cells.DeathsB, null);
        figures[3] = Measure.Killed.Civilians.Is(null, cells.Civilians, null);
        figures[4] = Measure.Killed.Among(VictimGroup.Unknown).Is(null, cells.Unknown, null);
        Builder.Append(
            new()
            {
                Earliest = days.First,
                Latest = days.Last,
                FirstSide = CodeOf(sides.Of(row, cells.At.A)),
                SecondSide = CodeOf(sides.Of(row, cells.At.B)),
                Region = regionCodes.Of(regions.Of(row, cells.At.Regions)),
                Kind = kinds[cells.Violence],
                Source = source,
                Dyad = DyadOf(row),
                PlacePrecision = cells.WherePrecision,
                DatePrecision = cells.DatePrecision,
                ActiveYear = cells.ActiveYear is { } active ? active ? Truth.Yes : Truth.No : Truth.Unknown,
            },
            figures);
    }

    private TableCode<ActorId> CodeOf(GedSides.Side side)
    {
        ref TableCode<ActorId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(actors, side, out bool isKnown);
        if (!isKnown && side.Actors.Length > 0)
        {
            // A table names one actor a side: a coalition stands under its own id.
            code = Builder.CodeOf(side.Actors.Length == 1 ? side.Actors[0]
                : ActorId.From(side.Id.Length > 0 ? LocalId.Of(GedFormat.Scheme + "-actor:", side.Id) : LocalId.Of(GedFormat.Scheme + "-name:", side.Name)));
        }

        return code;
    }

    private TableCode<DyadId> DyadOf(Row row)
    {
        ReadOnlySpan<byte> id = CellText.Id(row[cells.At.Dyad]);
        if (id.IsEmpty)
        {
            return default;
        }

        if (!dyads.Key(id).TryGet(out TableCode<DyadId> code))
        {
            code = Builder.CodeOf(DyadId.From(row.IdOf(cells.At.Dyad)));
            dyads.Add(code);
        }

        return code;
    }
}

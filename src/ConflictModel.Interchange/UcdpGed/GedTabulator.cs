using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends GED rows to a table that is being built: each id becomes text once, whatever the number of rows.</summary>
internal sealed class GedTabulator : RowTabulator
{
    private static readonly Measure KilledOfA = Measure.Killed.Among(VictimGroup.FirstSide);
    private static readonly Measure KilledOfB = Measure.Killed.Among(VictimGroup.SecondSide);
    private static readonly Measure KilledUnknown = Measure.Killed.Among(VictimGroup.Unknown);

    private readonly GedSides sides;
    private readonly RegionBook regions;
    private readonly TableNames names;
    private readonly GedRow cells = new();
    private readonly GedSideCodes sideCodes;
    private readonly CellMap<TableCode<DyadId>> dyads = new();
    private readonly CellMap<TableCode<ConflictId>> conflicts = new();
    private readonly TableCode<EventTypeId>[] types;
    private readonly TableCode<SourceId> source;
    private readonly (Measure Measure, long? Low, long? Best, long? High)[] figures = new (Measure, long?, long?, long?)[5];

    public GedTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        sides = new(reading);
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        names = new(reading.Glossary, builder, GedFormat.Scheme);
        sideCodes = new(sides, names, builder);
        reading.Glossary.Add(GedFormat.TheSource);
        types = [default, .. Enumerable.Range(1, 3).Select(type => builder.CodeOf(EventTypeId.From(CellText.Of(type))))];
        source = builder.CodeOf(GedFormat.TheSource.Id);
    }

    public override LocalDate? Begins => cells.Days?.First;

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override bool Reads(Row row) => cells.Read(row);

    protected override void Append(Row row)
    {
        figures[0] = Measure.Killed.Is(cells.Low, cells.Best, cells.High);
        figures[1] = KilledOfA.Is(null, cells.DeathsA, null);
        figures[2] = KilledOfB.Is(null, cells.DeathsB, null);
        figures[3] = Measure.Killed.Civilians.Is(null, cells.Civilians, null);
        figures[4] = KilledUnknown.Is(null, cells.Unknown, null);
        Builder.Append(
            new()
            {
                Earliest = cells.Days?.First,
                Latest = cells.Days?.Last,
                FirstSide = sideCodes.Of(sides.Of(row, cells.At.A)),
                SecondSide = sideCodes.Of(sides.Of(row, cells.At.B)),
                Region = names.Of(regions.Of(row, cells.At.Regions)),
                Kind = cells.Violence > 0 ? IncidentKind.StateBasedConflict + (cells.Violence - 1) : IncidentKind.Unknown,
                EventType = types[cells.Violence],
                Source = source,
                Dyad = DyadOf(row),
                Conflict = ConflictOf(row),
                PlacePrecision = cells.WherePrecision,
                DatePrecision = cells.DatePrecision,
                ActiveYear = GedKeys.ActiveYear(cells.ActiveYear),
            },
            figures);
    }

    /// <summary>Says who the members of coalitions are, now that all rows are known, and what the file calls whom.</summary>
    public override void End()
    {
        sideCodes.End();
        names.End();
    }

    private TableCode<ConflictId> ConflictOf(Row row)
    {
        ReadOnlySpan<byte> id = CellText.Id(row[cells.At.Conflict]);
        if (id.IsEmpty)
        {
            return default;
        }

        if (!conflicts.Key(id).TryGet(out TableCode<ConflictId> code))
        {
            code = GedKeys.Conflict(Builder, row.IdOf(cells.At.Conflict), row.Text(cells.At.ConflictName));
            conflicts.Add(code);
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
            code = GedKeys.Dyad(Builder, row.IdOf(cells.At.Dyad), row.Text(cells.At.DyadName));
            dyads.Add(code);
        }

        return code;
    }
}

using System.Runtime.CompilerServices;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends GED rows to a table that is being built: each id becomes text once, whatever the number of rows.</summary>
internal sealed class GedTabulator : RowTabulator
{
    public static readonly Measure KilledOfA = Measure.Killed.Among(VictimGroup.FirstSide);
    public static readonly Measure KilledOfB = Measure.Killed.Among(VictimGroup.SecondSide);
    public static readonly Measure KilledCivilians = Measure.Killed.Civilians;
    public static readonly Measure KilledUnknown = Measure.Killed.Among(VictimGroup.Unknown);

    private readonly GedSides sides;
    private readonly RegionBook regions;
    private readonly TableNames names;
    private readonly GedRow cells = new();
    private readonly GedSideCodes sideCodes;
    private readonly CellMap<TableCode<DyadId>> dyads = new();
    private readonly CellMap<TableCode<ConflictId>> conflicts = new();
    private readonly TableCode<EventTypeId>[] types = new TableCode<EventTypeId>[4];
    private readonly TableCode<SourceId> source;

    /// <summary>The figures of the row at hand. Of a group the best alone is ever known.</summary>
    private readonly (Measure Measure, long? Low, long? Best, long? High)[] figures =
    [
        Measure.Killed.Is(null, null, null),
        KilledOfA.Is(null, null, null),
        KilledOfB.Is(null, null, null),
        KilledCivilians.Is(null, null, null),
        KilledUnknown.Is(null, null, null),
    ];

    public GedTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        sides = new(reading);
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        names = new(reading.Glossary, builder, GedFormat.Scheme);
        sideCodes = new(sides, names, builder);
        reading.Glossary.Add(GedFormat.TheSource);
        for (int type = 1; type < types.Length && builder.Keeps(GroupKey.EventType); type++)
        {
            types[type] = builder.CodeOf(EventTypeId.From(CellText.Of(type)));
        }

        source = builder.Keeps(GroupKey.Source) ? names.Of(GedFormat.TheSource) : default;
        Keeps = (
            builder.Keeps(GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor),
            builder.Keeps([.. GroupKey.All.OfType<GroupKey<RegionId>>()]),
            builder.Keeps(GroupKey.Dyad),
            builder.Keeps(GroupKey.Conflict));
    }

    /// <summary>The event types of the codes of violence; that of 0, for none, first.</summary>
    public ReadOnlySpan<TableCode<EventTypeId>> Types => types;

    /// <summary>The source of all rows.</summary>
    public TableCode<SourceId> Source => source;

    public override LocalDate? Begins => cells.Days?.First;

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override bool Reads(Row row)
    {
        if (Builder.KeepsIds)
        {
            row.CheckId(cells.At.Id, GedColumns.IdName);
        }

        return cells.Read(row);
    }

    /// <summary>Whether the table will be asked by sides, regions, dyads or conflicts: if not, nobody looks for them in a row.</summary>
    public (bool Sides, bool Regions, bool Dyads, bool Conflicts) Keeps { get; }

    protected override void Append(Row row) => Append(
        GedFigures.Of(cells),
        SideOf(row, cells.At.A),
        SideOf(row, cells.At.B),
        RegionOf(row, cells.At),
        DyadOf(row, cells.At),
        ConflictOf(row, cells.At),
        Builder.KeepsIds ? IncidentId.From($"{GedFormat.Scheme}:{row.IdOf(cells.At.Id)}") : default);

    // Parts make no text of an id.
    public override PartTabulator? ByPart(PlainPart part) => Builder.KeepsIds ? null : new GedPart(this, part);

    /// <summary>Appends the rows of a part.</summary>
    public void Append(IncidentBatch batch, int rows) => Builder.AppendBatch(batch, rows);

    /// <summary>Writes what a row says, all but whom and what it names, into a batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(in GedFigures row, IncidentBatch batch, int number)
    {
        batch.Earliest[number] = row.Days?.First;
        batch.Latest[number] = row.Days?.Last;
        batch.Kinds[number] = KindOf(row);
        batch.EventTypes[number] = types[row.Violence];
        batch.Sources[number] = source;
        batch.PlacePrecisions[number] = row.WherePrecision;
        batch.DatePrecisions[number] = row.DatePrecision;
        batch.ActiveYears[number] = row.ActiveYear;
        batch.Low(Measure.Killed)[number] = row.Low;
        batch.Best(Measure.Killed)[number] = row.Best;
        batch.High(Measure.Killed)[number] = row.High;
        batch.Best(KilledOfA)[number] = row.DeathsA;
        batch.Best(KilledOfB)[number] = row.DeathsB;
        batch.Best(KilledCivilians)[number] = row.Civilians;
        batch.Best(KilledUnknown)[number] = row.Unknown;
    }

    /// <summary>Appends what a row says under the codes of those whom it names.</summary>
    private void Append(
        in GedFigures row,
        TableCode<ActorId> first,
        TableCode<ActorId> second,
        TableCode<RegionId> region,
        TableCode<DyadId> dyad,
        TableCode<ConflictId> conflict,
        IncidentId id)
    {
        (figures[0].Low, figures[0].Best, figures[0].High) = (Said(row.Low), Said(row.Best), Said(row.High));
        figures[1].Best = Said(row.DeathsA);
        figures[2].Best = Said(row.DeathsB);
        figures[3].Best = Said(row.Civilians);
        figures[4].Best = Said(row.Unknown);
        Builder.Append(
            new()
            {
                Id = id,
                When = id != default && row.Days is { } days ? GedReader.Span(days) : default,
                Earliest = row.Days?.First,
                Latest = row.Days?.Last,
                FirstSide = first,
                SecondSide = second,
                Region = region,
                Kind = KindOf(row),
                EventType = types[row.Violence],
                Source = source,
                Dyad = dyad,
                Conflict = conflict,
                PlacePrecision = row.WherePrecision,
                DatePrecision = row.DatePrecision,
                ActiveYear = row.ActiveYear,
            },
            figures);
    }

    public override bool TryPlace() => !Keeps.Regions || names.TryPlace();

    /// <summary>Says who the members of coalitions are, now that all rows are known, and what the file calls whom.</summary>
    public override void End()
    {
        if (Keeps.Sides)
        {
            sideCodes.End();
        }

        if (Keeps.Regions)
        {
            names.End();
        }
    }

    /// <summary>The code of a side; the default if nobody asks.</summary>
    public TableCode<ActorId> SideOf(Row row, GedColumns.Side at) => Keeps.Sides ? sideCodes.Of(sides.Of(row, at)) : default;

    /// <summary>The code of the smallest region; the default if nobody asks.</summary>
    public TableCode<RegionId> RegionOf(Row row, GedColumns at) => Keeps.Regions ? names.Of(regions.Of(row, at.Regions)) : default;

    /// <summary>The code of the conflict; the default if none is named, or nobody asks.</summary>
    public TableCode<ConflictId> ConflictOf(Row row, GedColumns at)
    {
        ReadOnlySpan<byte> id = Keeps.Conflicts ? CellText.Id(row[at.Conflict]) : default;
        if (id.IsEmpty)
        {
            return default;
        }

        if (!conflicts.Key(id).TryGet(out TableCode<ConflictId> code))
        {
            code = GedKeys.Conflict(Builder, row.IdOf(at.Conflict), row.Text(at.ConflictName));
            conflicts.Add(code);
        }

        return code;
    }

    /// <summary>The code of the dyad; the default if none is named, or nobody asks.</summary>
    public TableCode<DyadId> DyadOf(Row row, GedColumns at)
    {
        ReadOnlySpan<byte> id = Keeps.Dyads ? CellText.Id(row[at.Dyad]) : default;
        if (id.IsEmpty)
        {
            return default;
        }

        if (!dyads.Key(id).TryGet(out TableCode<DyadId> code))
        {
            code = GedKeys.Dyad(Builder, row.IdOf(at.Dyad), row.Text(at.DyadName));
            dyads.Add(code);
        }

        return code;
    }

    private static IncidentKind KindOf(in GedFigures row) =>
        row.Violence > 0 ? IncidentKind.StateBasedConflict + (row.Violence - 1) : IncidentKind.Unknown;

    private static long? Said(long count) => count < 0 ? null : count;
}

using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends the rows of a yearly table to a table that is being built: each over its whole year.</summary>
internal sealed class DyadYearTabulator : RowTabulator
{
    /// <summary>UCDP's precision of a date that is known to the year.</summary>
    private const int ToTheYear = 5;

    private readonly GedSides sides;
    private readonly GedSideCodes sideCodes;
    private readonly DyadYearPlaces places;
    private readonly TableNames names;
    private readonly DyadYearRow cells;
    private readonly DyadYearTable table;
    private readonly YearlyUnit unit;
    private readonly TableCode<SourceId> source;
    private readonly TableCode<EventTypeId> type;

    public DyadYearTabulator(DyadYearTable table, Source source, RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        this.table = table;
        sides = new(reading);
        places = new(new(reading, GedFormat.Scheme, GedFormat.GwScheme));
        names = new(reading.Glossary, builder, GedFormat.Scheme);
        sideCodes = new(sides, names, builder);
        cells = new(table);
        unit = new("dyad-years", reading.Vintage, builder);
        reading.Glossary.Add(source);
        this.source = names.Of(source);
        type = builder.CodeOf(EventTypeId.From(CellText.Of(table.Kind - IncidentKind.StateBasedConflict + 1)));
    }

    public override LocalDate? Begins => new(cells.Year, 1, 1);

    public override void End()
    {
        sideCodes.End();
        names.End();
    }

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override bool Reads(Row row) => cells.Read(row) && unit.Takes(row, cells.Key, cells.Version);

    protected override void Append(Row row)
    {
        DyadYearColumns at = cells.At;
        (GedSides.Side a, GedSides.Side b) = cells.Sides(row, sides);
        string conflict = row.IdOf(at.Conflict);
        (Measure, long?, long?, long?) killed = Measure.Killed.Is(cells.Low, cells.Best, cells.High);
        Builder.Append(
            new()
            {
                Earliest = Begins,
                Latest = new(cells.Year, 12, 31),
                FirstSide = sideCodes.Of(a),
                SecondSide = sideCodes.Of(b),
                Region = places.Smallest(places.Of(row, at.Place, at.PlaceCode)) is { } region ? Builder.CodeOf(region) : default,
                Kind = table.Kind,
                EventType = type,
                Source = source,
                Dyad = GedKeys.Dyad(Builder, cells.Dyad, GedDerived.DyadName(a.Name, b.Name)),
                Conflict = conflict.Length == 0 ? default : GedKeys.Conflict(Builder, conflict, ""),
                DatePrecision = ToTheYear,
                ActiveYear = Truth.Yes,
            },
            table.CountsCivilians
                ? [killed, Measure.Killed.Civilians.Is(cells.Low, cells.Best, cells.High)]
                : [killed]);
    }
}

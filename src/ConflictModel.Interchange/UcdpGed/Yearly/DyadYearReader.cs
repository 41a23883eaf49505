namespace ConflictModel.Interchange;

/// <summary>Makes tallies of the rows of a yearly table: one a dyad and year.</summary>
internal sealed class DyadYearReader : TallyReader
{
    private readonly DyadYearTable table;
    private readonly Source source;
    private readonly Vintage? vintage;
    private readonly GedSides sides;
    private readonly DyadYearPlaces places;
    private readonly DyadYearRow cells;
    private readonly List<(Tally Tally, GedSides.Side A, GedSides.Side B, DyadYearPlaces.Countries Places)> drafts = [];

    public DyadYearReader(DyadYearTable table, Source source, RowReading reading)
    {
        (this.table, this.source, vintage) = (table, source, reading.Vintage);
        sides = new(reading);
        places = new(new(reading, GedFormat.Scheme, GedFormat.GwScheme));
        cells = new(table);
        reading.Glossary.Add(source);
    }

    public override ValueList<Tally> End()
    {
        sides.Settle();
        return drafts.Select(draft => draft.Tally with
        {
            Scope = draft.Tally.Scope with
            {
                Regions = places.Settled(draft.Places),
                AttributedTo = table.CountsCivilians
                    ? draft.A.Actors.ToValueList()
                    : draft.A.Actors.Concat(draft.B.Actors).Distinct().ToValueList(),
            },
        }).ToValueList();
    }

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (!cells.Read(row))
        {
            return;
        }

        (GedSides.Side a, GedSides.Side b) = cells.Sides(row, sides);
        DyadYearColumns at = cells.At;
        var count = new Estimate(cells.Low, cells.Best, cells.High);
        var tally = new Tally
        {
            Id = TallyId.From($"{table.Name}:{cells.Key}"),
            Title = FormattableString.Invariant($"{table.Title}, {GedDerived.DyadName(a.Name, b.Name)}, {cells.Year}"),
            Scope = new() { Period = YearlyPeriod.Of(cells.Year), Victims = table.VictimsOf(cells.Dyad) },
            Report = new()
            {
                Citation = source,
                Casualties = count.IsEmpty ? null : new() { Killed = new() { Count = count } },
                Original = new()
                {
                    Format = table.Name,
                    Vintage = vintage ?? cells.Version,
                    Columns = Originals(row, at.Year, at.Low, at.Best, at.High),
                },
            },
        };
        drafts.Add((tally, a, b, places.Of(row, at.Place, at.PlaceCode)));
    }
}

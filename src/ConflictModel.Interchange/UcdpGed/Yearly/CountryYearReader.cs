namespace ConflictModel.Interchange;

/// <summary>Makes tallies of the rows of the Country-Year data: one a country and year, by type of violence and by victims.</summary>
internal sealed class CountryYearReader : TallyReader
{
    private static readonly string[] TypeNames = ["state-based violence", "non-state violence", "one-sided violence"];

    private static readonly Victims Parties = Victims.Called("members of the warring parties");

    private readonly Vintage? vintage;
    private readonly RegionBook regions;
    private readonly CountryYearRow cells = new();
    private readonly List<Tally> tallies = [];

    public CountryYearReader(RowReading reading)
    {
        vintage = reading.Vintage;
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        reading.Glossary.Add(CountryYearFormat.TheSource);
    }

    public override ValueList<Tally> End() => tallies.ToValueList();

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (!cells.Read(row))
        {
            return;
        }

        string country = row.Text(cells.NameAt);
        tallies.Add(new()
        {
            Id = TallyId.From($"{CountryYearFormat.Format}:{cells.Key}"),
            Title = FormattableString.Invariant($"UCDP organized violence, {country}, {cells.Year}"),
            Scope = new()
            {
                Period = YearlyPeriod.Of(cells.Year),
                Regions = regions.Of(row.Text(cells.WorldAt), row.IdOf(cells.CountryAt), country) is { } region ? [region] : [],
            },
            Report = new()
            {
                Citation = CountryYearFormat.TheSource,
                Casualties = cells.Total.IsEmpty ? null : new() { Killed = Killed() },
                Original = new()
                {
                    Format = CountryYearFormat.Format,
                    Vintage = vintage ?? cells.Version,
                    Columns = Originals(row, [cells.YearAt, .. cells.FiguresAt]),
                },
            },
        });
    }

    private Toll Killed() => new()
    {
        Count = cells.Total,
        Breakdowns =
        [
            new()
            {
                By = Axis.Method,
                Kind = BreakdownKind.Partition,
                Parts = TypeNames.Select((name, i) => Part.Through(name, cells.Types[i])).ToValueList(),
            },
            new()
            {
                By = Axis.Victim,
                Kind = BreakdownKind.Partition,
                Parts =
                [
                    Part.Of(Parties, Best(cells.Parties)), Part.Of(Victims.Civilians, Best(cells.Civilians)),
                    Part.Of(Victims.Unidentified, Best(cells.Unknown)),
                ],
            },
        ],
    };

    /// <summary>A part is a best figure beside the total's low and high, no bound: UCDP gives it no range.</summary>
    private static Estimate Best(long? figure) => new(null, figure, null);
}

using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends the rows of the Country-Year data to a table that is being built: each over its whole year.</summary>
internal sealed class CountryYearTabulator : RowTabulator
{
    /// <summary>UCDP's precision of a date that is known to the year, and of a place that is known to the country.</summary>
    private const int ToTheYear = 5;

    private const int ToTheCountry = 6;

    private readonly RegionBook regions;
    private readonly TableNames names;
    private readonly YearlyUnit unit;
    private readonly CountryYearRow cells = new();
    private readonly TableCode<SourceId> source;

    public CountryYearTabulator(RowReading reading, IncidentTableBuilder builder)
        : base(builder)
    {
        regions = new(reading, GedFormat.Scheme, GedFormat.GwScheme);
        names = new(reading.Glossary, builder, GedFormat.Scheme);
        unit = new("country-years", reading.Vintage, builder);
        reading.Glossary.Add(CountryYearFormat.TheSource);
        source = names.Of(CountryYearFormat.TheSource);
    }

    public override LocalDate? Begins => new(cells.Year, 1, 1);

    public override void End() => names.End();

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override bool Reads(Row row) => cells.Read(row) && unit.Takes(row, cells.Key, cells.Version);

    protected override void Append(Row row)
    {
        RegionId? region = regions.Of(row.Text(cells.WorldAt), row.IdOf(cells.CountryAt), row.Text(cells.NameAt));
        Builder.Append(
            new()
            {
                Earliest = Begins,
                Latest = new(cells.Year, 12, 31),
                Region = region is { } country ? Builder.CodeOf(country) : default,
                Source = source,
                PlacePrecision = ToTheCountry,
                DatePrecision = ToTheYear,
            },
            Measure.Killed.Is(cells.Total.Low, cells.Total.Best, cells.Total.High),
            Measure.Killed.Civilians.Is(null, cells.Civilians, null),
            Measure.Killed.Among(VictimGroup.Unknown).Is(null, cells.Unknown, null));
    }
}

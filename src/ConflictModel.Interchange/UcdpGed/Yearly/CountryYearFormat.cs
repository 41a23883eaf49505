using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>UCDP's Country-Year Dataset on Organized Violence: sums, no events.</summary>
internal sealed class CountryYearFormat() : EventFormat(Format, "UCDP Country-Year data")
{
    public const string Format = "ucdp-country-year";

    public static Source TheSource { get; } = new()
    {
        Id = SourceId.From(Format),
        Name = "UCDP Country-Year Dataset on Organized Violence",
        Kind = SourceKind.DataSet,
        Url = "https://ucdp.uu.se",
    };

    public override Source Source => TheSource;

    public override bool IsRead => true;

    public override bool HoldsTallies => true;

    public override bool IsChecked => true;

    internal override bool Matches(ColumnSet columns) => columns.HasAll("country_id_cy", "cumulative_total_deaths_in_orgvio_best_cy");

    internal override CellKind KindOf(string column) =>
        column is "country_id_cy" or "year_cy" || column.Contains("_deaths_", StringComparison.Ordinal) ? CellKind.Whole : CellKind.Text;

    internal override ValueList<string> KeyColumns { get; } = ["country_id_cy", "year_cy"];

    internal override ColumnMeaning MeaningOf(string column) => column switch
    {
        "country_cy" => ColumnMeaning.NameOf(ColumnSubject.Place, "country_id_cy"),
        "region_cy" => new(ColumnSubject.Place),
        _ => new(column.Contains("_deaths_", StringComparison.Ordinal) ? ColumnSubject.Figure : ColumnSubject.Other),
    };

    internal override TallyReader TallyReader(RowReading reading) => new CountryYearReader(reading);

    internal override RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) =>
        new CountryYearTabulator(reading, builder);

    internal override RuleBook Rules() => new CountryYearRules();
}

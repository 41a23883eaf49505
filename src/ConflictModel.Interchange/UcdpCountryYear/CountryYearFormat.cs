namespace ConflictModel.Interchange;

/// <summary>UCDP's Country-Year Dataset on Organized Violence: sums, no events. It is checked only.</summary>
internal sealed class CountryYearFormat() : EventFormat("ucdp-country-year", "UCDP Country-Year data")
{
    public override bool IsChecked => true;

    internal override bool Matches(ColumnSet columns) => columns.HasAll("country_id_cy", "cumulative_total_deaths_in_orgvio_best_cy");

    internal override RuleBook Rules() => new CountryYearRules();
}

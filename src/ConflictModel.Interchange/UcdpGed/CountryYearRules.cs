using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>What the rows of UCDP's Country-Year Dataset on Organized Violence obey: the types add up to the total, and so do the victims.</summary>
internal sealed class CountryYearRules : RuleBook
{
    /// <summary>The name of the format in a summary.</summary>
    public const string Name = "ucdp-country-year";

    private static readonly string[] Figures = ["best", "low", "high"];

    private readonly PublishedRule types;
    private readonly PublishedRule victims;
    private readonly PublishedRule range;
    private (long Low, long Best, long High) totals;

    public CountryYearRules()
    {
        types = Rule("cy-types", Severity.Error, "State-based, non-state and one-sided deaths add up to the total, in low, best and high.");
        victims = Rule("cy-victims", Severity.Error, "Parties, civilians and unknown add up to the total.");
        range = Rule("cy-range", Severity.Warning, "low <= best <= high.");
    }

    public override ValueList<KeyValuePair<string, long>> Totals => [new("low", totals.Low), new("best", totals.Best), new("high", totals.High)];

    public static bool Matches(ColumnSet columns) => columns.Has("country_id_cy") && columns.Has("cumulative_total_deaths_in_orgvio_best_cy");

    protected override string IdOf(Row row) => $"{Cell(row, "country_id_cy")}-{Cell(row, "year_cy")}";

    protected override void Check(Row row)
    {
        var sums = new List<(string Figure, long Sum, long Total)>();
        foreach (string figure in Figures)
        {
            if (Count(row, $"sb_total_deaths_{figure}_cy") is { } state && Count(row, $"ns_total_deaths_{figure}_cy") is { } nonState
                && Count(row, $"os_total_deaths_{figure}_cy") is { } oneSided && Count(row, $"cumulative_total_deaths_in_orgvio_{figure}_cy") is { } total)
            {
                sums.Add((figure, state + nonState + oneSided, total));
            }
        }

        if (sums.Count != Figures.Length)
        {
            return;
        }

        Expect(types, sums.TrueForAll(s => s.Sum == s.Total), () => string.Join("; ", sums.Select(s => FormattableString.Invariant($"{s.Figure}: types {s.Sum}, total {s.Total}"))));
        (long best, long low, long high) = (sums[0].Total, sums[1].Total, sums[2].Total);
        totals = (totals.Low + low, totals.Best + best, totals.High + high);
        Expect(range, low <= best && best <= high, () => FormattableString.Invariant($"low {low}, best {best}, high {high}."));
        const string Prefix = "cumulative_total_deaths_";
        if (Count(row, Prefix + "parties_in_orgvio_cy") is { } parties && Count(row, Prefix + "civilians_in_orgvio_cy") is { } civilians
            && Count(row, Prefix + "unknown_in_orgvio_cy") is { } unknown)
        {
            Expect(victims, parties + civilians + unknown == best, () => FormattableString.Invariant($"{parties} + {civilians} + {unknown}, and the total is {best}."));
        }
    }

    private static string Cell(Row row, string column) => row[row.Columns.IndexOf(column)];

    private static long? Count(Row row, string column)
    {
        int index = row.Columns.IndexOf(column);
        if (CellText.TryCount(row[index], out long count))
        {
            return count;
        }

        if (row[index].Length > 0)
        {
            row.Fail(MalformationCode.Number, $"'{row[index]}' is no count of people.", index);
        }

        return null;
    }
}

using ConflictModel.Validation;
using static System.FormattableString;

namespace ConflictModel.Interchange;

/// <summary>
/// What the rows of UCDP's Country-Year Dataset on Organized Violence obey: the types add up to the total, and so do the victims.
/// </summary>
internal sealed class CountryYearRules : RuleBook
{
    private const string Total = "cumulative_total_deaths_";

    private static readonly string[] Figures = ["best", "low", "high"];

    private readonly PublishedRule types;
    private readonly PublishedRule victims;
    private readonly PublishedRule range;
    private int country;
    private int year;
    private (string Figure, int State, int NonState, int OneSided, int Total)[] figuresAt = [];
    private int parties;
    private int civilians;
    private int unknown;
    private (long Low, long Best, long High) totals;

    public CountryYearRules()
    {
        types = Rule("cy-types", Severity.Error, "State-based, non-state and one-sided deaths add up to the total, in low, best and high.");
        victims = Rule("cy-victims", Severity.Error, "Parties, civilians and unknown add up to the total.");
        range = Rule("cy-range", Severity.Warning, "low <= best <= high.");
    }

    public override ValueList<KeyValuePair<string, long>> Totals =>
        [new("low", totals.Low), new("best", totals.Best), new("high", totals.High)];

    protected override void Bind(ColumnSet columns)
    {
        country = columns.IndexOf("country_id_cy");
        year = columns.IndexOf("year_cy");
        figuresAt =
        [
            .. Figures.Select(figure => (
                figure, columns.IndexOf($"sb_total_deaths_{figure}_cy"), columns.IndexOf($"ns_total_deaths_{figure}_cy"),
                columns.IndexOf($"os_total_deaths_{figure}_cy"), columns.IndexOf($"{Total}in_orgvio_{figure}_cy"))),
        ];
        parties = columns.IndexOf(Total + "parties_in_orgvio_cy");
        civilians = columns.IndexOf(Total + "civilians_in_orgvio_cy");
        unknown = columns.IndexOf(Total + "unknown_in_orgvio_cy");
    }

    protected override void Handle(Row row)
    {
        var sums = new List<(string Figure, long Sum, long Total)>();
        foreach ((string figure, int state, int nonState, int oneSided, int total) in figuresAt)
        {
            if (row.Count(state) is { } one && row.Count(nonState) is { } two && row.Count(oneSided) is { } three
                && row.Count(total) is { } all)
            {
                sums.Add((figure, one + two + three, all));
            }
        }

        (long? party, long? civilian, long? other) = (row.Count(parties), row.Count(civilians), row.Count(unknown));
        if (row.Fault is not null || sums.Count != Figures.Length)
        {
            return;
        }

        string id = $"{row.IdOf(country)}-{row.IdOf(year)}";
        if (Breaks(types, sums.TrueForAll(sum => sum.Sum == sum.Total)))
        {
            Report(types, row, id, string.Join("; ", sums.Select(sum => Invariant($"{sum.Figure}: types {sum.Sum}, total {sum.Total}"))));
        }

        (long best, long low, long high) = (sums[0].Total, sums[1].Total, sums[2].Total);
        totals = (totals.Low + low, totals.Best + best, totals.High + high);
        if (Breaks(range, low <= best && best <= high))
        {
            Report(range, row, id, Invariant($"low {low}, best {best}, high {high}."));
        }

        if (party is { } a && civilian is { } b && other is { } c && Breaks(victims, a + b + c == best))
        {
            Report(victims, row, id, Invariant($"{a} + {b} + {c}, and the total is {best}."));
        }
    }
}

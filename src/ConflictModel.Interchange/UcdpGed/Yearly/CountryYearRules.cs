using ConflictModel.Validation;
using static System.FormattableString;

namespace ConflictModel.Interchange;

/// <summary>
/// What the rows of UCDP's Country-Year Dataset on Organized Violence obey: the types add up to the total, and so do the victims.
/// </summary>
internal sealed class CountryYearRules : RuleBook
{
    private static readonly (string Name, Func<Estimate, long?> Of)[] Figures =
        [("best", figures => figures.Best), ("low", figures => figures.Low), ("high", figures => figures.High)];

    private readonly PublishedRule twice;
    private readonly PublishedRule types;
    private readonly PublishedRule victims;
    private readonly PublishedRule range;
    private readonly Dictionary<string, long> lines = new(StringComparer.Ordinal);
    private readonly CountryYearRow cells = new();
    private (long Low, long Best, long High) totals;

    public CountryYearRules()
    {
        types = Rule("cy-types", Severity.Error, "State-based, non-state and one-sided deaths add up to the total, in low, best and high.");
        victims = Rule("cy-victims", Severity.Error, "Parties, civilians and unknown add up to the total.");
        range = Rule("cy-range", Severity.Warning, "low <= best <= high.");
        twice = Rule("cy-twice", Severity.Error, "Each country has one row a year.");
    }

    public override ValueList<KeyValuePair<string, long>> Totals =>
        [new("low", totals.Low), new("best", totals.Best), new("high", totals.High)];

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        if (!cells.Read(row))
        {
            return;
        }

        string id = cells.Key;
        if (Breaks(twice, lines.TryAdd(id, row.Line)))
        {
            Report(twice, row, id, Invariant($"'{id}' stands in line {lines[id]} too."));
        }

        totals = (totals.Low + (cells.Total.Low ?? 0), totals.Best + (cells.Total.Best ?? 0), totals.High + (cells.Total.High ?? 0));
        var sums = Figures
            .Where(figure => figure.Of(cells.Total) is not null && cells.Types.All(type => figure.Of(type) is not null))
            .Select(figure => (figure.Name, Sum: cells.Types.Sum(type => figure.Of(type)!.Value), Total: figure.Of(cells.Total)!.Value))
            .ToList();
        if (sums.Count == Figures.Length && Breaks(types, sums.TrueForAll(sum => sum.Sum == sum.Total)))
        {
            Report(types, row, id, string.Join("; ", sums.Select(sum => Invariant($"{sum.Name}: types {sum.Sum}, total {sum.Total}"))));
        }

        if (cells.Total is { Low: { } low, Best: { } best, High: { } high } && Breaks(range, low <= best && best <= high))
        {
            Report(range, row, id, Invariant($"low {low}, best {best}, high {high}."));
        }

        if (cells is { Parties: { } a, Civilians: { } b, Unknown: { } c, Total.Best: { } total } && Breaks(victims, a + b + c == total))
        {
            Report(victims, row, id, Invariant($"{a} + {b} + {c}, and the total is {total}."));
        }
    }
}

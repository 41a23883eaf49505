using System.Globalization;
using ConflictModel.Validation;
using static System.FormattableString;

namespace ConflictModel.Interchange;

/// <summary>What the rows of UCDP's yearly tables obey, by their codebooks and in what is published.</summary>
internal sealed class DyadYearRules : RuleBook
{
    /// <summary>The deaths a year from which UCDP has a dyad active.</summary>
    private const int Threshold = 25;

    private readonly PublishedRule twice;
    private readonly PublishedRule range;
    private readonly PublishedRule threshold;
    private readonly PublishedRule codes;
    private readonly PublishedRule places;
    private readonly PublishedRule version;
    private readonly Dictionary<string, long> lines = new(StringComparer.Ordinal);
    private readonly DyadYearRow cells;
    private string? firstVersion;
    private (long Low, long Best, long High) totals;

    public DyadYearRules(DyadYearTable table)
    {
        cells = new(table);
        twice = Rule("dyad-year-twice", Severity.Error, "Each dyad has one row a year.");
        range = Rule("dyad-year-range", Severity.Warning, "low <= best <= high.");
        threshold = Rule(
            "dyad-year-threshold", Severity.Warning, "best is 25 or more: a dyad is listed in the years in which it was active.");
        codes = Rule(
            "dyad-year-codes",
            Severity.Warning,
            $"{string.Join(", ", table.Codes.Select(code => Invariant($"{code.Column} is {code.First} to {code.Last}")))}.");
        places = Rule("dyad-year-places", Severity.Warning, $"{table.Place} names as many countries as {table.PlaceCode} has codes.");
        version = Rule("dyad-year-version", Severity.Warning, "All rows are of one version.");
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
            Report(twice, row, id, Invariant($"Dyad {cells.Dyad} in {cells.Year} stands in line {lines[id]} too."));
        }

        totals = (totals.Low + (cells.Low ?? 0), totals.Best + (cells.Best ?? 0), totals.High + (cells.High ?? 0));
        if (cells is { Low: { } low, Best: { } middle, High: { } high } && Breaks(range, low <= middle && middle <= high))
        {
            Report(range, row, id, Invariant($"low {low}, best {middle}, high {high}."));
        }

        if (cells.Best is { } best && Breaks(threshold, best >= Threshold))
        {
            Report(threshold, row, id, Invariant($"best is {best}."));
        }

        Codes(row, id);
        Places(row, id);
        if (cells.Version is { } own && Breaks(version, own == (firstVersion ??= own)))
        {
            Report(version, row, id, $"The version is {own}, and that of rows before it {firstVersion}.");
        }
    }

    private void Codes(Row row, string id)
    {
        (string Column, int Index, int First, int Last)[] stated = [.. cells.At.Codes.Where(code => !row[code.Index].IsEmpty)];
        if (stated.Length == 0)
        {
            return;
        }

        // A dyad that fights in several parts of the world has several codes in one cell.
        string[] wrong =
        [
            .. stated.Where(code => row.Text(code.Index).Split(',', StringSplitOptions.TrimEntries)
                    .Any(text => !CellText.TryCount(text, out long number) || number < code.First || number > code.Last))
                .Select(code => $"{code.Column} is '{row.Text(code.Index)}'"),
        ];
        if (Breaks(codes, wrong.Length == 0))
        {
            Report(codes, row, id, $"{string.Join(", ", wrong)}.");
        }
    }

    private void Places(Row row, string id)
    {
        DyadYearPlaces.Countries countries = DyadYearPlaces.CountriesOf(row, cells.At.Place, cells.At.PlaceCode);
        if (countries.Codes.Count > 0 && Breaks(places, countries.Names.Count == countries.Codes.Count))
        {
            string coded = countries.Codes.Count.ToString(CultureInfo.InvariantCulture);
            Report(places, row, id, $"'{row.Text(cells.At.Place)}' has {coded} codes: {row.Text(cells.At.PlaceCode)}.");
        }
    }
}

using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What the rows of UCDP GED obey, by its codebook and in what it publishes.</summary>
internal sealed class GedRules : RuleBook
{
    private readonly PublishedRule sum;
    private readonly PublishedRule range;
    private readonly PublishedRule lowHigh;
    private readonly PublishedRule unconfirmed;
    private readonly PublishedRule oneSided;
    private readonly PublishedRule civilians;
    private readonly PublishedRule dates;
    private readonly PublishedRule span;
    private readonly PublishedRule grid;
    private readonly PublishedRule levels;
    private readonly PublishedRule dyadName;
    private readonly PublishedRule sources;
    private readonly PublishedRule sentinel;
    private readonly PublishedRule duplicate;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private ColumnSet? bound;
    private GedColumns at = new(_ => -1);
    private (long Low, long Best, long High, long HullLow, long HullHigh) totals;

    public GedRules()
    {
        duplicate = Rule("ged-duplicate-id", Severity.Error, "An event stands once.");
        sum = Rule("ged-sum", Severity.Error, "best is deaths_a + deaths_b + deaths_civilians + deaths_unknown.");
        range = Rule("ged-range", Severity.Warning, "low <= best <= high.");
        lowHigh = Rule("ged-low-high", Severity.Warning, "low <= high.");
        unconfirmed = Rule("ged-unconfirmed", Severity.Information, "best is 0 and high is not: no confirmed death. It is legal, and no missing figure.");
        oneSided = Rule("ged-one-sided", Severity.Error, "One-sided violence has deaths_a = deaths_b = 0 and Civilians as side_b.");
        civilians = Rule("ged-civilians-in-battle", Severity.Information, "Civilians among the dead of types 1 and 2. It is legal.");
        dates = Rule("ged-dates", Severity.Error, "date_start <= date_end, and both lie in year.");
        span = Rule("ged-date-span", Severity.Error, "date_prec is that of the days from date_start to date_end: 0; 1 to 5; 6; 7 to 30; 31 or more.");
        grid = Rule("ged-grid", Severity.Warning, "priogrid_gid is the cell of the latitude and longitude.");
        levels = Rule("ged-levels", Severity.Warning, "where_prec 4 leaves adm_2 empty, 6 leaves adm_1 and adm_2 empty.");
        dyadName = Rule("ged-dyad-name", Severity.Warning, "dyad_name is side_a - side_b.");
        sources = Rule("ged-source-count", Severity.Warning, "number_of_sources is how many articles source_article lists.");
        sentinel = Rule("ged-source-sentinel", Severity.Information, "number_of_sources is -1: not counted.");
    }

    public override ValueList<KeyValuePair<string, long>> Totals =>
    [
        new("low", totals.Low), new("best", totals.Best), new("high", totals.High), new("hull-low", totals.HullLow), new("hull-high", totals.HullHigh),
    ];

    protected override string IdOf(Row row) => row[at.Id];

    protected override void Check(Row row)
    {
        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            at = new(bound.IndexOf);
        }

        string id = row[at.Id];
        Expect(duplicate, ids.Add(id), () => $"The id {id} stands in an earlier row.");
        Figures(row);
        Dates(row);
        Places(row);
        string name = row[at.DyadName];
        if (name.Length > 0)
        {
            string derived = GedDerived.DyadName(row[at.A.Name], row[at.B.Name]);
            Expect(dyadName, name == derived, () => $"The dyad is '{name}', its sides '{derived}'.", () => $"dyad_name = {derived}");
        }

        Sources(row);
    }

    private static long? Figure(Row row, int index) => CellText.TryCount(row[index], out long count) ? count : null;

    private void Figures(Row row)
    {
        long? low = Figure(row, at.Low);
        long? best = Figure(row, at.Best);
        long? high = Figure(row, at.High);
        totals = (totals.Low + (low ?? 0), totals.Best + (best ?? 0), totals.High + (high ?? 0), totals.HullLow, totals.HullHigh);
        if (low is { } l && best is { } b && high is { } h)
        {
            totals.HullLow += Math.Min(l, Math.Min(b, h));
            totals.HullHigh += Math.Max(l, Math.Max(b, h));
            Func<string> message = () => FormattableString.Invariant($"low {l}, best {b}, high {h}.");
            Func<string?> swap = () => h <= b && b <= l ? FormattableString.Invariant($"low = {h}, high = {l}") : null;
            Expect(
                range,
                l <= b && b <= h,
                message,
                () => swap() ?? FormattableString.Invariant($"low = {Math.Min(l, Math.Min(b, h))}, high = {Math.Max(l, Math.Max(b, h))}"));
            Expect(lowHigh, l <= h, message, swap);
            Expect(unconfirmed, b > 0 || h == 0, () => FormattableString.Invariant($"best 0, high {h}."));
        }

        long? a = Figure(row, at.A.Deaths);
        long? sideB = Figure(row, at.B.Deaths);
        long? civilian = Figure(row, at.Civilians);
        if (best is { } total && a is { } one && sideB is { } other && civilian is { } people && Figure(row, at.Unknown) is { } unknown)
        {
            long parts = one + other + people + unknown;
            Expect(
                sum,
                total == parts,
                () => FormattableString.Invariant($"{one} + {other} + {people} + {unknown} = {parts}, and best is {total}."),
                () => FormattableString.Invariant($"best = {parts}"));
        }

        string type = row[at.Violence];
        if (type == "3")
        {
            Expect(
                oneSided,
                a is null or 0 && sideB is null or 0 && row[at.B.Name] == "Civilians",
                () => $"deaths_a {row[at.A.Deaths]}, deaths_b {row[at.B.Deaths]}, side_b '{row[at.B.Name]}'.");
        }
        else if (type.Length > 0 && civilian is { } killed)
        {
            Expect(civilians, killed == 0, () => FormattableString.Invariant($"{killed} civilians in an event of type {type}."));
        }
    }

    private void Dates(Row row)
    {
        if (!CellText.TryDay(row[at.Start], out LocalDate start) || !CellText.TryDay(row[at.End], out LocalDate end))
        {
            return;
        }

        bool inYear = !CellText.TryCount(row[at.Year], out long year) || (start.Year == year && end.Year == year);
        Expect(
            dates,
            start <= end && inYear,
            () => $"{CellText.Of(start)} to {CellText.Of(end)} in {row[at.Year]}.",
            () => start > end && inYear ? $"date_start = {CellText.Of(end)}, date_end = {CellText.Of(start)}" : null);
        if (start <= end && CellText.TryCode(row[at.DatePrecision], 5, out int precision))
        {
            int derived = GedDerived.DatePrecision(start, end);
            Expect(
                span,
                precision == derived,
                () => FormattableString.Invariant($"date_prec {precision} for {Period.DaysBetween(start, end)} days beyond the first."),
                () => $"date_prec = {CellText.Of(derived)}");
        }
    }

    private void Places(Row row)
    {
        if (CellText.TryDegrees(row[at.Latitude], 90, out double north) && CellText.TryDegrees(row[at.Longitude], 180, out double east)
            && Figure(row, at.Cell) is { } cell)
        {
            long derived = GedDerived.PrioCell(north, east);
            Expect(
                grid,
                cell == derived,
                () => FormattableString.Invariant($"The cell is {cell}, that of the point {derived}."),
                () => $"priogrid_gid = {CellText.Of(derived)}");
        }

        if (CellText.TryCode(row[at.WherePrecision], 7, out int precision) && precision is 4 or 6)
        {
            Expect(
                levels,
                row[at.Adm2].Length == 0 && (precision == 4 || row[at.Adm1].Length == 0),
                () => FormattableString.Invariant($"where_prec {precision} with adm_1 '{row[at.Adm1]}' and adm_2 '{row[at.Adm2]}'."));
        }
    }

    private void Sources(Row row)
    {
        string count = row[at.SourceCount];
        if (count.Length == 0 || at.Article < 0)
        {
            return;
        }

        Expect(sentinel, count != "-1", () => "The sources were not counted.");
        if (count != "-1")
        {
            string derived = GedDerived.SourceCount(row[at.Article]);
            Expect(sources, count == derived, () => $"number_of_sources {count}, and {derived} articles.");
        }
    }
}

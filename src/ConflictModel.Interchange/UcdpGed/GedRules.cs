using ConflictModel.Validation;
using NodaTime;
using static System.FormattableString;

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
    private readonly PublishedRule early;
    private readonly PublishedRule trim;
    private readonly GedRow cells = new();
    private (long Low, long Best, long High, long HullLow, long HullHigh) totals;

    public GedRules()
    {
        OneRow = Rule("ged-duplicate-id", Severity.Error, "Each event has one row.");
        sum = Rule("ged-sum", Severity.Error, "best is deaths_a + deaths_b + deaths_civilians + deaths_unknown.", repairs: true);
        range = Rule("ged-range", Severity.Warning, "low <= best <= high.", repairs: true);
        lowHigh = Rule("ged-low-high", Severity.Warning, "low <= high.", repairs: true);
        unconfirmed = Rule(
            "ged-unconfirmed",
            Severity.Information,
            "best is 0 and high is not: no confirmed death. It is allowed, and no missing figure.");
        oneSided = Rule("ged-one-sided", Severity.Error, "One-sided violence has deaths_a = deaths_b = 0 and Civilians as side_b.");
        civilians =
            Rule("ged-civilians-in-battle", Severity.Information, "Civilians are among the dead of types 1 and 2, which is allowed.");
        dates = Rule("ged-dates", Severity.Error, "date_start <= date_end, and both lie in year.", repairs: true);
        early = Rule("ged-early", Severity.Warning, "The dates are not before 1900.", repairs: true);
        span = Rule(
            "ged-date-span",
            Severity.Error,
            "date_prec is that of the days from date_start to date_end: 0; 1 to 5; 6; 7 to 30; 31 or more.", repairs: true);
        grid = Rule("ged-grid", Severity.Warning, "priogrid_gid is the cell of the latitude and longitude.", repairs: true);
        levels = Rule("ged-levels", Severity.Warning, "where_prec 4 leaves adm_2 empty, 6 leaves adm_1 and adm_2 empty.");
        dyadName = Rule("ged-dyad-name", Severity.Warning, "dyad_name is side_a - side_b.", repairs: true);
        sources = Rule("ged-source-count", Severity.Warning, "number_of_sources is how many articles source_article lists.");
        sentinel = Rule("ged-source-sentinel", Severity.Information, "number_of_sources is -1: not counted.");
        trim = TrimRule("ged-trim");
    }

    public override ValueList<KeyValuePair<string, long>> Totals =>
    [
        new("low", totals.Low), new("best", totals.Best), new("high", totals.High), new("hull-low", totals.HullLow),
        new("hull-high", totals.HullHigh),
    ];

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        row.CheckId(cells.At.Id, GedColumns.IdName);
        if (!cells.Read(row))
        {
            return;
        }

        string id = row.IdOf(cells.At.Id);
        Figures(row, id);
        Victims(row, id);
        Dates(row, id);
        Places(row, id);
        Names(row, id);
        Sources(row, id);
        Trim(trim, row, id);
    }

    private void Figures(Row row, string id)
    {
        (long? low, long? best, long? high) = (cells.Low, cells.Best, cells.High);
        totals = (totals.Low + (low ?? 0), totals.Best + (best ?? 0), totals.High + (high ?? 0), totals.HullLow, totals.HullHigh);
        if (low is { } l && best is { } b && high is { } h)
        {
            (long smallest, long largest) = (Math.Min(l, Math.Min(b, h)), Math.Max(l, Math.Max(b, h)));
            totals.HullLow += smallest;
            totals.HullHigh += largest;
            CellChange[] swap = h <= b && b <= l ? Swap(row, cells.At.Low, cells.At.High) : [];
            if (Breaks(range, l <= b && b <= h))
            {
                Report(
                    range, row, id, Invariant($"low {l}, best {b}, high {h}."),
                    swap.Length > 0 ? swap :
                    [
                        .. l == smallest ? [] : (CellChange[])[Change(row, cells.At.Low, CellText.Of(smallest))],
                        .. h == largest ? [] : (CellChange[])[Change(row, cells.At.High, CellText.Of(largest))],
                    ]);
            }

            if (Breaks(lowHigh, l <= h))
            {
                Report(lowHigh, row, id, Invariant($"low {l}, best {b}, high {h}."), swap);
            }

            if (Breaks(unconfirmed, b > 0 || h == 0))
            {
                Report(unconfirmed, row, id, Invariant($"best 0, high {h}."));
            }
        }
    }

    private void Victims(Row row, string id)
    {
        if (cells is { Best: { } total, DeathsA: { } a, DeathsB: { } b, Civilians: { } people, Unknown: { } unknown })
        {
            long parts = a + b + people + unknown;
            if (Breaks(sum, total == parts))
            {
                Report(
                    sum,
                    row,
                    id,
                    Invariant($"{a} + {b} + {people} + {unknown} = {parts}, and best is {total}."),
                    Change(row, cells.At.Best, CellText.Of(parts)));
            }
        }

        if (cells.Violence == 3)
        {
            GedColumns at = cells.At;
            if (Breaks(oneSided, cells.DeathsA is null or 0 && cells.DeathsB is null or 0 && row[at.B.Name].SequenceEqual("Civilians"u8)))
            {
                Report(
                    oneSided,
                    row,
                    id,
                    $"deaths_a {CellText.Of(cells.DeathsA)}, deaths_b {CellText.Of(cells.DeathsB)}, side_b '{row.Text(at.B.Name)}'.");
            }
        }
        else if (cells is { Violence: > 0, Civilians: { } killed } && Breaks(civilians, killed == 0))
        {
            Report(civilians, row, id, Invariant($"deaths_civilians is {killed} in an event of type {cells.Violence}."));
        }
    }

    private void Dates(Row row, string id)
    {
        if (cells is not { Start: { } start, End: { } end })
        {
            return;
        }

        bool inYear = !CellText.TryCount(row[cells.At.Year], out long year) || (start.Year == year && end.Year == year);
        if (Breaks(dates, start <= end && inYear))
        {
            Report(
                dates,
                row,
                id,
                $"{CellText.Of(start)} to {CellText.Of(end)} in {row.IdOf(cells.At.Year)}.",
                start > end && inYear ? Swap(row, cells.At.Start, cells.At.End) : []);
        }

        bool isEarly = start.Year < Row.FirstYear || end.Year < Row.FirstYear;
        if (Breaks(early, !isEarly))
        {
            Report(
                early,
                row,
                id,
                $"date_start {row.Text(cells.At.Start)}, date_end {row.Text(cells.At.End)}.",
                [.. EarlyDay.Mended(row, cells.At.Start, start, year), .. EarlyDay.Mended(row, cells.At.End, end, year)]);
        }

        if (start <= end && cells.DatePrecision is > 0 and var precision)
        {
            int derived = GedDerived.DatePrecision(start, end);
            if (Breaks(span, precision == derived))
            {
                Report(
                    span,
                    row,
                    id,
                    Invariant($"date_prec is {precision}; days from date_start to date_end: {Period.DaysBetween(start, end)}."),
                    isEarly ? [] : [Change(row, cells.At.DatePrecision, CellText.Of(derived))]);
            }
        }
    }

    private void Places(Row row, string id)
    {
        if (cells.Point is { } point && CellText.TryCount(row[cells.At.Cell], out long cell))
        {
            long derived = GedDerived.PrioCell(point);
            if (Breaks(grid, cell == derived))
            {
                Report(
                    grid,
                    row,
                    id,
                    Invariant($"The cell is {cell}, that of the point {derived}."),
                    Change(row, cells.At.Cell, CellText.Of(derived)));
            }
        }

        if (cells.WherePrecision is 4 or 6)
        {
            RegionColumns at = cells.At.Regions;
            if (Breaks(levels, row[at.Adm2].IsEmpty && (cells.WherePrecision == 4 || row[at.Adm1].IsEmpty)))
            {
                Report(
                    levels,
                    row,
                    id,
                    Invariant($"where_prec {cells.WherePrecision} with adm_1 '{row.Text(at.Adm1)}' and adm_2 '{row.Text(at.Adm2)}'."));
            }
        }
    }

    private void Names(Row row, string id)
    {
        GedColumns at = cells.At;
        if (!row[at.DyadName].IsEmpty && Breaks(dyadName, GedDerived.IsDyadName(row[at.DyadName], row[at.A.Name], row[at.B.Name])))
        {
            string derived = GedDerived.DyadName(row.Text(at.A.Name), row.Text(at.B.Name));
            Report(
                dyadName,
                row,
                id,
                $"The dyad is '{row.Text(at.DyadName)}', its sides '{derived}'.",
                Change(row, at.DyadName, derived));
        }
    }

    private void Sources(Row row, string id)
    {
        ReadOnlySpan<byte> count = CellText.Id(row[cells.At.SourceCount]);
        if (count.IsEmpty || cells.At.Article < 0)
        {
            return;
        }

        if (Breaks(sentinel, !count.SequenceEqual("-1"u8)))
        {
            Report(sentinel, row, id, "The sources were not counted.");
            return;
        }

        int articles = GedDerived.Articles(row[cells.At.Article]);
        if (Breaks(sources, CellText.TryCount(count, out long counted) && counted == articles))
        {
            Report(
                sources,
                row,
                id,
                Invariant($"number_of_sources is {row.IdOf(cells.At.SourceCount)}, and source_article lists {articles}."));
        }
    }

    /// <summary>The changes that put each of two cells in the other's place.</summary>
    private static CellChange[] Swap(Row row, int one, int other) =>
        [Change(row, one, row.WrittenText(other)), Change(row, other, row.WrittenText(one))];
}

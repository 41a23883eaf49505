using ConflictModel.Validation;
using static System.FormattableString;

namespace ConflictModel.Interchange;

/// <summary>What the rows of ACLED obey, by its codebook.</summary>
internal sealed class AcledRules : RuleBook
{
    private readonly PublishedRule year;
    private readonly PublishedRule plausible;
    private readonly PublishedRule interaction;
    private readonly PublishedRule loneAssociate;
    private readonly PublishedRule hearsay;
    private readonly PublishedRule trim;
    private readonly AcledRow cells = new();
    private long fatalities;

    public AcledRules()
    {
        OneRow = Rule("acled-duplicate-id", Severity.Error, "Each event has one row.");
        year = Rule("acled-year", Severity.Error, "year is that of event_date.", repairs: true);
        plausible = Rule("acled-early", Severity.Warning, "The date is not before 1900.", repairs: true);
        interaction = Rule("acled-interaction", Severity.Warning, "interaction is made of inter1 and inter2.", repairs: true);
        loneAssociate = Rule("acled-lone-associate", Severity.Warning, "Associated actors stand beside a main actor.");
        hearsay =
            Rule("acled-round-figure", Severity.Information, "fatalities is 10, 12 or 100, which may stand for tens, dozens or hundreds.");
        trim = TrimRule("acled-trim");
    }

    public override ValueList<KeyValuePair<string, long>> Totals => [new("fatalities", fatalities)];

    protected override void Bind(ColumnSet columns) => cells.Bind(columns);

    protected override void Handle(Row row)
    {
        row.CheckId(cells.At.Id, AcledColumns.IdName);
        if (!cells.Read(row))
        {
            return;
        }

        string id = row.IdOf(cells.At.Id);
        Date(row, id);
        Parties(row, id);
        Trim(trim, row, id);
        if (cells.Fatalities is { } dead)
        {
            fatalities += dead;
            if (Breaks(hearsay, dead is not (10 or 12 or 100)))
            {
                Report(hearsay, row, id, Invariant($"fatalities {dead}."));
            }
        }
    }

    private void Date(Row row, string id)
    {
        if (cells.Day is not { } day)
        {
            return;
        }

        ReadOnlySpan<byte> stated = row[cells.At.Year];
        bool isCount = CellText.TryCount(stated, out long number);
        if (!stated.IsEmpty && Breaks(year, isCount && number == day.Year))
        {
            Report(
                year,
                row,
                id,
                $"year {row.IdOf(cells.At.Year)}, event_date {row.Text(cells.At.Date)}.",
                day.Year < Row.FirstYear ? [] : [Change(row, cells.At.Year, CellText.Of(day.Year))]);
        }

        if (Breaks(plausible, day.Year >= Row.FirstYear))
        {
            Report(
                plausible, row, id, $"event_date {row.Text(cells.At.Date)}.", [.. EarlyDay.Mended(row, cells.At.Date, day, number)]);
        }
    }

    private void Parties(Row row, string id)
    {
        AcledColumns at = cells.At;
        if (!row[at.Interaction].IsEmpty && !row[at.One.Inter].IsEmpty)
        {
            string code = row.IdOf(at.Interaction);
            string derived = AcledCodes.Interaction(row.IdOf(at.One.Inter), row.IdOf(at.Two.Inter));
            if (Breaks(interaction, string.Equals(code, derived, StringComparison.OrdinalIgnoreCase)))
            {
                Report(
                    interaction,
                    row,
                    id,
                    $"interaction '{code}' of '{row.Text(at.One.Inter)}' and '{row.Text(at.Two.Inter)}'.",
                    derived.Length == 0 ? [] : [Change(row, at.Interaction, derived)]);
            }
        }

        if (Breaks(
            loneAssociate,
            (!row[at.One.Actor].IsEmpty || row[at.One.Associates].IsEmpty)
                && (!row[at.Two.Actor].IsEmpty || row[at.Two.Associates].IsEmpty)))
        {
            Report(
                loneAssociate,
                row,
                id,
                $"The associates are '{row.Text(at.One.Associates)}' and '{row.Text(at.Two.Associates)}', "
                + $"the actors '{row.Text(at.One.Actor)}' and '{row.Text(at.Two.Actor)}'.");
        }
    }
}

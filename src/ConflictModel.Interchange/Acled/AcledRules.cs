using ConflictModel.Validation;
using static System.FormattableString;

namespace ConflictModel.Interchange;

/// <summary>What the rows of ACLED obey, by its codebook.</summary>
internal sealed class AcledRules : RuleBook
{
    /// <summary>No event that the data set records is older; a year before it is a slip, as 0025 is.</summary>
    private const int FirstYear = 1900;

    private readonly PublishedRule duplicate;
    private readonly PublishedRule year;
    private readonly PublishedRule plausible;
    private readonly PublishedRule interaction;
    private readonly PublishedRule loneAssociate;
    private readonly PublishedRule hearsay;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly AcledRow cells = new();
    private long fatalities;

    public AcledRules()
    {
        duplicate = Rule("acled-duplicate-id", Severity.Error, "Each event has one row.");
        year = Rule("acled-year", Severity.Error, "year is that of event_date.");
        plausible = Rule("acled-early", Severity.Warning, "The date is after 1900.");
        interaction = Rule("acled-interaction", Severity.Warning, "interaction is made of inter1 and inter2.");
        loneAssociate = Rule("acled-lone-associate", Severity.Warning, "Associated actors stand beside a main actor.");
        hearsay =
            Rule("acled-round-figure", Severity.Information, "fatalities is 10, 12 or 100, which may stand for tens, dozens or hundreds.");
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
        if (Breaks(duplicate, ids.Add(id)))
        {
            Report(duplicate, row, id, $"An earlier row has the id {id} too.");
        }

        Date(row, id);
        Parties(row, id);
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
        if (!stated.IsEmpty && Breaks(year, CellText.TryCount(stated, out long number) && number == day.Year))
        {
            Report(
                year,
                row,
                id,
                $"year {row.IdOf(cells.At.Year)}, event_date {row.Text(cells.At.Date)}.",
                day.Year < FirstYear ? null : Invariant($"year = {day.Year}"));
        }

        if (Breaks(plausible, day.Year >= FirstYear))
        {
            Report(plausible, row, id, $"event_date {row.Text(cells.At.Date)}.");
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
                    derived.Length == 0 ? null : $"interaction = {derived}");
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

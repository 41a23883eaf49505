using ConflictModel.Validation;
using NodaTime;

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
    private ColumnSet? bound;
    private AcledColumns at = new(_ => -1);
    private long fatalities;

    public AcledRules()
    {
        duplicate = Rule("acled-duplicate-id", Severity.Error, "An event stands once.");
        year = Rule("acled-year", Severity.Error, "year is that of event_date.");
        plausible = Rule("acled-early", Severity.Warning, "The date is after 1900.");
        interaction = Rule("acled-interaction", Severity.Warning, "interaction is made of inter1 and inter2.");
        loneAssociate = Rule("acled-lone-associate", Severity.Warning, "Whoever is associated is so with an actor.");
        hearsay = Rule("acled-round-figure", Severity.Information, "fatalities is 10, 12 or 100, which may stand for tens, dozens or hundreds.");
    }

    public override ValueList<KeyValuePair<string, long>> Totals => [new("fatalities", fatalities)];

    protected override string IdOf(Row row) => row[at.Id];

    protected override void Check(Row row)
    {
        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            at = new(bound.IndexOf);
        }

        Expect(duplicate, ids.Add(row[at.Id]), () => $"The id {row[at.Id]} stands in an earlier row.");
        if (CellText.TryDayOrNamed(row[at.Date], out LocalDate day))
        {
            if (row[at.Year].Length > 0)
            {
                Expect(
                    year,
                    CellText.TryCount(row[at.Year], out long stated) && stated == day.Year,
                    () => $"year {row[at.Year]}, event_date {row[at.Date]}.",
                    () => day.Year < FirstYear ? null : $"year = {CellText.Of(day.Year)}");
            }

            Expect(plausible, day.Year >= FirstYear, () => $"event_date {row[at.Date]}.");
        }

        string code = row[at.Interaction];
        if (code.Length > 0 && row[at.Inter1].Length > 0)
        {
            string derived = AcledCodes.Interaction(row[at.Inter1], row[at.Inter2]);
            Expect(
                interaction,
                string.Equals(code, derived, StringComparison.OrdinalIgnoreCase),
                () => $"interaction '{code}' of '{row[at.Inter1]}' and '{row[at.Inter2]}'.",
                () => derived.Length == 0 ? null : $"interaction = {derived}");
        }

        Expect(
            loneAssociate,
            (row[at.Actor1].Length > 0 || row[at.Associates1].Length == 0) && (row[at.Actor2].Length > 0 || row[at.Associates2].Length == 0),
            () => $"'{row[at.Associates1]}' and '{row[at.Associates2]}' stand beside '{row[at.Actor1]}' and '{row[at.Actor2]}'.");
        if (CellText.TryCount(row[at.Fatalities], out long dead))
        {
            fatalities += dead;
            Expect(hearsay, dead is not (10 or 12 or 100), () => FormattableString.Invariant($"fatalities {dead}."));
        }
    }
}

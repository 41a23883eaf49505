using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>Finds what may be quoted of a data set, in three sentences at most.</summary>
/// <remarks>
/// Published totals come first, in the order of the file: those with a figure that no other tally replaces. What the listed incidents come
/// to is last, and of them the civilians where there is room. Nothing is added to anything.
/// </remarks>
internal static class QuoteFinder
{
    /// <summary>How many sentences there are at most.</summary>
    public const int Most = 3;

    public static ValueList<Quote> Find(ReportModel model)
    {
        Quote[] incidents = [.. OfIncidents(model)];

        // In a circle each replaces another, and nothing says which counts: none is left out.
        HashSet<TallyId> replaced = [.. model.Dataset.Tallies.SelectMany(tally => tally.Supersedes)];
        replaced.ExceptWith(model.Chains.SelectMany(chain => chain.Circle));
        IEnumerable<Quote> tallies = model.Dataset.Tallies
            .Where(tally => !replaced.Contains(tally.Id))
            .Select(tally => OfTally(model, tally))
            .OfType<Quote>()
            .Take(Most - Math.Min(1, incidents.Length));
        return tallies.Concat(incidents).Take(Most).ToValueList();
    }

    private static Quote.OfTally? OfTally(ReportModel model, Tally tally)
    {
        if (model.TollOf(tally) is not { } toll)
        {
            return null;
        }

        Derivation derivation = toll.Derivation;
        DerivedFigure? undescribed = derivation.Whole.Breakdowns
            .Where(breakdown => breakdown.Breakdown is { By: Axis.Victim, Kind: BreakdownKind.Inclusion } && !Worth.Nothing(breakdown))
            .Select(breakdown => breakdown.Residual)
            .FirstOrDefault(residual => residual.Bounds.Lower > 0);
        return new()
        {
            Harm = toll.Harm,
            Count = derivation.Whole.Bounds,
            Tally = tally,
            Reported = derivation.Whole.Reported,
            Attributed = derivation.Attributed is { } attributed && Worth.Something(derivation, attributed) ? attributed.Bounds : null,
            Undescribed = undescribed?.Bounds,
            IsContradicted = !derivation.IsConsistent,
        };
    }

    private static IEnumerable<Quote> OfIncidents(ReportModel model)
    {
        if (model.Sums.Count == 0)
        {
            yield break;
        }

        Report[] reports =
        [
            .. model.Dataset.Incidents.SelectMany(incident => incident.Reports).Where(report => EventRecords.Counts(report, model.Harm)),
        ];

        // Sums of published figures where every count has both ends, else what the counts allow.
        (Sums sums, Bounds bounds) = (model.Sums[0].Sums, model.Sums[0].Bounds.Bounds);
        bool isWhole = sums is { WithoutLow: 0, WithoutHigh: 0 };
        var all = new Quote.OfIncidents
        {
            Harm = model.Sums[0].Harm,
            Count = bounds,
            Low = isWhole ? sums.Low : bounds.Lower,
            Best = sums.WithoutBest == 0 ? sums.Best : null,
            High = isWhole ? sums.High : bounds.Upper,
            Days = model.Time?.Days,
            Incidents = model.Sums[0].Bounds.Counted,
            IsOfCivilians = false,
            Sources = reports.Select(report => report.Citation.Source).Distinct().ToValueList(),
            Vintages = reports.Select(report => report.Original?.Vintage).OfType<Vintage>().Distinct().ToValueList(),
        };
        yield return all;
        if (model.IncidentMatrix?.Civilians is { Bounds.Upper: not 0 } civilians)
        {
            // Where a report gives a best figure of them alone, anything up to the whole is possible, which says nothing.
            bool isOpen = civilians.Bounds.Lower == 0 && civilians.Best is not null;
            yield return all with
            {
                Count = civilians.Bounds,
                Low = isOpen ? null : civilians.Bounds.Lower,
                Best = civilians.Counts == all.Incidents ? civilians.Best : null,
                High = isOpen ? null : civilians.Bounds.Upper,
                IsOfCivilians = true,
            };
        }
    }
}

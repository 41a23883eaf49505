using ConflictModel.Arithmetic;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Works out what a running total added between two of its publications.</summary>
internal static class TallyIncrement
{
    public static Tally Between(Tally earlier, Tally later) => new()
    {
        Id = TallyId.From($"{later.Id}-since-{earlier.Id}"),
        Title = $"What {later.Id} adds to {earlier.Id}",
        Scope = later.Scope with { Period = Since(earlier, later) },
        AsOf = later.AsOf,
        Report = new()
        {
            Citation = later.Report.Citation,
            Casualties = Increment(earlier.Report.Casualties, later.Report.Casualties),
            Note = $"Derived: {later.Id} less {earlier.Id}.",
        },
    };

    // The days after those that the earlier total counts, to the last that the later one does; not said where either is not known to the
    // day.
    private static ReportedDate? Since(Tally earlier, Tally later) =>
        LastDay(earlier) is { } before && LastDay(later) is { } last
            && before < last ? UncertainDate.Between(before.PlusDays(1), last) : null;

    private static LocalDate? LastDay(Tally tally) => tally.AsOf is { } asOf
        ? (asOf.Date.IsExactDay ? asOf.Date.Latest : null)
        : tally.Scope.Period?.Date.Latest;

    private static Casualties Increment(Casualties? before, Casualties? after)
    {
        var increment = new Casualties();
        foreach (Harm harm in Harms.Summable)
        {
            if (before?[harm] is { } earlier && after?[harm] is { } later)
            {
                increment = increment.With(harm, Increment(earlier.Derive(), later.Derive()));
            }
        }

        return increment;
    }

    private static Toll Increment(Derivation before, Derivation after) => new()
    {
        Count = Difference(before.Whole.Bounds, after.Whole.Bounds),
        Breakdowns = after.Whole.Breakdowns
            .Select(breakdown => (breakdown.Breakdown, Parts: Parts(before, breakdown)))
            .Where(pair => !pair.Parts.IsEmpty)
            .Select(pair => new Breakdown
            {
                By = pair.Breakdown.By,
                Kind = BreakdownKind.Inclusion,
                Reading = Reading.Inferred,
                Parts = pair.Parts,
            })
            .ToValueList(),
    };

    private static ValueList<Part> Parts(Derivation before, DerivedBreakdown after) => after.Parts
        .Select(part => (After: part, Before: part.IsPiece ? SamePiece(before, part) : before.Find(part.Path)))
        .Where(pair => pair.Before is not null)
        .Select(pair => pair.After.Part! with
        {
            Count = Difference(pair.Before!.Bounds, pair.After.Bounds),
            Operations = default,
            Breakdowns = default,
        })
        .ToValueList();

    // A piece's number is its place, which another publication need not keep.
    private static DerivedFigure? SamePiece(Derivation before, DerivedFigure piece)
    {
        DerivedFigure[] same =
        [
            .. before.Whole.Breakdowns
                .Where(breakdown => breakdown.Breakdown.By == piece.Breakdown!.By)
                .SelectMany(breakdown => breakdown.Parts)
                .Where(part => WithoutFigures(part.Part!) == WithoutFigures(piece.Part!)),
        ];
        return same is [var only] ? only : null;
    }

    private static Part WithoutFigures(Part part) => part with { Count = default, Operations = default, Breakdowns = default };

    private static Estimate Difference(Bounds before, Bounds after)
    {
        long? most = after.Upper - before.Lower;
        long least = before.Upper is { } upper ? Math.Max(0, after.Lower - upper) : 0;
        return most < 0 ? default : least == most ? Estimate.Exactly(least) : new(least, null, most);
    }
}

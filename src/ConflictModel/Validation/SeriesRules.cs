using ConflictModel.Arithmetic;

namespace ConflictModel.Validation;

/// <summary>
/// A running total never falls, and rises by what its source counts of the days between; where not all of these are counted, by that at
/// least.
/// </summary>
/// <param name="findings">Takes what is found.</param>
/// <param name="relations">How parts lie to each other.</param>
/// <param name="placeOf">Where a tally stands.</param>
internal sealed class SeriesRules(FindingList findings, CategoryRelations relations, Func<TallyId, JsonPointer> placeOf)
{
    private readonly HashSet<(TallyId Before, TallyId After)> compared = [];

    /// <summary>The pairs that were found to fall or to rise by something else: that is all that there is to say of the two.</summary>
    public HashSet<(TallyId Before, TallyId After)> Revised { get; } = [];

    /// <summary>Compares a running total with the earlier one that it goes on from.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="between">What their source counts of days between, no day twice.</param>
    /// <param name="isWhole">Whether these are all the days between.</param>
    public void Check(Tally before, Tally after, ValueList<Tally> between, bool isWhole)
    {
        if (!compared.Add((before.Id, after.Id)))
        {
            return;
        }

        foreach (TollPlace place in TollPlace.In(after.Report, placeOf(after.Id).Member("report")))
        {
            if (before.Report.Casualties?[place.Harm] is { } earlier)
            {
                Derivation was = earlier.Derive(relations.At(before.Scope.Period));
                Derivation now = place.Toll.Derive(relations.At(after.Scope.Period));
                foreach ((DerivedFigure figure, JsonPointer at) in Figures(now, place.Pointer))
                {
                    Bounds?[] days = [.. between.Select(tally => CountOf(tally, place.Harm, figure.Path))];
                    if (was.Find(figure.Path)?.Bounds is { } from
                        && (Falls(before, from, figure.Bounds, at) || RisesOtherwise(before, from, figure.Bounds, days, isWhole, at)))
                    {
                        Revised.Add((before.Id, after.Id));
                    }
                }
            }
        }
    }

    /// <summary>
    /// The whole, and the parts of the first level that were printed; a piece's number is its place, which need not last.
    /// </summary>
    private static IEnumerable<(DerivedFigure Figure, JsonPointer At)> Figures(Derivation derivation, JsonPointer at)
    {
        yield return (derivation.Whole, at);
        for (int i = 0; i < derivation.Whole.Breakdowns.Count; i++)
        {
            for (int j = 0; j < derivation.Whole.Breakdowns[i].Parts.Count; j++)
            {
                if (derivation.Whole.Breakdowns[i].Parts[j] is { IsPiece: false, Part.Count.IsEmpty: false } part)
                {
                    yield return (part, at.Member("breakdowns").Item(i).Member("parts").Item(j));
                }
            }
        }
    }

    private Bounds? CountOf(Tally tally, Harm harm, FigurePath path) =>
        tally.Report.Casualties?[harm]?.Derive(relations.At(tally.Scope.Period)).Find(path)?.Bounds;

    private bool Falls(Tally before, Bounds was, Bounds isNow, JsonPointer at)
    {
        bool falls = isNow.Upper < was.Lower;
        if (falls)
        {
            findings.Warning(
                FindingCodes.CumulativeFall,
                at,
                $"A running total falls: {isNow} after {was} in '{before.Id}'. It may be a revision.",
                [isNow.Upper!.Value, was.Lower]);
        }

        return falls;
    }

    private bool RisesOtherwise(Tally before, Bounds was, Bounds isNow, Bounds?[] between, bool isWhole, JsonPointer at)
    {
        var rise = new Bounds(was.Upper is { } most ? Math.Max(0, isNow.Lower - most) : 0, isNow.Upper - was.Lower);
        Bounds[] counted = [.. between.OfType<Bounds>()];
        Bounds sum = counted.Aggregate(Bounds.Zero, (all, count) => all + count);
        bool isCounted = isWhole && counted.Length == between.Length;
        bool differs = sum.Lower > rise.Upper || (isCounted && sum.Upper < rise.Lower);
        if (differs)
        {
            string days = counted.Length == 1
                ? "the figure of the days between is" : $"the {counted.Length} figures of the days between come to";
            findings.Warning(
                FindingCodes.IncrementDiffers,
                at,
                $"A running total rises by {rise}, from {was} in '{before.Id}' to {isNow}, and {days} {sum}"
                    + $"{(isCounted ? "" : ", of some of them alone")}. It may be a revision.",
                [rise.Lower, rise.Upper ?? rise.Lower, sum.Lower]);
        }

        return differs;
    }
}

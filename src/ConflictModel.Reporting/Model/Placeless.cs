using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reporting;

/// <summary>How many of a published total have no place finer than the total's own.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Tally">The total.</param>
/// <param name="Harm">What it counts.</param>
/// <param name="Whole">The total's bounds.</param>
/// <param name="Without">Those of them of whom no part says a finer place with a figure.</param>
/// <param name="Regions">The places of the total itself.</param>
internal sealed record Placeless(TallyId Tally, Harm Harm, Bounds Whole, Bounds Without, ValueList<RegionId> Regions)
{
    /// <summary>Null if the total has no place or no figure, or its parts say a finer place of each.</summary>
    public static Placeless? Of(ReportModel model, Tally tally, RegionHierarchy hierarchy)
    {
        if (model.TollOf(tally) is not { } toll || tally.Scope.Regions.IsEmpty)
        {
            return null;
        }

        Bounds whole = toll.Derivation.Whole.Bounds;
        Bounds placed = Placed(toll.Derivation.Whole);
        long least = placed.Upper is { } most ? Math.Max(0, whole.Lower - most) : 0;
        Bounds without = new(least, whole.Upper is { } all ? Math.Max(least, all - placed.Lower) : null, whole.IsOuter || placed.IsOuter);
        return without.Upper == 0 ? null : new(tally.Id, toll.Harm, whole, without, tally.Scope.Regions);

        // Of two ways to divide a figure the one that places more people; its parts that say no place may be divided further.
        Bounds Placed(DerivedFigure figure) => figure.Part?.Region is { } region && IsFiner(region) && !figure.Reported.IsEmpty
            ? figure.Bounds
            : figure.Breakdowns.Select(breakdown => breakdown.Parts.Select(Placed).Aggregate(Bounds.Zero, (sum, part) => sum + part))
                .Append(Bounds.Zero).MaxBy(bounds => bounds.Lower);

        // One of several places of the total is finer than all of them.
        bool IsFiner(RegionId region) =>
            (tally.Scope.Regions.Count > 1 || tally.Scope.Regions[0] != region)
            && tally.Scope.Regions.Any(wide => hierarchy.Within(region, wide) == Truth.Yes);
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>How many of a published total have no place finer than the total's own.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Tally">The total.</param>
/// <param name="Harm">What it counts.</param>
/// <param name="Whole">The total's bounds.</param>
/// <param name="Without">Those of them of whom no part says a place with a figure.</param>
/// <param name="Regions">The places of the total itself.</param>
internal sealed record Placeless(TallyId Tally, Harm Harm, Bounds Whole, Bounds Without, ValueList<RegionId> Regions)
{
    /// <summary>Null if the total has no place or no figure, or its parts say a place of each.</summary>
    public static Placeless? Of(ReportModel model, Tally tally)
    {
        TollFigures? toll = model.Figures.Of(tally).FirstOrDefault(toll => !Worth.Nothing(toll.Derivation.Whole.Bounds));
        if (toll is null || tally.Scope.Regions.IsEmpty)
        {
            return null;
        }

        DerivedFigure whole = toll.Derivation.Whole;
        DerivedBreakdown? places = whole.Breakdowns.FirstOrDefault(one => one.Breakdown.By == Axis.Region && !Worth.Nothing(one));
        return places is null ? new(tally.Id, toll.Harm, whole.Bounds, whole.Bounds, tally.Scope.Regions)
            : places.Residual.Bounds.Upper > 0 ? new(tally.Id, toll.Harm, whole.Bounds, places.Residual.Bounds, tally.Scope.Regions)
            : null;
    }
}

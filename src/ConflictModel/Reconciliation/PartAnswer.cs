using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;

namespace ConflictModel.Reconciliation;

/// <summary>How many of an incident's people belong to one part of a tally.</summary>
internal sealed class PartAnswer(RegionHierarchy regions, Harm harm)
{
    public Bounds Of(Incident incident, ReconciledTally.AccountedIncident accounted, DerivedFigure figure)
    {
        Part part = figure.Part!;
        Bounds ofCategory = figure.Breakdown!.By switch
        {
            Axis.Region => Share(accounted, InRegion(incident, part.Region)),
            Axis.Period => Share(accounted, part.Period is { } period ? ScopeAnswer.InPeriod(incident.Date.Date, period.Date) : Truth.Unknown),
            var axis => new(accounted.InScope == Truth.Yes ? AtLeast(incident, part, axis) : 0, accounted.Figure.Upper, accounted.Figure.IsOuter),
        };

        // Who is of the category need not be of this piece of it.
        return figure.IsPiece ? new(0, ofCategory.Upper, ofCategory.IsOuter) : ofCategory;
    }

    private static Bounds Share(ReconciledTally.AccountedIncident accounted, Truth belongs) =>
        belongs == Truth.No ? Bounds.Zero : (accounted with { InScope = accounted.InScope.And(belongs) }).Accounts;

    private Truth InRegion(Incident incident, RegionId? region)
    {
        ValueList<RegionId> places = incident.Place?.Regions ?? default;
        Truth[] answers = places.Select(place => region is { } wanted ? regions.Within(place, wanted) : Truth.Unknown).Distinct().ToArray();
        return answers.Length == 1 ? answers[0] : Truth.Unknown;
    }

    // A report's part of the very same category belongs to the tally's part; whether others lie within it, nobody says.
    private long AtLeast(Incident incident, Part part, Axis axis) =>
        part.CategoryOn(axis) is not { } category || incident.Reports.Count != 1 || incident.Reports[0].Casualties?[harm] is not { } toll
            ? 0
            : toll.Derive().Whole.Breakdowns
                .Where(breakdown => breakdown.Breakdown.By == axis)
                .Select(breakdown => breakdown.Parts.Where(figure => figure.Part!.CategoryOn(axis) == category).Sum(figure => figure.Bounds.Lower))
                .DefaultIfEmpty(0)
                .Max();
}

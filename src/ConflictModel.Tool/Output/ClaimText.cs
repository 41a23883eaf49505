using ConflictModel.Arithmetic;
using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>A claim and the figures beside it.</summary>
internal sealed class ClaimText(ReportModel model, RecordNames names)
{
    public Tree Of(Claim claim)
    {
        ClaimFigures beside = model.Figures.Of(claim);
        Tree tree = Trees.New($"\"{claim.Text}\"", $"said by {names.Of(claim.Citation)}");
        Trees.Add(
            tree,
            claim.Actors.IsEmpty ? null : $"about: {names.Of(claim.Actors)}",
            claim.Regions.IsEmpty ? null : $"in: {names.Of(claim.Regions)}",
            claim.Period is { } period ? $"period: {names.Of(period)}" : null);
        foreach ((FigureReference reference, DerivedFigure figure) in beside.Figures)
        {
            string where = reference.Tally?.Value ?? reference.Incident?.Value ?? "";
            string reported = figure.Reported.IsEmpty ? figure.Bounds.ToString() : figure.Reported.ToString();
            Trees.Add(tree, $"{where}, {reference.Path}: {reported}");
        }

        if (beside is { Figures.Count: > 1, Together: { } together, Whole: { } whole })
        {
            Trees.Add(tree, $"together {together} of the {whole.Bounds}");
        }

        Trees.Add(tree, claim.Note);
        return tree;
    }
}

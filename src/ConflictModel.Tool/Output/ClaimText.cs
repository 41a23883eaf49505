using ConflictModel.Arithmetic;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>A claim and the figures beside it.</summary>
internal sealed class ClaimText(Analysis analysis)
{
    public Tree Of(Claim claim)
    {
        ClaimFigures beside = analysis.Figures.Of(claim);
        Tree tree = Trees.New($"\"{claim.Text}\"", $"said by {analysis.Names.Of(claim.Citation)}");
        Trees.Add(
            tree,
            claim.Actors.IsEmpty ? null : $"about: {analysis.Names.Of(claim.Actors)}",
            claim.Regions.IsEmpty ? null : $"in: {analysis.Names.Of(claim.Regions)}",
            claim.Period is { } period ? $"period: {RecordNames.Of(period)}" : null);
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

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
        foreach (ClaimFigure figure in beside.Figures)
        {
            string where = figure.Reference.Tally?.Value ?? figure.Reference.Incident?.Value ?? "";
            string reported = figure.Figure.Reported.IsEmpty ? figure.Figure.Bounds.ToString() : figure.Figure.Reported.ToString();
            Trees.Add(tree, $"{where}, {figure.Reference.Path}: {reported}");
        }

        if (beside is { Figures.Count: > 1, Together: { } together, Whole: { } whole })
        {
            Trees.Add(tree, $"together {together} of the {whole.Bounds}");
        }

        Trees.Add(tree, claim.Note);
        return tree;
    }
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Validation;

/// <summary>Claims point at figures that are there, and stand beside them.</summary>
internal sealed class ClaimRules(FindingList findings, DatasetFigures figures)
{
    public void Check(ValueList<Claim> claims)
    {
        for (int i = 0; i < claims.Count; i++)
        {
            JsonPointer at = JsonPointer.Root.Member("claims").Item(i);
            for (int j = 0; j < claims[i].Figures.Count; j++)
            {
                FigureReference reference = claims[i].Figures[j];
                if (figures.Find(reference) is null)
                {
                    string where = reference.Tally?.Value ?? reference.Incident?.Value ?? "";
                    findings.Error(
                        FindingCodes.DanglingFigure,
                        at.Member("figures").Item(j),
                        (reference.Tally is null) == (reference.Incident is null)
                            ? "A reference to a figure names one tally or one incident."
                            : $"'{where}' has no figure '{reference.Path}'.");
                }
            }

            Beside(figures.Of(claims[i]), at);
        }
    }

    private void Beside(ClaimFigures beside, JsonPointer at)
    {
        if (beside.Figures.IsEmpty)
        {
            return;
        }

        string each = string.Join(" + ", beside.Figures.Select(f => f.Value.Bounds.ToString()));
        string together = beside is { Together: { } sum, Whole: { } whole }
            ? $"{(beside.Figures.Count > 1 ? $"{each} = {sum}" : each)} of {whole.Bounds}"
            : string.Join(", ", beside.Figures.Select(f => f.Value.Bounds.ToString()));
        findings.Information(
            FindingCodes.ClaimBesideFigures,
            at,
            $"\"{beside.Claim.Text}\" Beside it: {together}.{(beside.Claim.Note is { } note ? " " + note : "")}",
            beside.Figures.Select(f => f.Value.Bounds.Lower).ToValueList());
    }
}

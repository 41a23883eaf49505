using System.Globalization;
using ConflictModel.Arithmetic;

namespace ConflictModel.Validation;

/// <summary>Reported figures can all be true together, and what is odd about them is said.</summary>
internal sealed class CasualtyRules(FindingList findings, FigureNames names)
{
    /// <summary>Checks one toll.</summary>
    /// <param name="place">The toll and where it stands.</param>
    /// <param name="derive">Derives what follows from it.</param>
    public void Check(TollPlace place, Func<Derivation> derive)
    {
        Derivation derivation;
        try
        {
            derivation = derive();
        }
        catch (DerivationDepthException error)
        {
            findings.Error(FindingCodes.TooDeep, place.Pointer, error.Message);
            return;
        }

        foreach (Contradiction contradiction in derivation.Contradictions)
        {
            Report(contradiction, PointerOf(derivation, contradiction.Subject, place));
        }

        if (derivation.HasFurtherContradictions)
        {
            int told = derivation.Contradictions.Count;
            findings.Information(
                FindingCodes.FurtherContradictions,
                place.Pointer,
                "Not all contradictions of these figures are told: there are more than these "
                    + told.ToString("N0", CultureInfo.InvariantCulture) + ".",
                [told]);
        }

        foreach (DerivationWarning warning in derivation.Warnings)
        {
            Report(warning, PointerOf(derivation, warning.Figures.IsEmpty ? default : warning.Figures[0].Path, place));
        }
    }

    private void Report(Contradiction contradiction, JsonPointer pointer) => findings.Error(
        FindingCodes.Contradiction,
        pointer,
        contradiction.ToSentence(names),
        [.. contradiction.Terms, contradiction.Against],
        contradiction.RepairsToSentence(names));

    private void Report(DerivationWarning warning, JsonPointer pointer) => findings.Warning(
        warning.Kind == DerivationWarningKind.LooseAttribution ? FindingCodes.LooseAttribution : FindingCodes.OddFigure,
        pointer,
        warning.ToSentence(names),
        NumbersOf(warning),
        warning.Proposed?.ToString());

    private static ValueList<long> NumbersOf(DerivationWarning warning) =>
        warning.Figures.SelectMany(f => new[] { f.Reported.Low, f.Reported.Best, f.Reported.High }.OfType<long>().Distinct()).ToValueList();

    /// <summary>Where a finding about a figure points: at the part that reports it; for a whole at the toll.</summary>
    internal static JsonPointer PointerOf(Derivation derivation, FigurePath path, TollPlace place)
    {
        if (derivation.Find(path)?.Part is not { } wanted)
        {
            return place.Pointer;
        }

        var next = new Stack<(ValueList<Breakdown> Breakdowns, JsonPointer At)>();
        next.Push((place.Toll.Breakdowns, place.Pointer));
        for (int i = 0; i < place.Toll.Beside.Count; i++)
        {
            next.Push((place.Toll.Beside[i].Breakdowns, place.Pointer.Member("beside").Item(i)));
        }

        while (next.TryPop(out (ValueList<Breakdown> Breakdowns, JsonPointer At) whole))
        {
            for (int i = 0; i < whole.Breakdowns.Count; i++)
            {
                ValueList<Part> parts = whole.Breakdowns[i].Parts;
                for (int j = 0; j < parts.Count; j++)
                {
                    JsonPointer here = whole.At.Member("breakdowns").Item(i).Member("parts").Item(j);
                    if (ReferenceEquals(parts[j], wanted))
                    {
                        return here;
                    }

                    next.Push((parts[j].Breakdowns, here));
                }
            }
        }

        return place.Pointer;
    }
}

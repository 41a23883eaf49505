using ConflictModel.Arithmetic;

namespace ConflictModel.Validation;

/// <summary>Reported figures can all be true together, and what is odd about them is said.</summary>
internal sealed class CasualtyRules(FindingList findings, FigureNames names)
{
    // Nobody reads more of them.
    private const int MaxRepairs = 10;

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

        foreach (DerivationWarning warning in derivation.Warnings)
        {
            Report(warning, derivation, PointerOf(derivation, warning.Figures.IsEmpty ? default : warning.Figures[0].Path, place));
        }
    }

    private void Report(Contradiction contradiction, JsonPointer pointer)
    {
        string what = contradiction.IsOfOperations ? "operations" : "people";
        string inferred = Describe(contradiction, Reading.Inferred);
        string stated = Describe(contradiction, Reading.Stated);
        string repairs = string.Join(
            "; or ",
            contradiction.Repairs.Take(MaxRepairs).Select(r => $"{Describe(r.Path)} {r.Needed} instead of {r.Figure}"));
        string disjoint = string.Join(
            " and ",
            contradiction.Disjoint.Select(r => r.Breakdown).Where(b => !b.Disjoint).Select(b => $"by {JsonName.Of(b.By)}").Distinct());
        findings.Error(
            FindingCodes.Contradiction,
            pointer,
            $"These figures of {what} can't all be true: {contradiction.Arithmetic}."
            + (stated.Length > 0 ? $" They rest on what the text states ({stated})." : "")
            + (disjoint.Length > 0 ? $" They add up only if the parts are disjoint ({disjoint})." : "")
            + (inferred.Length > 0 ? $" They are read together by inference ({inferred}), which may be what is wrong." : "")
            + (contradiction.IsSearched && repairs.Length == 0 ? " No change of one figure alone would make all figures fit." : ""),
            [.. contradiction.Terms, contradiction.Against],
            repairs.Length == 0 ? null : contradiction.Repairs.Count > MaxRepairs ? $"{repairs}; or another of the figures" : repairs);
    }

    private void Report(DerivationWarning warning, Derivation derivation, JsonPointer pointer)
    {
        if (warning.Kind == DerivationWarningKind.LooseAttribution)
        {
            string who = string.Join(" and ", derivation.AttributedTo.Select(names.Actor));
            findings.Warning(
                FindingCodes.LooseAttribution,
                pointer,
                $"The headline lays all of them to {who}; its own parts allow {warning.Arithmetic}.",
                NumbersOf(warning));
            return;
        }

        findings.Warning(
            FindingCodes.OddFigure,
            pointer,
            $"{warning.Arithmetic}.",
            NumbersOf(warning),
            warning.Proposed is { } proposed ? $"{proposed}" : null);
    }

    private static ValueList<long> NumbersOf(DerivationWarning warning) =>
        warning.Figures.SelectMany(f => new[] { f.Reported.Low, f.Reported.Best, f.Reported.High }.OfType<long>().Distinct()).ToValueList();

    private static string Describe(Contradiction contradiction, Reading reading) =>
        string.Join(" and ", contradiction.Readings.Select(r => r.Breakdown).Where(b => b.Reading == reading).Select(Describe).Distinct());

    private static string Describe(Breakdown breakdown) =>
        $"by {JsonName.Of(breakdown.By)}, that the parts "
            + (breakdown.Kind == BreakdownKind.Partition ? "make up the whole" : "lie within the whole");

    private static string Describe(FigurePath path) => path.IsWhole ? "the whole" : path.Value;

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

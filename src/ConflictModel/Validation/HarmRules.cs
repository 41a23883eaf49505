using ConflictModel.Arithmetic;

namespace ConflictModel.Validation;

/// <summary>The harms of one report bind each other.</summary>
/// <remarks>
/// Whoever is killed or wounded is one of the two or both: so they are at least as many as the greater of the two figures and at most as
/// many as their sum. Only what can't be true is an error; fewer than the sum may be so, since people die of their wounds.
/// </remarks>
internal sealed class HarmRules(FindingList findings)
{
    public void Check(Report report, JsonPointer at, Func<Toll, Derivation> derive)
    {
        var places = TollPlace.In(report, at).ToDictionary(place => place.Harm);
        if (!places.TryGetValue(Harm.KilledOrWounded, out TollPlace either))
        {
            return;
        }

        Derivation both = derive(either.Toll);
        Derivation? killed = Derive(Harm.Killed), wounded = Derive(Harm.Wounded);
        if (!both.IsConsistent || killed is { IsConsistent: false } || wounded is { IsConsistent: false })
        {
            // What contradicts itself is told there, and binds nothing.
            return;
        }

        foreach (DerivedFigure figure in both.Figures.Where(figure => figure is { IsOfReport: true, IsPiece: false }))
        {
            JsonPointer here = CasualtyRules.PointerOf(both, figure.Path, either);
            if (Exceeds(figure, killed?.Find(figure.Path), "killed", here)
                || Exceeds(figure, wounded?.Find(figure.Path), "wounded", here)
                || Check(figure, killed?.Find(figure.Path), wounded?.Find(figure.Path), here))
            {
                return;
            }
        }

        Derivation? Derive(Harm harm) => places.TryGetValue(harm, out TollPlace place) ? derive(place.Toll) : null;
    }

    private bool Exceeds(DerivedFigure either, DerivedFigure? some, string what, JsonPointer at)
    {
        if (some is null || !(some.Bounds.Lower > either.Bounds.Upper))
        {
            return false;
        }

        findings.Error(
            FindingCodes.HarmsContradict,
            at,
            $"The {what} are among the killed or wounded, "
            + $"but {some.Bounds} {what} are more than {either.Bounds} killed or wounded{Of(either)}.",
            [some.Bounds.Lower, either.Bounds.Upper.Value]);
        return true;
    }

    // Whether it says something.
    private bool Check(DerivedFigure either, DerivedFigure? killed, DerivedFigure? wounded, JsonPointer at)
    {
        if (killed is null || wounded is null)
        {
            return false;
        }

        Bounds sum = killed.Bounds + wounded.Bounds;
        ValueList<long> numbers = [either.Bounds.Lower, killed.Bounds.Lower, wounded.Bounds.Lower];
        if (either.Bounds.Lower > sum.Upper)
        {
            findings.Error(
                FindingCodes.HarmsContradict,
                at,
                $"The killed or wounded{Of(either)} are at most the killed and the wounded together, "
                + $"but {either.Bounds} are more than {killed.Bounds} + {wounded.Bounds} = {sum}.",
                numbers);
            return true;
        }

        if (either.Bounds.Upper < sum.Lower)
        {
            findings.Information(
                FindingCodes.HarmsOverlap,
                at,
                $"{either.Bounds} killed or wounded{Of(either)} are fewer than {killed.Bounds} killed + {wounded.Bounds} wounded = {sum}: "
                + "some may have been wounded and then died.",
                numbers);
            return true;
        }

        return false;
    }

    private static string Of(DerivedFigure figure) => figure.Path.IsWhole ? "" : $" ({figure.Path})";
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>Whether there is anything to show.</summary>
internal static class Worth
{
    /// <summary>Whether a breakdown names its parts without a figure to any of them, so that what they leave says nothing either.</summary>
    public static bool Nothing(DerivedBreakdown breakdown) => breakdown.Breakdown.Parts.All(part => part.Count.IsEmpty);

    /// <summary>Whether bounds leave everything open.</summary>
    public static bool Nothing(Bounds bounds) => bounds is { Lower: 0, Upper: null };

    /// <summary>Whether parts lay people to others than those to whom the headline lays the whole.</summary>
    public static bool Something(Derivation derivation, DerivedFigure attributed) =>
        (attributed.Bounds.Lower, attributed.Bounds.Upper) != (derivation.Whole.Bounds.Lower, derivation.Whole.Bounds.Upper);
}

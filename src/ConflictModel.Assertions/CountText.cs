using ConflictModel.Arithmetic;

namespace ConflictModel.Assertions;

/// <summary>What a failing assertion says of a count.</summary>
internal static class CountText
{
    /// <summary>The bounds: "0 to 8"; with a word where they may be wider than need be.</summary>
    public static string Of(Bounds bounds) => bounds.IsOuter ? $"{bounds} (outer: perhaps wider than need be)" : bounds.ToString();

    /// <summary>The bounds, their arithmetic and what that says: "44 = 449 - 29 - 376 (44: 449 in all, less 29 members ...)".</summary>
    public static string Of(DerivedFigure figure) =>
        ArithmeticOf(figure) is { } arithmetic ? $"{Of(figure.Bounds)}{arithmetic} ({figure.Explain()})" : Of(figure.Bounds);

    /// <summary>The path and the count: "victim:? is 44 = 449 - 29 - 376".</summary>
    public static string WithPath(DerivedFigure figure) =>
        $"{PlaceOf(figure.Path)} is {Of(figure.Bounds)}{ArithmeticOf(figure)}";

    /// <summary>A path, which is empty for the whole.</summary>
    public static string PlaceOf(FigurePath path) => path.IsWhole ? "in all" : path.Value;

    /// <summary>Each figure of a derivation.</summary>
    public static string FiguresOf(Derivation derivation) => Verdict.Lines([.. derivation.Figures.Select(WithPath)]);

    /// <summary>Each clash of a derivation with its place.</summary>
    public static string ClashesOf(Derivation derivation) =>
        Verdict.Lines([.. derivation.Contradictions.Select(Of)], areAll: !derivation.HasFurtherContradictions);

    /// <summary>A clash with its place.</summary>
    public static string Of(Contradiction clash) => $"{PlaceOf(clash.Subject)}: {clash.ToSentence()}";

    // One number alone is no arithmetic.
    private static string? ArithmeticOf(DerivedFigure figure) =>
        figure.Because is { } arithmetic && arithmetic.Contains(' ', StringComparison.Ordinal) ? $" = {arithmetic}" : null;
}

using ConflictModel.Arithmetic;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of a figure, with all that follows for it from the others. Messages show the arithmetic.</summary>
public sealed class FigureAssertions : CountAssertions<DerivedFigure?, FigureAssertions>
{
    internal FigureAssertions(DerivedFigure? figure)
        : base(figure)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "figure";

    private protected override Bounds? Count => Subject?.Bounds;

    private protected override string Found => Subject is null ? "there is no such figure" : $"it is {CountText.Of(Subject)}";

    private protected override string Place => Subject is null ? "" : $"({CountText.PlaceOf(Subject.Path)}) ";
}

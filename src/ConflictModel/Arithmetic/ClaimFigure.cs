namespace ConflictModel.Arithmetic;

/// <summary>A figure that bears on a claim: where it stands, and what follows for it.</summary>
/// <remarks>Equality is that of the reference and of the figure, by reference.</remarks>
/// <param name="Reference">Where it stands.</param>
/// <param name="Figure">The figure.</param>
public readonly record struct ClaimFigure(FigureReference Reference, DerivedFigure Figure);

namespace ConflictModel.Arithmetic;

/// <summary>One figure that an end of bounds follows from, and whether it is added or taken away.</summary>
/// <param name="Path">Where the figure stands.</param>
/// <param name="Part">The part that reports it; null for a whole.</param>
/// <param name="Figure">The figure as it was reported.</param>
/// <param name="Value">The end of it that counts here.</param>
/// <param name="IsSubtracted">Whether it is taken away.</param>
public sealed record ExplanationStep(FigurePath Path, Part? Part, Estimate Figure, long Value, bool IsSubtracted);

namespace ConflictModel.Arithmetic;

/// <summary>A reading of a report without which its figures would not contradict each other.</summary>
/// <remarks>The figures may be right and the reading wrong, above all where it is inferred. Equality is by content.</remarks>
/// <param name="Whole">The figure that the breakdown divides.</param>
/// <param name="By">The breakdown's axis.</param>
/// <param name="Kind">That the parts make up the whole (a partition) or lie within it and apart from one another (an inclusion).</param>
/// <param name="Reading">Whether the text says so or a reader infers it.</param>
public readonly record struct SuspectReading(FigurePath Whole, Axis By, BreakdownKind Kind, Reading Reading);

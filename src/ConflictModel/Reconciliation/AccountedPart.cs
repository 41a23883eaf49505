using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>A part of a tally set against the incidents in the tally's scope.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Path">The part's path within the toll.</param>
/// <param name="Total">The part's own bounds, with all that follows for them.</param>
/// <param name="Accounted">How many of the part the listed incidents account for.</param>
/// <param name="Unaccounted">How many no listed incident accounts for; null if that is impossible.</param>
public readonly record struct AccountedPart(FigurePath Path, Bounds Total, Bounds Accounted, Bounds? Unaccounted);

namespace ConflictModel.Hierarchies;

/// <summary>What of the counts lies in one region.</summary>
/// <param name="Region">The region.</param>
/// <param name="Bounds">From what certainly lies there to what may: counts of a vaguer place add from 0 to all of theirs.</param>
/// <param name="Figure">The sum of point figures that certainly lie there.</param>
public readonly record struct RegionShare(RegionId Region, Bounds Bounds, long Figure);

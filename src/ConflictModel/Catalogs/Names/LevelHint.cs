namespace ConflictModel.Catalogs;

/// <summary>What is left of a text without its words for a level, and the levels that these words allow.</summary>
/// <param name="Rest">The folded text without them.</param>
/// <param name="First">The levels meant, one bit each.</param>
/// <param name="Second">The levels to look at when none of the first bears the name, one bit each.</param>
internal readonly record struct LevelHint(string Rest, int First, int Second);

namespace ConflictModel.Interchange;

/// <summary>What is held of the id of a row, and where the row stands.</summary>
/// <param name="Key">What is held of the id (<see cref="IdLedger.KeyOf"/>), with its hash where it is not held itself.</param>
/// <param name="Tail">More of that hash; 0 for an id that is held itself.</param>
/// <param name="Line">The line on which the row starts.</param>
/// <param name="Version">The number of its version; 0 if it says none.</param>
internal readonly record struct IdEntry(ulong Key, uint Tail, long Line, uint Version);

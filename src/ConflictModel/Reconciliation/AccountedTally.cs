namespace ConflictModel.Reconciliation;

/// <summary>A tally whose scope certainly lies within another's, and what of the other it accounts for.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Tally">The smaller tally.</param>
/// <param name="Accounts">Its count; of a loosely attributed one, what can be the work of the actors that both name.</param>
public readonly record struct AccountedTally(TallyId Tally, Bounds Accounts);

namespace ConflictModel.Reconciliation;

/// <summary>The count that a policy takes from the reports of one incident, without the account of how: what sums need of it.</summary>
/// <param name="Bounds">The bounds of the count.</param>
/// <param name="Printed">The estimate as printed, if one report alone stands for the incident; null if several do.</param>
internal readonly record struct TakenCount(Bounds Bounds, Estimate? Printed);

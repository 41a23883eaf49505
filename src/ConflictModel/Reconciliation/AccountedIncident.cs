namespace ConflictModel.Reconciliation;

/// <summary>An incident that may be in a tally's scope, and what of the tally it accounts for.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="Incident">The incident.</param>
/// <param name="InScope">Yes if it certainly is in the scope; unknown if it may be.</param>
/// <param name="Figure">The people harmed in it.</param>
public readonly record struct AccountedIncident(IncidentId Incident, Truth InScope, Bounds Figure)
{
    /// <summary>What it accounts for: all of its figure, or from none to all where its place in the scope is unknown.</summary>
    public Bounds Accounts => InScope == Truth.Yes ? Figure : new(0, Figure.Upper, Figure.IsOuter);
}

namespace ConflictModel.Reconciliation;

/// <summary>A tally set against the incidents and the smaller tallies of the same data set: how much of it they account for.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed record ReconciledTally
{
    /// <summary>The tally.</summary>
    public required TallyId Tally { get; init; }

    /// <summary>The harm that is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The tally's own total.</summary>
    public required Bounds Total { get; init; }

    /// <summary>The incidents that are or may be in the tally's scope.</summary>
    public required ValueList<AccountedIncident> Incidents { get; init; }

    /// <summary>How many of the total the listed incidents account for.</summary>
    public required Bounds Accounted { get; init; }

    /// <summary>How many of the total no listed incident accounts for; null if that is impossible: the incidents alone exceed the total.</summary>
    public required Bounds? Unaccounted { get; init; }

    /// <summary>The same for each part of the tally's own breakdowns, in the report's order.</summary>
    public ValueList<AccountedPart> Parts { get; init; }

    /// <summary>The tallies whose scope certainly lies within this one's.</summary>
    public ValueList<AccountedTally> Tallies { get; init; }

    /// <summary>
    /// How many of the total the incidents and the smaller tallies account for together. They may hold the same people: at least the most that any of
    /// them holds for certain, at most their sum.
    /// </summary>
    public required Bounds AccountedInAll { get; init; }

    /// <summary>Whether what is certainly in the scope exceeds the total.</summary>
    public bool IsImpossible => Unaccounted is null || AccountedInAll.Lower > (Total.Upper ?? long.MaxValue);
}

namespace ConflictModel.Aggregation;

/// <summary>The people harmed in the incidents of one group: those that certainly belong to it, and those that may.</summary>
/// <remarks>Equality is by content.</remarks>
/// <typeparam name="TKey">What the incidents are grouped by.</typeparam>
/// <param name="Key">The group.</param>
/// <param name="Certain">The incidents that belong to the group for certain.</param>
/// <param name="Possible">The incidents that may belong to it: their place, time or reports leave it open.</param>
public readonly record struct GroupSum<TKey>(TKey Key, CasualtySum Certain, CasualtySum Possible)
    where TKey : notnull
{
    /// <summary>At least those of the certain incidents, at most those of all.</summary>
    public Bounds Bounds => new(Certain.Bounds.Lower, (Certain.Bounds + Possible.Bounds).Upper, Certain.Bounds.IsOuter || Possible.Bounds.IsOuter);
}

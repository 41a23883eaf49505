namespace ConflictModel.Aggregation;

/// <summary>The people harmed in many incidents, group by group, beside the whole.</summary>
/// <remarks>
/// An incident can belong to several groups (two actors took part) or may belong to several (a desert that crosses three
/// governorates): the groups need not add up to <see cref="Whole"/>, which has each incident once. Equality is by content and order.
/// </remarks>
/// <typeparam name="TKey">What the incidents are grouped by.</typeparam>
public sealed record GroupedSums<TKey>
    where TKey : notnull
{
    /// <summary>The groups, in the order of their keys.</summary>
    public required ValueList<GroupSum<TKey>> Groups { get; init; }

    /// <summary>All incidents, each once.</summary>
    public required CasualtySum Whole { get; init; }

    /// <summary>The incidents that certainly belong to none of the groups.</summary>
    public required CasualtySum Elsewhere { get; init; }
}

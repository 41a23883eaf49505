namespace ConflictModel.Aggregation;

/// <summary>Whether the value of a key is one of some.</summary>
internal abstract class KeyCondition(GroupKey key) : QueryCondition(key.Name)
{
    public GroupKey Key => key;

    public override bool NeedsDays => key.IsTime;

    /// <summary>The values; or what the source writes for them, where <see cref="IsOwn"/>.</summary>
    public abstract IReadOnlyList<string> Texts { get; }

    /// <summary>Whether the texts are those that the source writes.</summary>
    public virtual bool IsOwn => false;

    /// <summary>Of a key of time the days that have the values: in order, and apart from each other.</summary>
    public virtual IReadOnlyList<(long First, long Last)> DayRuns =>
        throw new InvalidOperationException($"The key {Key} is not of time.");
}

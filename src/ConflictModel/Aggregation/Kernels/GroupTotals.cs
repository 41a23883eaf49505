namespace ConflictModel.Aggregation;

/// <summary>The sums of every group: what all threads add to.</summary>
internal sealed class GroupTotals
{
    private readonly Lock gate = new();

    /// <param name="groups">How many groups there are.</param>
    /// <param name="columns">The column of each measure; null where the table has none.</param>
    /// <param name="counts">Whether incidents are counted apart, because no column counts them.</param>
    public GroupTotals(int groups, MeasureColumn?[] columns, bool counts)
    {
        Figures = Array.ConvertAll(columns, column => column is null ? null : new FigureTotals(groups, column.Most));
        Partials = Array.ConvertAll(columns, column => column is { HasPartial: true } ? new FigureTotals(groups, uint.MaxValue) : null);
        Counts = counts ? new Pages<long>(groups) : null;
    }

    /// <summary>For each measure its sums.</summary>
    public FigureTotals?[] Figures { get; }

    /// <summary>For each measure how many known figures of a group lack their low, best or high (the fourth lane is idle).</summary>
    public FigureTotals?[] Partials { get; }

    /// <summary>The incidents of each group, where they are counted apart.</summary>
    public Pages<long>? Counts { get; }

    public Lock.Scope Enter() => gate.EnterScope();
}

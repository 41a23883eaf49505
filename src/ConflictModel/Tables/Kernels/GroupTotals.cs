namespace ConflictModel.Aggregation.Kernels;

/// <summary>The sums of every group in 64 bits: what all threads add to.</summary>
internal sealed class GroupTotals
{
    /// <summary>Low, best, high, known.</summary>
    public const int Lanes = 4;

    private readonly Lock gate = new();

    /// <param name="groups">How many groups there are.</param>
    /// <param name="columns">The column of each measure; null where the table has none.</param>
    /// <param name="counts">Whether incidents are counted apart, because no column counts them.</param>
    public GroupTotals(int groups, MeasureColumn?[] columns, bool counts)
    {
        Figures = new Pages[columns.Length];
        Partials = new Pages[columns.Length];
        for (int i = 0; i < columns.Length; i++)
        {
            Figures[i] = columns[i] is null ? null : new Pages((long)groups * Lanes);
            Partials[i] = columns[i] is { HasPartial: true } ? new Pages((long)groups * Lanes) : null;
        }

        Counts = counts ? new Pages(groups) : null;
    }

    /// <summary>Totals with every lane, for finished sums.</summary>
    public GroupTotals(int groups, int measures)
    {
        Figures = new Pages[measures];
        Partials = new Pages[measures];
        for (int i = 0; i < measures; i++)
        {
            Figures[i] = new Pages((long)groups * Lanes);
            Partials[i] = new Pages((long)groups * Lanes);
        }

        Counts = new Pages(groups);
    }

    /// <summary>For each measure four lanes a group.</summary>
    public Pages?[] Figures { get; }

    /// <summary>For each measure how many known figures of a group lack their low, best or high (the fourth lane is idle).</summary>
    public Pages?[] Partials { get; }

    /// <summary>The incidents of each group, where they are counted apart.</summary>
    public Pages? Counts { get; }

    public Lock.Scope Enter() => gate.EnterScope();
}

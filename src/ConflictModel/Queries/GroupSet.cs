using ConflictModel.Aggregation.Kernels;

namespace ConflictModel.Aggregation;

/// <summary>The sums of an aggregate's groups, by their number; a group's id is its number unless ids are given.</summary>
internal sealed class GroupSet
{
    private readonly GroupTotals totals;
    private readonly int counting;
    private readonly long[]? ids;
    private readonly bool[] lacksEnds;

    /// <param name="totals">The sums.</param>
    /// <param name="columns">The columns they were made of.</param>
    /// <param name="ids">The id of each group, ascending.</param>
    public GroupSet(GroupTotals totals, MeasureColumn?[] columns, long[]? ids)
    {
        (this.totals, this.ids) = (totals, ids);
        lacksEnds = Array.ConvertAll(columns, column => column is { LacksEnds: true });
        counting = Array.FindIndex(columns, column => column is { IsComplete: true });
        Count = (int)(totals.Counts?.Length ?? totals.Figures[counting]!.Length / GroupTotals.Lanes);
    }

    private GroupSet(GroupTotals totals, long[] ids)
    {
        (this.totals, this.ids) = (totals, ids);
        lacksEnds = new bool[totals.Figures.Length];
        Count = ids.Length;
    }

    public int Count { get; }

    public long[]? Ids => ids;

    /// <summary>Groups from finished sums.</summary>
    public static GroupSet Of(long[] ids, long[] incidents, Sums[][] sums)
    {
        GroupTotals totals = new(ids.Length, sums.Length);
        for (int group = 0; group < ids.Length; group++)
        {
            totals.Counts![group] = incidents[group];
            for (int measure = 0; measure < sums.Length; measure++)
            {
                Sums sum = sums[measure][group];
                ReadOnlySpan<long> lanes = [sum.Low, sum.Best, sum.High, incidents[group]];
                ReadOnlySpan<long> unknown = [sum.UnknownLow, sum.UnknownBest, sum.UnknownHigh, 0];
                lanes.CopyTo(totals.Figures[measure]!.Group(group));
                unknown.CopyTo(totals.Partials[measure]!.Group(group));
            }
        }

        return new(totals, ids);
    }

    public long IncidentsOf(int group) => totals.Counts?[group] ?? totals.Figures[counting]!.Group(group)[3];

    public Sums SumsOf(int measure, int group)
    {
        long incidents = IncidentsOf(group);
        if (totals.Figures[measure] is not { } figures)
        {
            return new(0, 0, 0, incidents, incidents, incidents);
        }

        ReadOnlySpan<long> lanes = figures.Group(group);
        long unknown = incidents - lanes[3];
        if (lacksEnds[measure])
        {
            return new(0, lanes[1], 0, incidents, unknown, incidents);
        }

        if (totals.Partials[measure] is not { } partials)
        {
            return new(lanes[0], lanes[1], lanes[2], unknown, unknown, unknown);
        }

        ReadOnlySpan<long> partial = partials.Group(group);
        return new(lanes[0], lanes[1], lanes[2], unknown + partial[0], unknown + partial[1], unknown + partial[2]);
    }

    /// <summary>Whether no incident began in a group and nobody was counted there.</summary>
    public bool IsEmpty(int group)
    {
        if (IncidentsOf(group) != 0)
        {
            return false;
        }

        foreach (Pages? figures in totals.Figures)
        {
            if (figures is not null && figures.Group(group)[..3].ContainsAnyExcept(0))
            {
                return false;
            }
        }

        return true;
    }
}

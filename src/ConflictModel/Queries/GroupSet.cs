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
        Count = totals.Counts?.Length ?? totals.Figures[counting]!.Length / GroupTotals.Lanes;
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
                lanes.CopyTo(totals.Figures[measure].AsSpan(group * GroupTotals.Lanes));
                unknown.CopyTo(totals.Partials[measure].AsSpan(group * GroupTotals.Lanes));
            }
        }

        return new(totals, ids);
    }

    public long IncidentsOf(int group) => totals.Counts?[group] ?? totals.Figures[counting]![group * GroupTotals.Lanes + 3];

    public Sums SumsOf(int measure, int group)
    {
        long incidents = IncidentsOf(group);
        int place = group * GroupTotals.Lanes;
        if (totals.Figures[measure] is not { } lanes)
        {
            return new(0, 0, 0, incidents, incidents, incidents);
        }

        long unknown = incidents - lanes[place + 3];
        if (lacksEnds[measure])
        {
            return new(0, lanes[place + 1], 0, incidents, unknown, incidents);
        }

        return totals.Partials[measure] is { } partials
            ? new(lanes[place], lanes[place + 1], lanes[place + 2], unknown + partials[place], unknown + partials[place + 1], unknown + partials[place + 2])
            : new(lanes[place], lanes[place + 1], lanes[place + 2], unknown, unknown, unknown);
    }

    /// <summary>Whether no incident began in a group and nobody was counted there.</summary>
    public bool IsEmpty(int group)
    {
        if (IncidentsOf(group) != 0)
        {
            return false;
        }

        foreach (long[]? lanes in totals.Figures)
        {
            if (lanes is not null && lanes.AsSpan(group * GroupTotals.Lanes, 3).ContainsAnyExcept(0))
            {
                return false;
            }
        }

        return true;
    }
}

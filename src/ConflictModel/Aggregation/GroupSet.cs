namespace ConflictModel.Aggregation;

/// <summary>The sums of an aggregate's groups, by their number; a group's id is its number unless ids are given.</summary>
internal sealed class GroupSet
{
    private const int KnownLane = FigureTotals.Lanes - 1;

    private readonly GroupTotals totals;
    private readonly int counting;
    private readonly long[]? ids;
    private readonly bool[] lacksEnds;
    private readonly (long[] Incidents, Sums[][] Sums)? finished;

    /// <param name="totals">The sums.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="columns">The columns they were made of.</param>
    /// <param name="ids">The id of each group, ascending.</param>
    public GroupSet(GroupTotals totals, int groups, MeasureColumn?[] columns, long[]? ids)
    {
        (this.totals, this.ids) = (totals, ids);
        lacksEnds = Array.ConvertAll(columns, column => column is { LacksEnds: true });
        counting = Array.FindIndex(columns, column => column is { IsComplete: true });
        Count = groups;
    }

    private GroupSet(long[] ids, long[] incidents, Sums[][] sums)
    {
        (totals, lacksEnds) = (new(0, [], counts: false), []);
        (this.ids, finished) = (ids, (incidents, sums));
        Count = ids.Length;
    }

    public int Count { get; }

    public long[]? Ids => ids;

    /// <summary>Groups from finished sums.</summary>
    public static GroupSet Of(long[] ids, long[] incidents, Sums[][] sums) => new(ids, incidents, sums);

    /// <summary>The place of the group of an id; negative if there is none.</summary>
    public int IndexOf(long id) => ids is null ? (int)id : Array.BinarySearch(ids, id);

    public long IncidentsOf(int group) =>
        finished?.Incidents[group] ?? totals.Counts?[group] ?? totals.Figures[counting]![group, KnownLane];

    /// <summary>The sums of a measure over some groups.</summary>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public Sums SumsOf(int measure, params ReadOnlySpan<int> some)
    {
        if (finished is not null)
        {
            return Finished(measure, some);
        }

        try
        {
            return Added(measure, some);
        }
        catch (OverflowException error)
        {
            throw Sums.TooLarge(error);
        }
    }

    /// <summary>The known low, best or high figures of a group, added up; 0 where there is none.</summary>
    public long SumOf(int measure, int lane, int group) => finished is { } known
        ? known.Sums[measure][group].Added(lane)
        : lacksEnds[measure] && lane != 1 ? 0 : totals.Figures[measure]?[group, lane] ?? 0;

    private Sums Finished(int measure, ReadOnlySpan<int> some)
    {
        Sums sum = default;
        foreach (int group in some)
        {
            sum += finished!.Value.Sums[measure][group];
        }

        return sum;
    }

    /// <summary>Figure by figure: sums of each of many groups, to be added to those before, took three times as long.</summary>
    private Sums Added(int measure, ReadOnlySpan<int> some)
    {
        (long incidents, long known) = (0, 0);
        (long low, long best, long high) = (0, 0, 0);
        (long partLow, long partBest, long partHigh) = (0, 0, 0);
        (FigureTotals? figures, FigureTotals? partials) = (totals.Figures[measure], totals.Partials[measure]);
        foreach (int group in some)
        {
            incidents += IncidentsOf(group);
            if (figures is not null)
            {
                low += figures[group, 0];
                best += figures[group, 1];
                high += figures[group, 2];
                known += figures[group, KnownLane];
            }

            if (partials is not null)
            {
                partLow += partials[group, 0];
                partBest += partials[group, 1];
                partHigh += partials[group, 2];
            }
        }

        long unknown = incidents - known;
        return lacksEnds[measure]
            ? new(incidents, 0, best, 0, incidents, unknown, incidents)
            : new(incidents, low, best, high, unknown + partLow, unknown + partBest, unknown + partHigh);
    }

    /// <summary>Whether no incident began in a group and nobody was counted there; finished sums are of groups that are not.</summary>
    public bool IsEmpty(int group)
    {
        if (finished is not null || IncidentsOf(group) != 0)
        {
            return false;
        }

        foreach (FigureTotals? figures in totals.Figures)
        {
            if (figures is not null && (figures[group, 0] | figures[group, 1] | figures[group, 2]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}

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

    public Sums SumsOf(int measure, int group)
    {
        if (finished is { } known)
        {
            return known.Sums[measure][group];
        }

        long incidents = IncidentsOf(group);
        if (totals.Figures[measure] is not { } figures)
        {
            return new(incidents, 0, 0, 0, incidents, incidents, incidents);
        }

        long unknown = incidents - figures[group, KnownLane];
        if (lacksEnds[measure])
        {
            return new(incidents, 0, figures[group, 1], 0, incidents, unknown, incidents);
        }

        return totals.Partials[measure] is { } partials
            ? new(
                incidents, figures[group, 0], figures[group, 1], figures[group, 2],
                unknown + partials[group, 0], unknown + partials[group, 1], unknown + partials[group, 2])
            : new(incidents, figures[group, 0], figures[group, 1], figures[group, 2], unknown, unknown, unknown);
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

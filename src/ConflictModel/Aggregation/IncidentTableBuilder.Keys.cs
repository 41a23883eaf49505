namespace ConflictModel.Aggregation;

/// <content>What the table will be asked by, so that nothing is collected for any other question.</content>
public sealed partial class IncidentTableBuilder
{
    private static readonly GroupKey[] Sides = [GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor];
    private static readonly GroupKey[] Places = [.. GroupKey.All.OfType<GroupKey<RegionId>>()];

    private readonly HashSet<GroupKey>? kept;

    /// <summary>The keys that the table will be asked by, to group or to filter; null, unless it is set, for all.</summary>
    /// <remarks>
    /// What other keys ask for is not collected, and whoever appends a file need not look it up (<see cref="Keeps"/>): a table for one
    /// question is made sooner and takes less room. A query that asks for it after all is refused with an
    /// <see cref="InvalidOperationException"/>, and so are the columns of its pieces, and with them a file of it. Figures and days are
    /// always kept. A key of a side keeps the other side and the regions too, for an affiliation may be limited to either. The filters by
    /// side need a key of a side (<see cref="IncidentQuery.WithEitherSide"/> <see cref="GroupKey.Actor"/>), that by region a key of regions
    /// or of a side, and those by precision <see cref="GroupKey.ActiveYear"/>.
    /// </remarks>
    public ValueList<GroupKey>? Keys
    {
        get;
        init
        {
            field = value;
            kept = value is { } keys ? [.. keys] : null;
            if (Keeps(Sides))
            {
                kept?.UnionWith([GroupKey.FirstSide, GroupKey.SecondSide, .. Places]);
            }

            LeaveOut(firstSides, GroupKey.FirstSide, GroupKey.Actor);
            LeaveOut(secondSides, GroupKey.SecondSide, GroupKey.Actor);
            LeaveOut(others, GroupKey.Actor);
            LeaveOut(regions, Places);
            LeaveOut(kinds, GroupKey.Kind);
            LeaveOut(qualities, GroupKey.ActiveYear);
            LeaveOut(sources.Codes, GroupKey.Source);
            LeaveOut(dyads.Codes, GroupKey.Dyad);
            LeaveOut(conflicts.Codes, GroupKey.Conflict);
            LeaveOut(eventTypes.Codes, GroupKey.EventType);
        }
    }

    /// <summary>Whether what one of some keys asks for is kept: it is unless <see cref="Keys"/> are others.</summary>
    public bool Keeps(params IEnumerable<GroupKey> any) => kept is null || any.Any(kept.Contains);

    private void LeaveOut(CodeColumnBuilder column, params GroupKey[] by) => column.LeftOut = Keeps(by) ? null : by[0].Name;
}

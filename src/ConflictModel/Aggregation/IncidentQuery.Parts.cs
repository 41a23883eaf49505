namespace ConflictModel.Aggregation;

/// <content>One question to several tables.</content>
public sealed partial class IncidentQuery
{
    /// <summary>The keys that the incidents are divided by, in order.</summary>
    public IReadOnlyList<GroupKey> Keys => keys;

    /// <summary>
    /// Whether parts of the incidents can be asked before all are known, and the answers merged (<see cref="Aggregate.MergeAll"/>) to that
    /// of all of them.
    /// </summary>
    /// <remarks>
    /// Not where only the top is kept, where ids are named, which some part may not know (<see cref="Where(GroupKey, string)"/> names what
    /// the source writes), nor where it matters who the members of a coalition are, or who belonged to whom, which whoever appends
    /// incidents may say last: groups of <see cref="GroupKey.Actor"/>, and filters by a side. Regions have to be defined before the part in
    /// which they occur is asked.
    /// </remarks>
    public bool CanBeAskedInParts => top is null
        && !keys.Any(key => key.Overlaps) && !conditions.Any(condition => condition.WaitsForOthers);

    /// <summary>What has to be known of the days of rows.</summary>
    /// <param name="inPeriod">Whether all rows lie in the period.</param>
    internal PieceDays DaysIn(Truth inPeriod) =>
        (period is not null && inPeriod != Truth.Yes) || conditions.Any(condition => condition.NeedsDays)
            || keys.Any(key => key.IsTime && key != GroupKey.Month && key != GroupKey.Year) ? PieceDays.All
        : keys.Any(key => key.IsTime) ? PieceDays.Months
        : PieceDays.None;

    /// <summary>The same question to another table.</summary>
    /// <exception cref="ArgumentException">The table does not know an id that the query names.</exception>
    public IncidentQuery On(IncidentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Columns)
        {
            conditions = conditions,
            filters = [.. conditions.Select(condition => condition.Bind(table.Columns))],
            keys = keys,
            measures = measures,
            period = period,
            least = least,
            keepsUnknown = keepsUnknown,
            top = top,
        };
    }

    /// <summary>
    /// Runs the query over incidents that stand in several tables: the answers of the parts, merged. No part is kept once it has answered.
    /// </summary>
    /// <remarks>All that is known of an incident has to stand in one part.</remarks>
    /// <param name="parts">
    /// The tables, which are asked one after another; twice where groups beyond the top have incidents that go on from one to the other.
    /// </param>
    /// <exception cref="ArgumentException">There are none, or one does not know an id that the query names.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits, or the values of the keys give more combinations than that.</exception>
    public Aggregate RunOver(IEnumerable<IncidentTable> parts) => RunOver(parts, static part => part);

    /// <inheritdoc cref="RunOver(IEnumerable{IncidentTable})"/>
    /// <param name="parts">
    /// What the tables are made of, which are asked on all processors; twice where groups beyond the top have incidents that go on from one
    /// to the other.
    /// </param>
    /// <param name="open">Makes a table, on any thread.</param>
    /// <typeparam name="TPart">What a table is made of.</typeparam>
    public Aggregate RunOver<TPart>(IEnumerable<TPart> parts, Func<TPart, IncidentTable> open)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(open);
        IncidentQuery whole = new(this) { top = null };
        Aggregate cut = RunParts.Merge(parts, part => whole.On(open(part)).Run()).Take(top);
        return measures.Any(measure => cut.BeyondTop.Of(measure).Continuing > 0)
            ? CountBeyondOnce(parts.Select(open), whole, cut)
            : cut;
    }

    /// <summary>
    /// What goes on in several groups beyond the top counts once there, and only now it is known which these are.
    /// </summary>
    private Aggregate CountBeyondOnce(IEnumerable<IncidentTable> parts, IncidentQuery whole, Aggregate cut)
    {
        HashSet<string> kept = [.. Enumerable.Range(0, cut.Count).Select(cut.KeysOfRow)];
        (Sums[] each, Sums[] once) = (new Sums[measures.Length], new Sums[measures.Length]);
        foreach (IncidentTable part in parts)
        {
            TableColumns columns = keys.Any(key => key.Overlaps) ? part.Columns.ByActor : part.Columns;
            (Aggregate answer, SplitShares? shares) = whole.On(part).Run(columns, keys);
            if (shares is null)
            {
                continue;
            }

            Dictionary<int, bool> beyond = [];
            Add(once, shares.Continuing((group, _) => IsBeyond(group)));
            foreach ((int group, Sums[] sums) in shares.ByGroup())
            {
                Add(each, IsBeyond(group) ? sums : new Sums[measures.Length]);
            }

            bool IsBeyond(int group) => beyond.TryGetValue(group, out bool known)
                ? known
                : beyond[group] = (keepsUnknown || !answer.IsOutside(group)) && !kept.Contains(answer.KeysOfGroup(group));
        }

        return cut.WithBeyond(each, once);

        static void Add(Sums[] sums, Sums[] more)
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += more[i];
            }
        }
    }
}

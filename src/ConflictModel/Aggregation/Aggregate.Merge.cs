namespace ConflictModel.Aggregation;

/// <content>Putting aggregates of parts together, and dropping keys.</content>
public sealed partial class Aggregate
{
    /// <summary>The aggregate of two disjoint sets of incidents together. The order does not matter, nor does the grouping of several merges.</summary>
    /// <exception cref="ArgumentException">They have different keys, measures or filters, or one of them was cut to its top.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public Aggregate Merge(Aggregate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!Keys.SequenceEqual(other.Keys) || !measures.SequenceEqual(other.measures)
            || !Filters.Select(filter => filter.Filter).SequenceEqual(other.Filters.Select(filter => filter.Filter)))
        {
            throw new ArgumentException("The aggregates have different keys, measures or filters.", nameof(other));
        }

        ThrowIfCut();
        other.ThrowIfCut();
        FilterCount[] filters = [.. Filters.Zip(other.Filters, (left, right) => left with { Dropped = left.Dropped + right.Dropped })];
        Rest outside = layout.Value.Outside.Plus(other.layout.Value.Outside);
        return Of(Keys, measures, [.. Entries(Keys), .. other.Entries(Keys)], outside, (filters, Perhaps + other.Perhaps));
    }

    /// <summary>The same incidents by fewer keys, for totals over those left out. What is outside a key left out stays <see cref="Outside"/>.</summary>
    /// <param name="keep">The keys to keep, of the query's; none for one row.</param>
    /// <exception cref="ArgumentException">A key is not the query's or occurs twice, or the aggregate was cut to its top.</exception>
    public Aggregate RollUp(params ReadOnlySpan<GroupKey> keep)
    {
        GroupKey[] kept = keep.ToArray();
        if (kept.Except(Keys).Any() || kept.Distinct().Count() != kept.Length)
        {
            throw new ArgumentException("Only the query's own keys can be kept, each once.", nameof(keep));
        }

        ThrowIfCut();
        return Of(kept, measures, Entries(kept), layout.Value.Outside, (Filters, Perhaps));
    }

    private static Aggregate Of(
        IReadOnlyList<GroupKey> keys, Measure[] measures, IReadOnlyList<Entry> entries, Rest outside, (IReadOnlyList<FilterCount>, long) coverage)
    {
        KeyDomain[] domains = [.. keys.Select((key, i) => key.Collect(entries.Select(entry => entry.Keys[i])))];
        long[] strides = new long[domains.Length];
        Dictionary<string, int>[] slots = new Dictionary<string, int>[domains.Length];
        long stride = 1;
        for (int i = 0; i < domains.Length; i++)
        {
            strides[i] = stride;
            stride *= domains[i].Slots;
            slots[i] = Enumerable.Range(1, domains[i].Slots - 1).ToDictionary(domains[i].Text);
        }

        SortedDictionary<long, Rest> sums = [];
        if (keys.Count == 0)
        {
            sums.Add(0, new(0, new Sums[measures.Length]));
        }

        foreach (Entry entry in entries)
        {
            long id = entry.Keys.Select((text, i) => slots[i][text] * strides[i]).Sum();
            Rest sum = new(entry.Incidents, entry.Sums);
            sums[id] = sums.TryGetValue(id, out Rest? before) ? before.Plus(sum) : sum;
        }

        // Slot 0 of every key holds what is outside; only a query with keys has any.
        if (keys.Count > 0)
        {
            sums.Add(0, outside);
        }

        GroupSet groups = GroupSet.Of(
            [.. sums.Keys],
            [.. sums.Values.Select(sum => sum.Incidents)],
            [.. Enumerable.Range(0, measures.Length).Select(i => sums.Values.Select(sum => sum.Sums[i]).ToArray())]);
        return keys.Count > 0
            ? new(domains, strides, measures, groups, coverage)
            : new(new(domains, strides, measures, groups, coverage), new([0], outside, new(0, new Sums[measures.Length]), false));
    }

    private List<Entry> Entries(IReadOnlyList<GroupKey> keep)
    {
        int[] places = [.. keep.Select(key => Array.FindIndex(domains, domain => domain.Key == key))];
        List<Entry> entries = new(Count);
        for (int row = 0; row < Count; row++)
        {
            int group = layout.Value.Groups[row];
            entries.Add(new(
                Array.ConvertAll(places, key => domains[key].Text(SlotOf(group, key))),
                groups.IncidentsOf(group),
                [.. Enumerable.Range(0, measures.Length).Select(i => groups.SumsOf(i, group))]));
        }

        return entries;
    }

    private void ThrowIfCut()
    {
        if (IsCut)
        {
            throw new ArgumentException("An aggregate that was cut to its top lacks groups: merge or roll up first, and rank afterwards.");
        }
    }

    private sealed record Entry(string[] Keys, long Incidents, Sums[] Sums);
}

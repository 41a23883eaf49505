namespace ConflictModel.Aggregation;

/// <content>Putting aggregates of parts together, and dropping keys.</content>
public sealed partial class Aggregate
{
    /// <summary>
    /// The aggregate of two disjoint sets of incidents together. The order does not matter, nor does the grouping of several merges.
    /// </summary>
    /// <exception cref="ArgumentException">They have different keys, measures or filters, or one of them was cut to its top.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public Aggregate Merge(Aggregate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return MergeAll(this, other);
    }

    /// <summary>The aggregate of any number of disjoint sets of incidents together, in whatever order.</summary>
    /// <exception cref="ArgumentException">There are none, they have different keys, measures or filters, or one of them was cut to its
    /// top.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public static Aggregate MergeAll(params IEnumerable<Aggregate> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Aggregate[] all = [.. parts];
        if (all.Length == 0)
        {
            throw new ArgumentException("There is nothing to merge.", nameof(parts));
        }

        Aggregate first = all[0];
        first.ThrowIfCut();
        if (all.Length == 1 && first.continuing is null)
        {
            return first;
        }

        List<Entry> entries = first.Entries(first.Keys);
        (long[] dropped, long perhaps) = ([.. first.Filters.Select(filter => filter.Dropped)], first.Perhaps);
        (Rest total, Rest outside) = (first.RestAt(TotalRow), first.layout.Value.Outside);
        foreach (Aggregate other in all[1..])
        {
            first.ThrowUnlessAlike(other);
            other.ThrowIfCut();
            entries.AddRange(other.Entries(first.Keys));
            (total, outside) = (total.Plus(other.RestAt(TotalRow)), outside.Plus(other.layout.Value.Outside));
            perhaps += other.Perhaps;
            for (int i = 0; i < dropped.Length; i++)
            {
                dropped[i] += other.Filters[i].Dropped;
            }
        }

        FilterCount[] filters = [.. first.Filters.Select((filter, i) => filter with { Dropped = dropped[i] })];
        return Of(first.Keys, first.measures, entries, new(total, outside), first.keyed.KeepsUnknown, (filters, perhaps));
    }

    private void ThrowUnlessAlike(Aggregate other)
    {
        if (!Keys.SequenceEqual(other.Keys) || !measures.SequenceEqual(other.measures) || keyed.KeepsUnknown != other.keyed.KeepsUnknown
            || !Filters.Select(filter => filter.Filter).SequenceEqual(other.Filters.Select(filter => filter.Filter)))
        {
            throw new ArgumentException("The aggregates have different keys, measures or filters.", nameof(other));
        }
    }

    /// <summary>
    /// The same incidents by fewer keys, for totals over those left out. What is outside a key left out stays <see cref="Outside"/>.
    /// </summary>
    /// <param name="keep">The keys to keep, of the query's; none for one row.</param>
    /// <exception cref="ArgumentException">A key is not the query's or occurs twice, groups overlap in a key left out, an incident goes on
    /// from one group to another of a key of time left out, or the aggregate was cut to its top.</exception>
    public Aggregate RollUp(params IEnumerable<GroupKey> keep)
    {
        GroupKey[] kept = keep.ToArray();
        if (kept.Except(Keys).Any() || kept.Distinct().Count() != kept.Length)
        {
            throw new ArgumentException("Only the query's own keys can be kept, each once.", nameof(keep));
        }

        if (GroupsOverlap && !kept.Any(key => key.Overlaps))
        {
            throw new ArgumentException(
                "Groups that overlap are not to be added up: keep the key, or ask the table without it.", nameof(keep));
        }

        if (LeavesOutTime(kept) && Entries(kept).Exists(entry => Array.Exists(entry.Sums, sums => sums.Continuing > 0)))
        {
            throw new ArgumentException(
                "Incidents go on from one group to another, which would count what they lack twice: "
                    + "keep the key of time, or ask the table without it.",
                nameof(keep));
        }

        ThrowIfCut();
        return Of(
            kept, measures, Entries(kept), new(RestAt(TotalRow), layout.Value.Outside), keyed.KeepsUnknown, (Filters, Perhaps));
    }

    /// <param name="keys">The keys.</param>
    /// <param name="measures">The measures.</param>
    /// <param name="entries">The groups, which may stand several times.</param>
    /// <param name="rest">All incidents, and those outside, each once; null if they are the sums of groups.</param>
    /// <param name="keepsUnknown">Whether groups may lack a value.</param>
    /// <param name="coverage">What the filters dropped.</param>
    private static Aggregate Of(
        IReadOnlyList<GroupKey> keys, Measure[] measures, IReadOnlyList<Entry> entries, Once? rest, bool keepsUnknown,
        (IReadOnlyList<FilterCount>, long) coverage)
    {
        KeyTexts texts = new(keys, entries.Select(entry => entry.Keys));
        SortedDictionary<long, Rest> sums = [];
        if (keys.Count == 0)
        {
            sums.Add(0, new(0, new Sums[measures.Length]));
        }

        foreach (Entry entry in entries)
        {
            long id = texts.GroupOf(entry.Keys);
            Rest sum = new(entry.Incidents, entry.Sums);
            sums[id] = sums.TryGetValue(id, out Rest? before) ? before.Plus(sum) : sum;
        }

        var groups = GroupSet.Of(
            [.. sums.Keys],
            [.. sums.Values.Select(sum => sum.Incidents)],
            [.. Enumerable.Range(0, measures.Length).Select(i => sums.Values.Select(sum => sum.Sums[i]).ToArray())]);
        return new(new(texts.Domains, texts.Strides, null, keepsUnknown), measures, groups, coverage, rest);
    }

    /// <summary>Whether the finest key of time is left out, by which the pieces of an incident lie in different groups.</summary>
    private bool LeavesOutTime(GroupKey[] kept) =>
        Keys.Any(key => key.IsTime && !Array.Exists(kept, other => other == key || (other.IsTime && other.Refines(key))));

    private List<Entry> Entries(IReadOnlyList<GroupKey> keep)
    {
        List<Entry> entries = new(Count);
        for (int row = 0; row < Count; row++)
        {
            int group = layout.Value.Groups[row];
            entries.Add(new(
                [.. keep.Select(key => TextAt(row, key))],
                groups.IncidentsOf(group),
                [.. Enumerable.Range(0, measures.Length).Select(i => SumsOf(i, group))]));
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

    private sealed record Entry(string?[] Keys, long Incidents, Sums[] Sums);

    /// <summary>The values of keys as texts, and the numbers of groups by them.</summary>
    private sealed class KeyTexts
    {
        private readonly Dictionary<string, int>[] slots;

        public KeyTexts(IReadOnlyList<GroupKey> keys, IEnumerable<string?[]> rows)
        {
            string?[][] all = [.. rows];
            Domains = [.. keys.Select((key, i) => key.Collect(all.Select(row => row[i]).OfType<string>()))];
            Strides = new long[Domains.Length];
            slots = new Dictionary<string, int>[Domains.Length];
            long stride = 1;
            for (int i = 0; i < Domains.Length; i++)
            {
                Strides[i] = stride;
                stride = checked(stride * Domains[i].Slots);
                slots[i] = Enumerable.Range(1, Domains[i].Slots - 1).ToDictionary(Domains[i].Text);
            }
        }

        public KeyDomain[] Domains { get; }

        public long[] Strides { get; }

        public long GroupOf(string?[] texts) => texts.Select((text, i) => text is null ? 0 : slots[i][text] * Strides[i]).Sum();

        /// <summary>The number of a group; null if none has one of its values.</summary>
        public long? Find(string?[] texts) =>
            texts.Select((text, i) => text is null || slots[i].ContainsKey(text)).All(known => known) ? GroupOf(texts) : null;
    }
}

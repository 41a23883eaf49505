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

        (long[] dropped, long perhaps) = (new long[first.Filters.Count], 0);
        (Rest total, Rest outside) = (first.RestAt(TotalRow), first.layout.Value.Outside);
        foreach (Aggregate other in all[1..])
        {
            first.ThrowUnlessAlike(other);
            other.ThrowIfCut();
            (total, outside) = (total.Plus(other.RestAt(TotalRow)), outside.Plus(other.layout.Value.Outside));
        }

        foreach (Aggregate part in all)
        {
            perhaps += part.Perhaps;
            for (int i = 0; i < dropped.Length; i++)
            {
                dropped[i] += part.Filters[i].Dropped;
            }
        }

        var filters = new FilterCount[dropped.Length];
        for (int i = 0; i < filters.Length; i++)
        {
            filters[i] = first.Filters[i] with { Dropped = dropped[i] };
        }

        return Of(all, [.. Enumerable.Range(0, first.Keys.Count)], new(total, outside), (filters, perhaps));
    }

    private void ThrowUnlessAlike(Aggregate other)
    {
        if (!Keys.SequenceEqual(other.Keys) || !measures.SequenceEqual(other.measures) || keyed.KeepsUnknown != other.keyed.KeepsUnknown
            || Filters.Count != other.Filters.Count
            || Enumerable.Range(0, Filters.Count).Any(i => Filters[i].Filter != other.Filters[i].Filter))
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

        if (LeavesOutTime(kept)
            && Array.Exists(layout.Value.Groups, group => measures.Index().Any(one => SumsOf(one.Index, group).Continuing > 0)))
        {
            throw new ArgumentException(
                "Incidents go on from one group to another, which would count what they lack twice: "
                    + "keep the key of time, or ask the table without it.",
                nameof(keep));
        }

        ThrowIfCut();
        return Of(
            [this], Array.ConvertAll(kept, key => Keys.ToList().IndexOf(key)), new(RestAt(TotalRow), layout.Value.Outside),
            (Filters, Perhaps));
    }

    /// <summary>The groups of several aggregates by some of their keys, equal ones as one.</summary>
    /// <param name="parts">The aggregates, which are alike.</param>
    /// <param name="kept">The places of the keys that are kept.</param>
    /// <param name="rest">All incidents, and those outside, each once.</param>
    /// <param name="coverage">What the filters dropped.</param>
    private static Aggregate Of(Aggregate[] parts, int[] kept, Once rest, (IReadOnlyList<FilterCount>, long) coverage)
    {
        Aggregate first = parts[0];

        // A value is looked at once for each part, and not for each of its groups.
        string?[][][] texts = [.. parts.Select(part => Array.ConvertAll(kept, part.TextsOfKey))];
        KeyTexts keys = new(
            Array.ConvertAll(kept, key => first.Keys[key]), i => texts.SelectMany(part => part[i].OfType<string>()));
        List<long> ids = [];
        List<long> incidents = [];
        List<Sums>[] sums = Array.ConvertAll(first.measures, _ => new List<Sums>());
        Dictionary<long, int> places = [];
        if (kept.Length == 0)
        {
            PlaceOf(0);
        }

        foreach ((int number, Aggregate part) in parts.Index())
        {
            long[][] shares = [.. kept.Select((_, i) => Array.ConvertAll(texts[number][i], text => keys.ShareOf(i, text)))];
            foreach (int group in part.layout.Value.Groups)
            {
                long id = 0;
                for (int i = 0; i < kept.Length; i++)
                {
                    id += shares[i][part.SlotOf(group, kept[i])];
                }

                int place = PlaceOf(id);
                incidents[place] += part.groups.IncidentsOf(group);
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i][place] += part.SumsOf(i, group);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, ids.Count)];
        long[] sorted = [.. ids];
        Array.Sort(sorted, order);
        var groups = GroupSet.Of(
            sorted, Array.ConvertAll(order, place => incidents[place]),
            Array.ConvertAll(sums, list => Array.ConvertAll(order, place => list[place])));
        return new(new(keys.Domains, keys.Strides, null, first.keyed.KeepsUnknown), first.measures, groups, coverage, rest);

        int PlaceOf(long id)
        {
            if (!places.TryGetValue(id, out int place))
            {
                places.Add(id, place = ids.Count);
                ids.Add(id);
                incidents.Add(0);
                Array.ForEach(sums, list => list.Add(default));
            }

            return place;
        }
    }

    /// <summary>The text of each slot of a key that some group has; null for any other.</summary>
    private string?[] TextsOfKey(int key)
    {
        string?[] texts = new string?[Domains[key].Slots];
        foreach (int group in layout.Value.Groups)
        {
            int slot = SlotOf(group, key);
            texts[slot] ??= slot == 0 ? null : Domains[key].Text(slot);
        }

        return texts;
    }

    /// <summary>Whether the finest key of time is left out, by which the pieces of an incident lie in different groups.</summary>
    private bool LeavesOutTime(GroupKey[] kept) =>
        Keys.Any(key => key.IsTime && !Array.Exists(kept, other => other == key || (other.IsTime && other.Refines(key))));

    private void ThrowIfCut()
    {
        if (IsCut)
        {
            throw new ArgumentException("An aggregate that was cut to its top lacks groups: merge or roll up first, and rank afterwards.");
        }
    }

    /// <summary>The values of keys as texts, and the numbers of groups by them.</summary>
    private sealed class KeyTexts
    {
        private readonly Dictionary<string, int>[] slots;

        public KeyTexts(IReadOnlyList<GroupKey> keys, Func<int, IEnumerable<string>> textsOf)
        {
            Domains = [.. keys.Select((key, i) => key.Collect(textsOf(i)))];
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

        /// <summary>What a value adds to the number of a group.</summary>
        public long ShareOf(int key, string? text) => text is null ? 0 : slots[key][text] * Strides[key];

        public long GroupOf(string?[] texts) => texts.Select((text, i) => ShareOf(i, text)).Sum();

        /// <summary>The number of a group; null if none has one of its values.</summary>
        public long? Find(string?[] texts) =>
            texts.Select((text, i) => text is null || slots[i].ContainsKey(text)).All(known => known) ? GroupOf(texts) : null;
    }
}

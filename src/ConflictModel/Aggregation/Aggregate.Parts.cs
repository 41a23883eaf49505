namespace ConflictModel.Aggregation;

/// <content>Making one of what another engine found.</content>
public sealed partial class Aggregate
{
    /// <summary>The aggregate that a table in memory would have given.</summary>
    /// <exception cref="ArgumentException">The top is by or within what the query does not have.</exception>
    internal static Aggregate Of(AggregateParts parts)
    {
        Measure[] measures = parts.Measures;
        (FilterCount[], long) coverage = (parts.Filters, parts.Perhaps);
        List<Entry> entries = [.. EntriesOf(parts.Groups, parts.Keys.Count == 0)];
        Aggregate each = Of(parts.Keys, measures, entries, null, parts.KeepsUnknown, coverage);
        if (parts.Once is { } rows)
        {
            int[] kept = [.. Enumerable.Range(0, parts.Keys.Count).Where(i => !parts.Keys[i].Overlaps)];
            IEnumerable<Entry> once = EntriesOf(rows, kept.Length == 0)
                .Select(entry => entry with { Keys = [.. kept.Select(i => entry.Keys[i])] });
            each = each.CountedOnceBy(
                Of([.. kept.Select(i => parts.Keys[i])], measures, [.. once], null, parts.KeepsUnknown, coverage));
        }

        KeyTexts texts = TextsOf(parts.Keys, entries);
        var byGroup = parts.Continuing.Where(row => row.Sums.Any(sums => sums.Continuing > 0))
            .ToDictionary(row => PlaceOf(row.Keys), row => row.Sums);
        return each.Take(parts.Top).With(new Goings(
            parts.KeepsUnknown ? new Sums[measures.Length] : parts.Outside, parts.Total, byGroup, Beyond));

        int PlaceOf(string?[] keys) => texts.Find(keys) is { } group ? each.groups.IndexOf(group) : -1;

        Sums[] Beyond(Func<int, bool> isBeyond)
        {
            var sums = new Sums[measures.Length];
            int overlapping = parts.Keys.ToList().FindIndex(key => key.Overlaps);
            foreach (IGrouping<(string, string?), AggregateParts.Going> incident in parts.Events.GroupBy(
                going => (going.Event, overlapping < 0 ? null : going.Keys[overlapping])))
            {
                AggregateParts.Going[] there =
                    [.. incident.Where(going => PlaceOf(going.Keys) is >= 0 and var group && isBeyond(group))];
                for (int i = 0; i < sums.Length && !Array.Exists(there, going => going.Begins); i++)
                {
                    sums[i] += Array.Find(there, going => going.Sums[i].Continuing > 0)?.Sums[i] ?? default;
                }
            }

            return sums;
        }
    }

    /// <summary>The groups of a file or of another engine, of which each has its keys as texts.</summary>
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
        KeyTexts texts = TextsOf(keys, entries);
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

    private static KeyTexts TextsOf(IReadOnlyList<GroupKey> keys, IReadOnlyList<Entry> entries) =>
        new(keys, i => entries.Select(entry => entry.Keys[i]).OfType<string>());

    private static IEnumerable<Entry> EntriesOf(IEnumerable<AggregateParts.Row> rows, bool areAll) =>
        rows.Where(row => areAll || !row.IsEmpty).Select(row => new Entry(row.Keys, row.Incidents, row.Sums));

    private sealed record Entry(string?[] Keys, long Incidents, Sums[] Sums);
}

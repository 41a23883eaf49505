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

        KeyTexts texts = new(parts.Keys, entries.Select(entry => entry.Keys));
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

    private static IEnumerable<Entry> EntriesOf(IEnumerable<AggregateParts.Row> rows, bool areAll) =>
        rows.Where(row => areAll || !row.IsEmpty).Select(row => new Entry(row.Keys, row.Incidents, row.Sums));
}

namespace ConflictModel.Matching;

/// <summary>Counts whoever, or whatever, is on which of several sources' lists.</summary>
internal static class CapturePatterns
{
    /// <summary>The table of records that are taken together by a key.</summary>
    /// <param name="lists">The sources whose lists are counted.</param>
    /// <param name="records">What each record is of, and the sources that it is on the lists of.</param>
    public static CaptureTable TableOf<TKey>(ValueList<SourceId> lists, IEnumerable<(TKey Key, IEnumerable<SourceId> Sources)> records)
        where TKey : notnull
    {
        var on = new Dictionary<TKey, SortedSet<int>>();
        foreach ((TKey key, IEnumerable<SourceId> sources) in records)
        {
            foreach (SourceId source in sources)
            {
                if (lists.AsSpan().IndexOf(source) is >= 0 and var place)
                {
                    (on.TryGetValue(key, out SortedSet<int>? places) ? places : on[key] = []).Add(place);
                }
            }
        }

        return CaptureTable.Of(
            lists.Select(list => list.Value),
            on.Values.GroupBy(places => places.Aggregate(0, (pattern, place) => pattern | (1 << place)))
                .Select(group => new CaptureTable.Cell([.. group.First().Select(place => lists[place].Value)], group.LongCount())));
    }
}

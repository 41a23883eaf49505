namespace ConflictModel.Aggregation;

/// <summary>What the groups of a <see cref="GroupedSums{TKey}"/> come to so far.</summary>
/// <remarks>
/// Keys that are equal are found by their hash; the order, which may call unequal keys the same, decides on each key once.
/// </remarks>
internal sealed class GroupedTotals<TKey>(IComparer<TKey> order)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> places = [];
    private readonly SortedDictionary<TKey, int> ordered = new(order);
    private Total[] totals = new Total[16];

    public void Add(TKey key, in (long? Low, long? Best, long? High) figures, in Bounds bounds, Truth belongs)
    {
        if (!places.TryGetValue(key, out int place))
        {
            places.Add(key, place = PlaceOf(key));
        }

        ref Total total = ref totals[place];
        if (belongs == Truth.Yes)
        {
            total.Certain.Add(figures, bounds);
        }
        else
        {
            total.Possible.Add(figures, bounds);
        }
    }

    /// <summary>The groups in order.</summary>
    public ValueList<GroupedSums<TKey>.Group> ToGroups() => ordered.Select(group => totals[group.Value].Of(group.Key)).ToValueList();

    private int PlaceOf(TKey key)
    {
        if (!ordered.TryGetValue(key, out int place))
        {
            ordered.Add(key, place = ordered.Count);
            if (place == totals.Length)
            {
                Array.Resize(ref totals, 2 * place);
            }
        }

        return place;
    }

    private struct Total
    {
        public RunningTotals Certain;
        public RunningTotals Possible;

        public readonly GroupedSums<TKey>.Group Of(TKey key)
        {
            (Bounds least, Bounds most) = (Certain.Bounds, Possible.Bounds);
            return new(key, Certain.Sums, Possible.Sums, new(least.Lower, (least + most).Upper, least.IsOuter || most.IsOuter));
        }
    }
}

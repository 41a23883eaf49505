using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Records by their regions and days, so that a scope need not be held against each of them.</summary>
/// <remarks>
/// What is left out is certainly not in the scope. Records of the same regions are asked about once; among them those of a period are
/// found by a tree of their last days over the order of their first.
/// </remarks>
internal sealed class ScopeIndex<T>
{
    private readonly IReadOnlyList<T> records;
    private readonly List<(ValueList<RegionId> Regions, Timeline Days)> places = [];
    private readonly Dictionary<ValueList<RegionId>, Timeline[]> placesOf = [];

    /// <param name="records">The records.</param>
    /// <param name="date">When each was; null if that is not said.</param>
    /// <param name="regions">Where each was.</param>
    public ScopeIndex(IReadOnlyList<T> records, Func<T, UncertainDate?> date, Func<T, ValueList<RegionId>> regions)
    {
        this.records = records;
        foreach (IGrouping<ValueList<RegionId>, int> place in Enumerable.Range(0, records.Count).GroupBy(i => regions(records[i])))
        {
            places.Add((place.Key, new([.. place.Select(i => (i, date(records[i])))])));
        }
    }

    /// <summary>The records that may be in a scope, in their order.</summary>
    public IEnumerable<T> Candidates(ScopeAnswer scope)
    {
        if (!placesOf.TryGetValue(scope.Regions, out Timeline[]? days))
        {
            days = [.. places.Where(place => scope.InRegions(place.Regions) != Truth.No).Select(place => place.Days)];
            placesOf.Add(scope.Regions, days);
        }

        (LocalDate from, LocalDate to) = scope.Days;
        var found = new List<int>();
        foreach (Timeline timeline in days)
        {
            timeline.Find(from, to, found);
        }

        found.Sort();
        return found.Select(i => records[i]);
    }

    /// <summary>The days of records in one place.</summary>
    private sealed class Timeline
    {
        private readonly (int Record, LocalDate First)[] order;
        private readonly LocalDate[] last;
        private readonly int leaves;

        public Timeline((int Record, UncertainDate? Date)[] records)
        {
            (int Record, LocalDate First, LocalDate Last)[] sorted =
            [
                .. records
                    .Select(one => (
                        one.Record, First: one.Date?.Earliest ?? LocalDate.MinIsoValue, Last: one.Date?.Latest ?? LocalDate.MaxIsoValue))
                    .OrderBy(one => one.First),
            ];
            order = Array.ConvertAll(sorted, one => (one.Record, one.First));

            // A heap: each inner node has the latest of the last days below it.
            leaves = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, sorted.Length));
            last = new LocalDate[2 * leaves];
            Array.Fill(last, LocalDate.MinIsoValue);
            for (int i = 0; i < sorted.Length; i++)
            {
                last[leaves + i] = sorted[i].Last;
            }

            for (int node = leaves - 1; node > 0; node--)
            {
                last[node] = LocalDate.Max(last[2 * node], last[2 * node + 1]);
            }
        }

        /// <summary>Adds the records that don't end before a day and don't begin behind another.</summary>
        public void Find(LocalDate from, LocalDate to, List<int> found) => Find(1, 0, leaves, from, to, found);

        private void Find(int node, int first, int count, LocalDate from, LocalDate to, List<int> found)
        {
            if (first >= order.Length || order[first].First > to || last[node] < from)
            {
                return;
            }

            if (count == 1)
            {
                found.Add(order[first].Record);
                return;
            }

            Find(2 * node, first, count / 2, from, to, found);
            Find(2 * node + 1, first + count / 2, count / 2, from, to, found);
        }
    }
}

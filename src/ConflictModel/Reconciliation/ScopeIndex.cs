using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Records by their regions and days, so that a scope need not be held against each of them.</summary>
/// <remarks>
/// What is left out is certainly not in the scope. Records of the same regions are asked about once; among them those of a period are
/// found by a tree of their last days over the order of their first. Of the administration's regions those that a scope may hold are those
/// within its own and around it.
/// </remarks>
internal sealed class ScopeIndex<T>
{
    private readonly IReadOnlyList<T> records;
    private readonly ApartRegions apart;
    private readonly List<Place> unlike = [];
    private readonly Dictionary<RegionId, List<Place>> within = [];
    private readonly Dictionary<RegionId, Place> plain = [];
    private readonly Dictionary<ValueList<RegionId>, Timeline[]> placesOf = [];

    /// <param name="records">The records.</param>
    /// <param name="date">When each was; null if that is not said.</param>
    /// <param name="regions">Where each was.</param>
    /// <param name="apart">Which regions share ground with no others but those within and around them.</param>
    public ScopeIndex(
        IReadOnlyList<T> records, Func<T, UncertainDate?> date, Func<T, ValueList<RegionId>> regions, ApartRegions apart)
    {
        this.records = records;
        this.apart = apart;
        foreach (IGrouping<ValueList<RegionId>, int> all in Enumerable.Range(0, records.Count).GroupBy(i => regions(records[i])))
        {
            var place = new Place(all.Key, new([.. all.Select(i => (i, date(records[i])))]));
            RegionId? region = apart.Plain(all.Key);
            if (region is null)
            {
                unlike.Add(place);
                continue;
            }

            plain.Add(region.Value, place);
            foreach (RegionId around in apart.Around(region.Value))
            {
                if (!within.TryGetValue(around, out List<Place>? here))
                {
                    within.Add(around, here = []);
                }

                here.Add(place);
            }
        }
    }

    /// <summary>The records that may be in a scope, in their order.</summary>
    public IEnumerable<T> Candidates(ScopeAnswer scope)
    {
        if (!placesOf.TryGetValue(scope.Regions, out Timeline[]? days))
        {
            days =
            [
                .. PlacesNear(scope.Regions).Distinct().Where(place => scope.InRegions(place.Regions) != Truth.No)
                    .Select(place => place.Days),
            ];
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

    private IEnumerable<Place> PlacesNear(ValueList<RegionId> regions) => apart.Plain(regions) is { } region
        ? unlike.Concat(within.GetValueOrDefault(region, []))
            .Concat(apart.Around(region).Append(region).Where(plain.ContainsKey).Select(around => plain[around]))
        : unlike.Concat(plain.Values);

    private sealed record Place(ValueList<RegionId> Regions, Timeline Days);

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

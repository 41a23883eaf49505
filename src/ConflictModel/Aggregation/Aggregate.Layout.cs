using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ConflictModel.Aggregation;

/// <content>Which groups are rows, in which order, and what the rest adds up to.</content>
public sealed partial class Aggregate
{
    /// <summary>Where an incident has several rows, says how many incidents there are in all.</summary>
    internal Aggregate CountedOnceBy(Aggregate each) => new(
        keyed, measures, groups, (each.Filters, each.Perhaps), new(each.RestAt(TotalRow), each.RestAt(OutsideRow)));

    /// <summary>Counts incidents that were split also where they go on.</summary>
    /// <param name="shares">Where they have shares in the groups; null if none was split.</param>
    /// <param name="inAll">The same in the groups of <paramref name="all"/>.</param>
    /// <param name="all">The aggregate itself or, where groups overlap, the one that has each incident once.</param>
    internal Aggregate With(SplitShares? shares, SplitShares? inAll, Aggregate all)
    {
        if (shares is null || inAll is null)
        {
            return this;
        }

        return With(new(
            keyed.KeepsUnknown
                ? new Sums[measures.Length]
                : inAll.Continuing((group, piece) => all.IsOutside(group) || (GroupsOverlap && inAll.IsNobodys(piece))),
            inAll.Continuing((_, _) => true),
            shares.ByGroup(),
            isBeyond => shares.Continuing((group, _) => isBeyond(group))));
    }

    /// <summary>Counts incidents that were split also where they go on.</summary>
    private Aggregate With(Goings goings)
    {
        HashSet<int> rows = [.. layout.Value.Groups];
        Sums[] beyond = goings.Beyond(group => !rows.Contains(group) && (keyed.KeepsUnknown || !IsOutside(group)));
        Layout part = layout.Value with
        {
            Outside = layout.Value.Outside.Plus(new(0, goings.Outside)),
            Beyond = layout.Value.Beyond.Plus(new(0, beyond)),
        };
        Once counted = new(RestAt(TotalRow).Plus(new(0, goings.Total)), part.Outside);
        return new(keyed, measures, groups, (Filters, Perhaps), counted, part, goings.ByGroup);
    }

    /// <summary>The values of a row's keys as one text.</summary>
    internal string KeysOfRow(int row) => KeysOfGroup(layout.Value.Groups[row]);

    /// <summary>The values of a group's keys as one text.</summary>
    internal string KeysOfGroup(int group) => string.Join(
        '\n', Domains.Select((domain, i) => SlotOf(group, i) is not 0 and var slot ? domain.Text(slot) : ""));

    /// <summary>Counts incidents that go on beyond the top once, which were counted in each group there.</summary>
    internal Aggregate WithBeyond(Sums[] each, Sums[] once)
    {
        Rest beyond = layout.Value.Beyond;
        Sums[] sums = [.. beyond.Sums.Select((sum, i) => sum.Less(each[i]) + once[i])];
        return new(
            keyed, measures, groups, (Filters, Perhaps), this.once, layout.Value with { Beyond = beyond with { Sums = sums } }, continuing);
    }

    /// <summary>The groups that hold something, in the order of their keys, and the sums of those outside.</summary>
    private Layout Arrange()
    {
        List<int> rows = [];
        List<int> outside = [];
        if (groups.Ids is null && keyed is { Coarser: null, KeepsUnknown: false } && once is null)
        {
            AddRows(0, 0, isOutside: false, rows, outside);
        }
        else
        {
            for (int group = 0; group < groups.Count; group++)
            {
                if (!keyed.KeepsUnknown && IsOutside(group))
                {
                    if (CountsOutside(group))
                    {
                        outside.Add(group);
                    }
                }
                else if (Domains.Length == 0 || !groups.IsEmpty(group))
                {
                    rows.Add(group);
                }
            }

            SortByKeys(rows);
        }

        // What lacks another key than the one that overlaps has been counted once already.
        Rest rest = SumOf(CollectionsMarshal.AsSpan(outside));
        return new([.. rows], once is null ? rest : rest.Plus(once.Outside), new(0, new Sums[measures.Length]), false);
    }

    internal bool IsOutside(int group)
    {
        for (int key = 0; key < Domains.Length; key++)
        {
            if (SlotOf(group, key) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a group lacks nothing but a value of the key that overlaps, or groups do not overlap.</summary>
    private bool CountsOutside(int group)
    {
        for (int key = 0; GroupsOverlap && key < Domains.Length; key++)
        {
            if (SlotOf(group, key) == 0 && !Domains[key].Key.Overlaps)
            {
                return false;
            }
        }

        return true;
    }

    private void AddRows(int key, int place, bool isOutside, List<int> rows, List<int> outside)
    {
        if (key < Domains.Length)
        {
            AddRows(key + 1, place, isOutside: true, rows, outside);
            foreach (int slot in Domains[key].Order)
            {
                AddRows(key + 1, place + (int)(slot * keyed.Strides[key]), isOutside, rows, outside);
            }
        }
        else if (isOutside)
        {
            outside.Add(place);
        }
        else if (Domains.Length == 0 || !groups.IsEmpty(place))
        {
            rows.Add(place);
        }
    }

    private void SortByKeys(List<int> rows)
    {
        // By the last key first: those that are equal by an earlier key stay as they are.
        int[] sorted = new int[rows.Count];
        for (int key = Domains.Length - 1; key >= 0; key--)
        {
            int[] ranks = RanksOf(key);
            int[] places = new int[ranks.Length + 1];
            foreach (int row in rows)
            {
                places[ranks[SlotOf(row, key)] + 1]++;
            }

            for (int rank = 1; rank < places.Length; rank++)
            {
                places[rank] += places[rank - 1];
            }

            foreach (int row in rows)
            {
                sorted[places[ranks[SlotOf(row, key)]]++] = row;
            }

            sorted.CopyTo(CollectionsMarshal.AsSpan(rows));
        }
    }

    private Rest RestAt(int row) => row switch
    {
        OutsideRow => layout.Value.Outside,
        BeyondRow => layout.Value.Beyond,
        _ => once?.Total ?? (total ??= SumOf(layout.Value.Groups).Plus(layout.Value.Outside).Plus(layout.Value.Beyond)),
    };

    private Rest SumOf(ReadOnlySpan<int> some)
    {
        long incidents = 0;
        foreach (int group in some)
        {
            incidents += groups.IncidentsOf(group);
        }

        var sums = new Sums[measures.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = groups.SumsOf(i, some);
        }

        return new(incidents, sums);
    }

    /// <summary>Keeps the top groups.</summary>
    internal Aggregate Take((int Count, Ranking By, ImmutableArray<GroupKey> Within)? top)
    {
        if (top is not { } limit)
        {
            return this;
        }

        int[] within = [.. limit.Within.Select(key => Array.FindIndex(Domains, domain => domain.Key == key))];
        if (within.Contains(-1))
        {
            throw new ArgumentException("The top is within a key that the query does not group by.", nameof(top));
        }

        // What is within comes first, then the rank; equal ranks stay in the order of their keys.
        int[] all = layout.Value.Groups;
        int[][] ranks = Array.ConvertAll(within, RanksOf);
        Func<int, long> figureOf = FigureBy(limit.By);
        bool[] isKept = new bool[all.Length];
        Dictionary<long, PriorityQueue<int, (long Rank, int Row)>> best = [];
        PriorityQueue<int, (long Rank, int Row)>? heap = null;
        long partOfHeap = 0;
        for (int row = 0; row < all.Length; row++)
        {
            long part = 0;
            for (int i = 0; i < within.Length; i++)
            {
                part = part * Domains[within[i]].Slots + ranks[i][SlotOf(all[row], within[i])];
            }

            // Neighbours are mostly of one part.
            if (heap is null || part != partOfHeap)
            {
                heap = CollectionsMarshal.GetValueRefOrAddDefault(best, part, out _) ??= new();
                partOfHeap = part;
            }

            // The least of those kept is at the head; of equal ranks the later row is less.
            long figure = figureOf(all[row]);
            if (heap.Count < limit.Count)
            {
                heap.Enqueue(row, (figure, -row));
            }
            else if (heap.TryPeek(out _, out (long Rank, int Row) least) && least.Rank < figure)
            {
                heap.EnqueueDequeue(row, (figure, -row));
            }
        }

        List<int> kept = [];
        foreach ((_, PriorityQueue<int, (long Rank, int Row)> ofPart) in best.OrderBy(pair => pair.Key))
        {
            int first = kept.Count;
            while (ofPart.TryDequeue(out int row, out _))
            {
                kept.Add(all[row]);
                isKept[row] = true;
            }

            kept.Reverse(first, kept.Count - first);
        }

        List<int> beyond = new(all.Length - kept.Count);
        for (int row = 0; row < all.Length; row++)
        {
            if (!isKept[row])
            {
                beyond.Add(all[row]);
            }
        }

        Layout cut = new([.. kept], layout.Value.Outside, SumOf(CollectionsMarshal.AsSpan(beyond)), beyond.Count > 0);
        return new(keyed, measures, groups, (Filters, Perhaps), once, cut);
    }

    private Func<int, long> FigureBy(Ranking by)
    {
        if (by.IsIncidents)
        {
            return groups.IncidentsOf;
        }

        int measure = IndexOf(by.Measure);
        int lane = by.Lane;
        return measure < 0
            ? throw new ArgumentException($"The query did not sum {by.Measure}.", nameof(by))
            : group => groups.SumOf(measure, lane, group);
    }

    /// <summary>The place of each slot of a key in the order of its values; what has none comes last.</summary>
    private int[] RanksOf(int key)
    {
        int[] ranks = new int[Domains[key].Slots];
        ranks[0] = Domains[key].Order.Length;
        for (int i = 0; i < Domains[key].Order.Length; i++)
        {
            ranks[Domains[key].Order[i]] = i;
        }

        return ranks;
    }

    /// <summary>The incidents that began elsewhere and go on: outside, in all, in each group, and in groups taken as one.</summary>
    private sealed record Goings(
        Sums[] Outside, Sums[] Total, IReadOnlyDictionary<int, Sums[]> ByGroup, Func<Func<int, bool>, Sums[]> Beyond);

    /// <summary>Incidents that are no row, summed up.</summary>
    private sealed record Rest(long Incidents, Sums[] Sums)
    {
        public Rest Plus(Rest other)
        {
            var sums = new Sums[Sums.Length];
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] = Sums[i] + other.Sums[i];
            }

            return new(Incidents + other.Incidents, sums);
        }
    }

    /// <summary>Which groups are rows, and the sums of those that are not.</summary>
    private sealed record Layout(int[] Groups, Rest Outside, Rest Beyond, bool IsCut);
}

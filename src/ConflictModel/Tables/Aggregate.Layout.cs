using System.Collections.Immutable;

namespace ConflictModel.Aggregation;

/// <content>Which groups are rows, in which order, and what the rest adds up to.</content>
public sealed partial class Aggregate
{
    /// <summary>The groups that hold something, in the order of their keys, and the sums of those outside.</summary>
    private Layout Arrange()
    {
        List<int> rows = [];
        Rest outside = new(0, new Sums[measures.Length]);
        if (groups.Ids is null)
        {
            AddRows(0, 0, rows);
        }

        for (int group = 0; group < groups.Count; group++)
        {
            if (groups.Ids is not null ? IsOutside(group) : IsOutsideDense(group))
            {
                outside = outside.Plus(groups, group);
            }
            else if (groups.Ids is not null && (domains.Length == 0 || !groups.IsEmpty(group)))
            {
                rows.Add(group);
            }
        }

        if (groups.Ids is not null)
        {
            SortByKeys(rows);
        }

        return new([.. rows], outside, new(0, new Sums[measures.Length]), false);
    }

    private bool IsOutsideDense(int group) => domains.Length > 0 && IsOutside(group);

    private bool IsOutside(int group)
    {
        for (int key = 0; key < domains.Length; key++)
        {
            if (SlotOf(group, key) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private void AddRows(int key, long place, List<int> rows)
    {
        if (key == domains.Length)
        {
            if (domains.Length == 0 || !groups.IsEmpty((int)place))
            {
                rows.Add((int)place);
            }

            return;
        }

        foreach (int slot in domains[key].Order)
        {
            AddRows(key + 1, place + slot * strides[key], rows);
        }
    }

    private void SortByKeys(List<int> rows)
    {
        int[][] ranks = new int[domains.Length][];
        for (int key = 0; key < domains.Length; key++)
        {
            ranks[key] = new int[domains[key].Slots];
            for (int i = 0; i < domains[key].Order.Length; i++)
            {
                ranks[key][domains[key].Order[i]] = i;
            }
        }

        rows.Sort((left, right) =>
        {
            for (int key = 0; key < domains.Length; key++)
            {
                int order = ranks[key][SlotOf(left, key)].CompareTo(ranks[key][SlotOf(right, key)]);
                if (order != 0)
                {
                    return order;
                }
            }

            return 0;
        });
    }

    private Rest RestAt(int row) => row switch
    {
        OutsideRow => layout.Value.Outside,
        BeyondRow => layout.Value.Beyond,
        _ => total ??= SumOfAll(),
    };

    private Rest SumOfAll()
    {
        Rest sum = new(0, new Sums[measures.Length]);
        foreach (int group in layout.Value.Groups)
        {
            sum = sum.Plus(groups, group);
        }

        return sum.Plus(layout.Value.Outside).Plus(layout.Value.Beyond);
    }

    /// <summary>Keeps the top groups.</summary>
    internal Aggregate Take((int Count, Ranking By, ImmutableArray<Key> Within)? top)
    {
        if (top is not { } limit)
        {
            return this;
        }

        int[] within = [.. limit.Within.Select(key => Array.FindIndex(domains, domain => domain.Key == key))];
        if (within.Contains(-1))
        {
            throw new ArgumentException("The top is within a key that the query does not group by.", nameof(top));
        }

        // The sort is stable, and the rows are in the order of their keys.
        int[] all = layout.Value.Groups;
        List<int> kept = [];
        Rest beyond = new(0, new Sums[measures.Length]);
        foreach (IGrouping<string, int> part in Enumerable.Range(0, all.Length)
            .GroupBy(row => string.Join('\n', within.Select(key => TextAt(row, key))))
            .OrderBy(part => part, Comparer<IGrouping<string, int>>.Create((left, right) => CompareWithin(left.First(), right.First(), within))))
        {
            int[] ranked = [.. part.OrderByDescending(row => limit.By.Of(this[row]))];
            kept.AddRange(ranked.Take(limit.Count).Select(row => all[row]));
            foreach (int row in ranked.Skip(limit.Count))
            {
                beyond = beyond.Plus(groups, all[row]);
            }
        }

        return new(this, new([.. kept], layout.Value.Outside, beyond, kept.Count < all.Length));
    }

    private int CompareWithin(int left, int right, int[] within)
    {
        foreach (int key in within)
        {
            int[] order = domains[key].Order;
            int difference = Array.IndexOf(order, SlotOf(layout.Value.Groups[left], key)) - Array.IndexOf(order, SlotOf(layout.Value.Groups[right], key));
            if (difference != 0)
            {
                return difference;
            }
        }

        return 0;
    }

    /// <summary>Incidents that are no row, summed up.</summary>
    private sealed record Rest(long Incidents, Sums[] Sums)
    {
        public Rest Plus(GroupSet groups, int group)
        {
            for (int i = 0; i < Sums.Length; i++)
            {
                Sums[i] += groups.SumsOf(i, group);
            }

            return this with { Incidents = Incidents + groups.IncidentsOf(group) };
        }

        public Rest Plus(Rest other) => new(Incidents + other.Incidents, [.. Sums.Zip(other.Sums, (left, right) => left + right)]);
    }

    /// <summary>Which groups are rows, and the sums of those that are not.</summary>
    private sealed record Layout(int[] Groups, Rest Outside, Rest Beyond, bool IsCut);
}

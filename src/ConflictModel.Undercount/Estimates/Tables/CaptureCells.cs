using System.Numerics;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>A table of captures with its patterns as bits of numbers: the first list is the lowest bit.</summary>
internal sealed class CaptureCells
{
    // By pattern; the first, of no list, is never read.
    private readonly long[] counts;

    public CaptureCells(CaptureTable table)
    {
        Table = table;
        counts = new long[1 << table.Lists.Count];
        foreach (CaptureTable.Cell cell in table.Cells)
        {
            counts[BitsOf(cell.Lists)] = cell.People;
        }
    }

    public CaptureTable Table { get; }

    /// <summary>How many lists there are.</summary>
    public int Lists => Table.Lists.Count;

    /// <summary>All lists.</summary>
    public int All => counts.Length - 1;

    /// <summary>How many are on just these lists.</summary>
    public long this[int pattern] => pattern != 0 ? counts[pattern] : throw new ArgumentOutOfRangeException(nameof(pattern));

    /// <summary>All groups of lists, from 1 on.</summary>
    public IEnumerable<int> Patterns => Enumerable.Range(1, All);

    /// <summary>How many are on all of some lists, whatever else they are on.</summary>
    public long OnAll(int lists) => Patterns.Where(pattern => (pattern & lists) == lists).Sum(pattern => counts[pattern]);

    /// <summary>How many of those observed are on none of some lists.</summary>
    public long OnNone(int lists) => Patterns.Where(pattern => (pattern & lists) == 0).Sum(pattern => counts[pattern]);

    /// <summary>How many are on so many lists.</summary>
    public long OnJust(int lists) =>
        Patterns.Where(pattern => BitOperations.PopCount((uint)pattern) == lists).Sum(pattern => counts[pattern]);

    /// <summary>The names of some lists.</summary>
    public ValueList<string> NamesOf(int lists) => NamesOf(Table.Lists, lists);

    /// <summary>The names of some lists of these.</summary>
    public static ValueList<string> NamesOf(ValueList<string> names, int lists) =>
        [.. names.Where((_, place) => ((lists >> place) & 1) != 0)];

    /// <summary>Some lists by their numbers from 1 on, of which there are at most nine: <c>134</c>.</summary>
    public static string PlacesOf(int lists) =>
        string.Concat(Enumerable.Range(0, 9).Where(place => ((lists >> place) & 1) != 0).Select(place => (char)('1' + place)));

    /// <summary>The bits of some lists by their names.</summary>
    /// <exception cref="ArgumentException">One is none of the lists.</exception>
    public static int BitsOf(ValueList<string> known, IEnumerable<string> lists)
    {
        int bits = 0;
        foreach (string list in lists)
        {
            int place = known.AsSpan().IndexOf(list);
            bits |= place >= 0 ? 1 << place : throw new ArgumentException($"'{list}' is none of the lists.", nameof(lists));
        }

        return bits;
    }

    private int BitsOf(ValueList<string> lists) => BitsOf(Table.Lists, lists);

    /// <summary>The groups of lists that hang together by people: two lists do that have somebody in common.</summary>
    public IEnumerable<int> Groups
    {
        get
        {
            int left = All;
            while (left != 0)
            {
                int group = left & -left, before;
                do
                {
                    before = group;
                    group = Patterns.Where(pattern => (pattern & group) != 0 && counts[pattern] > 0)
                        .Aggregate(group, (some, more) => some | more);
                }
                while (group != before);
                yield return group;
                left &= ~group;
            }
        }
    }

    /// <summary>The table, where all models can be made of it.</summary>
    /// <exception cref="RefusedEstimateException">There are fewer than three lists or more than <paramref name="most"/>, nobody is on any,
    /// or they fall into groups that never meet.</exception>
    public static CaptureCells Checked(CaptureTable table, int most)
    {
        ArgumentNullException.ThrowIfNull(table);
        CaptureCells cells = CheckedToHaveThree(table);
        if (table.Lists.Count > most)
        {
            throw new RefusedEstimateException(Refusal.TooManyLists, FormattableString.Invariant(
                $"All models are made of three to {most} lists, and there are {table.Lists.Count}: leave out or join some."));
        }

        ValueList<string> groups = [.. cells.Groups.Select(group => string.Join(", ", cells.NamesOf(group)))];
        return groups.Count == 1
            ? cells
            : throw new RefusedEstimateException(
                Refusal.ListsNeverMeet,
                $"Lists that have nobody in common say nothing of each other: {string.Join(" | ", groups)}. "
                + "Estimate each group by itself.");
    }

    /// <summary>The table, where there are three lists, and somebody on any.</summary>
    /// <exception cref="RefusedEstimateException">There are fewer, or nobody is on any.</exception>
    public static CaptureCells CheckedToHaveThree(CaptureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Lists.Count < 3
            ? throw new RefusedEstimateException(
                Refusal.TooFewLists,
                "Two lists are a pair, and nothing else is estimated of them: whether they depend on each other, they can't tell.")
            : table.Observed == 0
                ? throw new RefusedEstimateException(Refusal.NobodyObserved, "Nobody is on any list.")
                : new(table);
    }
}

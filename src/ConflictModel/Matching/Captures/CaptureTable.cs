using System.Numerics;
using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>How many people, or incidents, are on just which of several lists: the table that estimates of the unseen start from.</summary>
/// <remarks>
/// <para>
/// Each group of lists has its count: those on all of these lists and on no other. A group that nobody is on counts zero, for the lists
/// were looked at. Whoever is on no list has no count here, not even zero: that is what nobody knows.
/// </para>
/// <para>
/// Equality is by the names of the lists in their order, and by the counts. Immutable.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial record CaptureTable
{
    /// <summary>The fewest lists of a table: 2.</summary>
    public const int MinLists = 2;

    /// <summary>The most lists of a table: 10, which make 1,023 groups of lists.</summary>
    public const int MaxLists = 10;

    // By the bits of the lists, from 1 on: the first list is the lowest bit. Nothing stands for "on no list".
    private readonly ValueList<long> counts;

    private CaptureTable(ValueList<string> lists, long[] counts)
    {
        Lists = lists;
        this.counts = counts;
        Observed = counts.Sum();
    }

    /// <summary>The names of the lists, 2 to 10, each once.</summary>
    public ValueList<string> Lists { get; }

    /// <summary>How many are on any list: a floor of how many there are.</summary>
    public long Observed { get; }

    /// <summary>Every group of lists with its count, zeros too: groups of fewer lists first, and lists in their order.</summary>
    public ValueList<Cell> Cells =>
    [
        .. Enumerable.Range(1, counts.Count)
            .OrderBy(pattern => BitOperations.PopCount((uint)pattern))
            .ThenByDescending(FirstListsFirst)
            .Select(pattern => new Cell(NamesIn(pattern), counts[pattern - 1])),
    ];

    /// <summary>The table of counts by groups of lists.</summary>
    /// <param name="lists">The names of all lists, each once.</param>
    /// <param name="cells">How many are on all lists of a group and on no other; a group that is not named has nobody.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than <see cref="MinLists"/> or more than <see cref="MaxLists"/> lists; a list has no name, or two have one; a cell
    /// names no list, an unknown one or one twice, or its group was counted before, or its count is negative.
    /// </exception>
    /// <exception cref="OverflowException">More are counted than 64 bits hold.</exception>
    public static CaptureTable Of(IEnumerable<string> lists, params IEnumerable<Cell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ValueList<string> named = Checked(lists);
        long[] counts = new long[(1 << named.Count) - 1];
        var seen = new HashSet<int>();
        foreach (Cell cell in cells)
        {
            int pattern = PatternOf(named, cell.Lists);
            if (pattern == 0)
            {
                throw new ArgumentException("Nobody knows how many are on no list.", nameof(cells));
            }

            if (!seen.Add(pattern))
            {
                throw new ArgumentException($"'{cell.Name}' is counted twice.", nameof(cells));
            }

            ArgumentOutOfRangeException.ThrowIfNegative(cell.People, nameof(cells));
            counts[pattern - 1] = cell.People;
        }

        return new(named, counts);
    }

    /// <summary>How many are on a list, whether or not they are on others too.</summary>
    /// <exception cref="ArgumentException"><paramref name="list"/> is none of the lists.</exception>
    public long On(string list) => OnAll(list);

    /// <summary>How many are on all of some lists, whether or not they are on others too.</summary>
    /// <exception cref="ArgumentException">No list is named, one twice, or one that is none of the lists.</exception>
    public long OnAll(params IEnumerable<string> lists)
    {
        int pattern = Named(lists);
        return Enumerable.Range(1, counts.Count).Where(one => (one & pattern) == pattern).Sum(one => counts[one - 1]);
    }

    /// <summary>How many are on all of some lists and on no other.</summary>
    /// <exception cref="ArgumentException">No list is named, one twice, or one that is none of the lists.</exception>
    public long OnOnly(params IEnumerable<string> lists) => counts[Named(lists) - 1];

    /// <summary>The table without a list: whoever was on that one alone is no longer observed.</summary>
    /// <exception cref="ArgumentException"><paramref name="list"/> is none of the lists, or one of two.</exception>
    public CaptureTable Without(string list) => ByTheOthers(list, onlyItsOwn: false);

    /// <summary>
    /// Those on a list, by the other lists that they are on: what the others show of people of whom it is known how many they are.
    /// </summary>
    /// <returns>The table of the other lists, without those who are on none of these: <see cref="OnOnly"/> of the list.</returns>
    /// <exception cref="ArgumentException"><paramref name="list"/> is none of the lists, or one of two.</exception>
    public CaptureTable Within(string list) => ByTheOthers(list, onlyItsOwn: true);

    /// <summary>How many are on how many lists: <c>4400 on EXH, ABA, OSCE or HRW</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Observed} on {string.Join(", ", Lists.Take(Lists.Count - 1))} or {Lists[^1]}");

    private CaptureTable ByTheOthers(string list, bool onlyItsOwn)
    {
        int place = PlaceOf(Lists, list);
        if (Lists.Count == MinLists)
        {
            throw new ArgumentException("One list has no table.", nameof(list));
        }

        // What stands above the list's bit moves down by one.
        int below = (1 << place) - 1;
        long[] others = new long[(1 << (Lists.Count - 1)) - 1];
        for (int pattern = 1; pattern <= counts.Count; pattern++)
        {
            bool isOn = (pattern & (1 << place)) != 0;
            int left = (pattern & below) | ((pattern >> 1) & ~below);
            if (left != 0 && (isOn || !onlyItsOwn))
            {
                others[left - 1] += counts[pattern - 1];
            }
        }

        return new([.. Lists.Where(name => name != list)], others);
    }

    private static ValueList<string> Checked(IEnumerable<string> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var named = lists.ToValueList();
        return named.Count is < MinLists or > MaxLists || named.Any(string.IsNullOrWhiteSpace) || named.Distinct().Count() < named.Count
            ? throw new ArgumentException(FormattableString.Invariant($"Name {MinLists} to {MaxLists} lists, each once."), nameof(lists))
            : named;
    }

    private int Named(IEnumerable<string> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return PatternOf(Lists, lists) is not 0 and var pattern
            ? pattern
            : throw new ArgumentException("Nobody knows how many are on no list.", nameof(lists));
    }

    private static int PatternOf(ValueList<string> known, IEnumerable<string> lists)
    {
        int pattern = 0;
        foreach (string list in lists)
        {
            int bit = 1 << PlaceOf(known, list);
            pattern = (pattern & bit) == 0 ? pattern | bit : throw new ArgumentException($"'{list}' is named twice.", nameof(lists));
        }

        return pattern;
    }

    private static int PlaceOf(ValueList<string> known, string list)
    {
        int place = known.AsSpan().IndexOf(list);
        return place >= 0 ? place : throw new ArgumentException($"'{list}' is none of the lists.", nameof(list));
    }

    // The bits the other way round, so that the greater number has the earlier list.
    private int FirstListsFirst(int pattern) =>
        Enumerable.Range(0, Lists.Count).Sum(place => ((pattern >> place) & 1) << (Lists.Count - 1 - place));

    private ValueList<string> NamesIn(int pattern) => [.. Lists.Where((_, place) => ((pattern >> place) & 1) != 0)];

    /// <summary>How many are on all lists of a group and on no other.</summary>
    /// <remarks>Equality is by content and order. The default value names no list, and no table takes it.</remarks>
    /// <param name="Lists">The lists.</param>
    /// <param name="People">How many people, or incidents.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Cell(ValueList<string> Lists, long People)
    {
        /// <summary>The lists in one word: <c>ABA+HRW</c>.</summary>
        public string Name => string.Join('+', Lists);
    }
}

using System.Numerics;
using System.Text.Json.Serialization;

namespace ConflictModel.Undercount;

/// <summary>
/// A decomposable graph of lists: lists that depend on each other directly are joined, and every circle of more than three has a short cut,
/// so that what it says of the unseen falls into its cliques.
/// </summary>
/// <remarks>Equality is by the names of the lists in their order, and by the cliques.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record DecomposableGraph
{
    /// <summary>The most lists of which all graphs are made: 5, which have 822 of them.</summary>
    public const int MaxLists = 5;

    private readonly ValueList<int> cliques;
    private readonly ValueList<int> separators;

    private DecomposableGraph(ValueList<string> lists, ValueList<int> cliques, ValueList<int> separators)
    {
        (Lists, this.cliques, this.separators) = (lists, cliques, separators);
    }

    /// <summary>The lists.</summary>
    public ValueList<string> Lists { get; }

    /// <summary>The greatest groups of lists that are all joined, larger ones first, and lists in their order.</summary>
    public ValueList<ValueList<string>> Cliques => [.. cliques.Select(clique => CaptureCells.NamesOf(Lists, clique))];

    /// <summary>Whether every list is joined to every other: then whatever is seen says nothing of the unseen.</summary>
    public bool IsComplete => cliques.Count == 1;

    /// <summary>What cliques have in common along their tree, one less than there are cliques; nothing, where they do not hang
    /// together.</summary>
    internal ValueList<int> Separators => separators;

    internal ValueList<int> CliqueBits => cliques;

    /// <summary>All decomposable graphs of some lists: 8 of three, 61 of four, 822 of five.</summary>
    /// <exception cref="ArgumentException">There are fewer than three lists or more than <see cref="MaxLists"/>.</exception>
    public static IEnumerable<DecomposableGraph> All(ValueList<string> lists)
    {
        if (lists.Count is < 3 or > MaxLists)
        {
            throw new ArgumentException(FormattableString.Invariant($"A graph is of 3 to {MaxLists} lists."), nameof(lists));
        }

        int[] pairs = [.. Enumerable.Range(1, (1 << lists.Count) - 1).Where(group => BitOperations.PopCount((uint)group) == 2)];
        return Enumerable.Range(0, 1 << pairs.Length)
            .Select(joined => Of(lists, [.. pairs.Where((_, i) => ((joined >> i) & 1) != 0)]))
            .OfType<DecomposableGraph>();
    }

    /// <summary>The cliques: <c>EXH+OSCE+HRW | EXH+ABA+OSCE</c>.</summary>
    public override string ToString() => string.Join(" | ", Cliques.Select(clique => string.Join('+', clique)));

    /// <summary>The graph of these pairs; null if it is not decomposable.</summary>
    private static DecomposableGraph? Of(ValueList<string> lists, HashSet<int> pairs)
    {
        int all = (1 << lists.Count) - 1;
        int[] complete = [.. Enumerable.Range(1, all).Where(IsComplete)];
        int[] cliques =
        [
            .. complete.Where(group => !complete.Any(other => other != group && (other & group) == group))
                .OrderByDescending(group => BitOperations.PopCount((uint)group))
                .ThenBy(CaptureCells.PlacesOf, StringComparer.Ordinal),
        ];

        // A tree of the cliques that has as much in common along its branches as can be. The graph is decomposable if and only if every
        // list then holds a part of the tree together: it stands in one more clique than in separators.
        var inTree = new List<int> { 0 };
        var separators = new List<int>();
        while (inTree.Count < cliques.Length)
        {
            (int next, int common) = Enumerable.Range(0, cliques.Length).Except(inTree)
                .SelectMany(outside => inTree.Select(inside => (outside, common: cliques[outside] & cliques[inside])))
                .MaxBy(branch => BitOperations.PopCount((uint)branch.common));
            inTree.Add(next);
            separators.Add(common);
        }

        int excess = cliques.Sum(clique => BitOperations.PopCount((uint)clique))
            - separators.Sum(common => BitOperations.PopCount((uint)common));
        return excess == lists.Count ? new(lists, [.. cliques], [.. separators]) : null;

        bool IsComplete(int group)
        {
            for (int one = group; one != 0; one &= one - 1)
            {
                for (int other = one & (one - 1); other != 0; other &= other - 1)
                {
                    if (!pairs.Contains((one & -one) | (other & -other)))
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }
}

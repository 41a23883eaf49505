using System.Numerics;
using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>
/// A hierarchical log-linear model of lists: which lists are taken to depend on each other, so that being on one makes being on another
/// likelier or less likely. Whatever it leaves out is taken to be independent, and that the highest term of all is left out is never
/// tested.
/// </summary>
/// <remarks>Equality is by the names of the lists in their order, and by the terms.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record LogLinearModel
{
    /// <summary>The most lists of which all models are made: 5, which have 6,893 of them.</summary>
    public const int MaxLists = 5;

    // A term is a group of lists; its bit is that of the group's number.
    private readonly uint terms;

    private LogLinearModel(ValueList<string> lists, uint terms) => (Lists, this.terms) = (lists, terms);

    /// <summary>The lists.</summary>
    public ValueList<string> Lists { get; }

    /// <summary>
    /// The greatest groups of lists that depend on each other, larger ones first, and lists in their order; each of their subgroups is a
    /// term too. A list that depends on no other stands alone.
    /// </summary>
    public ValueList<ValueList<string>> Terms => [.. Generators.Select(group => CaptureCells.NamesOf(Lists, group))];

    /// <summary>Whether no list depends on another.</summary>
    public bool IsIndependence => Groups.All(group => BitOperations.IsPow2(group));

    internal IEnumerable<int> Groups => Enumerable.Range(1, (1 << Lists.Count) - 1).Where(Has);

    private IEnumerable<int> Generators => Groups
        .Where(group => !Groups.Any(other => other != group && (other & group) == group))
        .OrderByDescending(group => BitOperations.PopCount((uint)group))
        .ThenBy(CaptureCells.PlacesOf, StringComparer.Ordinal);

    /// <summary>The model of lists of which the named groups depend on each other, each list with its main effect.</summary>
    /// <param name="lists">The lists of a table: 3 to 5.</param>
    /// <param name="dependent">Groups of lists; none for the model in which the lists are independent.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than three or more than <see cref="MaxLists"/> lists, a group names one that is none of them or is empty, or it is
    /// all lists: then whatever is seen says nothing of the unseen.
    /// </exception>
    public static LogLinearModel Of(ValueList<string> lists, params IEnumerable<ValueList<string>> dependent)
    {
        ArgumentNullException.ThrowIfNull(dependent);
        CheckNumber(lists);
        int all = (1 << lists.Count) - 1;
        uint terms = 0;
        foreach (int group in dependent.Select(names => CaptureCells.BitsOf(lists, names)).Concat(lists.Select((_, place) => 1 << place)))
        {
            if (group == 0 || group == all)
            {
                throw new ArgumentException("A term is of some lists and not of all.", nameof(dependent));
            }

            terms |= Enumerable.Range(1, group).Where(sub => (sub & group) == sub).Aggregate(0u, (some, sub) => some | (1u << sub));
        }

        return new(lists, terms);
    }

    /// <summary>All models of some lists: 8 for three, 113 for four and 6,893 for five, the one with every term left out.</summary>
    /// <exception cref="ArgumentException">There are fewer than three lists or more than <see cref="MaxLists"/>.</exception>
    public static IEnumerable<LogLinearModel> All(ValueList<string> lists)
    {
        CheckNumber(lists);
        return AllOf(lists);
    }

    /// <summary>Whether the model has an estimate for a table, and if not, why: decided exactly, before anything is fitted.</summary>
    /// <returns>Null if there is one.</returns>
    /// <exception cref="ArgumentException">The table is of other lists.</exception>
    public Refusal? WhyNoEstimate(CaptureTable table) => new ModelDesign(this, CellsOf(table)).WhyNoEstimate();

    /// <summary>Fits the model to a table.</summary>
    /// <exception cref="ArgumentException">The table is of other lists.</exception>
    /// <exception cref="RefusedEstimateException">There is no estimate: <see cref="WhyNoEstimate"/>.</exception>
    public LogLinearFit FitTo(CaptureTable table)
    {
        CaptureCells cells = CellsOf(table);
        var design = new ModelDesign(this, cells);
        return design.WhyNoEstimate() is not { } reason
            ? new(this, design)
            : throw new RefusedEstimateException(reason, reason == Refusal.NoMaximum
                ? $"The model {this} has no estimate: its likelihood has no greatest value."
                : $"The model {this} has no estimate: different sizes fit equally well.");
    }

    /// <summary>The terms by the numbers of the lists: <c>[123,14,34]</c>.</summary>
    public override string ToString() => $"[{string.Join(',', Generators.Select(CaptureCells.PlacesOf))}]";

    // Two lists have one model, their independence, which is Lincoln and Petersen's estimate: what is left of three lists without one.
    internal static IEnumerable<LogLinearModel> AllOf(ValueList<string> lists)
    {
        int all = (1 << lists.Count) - 1;
        int[] groups = [.. Enumerable.Range(1, all - 1).OrderBy(group => BitOperations.PopCount((uint)group)).ThenBy(group => group)];
        return From(0, 0).Select(terms => new LogLinearModel(lists, terms));

        // A group can be a term where all that lack one of its lists are.
        IEnumerable<uint> From(int at, uint terms)
        {
            if (at == groups.Length)
            {
                return [terms];
            }

            int group = groups[at];
            bool isMain = BitOperations.IsPow2(group);
            bool canBe = isMain || Enumerable.Range(0, lists.Count).All(place =>
                ((group >> place) & 1) == 0 || (terms & (1u << (group & ~(1 << place)))) != 0);
            IEnumerable<uint> with = canBe ? From(at + 1, terms | (1u << group)) : [];
            return isMain ? with : From(at + 1, terms).Concat(with);
        }
    }

    private bool Has(int group) => (terms & (1u << group)) != 0;

    private static void CheckNumber(ValueList<string> lists)
    {
        if (lists.Count is < 3 or > MaxLists)
        {
            throw new ArgumentException(FormattableString.Invariant($"A model is of 3 to {MaxLists} lists."), nameof(lists));
        }
    }

    private CaptureCells CellsOf(CaptureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Lists == Lists ? new(table) : throw new ArgumentException("The table is of other lists.", nameof(table));
    }
}

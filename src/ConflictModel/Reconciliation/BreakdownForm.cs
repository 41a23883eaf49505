using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>All that a breakdown of an incident says but for its figures, and how parts of tallies lie to its own.</summary>
/// <remarks>The breakdowns of thousands of incidents have one form.</remarks>
internal sealed class BreakdownForm(Breakdown breakdown, CategoryRelations relations, Lazy<VictimAnswer> victims)
{
    /// <summary>The axis along which it divides.</summary>
    public Axis By => breakdown.By;

    /// <summary>Whether there is nobody beside the parts, and nobody in two of them.</summary>
    public bool IsPartition => breakdown.Kind == BreakdownKind.Partition;

    /// <summary>How a part of a tally lies to the breakdown's own.</summary>
    public Relation To(Part part)
    {
        // Parts of a partition share nobody, and there is nobody beside them.
        int[] within = [.. Where(one => IsSame(one, part) || (IsPartition && victims.Value.IsWithin(By, one, part)))];
        int[] outside = [.. Where(one => victims.Value.AreApart(By, one, part))];
        return new(Those(within), Those(outside), [.. Enumerable.Range(0, breakdown.Parts.Count).Except(outside)]);
    }

    private IEnumerable<int> Where(Func<Part, bool> isSo) =>
        Enumerable.Range(0, breakdown.Parts.Count).Where(place => isSo(breakdown.Parts[place]));

    private bool IsSame(Part one, Part other) => one.CategoryOn(By) is { } category && category == other.CategoryOn(By);

    private Parts Those(int[] places) => new(places, relations.AreApart(breakdown, [.. places.Select(place => breakdown.Parts[place])]));

    /// <summary>Some of a breakdown's parts, by their places in it, and whether they certainly share nobody.</summary>
    public readonly record struct Parts(int[] Places, bool AreApart)
    {
        /// <summary>The least that they are together: parts that may share somebody are at least the largest of them.</summary>
        /// <param name="figures">The figures of all parts of the breakdown.</param>
        public long Least(Bounds[] figures)
        {
            long least = 0;
            foreach (int place in Places)
            {
                least = AreApart ? least + figures[place].Lower : Math.Max(least, figures[place].Lower);
            }

            return least;
        }
    }

    /// <summary>How a part of a tally lies to those of a breakdown.</summary>
    /// <param name="Within">The parts whose people all are of the tally's part.</param>
    /// <param name="Outside">The parts of whose people none is.</param>
    /// <param name="Others">The places of all parts but those outside.</param>
    public sealed record Relation(Parts Within, Parts Outside, int[] Others);

    /// <summary>Breakdowns that differ in nothing but their figures have the same.</summary>
    public readonly record struct Key(Axis By, BreakdownKind Kind, bool Disjoint, ValueList<PartKey> Parts)
    {
        /// <summary>What a breakdown says.</summary>
        public static Key Of(Breakdown breakdown) => new(
            breakdown.By, breakdown.Kind, breakdown.Disjoint,
            breakdown.Parts.Select(part => PartKey.Of(breakdown.By, part)).ToValueList());
    }

    /// <summary>What matters of a part on an axis: its category, and whom it says its people to be.</summary>
    public readonly record struct PartKey(Axis By, Category? Category, Victims? Victims)
    {
        /// <summary>What matters of a part on an axis.</summary>
        public static PartKey Of(Axis by, Part part) => new(by, part.CategoryOn(by), part.Victims);
    }
}

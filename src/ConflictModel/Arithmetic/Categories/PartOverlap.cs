namespace ConflictModel.Arithmetic;

/// <summary>Which parts of a breakdown may share people with which others.</summary>
/// <remarks>
/// Parts fall into classes within which nobody is in two. Where parts of different classes all may overlap and none lies within another,
/// the classes say everything: each class is a view of its own of the same people.
/// </remarks>
internal sealed class PartOverlap
{
    /// <summary>The most parts that are compared pair by pair. Of more nothing is taken as disjoint.</summary>
    public const int MaxParts = 1_000;

    private readonly bool[,]? apart;

    private PartOverlap(int[] classes, int count, bool[,]? apart, bool isExact, bool hasNested)
    {
        (Classes, Count, this.apart) = (classes, count, apart);
        (IsExact, HasNested) = (isExact, hasNested);
    }

    /// <summary>The class of each part, in order.</summary>
    public int[] Classes { get; }

    /// <summary>How many classes there are.</summary>
    public int Count { get; }

    /// <summary>Whether the classes say all that is known.</summary>
    public bool IsExact { get; }

    /// <summary>Whether a part lies within another.</summary>
    public bool HasNested { get; }

    /// <summary>What parts of a breakdown share; null if nothing.</summary>
    /// <param name="relations">What relates them.</param>
    /// <param name="breakdown">The breakdown.</param>
    /// <param name="parts">A part for each category, or each piece of one.</param>
    public static PartOverlap? Of(CategoryRelations relations, Breakdown breakdown, ReadOnlySpan<Part> parts)
    {
        if (parts.Length > MaxParts)
        {
            int[] each = new int[parts.Length];
            for (int i = 0; i < each.Length; i++)
            {
                each[i] = i;
            }

            return new(each, each.Length, null, isExact: false, hasNested: true);
        }

        bool[,] apart = new bool[parts.Length, parts.Length];
        bool areAllApart = true, hasNested = false;
        for (int i = 1; i < parts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                apart[i, j] = apart[j, i] = relations.AreApart(breakdown, parts[i], parts[j]);
                areAllApart &= apart[i, j];
                hasNested |= !apart[i, j] && relations.AreNested(breakdown.By, parts[i], parts[j]);
            }
        }

        return areAllApart ? null : Of(apart, parts.Length, hasNested);
    }

    /// <summary>Whether nobody is in both of two parts.</summary>
    public bool AreApart(int left, int right) => apart is not null && apart[left, right];

    /// <summary>Parts of which nobody is in two, and to which no other can be added, with one of them.</summary>
    public List<int> AllApartFrom(int part)
    {
        var all = new List<int> { part };
        for (int i = 0; apart is not null && i < Classes.Length; i++)
        {
            if (i != part && all.TrueForAll(other => AreApart(i, other)))
            {
                all.Add(i);
            }
        }

        return all;
    }

    private static PartOverlap Of(bool[,] apart, int parts, bool hasNested)
    {
        int[] classes = new int[parts];
        int count = 0;
        for (int i = 0; i < parts; i++)
        {
            classes[i] = Enumerable.Range(0, count)
                .Where(c => Enumerable.Range(0, i).All(j => classes[j] != c || apart[i, j]))
                .FirstOrDefault(count);
            count = Math.Max(count, classes[i] + 1);
        }

        bool isExact = !hasNested;
        for (int i = 1; i < parts; i++)
        {
            for (int j = 0; j < i; j++)
            {
                isExact &= apart[i, j] == (classes[i] == classes[j]);
            }
        }

        return new(classes, count, apart, isExact, hasNested);
    }
}

namespace ConflictModel.Aggregation;

/// <summary>One harm to one group of victims: what a column of an <see cref="IncidentTable"/> counts, as low, best and high.</summary>
/// <remarks>
/// Equality is by content. The order is that of the harm and then of the group. The default is those killed, whoever they were.
/// <see cref="Harm.Displaced"/> recurs for one person and is never summed, so there is no measure of it.
/// </remarks>
public readonly partial record struct Measure : IComparable<Measure>
{
    internal const int Groups = 5;
    internal const int Kinds = 6 * Groups;

    private Measure(int index) => Index = index;

    /// <summary>Those killed.</summary>
    public static Measure Killed => default;

    /// <summary>Those injured and alive.</summary>
    public static Measure Wounded => Of(Harm.Wounded);

    /// <summary>Those killed or wounded where the source does not tell which.</summary>
    public static Measure KilledOrWounded => Of(Harm.KilledOrWounded);

    /// <summary>Those missing.</summary>
    public static Measure Missing => Of(Harm.Missing);

    /// <summary>Those captured, arrested or detained.</summary>
    public static Measure Detained => Of(Harm.Detained);

    /// <summary>Those abducted or forcibly disappeared.</summary>
    public static Measure Abducted => Of(Harm.Abducted);

    /// <summary>What was done.</summary>
    public Harm Harm => (Harm)(Index % Kinds / Groups + 1);

    /// <summary>To whom.</summary>
    public VictimGroup Group => (VictimGroup)(Index % Groups);

    /// <summary>Whether it is the best figure alone: see <see cref="AsBest"/>.</summary>
    public bool IsBest => Index >= Kinds;

    /// <summary>
    /// The best figure alone, standing for low and high as well. It reads one byte an incident where low, best and high read four; only
    /// queries use it.
    /// </summary>
    public Measure AsBest => new(Index % Kinds + Kinds);

    /// <summary>The same harm to civilians.</summary>
    public Measure Civilians => Among(VictimGroup.Civilians);

    /// <summary>Ranks groups by the sum of low figures.</summary>
    public Ranking Low => new(this, 0);

    /// <summary>Ranks groups by the sum of best figures.</summary>
    public Ranking Best => new(this, 1);

    /// <summary>Ranks groups by the sum of high figures.</summary>
    public Ranking High => new(this, 2);

    internal int Index { get; }

    /// <summary>One harm to everyone.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="harm"/> is none, or is <see cref="Harm.Displaced"/>.</exception>
    public static Measure Of(Harm harm)
    {
        if (harm == Harm.Displaced || !Enum.IsDefined(harm))
        {
            throw new ArgumentOutOfRangeException(nameof(harm), harm, "Not a harm whose counts can be added up.");
        }

        return new(((int)harm - 1) * Groups);
    }

    /// <summary>The same harm to one group of victims.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="group"/> is no group.</exception>
    public Measure Among(VictimGroup group)
    {
        if (!Enum.IsDefined(group))
        {
            throw new ArgumentOutOfRangeException(nameof(group), group, "Not a group of victims.");
        }

        return new(Index / Groups * Groups + (int)group);
    }

    /// <summary>The figure of one incident where low, best and high are the same.</summary>
    public (Measure Measure, long? Low, long? Best, long? High) Is(long count) => Is(count, count, count);

    /// <summary>The figure of one incident as it was printed.</summary>
    public (Measure Measure, long? Low, long? Best, long? High) Is(Estimate printed) => Is(printed.Low, printed.Best, printed.High);

    /// <summary>
    /// The figure of one incident. What is null is unknown, which is not zero. Published rows with low above high are taken as they are.
    /// </summary>
    /// <remarks>A table takes figures from 0 to one below the largest of 63 bits.</remarks>
    public (Measure Measure, long? Low, long? Best, long? High) Is(long? low, long? best, long? high) => (this, low, best, high);

    /// <inheritdoc/>
    public int CompareTo(Measure other) => Index.CompareTo(other.Index);

    /// <summary>The name that CSV and JSON use: "killed", "killed.civilians".</summary>
    public override string ToString() => Name;

    internal string Name =>
        JsonName.Of(Harm) + (Group == VictimGroup.Everyone ? "" : "." + JsonName.Of(Group)) + (IsBest ? ".asBest" : "");

    internal static Measure At(int index) => new(index);

    /// <summary>The measure of a name that CSV and JSON use; false for a name that none has.</summary>
    public static bool TryFind(string? name, out Measure measure)
    {
        for (int i = 0; i < 2 * Kinds; i++)
        {
            if (At(i).Name == name)
            {
                measure = At(i);
                return true;
            }
        }

        measure = default;
        return false;
    }
}

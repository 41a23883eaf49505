namespace ConflictModel.Interchange;

/// <summary>What incidents between the same two sides share, made once: who took part, and of whom the dead were.</summary>
/// <remarks>It grows with the sides that the file names, not with its rows: of counts only small ones are remembered.</remarks>
internal sealed class GedPairs
{
    private const int MostCounts = 1 << 12;
    private const long Small = 64;

    private readonly Dictionary<(GedSides.Side A, GedSides.Side B), Pair> pairs = [];
    private readonly (Pair? Pair, Figures Figures, Casualties? Casualties)[] counts = new (Pair?, Figures, Casualties?)[MostCounts];
    private readonly Dictionary<long, Part> civilians = [];
    private readonly Dictionary<long, Part> unidentified = [];

    public Pair Of(GedSides.Side a, GedSides.Side b)
    {
        if (!pairs.TryGetValue((a, b), out Pair? pair))
        {
            pairs.Add((a, b), pair = new(a, b));
        }

        return pair;
    }

    /// <summary>The dead of an incident; null if none are counted.</summary>
    public Casualties? Deaths(Pair pair, in Figures figures)
    {
        ref (Pair? Pair, Figures Figures, Casualties? Casualties) slot =
            ref counts[unchecked((uint)HashCode.Combine(pair, figures)) % MostCounts];
        if (slot.Pair != pair || slot.Figures != figures)
        {
            slot = (pair, figures, Made(pair, figures));
        }

        return slot.Casualties;
    }

    private Casualties? Made(Pair pair, in Figures figures)
    {
        var count = new Estimate(figures.Low, figures.Best, figures.High);
        if (figures is { A: null, B: null, Civilians: null, Unknown: null })
        {
            return count.IsEmpty ? null : new() { Killed = new() { Count = count } };
        }

        Breakdown breakdown = new()
        {
            By = Axis.Victim,
            Kind = BreakdownKind.Partition,
            Parts =
            [
                PartOf(pair.PartsOfA, pair.VictimsA, figures.A), PartOf(pair.PartsOfB, pair.VictimsB, figures.B),
                PartOf(civilians, Victims.Civilians, figures.Civilians), PartOf(unidentified, Victims.Unidentified, figures.Unknown),
            ],
        };
        return new() { Killed = new() { Count = count, Breakdowns = [breakdown] } };
    }

    /// <summary>A part is a best figure beside the total's low and high, no bound: UCDP gives it no range.</summary>
    private static Part PartOf(Dictionary<long, Part> known, Victims victims, long? figure)
    {
        long key = figure ?? -1;
        if (!known.TryGetValue(key, out Part? part))
        {
            part = Part.Of(victims, new Estimate(null, figure, null));
            if (key < Small)
            {
                known.Add(key, part);
            }
        }

        return part;
    }

    /// <summary>The figures of a row.</summary>
    internal readonly record struct Figures(long? A, long? B, long? Civilians, long? Unknown, long? Low, long? Best, long? High);

    /// <summary>Two sides.</summary>
    internal sealed class Pair
    {
        public Pair(GedSides.Side a, GedSides.Side b)
        {
            Involvements = [.. a.AsA, .. b.AsB];
            (VictimsA, VictimsB) = GedSide.VictimsOf(a.Actors, b.Actors);
        }

        public ValueList<Involvement> Involvements { get; }

        public Victims VictimsA { get; }

        public Victims VictimsB { get; }

        public Dictionary<long, Part> PartsOfA { get; } = [];

        public Dictionary<long, Part> PartsOfB { get; } = [];
    }
}

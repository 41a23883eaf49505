namespace ConflictModel.Tests.Arithmetic;

/// <summary>
/// Random small tolls, each by its number: most with figures that are true of some people, the others with figures at random.
/// </summary>
public sealed class RandomTolls(int seed, int axes, int keys, int maxParts, int maxFigure, int piecesOneIn = 15, bool isRelated = false)
{
    private static readonly Axis[] Axes = [Axis.Region, Axis.Method, Axis.Victim, Axis.Perpetrator];

    private static readonly Axis[] RelatedAxes = [Axis.Victim, Axis.Demographic, Axis.Region, Axis.Method];

    /// <summary>One of them. No other need be made before it.</summary>
    public Toll At(int number)
    {
        Random random = Scattered(seed, number);

        // A shape first: breakdowns are hung at random places, the whole being the likeliest.
        var root = new Node(default, 0, 0);
        List<Node> places = [root];
        for (int budget = random.Next(1, maxParts + 1); budget > 0;)
        {
            Node at = random.Next(2) == 0 ? root : places[random.Next(places.Count)];
            Axis axis = (isRelated ? RelatedAxes : Axes)[random.Next(axes)];
            BreakdownKind kind = random.Next(2) == 0 ? BreakdownKind.Partition : BreakdownKind.Inclusion;
            var parts = new List<Node>();
            int used = random.Next(keys), wanted = random.Next(1, Math.Min(keys, budget) + 1);
            for (int p = 0; p < wanted; p++, budget--)
            {
                // Now and then the same category twice: its pieces.
                int key = random.Next(piecesOneIn) == 0 ? random.Next(keys) : used++ % keys;
                parts.Add(new Node(axis, key, at.Depth + 1));
            }

            at.Below.Add((kind, parts));
            places.AddRange(parts.Where(part => part.Depth < 3));
        }

        Toll shape = new() { Breakdowns = Breakdowns(root, () => default) };
        int usual = random.Next(2, 8);
        if (random.Next(3) == 0)
        {
            return new Toll { Count = Figure(random, usual, random.Next(maxFigure + 1)),
                Breakdowns = Breakdowns(root, () => Figure(random, usual, random.Next(maxFigure + 1))) };
        }

        long[] world = new BruteForce(shape).SomePeople(random, random.Next((2 * maxFigure) + 1));
        int at2 = 0;
        return new Toll
        {
            Count = Figure(random, usual, world[at2++]),
            Breakdowns = Breakdowns(root, () => Figure(random, usual, world[at2++])),
        };
    }

    /// <summary>The chance of one case: that of the next number has nothing to do with it.</summary>
    public static Random Scattered(int seed, int number)
    {
        ulong mixed = unchecked((((ulong)(uint)seed << 32) + (uint)number + 1) * 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93);
        return new((int)(mixed >> 33));
    }

    public static Part Part(Axis axis, int key, Estimate count)
    {
        string name = ((char)('a' + key)).ToString();
        return axis switch
        {
            Axis.Region => new() { Region = RegionId.From(name), Count = count },
            Axis.Method => new() { Method = name, Count = count },
            Axis.Victim => new() { Victims = Victims.Called(name), Count = count },
            _ => new() { Perpetrators = [ActorId.From(name)], Count = count },
        };
    }

    private ValueList<Breakdown> Breakdowns(Node node, Func<Estimate> figure)
    {
        var breakdowns = new List<Breakdown>();
        foreach ((BreakdownKind kind, List<Node> parts) in node.Below)
        {
            var list = new List<Part>();
            foreach (Node part in parts)
            {
                Estimate count = figure();
                list.Add((isRelated
                    ? RelatedCategories.Part(part.Axis, part.Key, count)
                    : Part(part.Axis, part.Key, count)) with { Breakdowns = Breakdowns(part, figure) });
            }

            breakdowns.Add(new Breakdown { By = parts[0].Axis, Kind = kind, Parts = list.ToValueList() });
        }

        return breakdowns.ToValueList();
    }

    // The more usual it is that a figure is printed, the more often they clash.
    private static Estimate Figure(Random random, int usual, long value) => random.Next(8) switch
    {
        var n when n >= usual => default,
        0 => Estimate.AtLeast(Math.Max(0, value - random.Next(2))),
        1 => Estimate.AtMost(value + random.Next(2)),
        2 => Estimate.Between(Math.Max(0, value - random.Next(2)), value + random.Next(2)),
        _ => value,
    };

    private sealed record Node(Axis Axis, int Key, int Depth)
    {
        public List<(BreakdownKind Kind, List<Node> Parts)> Below { get; } = [];
    }
}

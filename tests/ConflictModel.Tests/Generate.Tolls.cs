using ConflictModel.Tests.Arithmetic;
using ConflictModel.Tests.Laws;
using CsCheck;

namespace ConflictModel.Tests;

/// <content>Tolls that are small enough for every way to fill them with people to be looked at.</content>
internal static partial class Generate
{
    /// <summary>A few nested breakdowns along four axes: most have figures that are true of some people, the others any.</summary>
    public static readonly Gen<Toll> SmallToll = Small(
        [Axis.Region, Axis.Method, Axis.Victim, Axis.Perpetrator], RandomTolls.Part, keys: 3);

    /// <summary>The same with categories that hold or overlap others, as <see cref="RelatedCategories"/> has them.</summary>
    public static readonly Gen<Toll> RelatedToll = Small(
        [Axis.Victim, Axis.Demographic, Axis.Region, Axis.Method], RelatedCategories.Part, keys: 4);

    private static Gen<Toll> Small(Axis[] axes, Func<Axis, int, Estimate, Part> part, int keys)
    {
        Gen<Breakdown> Shape(int depth) => Gen.Select(
            OneOf(axes),
            Gen.Enum<BreakdownKind>(),
            Gen.Select(Gen.Int[0, keys - 1], depth == 1 ? Gen.Const<Breakdown[]>([]) : Shape(depth - 1).Array[0, 1]).Array[1, 3],
            (axis, kind, parts) => new Breakdown
            {
                By = axis,
                Kind = kind,
                Parts = [.. parts.Select(one => part(axis, one.Item1, default) with { Breakdowns = one.Item2 })],
            });

        return Gen.Select(
            Shape(3).Array[1, 2].Where(breakdowns => breakdowns.Sum(PartsIn) <= 6),
            Gen.Int[0, 1_000].Array[0, 6],
            Gen.Select(Gen.Int[0, 15], Gen.Int[0, 1], Gen.Int[0, 3]).Array[7],
            Gen.Int[0, 2],
            (breakdowns, people, ways, truth) =>
            {
                Toll shape = new() { Breakdowns = breakdowns };
                IReadOnlyList<bool[]> kinds = new BruteForce(shape).Kinds;
                int node = 0;
                return new PrintedFigures(shape).Change((figure, _) =>
                {
                    if (figure.IsOfOperations)
                    {
                        return default;
                    }

                    (int way, int off, int any) = ways[node];
                    int count = truth == 0 || kinds.Count == 0 ? any : people.Count(person => kinds[person % kinds.Count][node]);
                    node++;
                    return way switch
                    {
                        < 5 => default,
                        5 => ConflictModel.Estimate.AtLeast(Math.Max(0, count - off)),
                        6 => ConflictModel.Estimate.AtMost(count + off),
                        7 => ConflictModel.Estimate.Between(Math.Max(0, count - off), count + off),
                        _ => count,
                    };
                });
            });
    }

    private static int PartsIn(Breakdown breakdown) => breakdown.Parts.Sum(part => 1 + part.Breakdowns.Sum(PartsIn));
}

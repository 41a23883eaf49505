using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Tests.Records;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>Values of any public type that has a form in JSON.</summary>
internal static class Samples
{
    public static object Of(Type type, int seed) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Of(inner, seed)
        : type.IsArray ? Array(type.GetElementType()!, seed)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? List(type, seed)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>) ? Dictionary(type, seed)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) && type.GenericTypeArguments[0] == typeof(Finding)
            ? (ValueList<Finding>)[Finding(seed), Finding(seed + 1)]
        : type == typeof(UncertainDate) ? UncertainDate.Parse(new[] { "2024", "/", "2024-07-03?", "[1670..1672]", "2019/.." }[seed % 5])
        : type == typeof(Bounds) ? new Bounds(seed, seed % 3 == 0 ? null : seed * 2L, seed % 2 == 0)
        : type == typeof(FigurePath) ? (FigurePath)$"victim:isis/region:r{seed}"
        : type == typeof(JsonPointer) ? JsonPointer.Root.Member("a/b~c").Item(seed).Member("").Member("0")
        : type == typeof(GroupKey) ? GroupKey.All[seed % GroupKey.All.Count]
        : type == typeof(Measure) ? Measures[seed % Measures.Length]
        : type == typeof(Truth) ? (Truth)((seed % 3) - 1)
        : type == typeof(Finding) ? Finding(seed)
        : type == typeof(Estimate) ? Estimates[seed % Estimates.Length]
        : Instances.Value(type, seed);

    private static readonly Estimate[] Estimates =
    [
        449, 0, Estimate.Between(3, 5), Estimate.AtLeast(8), Estimate.AtMost(8), Estimate.Hedged(4100, "nearly 4,100"),
        Estimate.InWords("dozens"), new(9, 5, 4, "odd"), new(null, 5, null),
    ];

    private static readonly Measure[] Measures = [Measure.Killed, Measure.Wounded, Measure.Killed];

    private static Finding Finding(int seed) => new()
    {
        Code = FindingCodes.OddFigure,
        Severity = (Severity)(seed % 3),
        Pointer = JsonPointer.Root.Member("tallies").Item(seed),
        Message = "Odd.",
        Numbers = seed % 2 == 0 ? default : [seed, -1, long.MaxValue],
        Repair = seed % 2 == 0 ? "Do." : null,
    };

    private static Array Array(Type item, int seed)
    {
        var items = System.Array.CreateInstance(item, 2);
        items.SetValue(Of(item, seed), 0);
        items.SetValue(Of(item, seed + 1), 1);
        return items;
    }

    private static object List(Type type, int seed)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(type)!;
        list.Add(Of(type.GenericTypeArguments[0], seed));
        if (Nullable.GetUnderlyingType(type.GenericTypeArguments[0]) is not null)
        {
            list.Add(null);
        }

        return list;
    }

    private static object Dictionary(Type type, int seed)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        map[Of(type.GenericTypeArguments[0], seed)] = Of(type.GenericTypeArguments[1], seed);
        return map;
    }
}

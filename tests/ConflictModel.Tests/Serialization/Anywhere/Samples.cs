using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Revisions;
using ConflictModel.Tests.Records;
using ConflictModel.Tests.Revisions;
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
        : type == typeof(ValueList<RevisionLog.Value>)
            ? (ValueList<RevisionLog.Value>)[new(GroupKey.Year, $"{seed}"), new(GroupKey.Dyad, "")]
        : type == typeof(UncertainDate) ? UncertainDate.Parse(new[] { "2024", "/", "2024-07-03?", "[1670..1672]", "2019/.." }[seed % 5])
        : type == typeof(Bounds) ? new Bounds(seed, seed % 3 == 0 ? null : seed * 2L, seed % 2 == 0)
        : type == typeof(FigurePath) ? (FigurePath)$"victim:isis/region:r{seed}"
        : type == typeof(JsonPointer) ? JsonPointer.Root.Member("a/b~c").Item(seed).Member("").Member("0")
        : type == typeof(GroupKey) ? GroupKey.All[seed % GroupKey.All.Count]
        : type == typeof(Measure) ? Measures[seed % Measures.Length]
        : type == typeof(Truth) ? (Truth)((seed % 3) - 1)
        : type == typeof(Finding) ? Finding(seed)
        : type.Namespace == typeof(RevisionLog).Namespace && !type.IsEnum ? OfLog(type, seed)
        : type == typeof(Estimate) ? Estimates[seed % Estimates.Length]
        : Instances.Value(type, seed);

    private static readonly Estimate[] Estimates =
    [
        449, 0, Estimate.Between(3, 5), Estimate.AtLeast(8), Estimate.AtMost(8), Estimate.Hedged(4100, "nearly 4,100"),
        Estimate.InWords("dozens"), new(9, 5, 4, "odd"), new(null, 5, null),
    ];

    private static readonly Measure[] Measures = [Measure.Killed, Measure.Wounded, Measure.Killed];

    // A log is read only if it is true in itself.
    private static object OfLog(Type type, int seed)
    {
        RevisionLog log = RevisionLogTests.Log;
        RevisionLog.Entry entry = log.Account[seed % 2];
        return type == typeof(RevisionLog) ? log with { Format = seed % 3 == 0 ? null : $"format-{seed}" }
            : type == typeof(RevisionLog.Entry) ? entry with { Added = entry.Added + seed, New = entry.New + seed }
            : type == typeof(RevisionLog.Value) ? new RevisionLog.Value(GroupKey.Year, $"{seed}")
            : type == typeof(VintageComparison.Counts) ? new VintageComparison.Counts(seed * 3, 4, seed, 1)
            : type == typeof(RecordMove) ? log.Moves[0] with { Id = $"{seed}" }
            : type == typeof(Reattribution) ? log.Reattributions[0] with { To = ($"{seed}", seed % 2 == 0 ? "" : "C - D") }
            : type == typeof(Reattribution.Year) ? new Reattribution.Year(2000 + seed, new(1, seed, -3), new(long.MaxValue, 5, 6))
            : type == typeof(Revision) ? log.Revisions[0] with { Id = $"{seed}" }
            : type == typeof(FieldChange) ? log.Revisions[0].Changes[0] with { Is = $"{seed}" }
            : type == typeof(Tombstone) ? log.Deleted[0] with { Id = $"{seed}" }
            : throw new NotSupportedException($"No value of {type.Name} is known here; add one.");
    }

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

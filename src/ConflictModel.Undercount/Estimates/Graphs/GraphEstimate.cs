using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>
/// What a decomposable graph says of how many there are, exactly, and the few counts that it hangs on: one of them ten more or less, and
/// the answer is another.
/// </summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record GraphEstimate
{
    internal GraphEstimate(DecomposableGraph graph) => Graph = graph;

    /// <summary>The graph.</summary>
    public DecomposableGraph Graph { get; }

    /// <summary>The size as an exact fraction, where two cliques give one; otherwise null, and it lies between <see cref="Low"/> and
    /// <see cref="High"/>.</summary>
    public Fraction? Exact { get; internal init; }

    /// <summary>A number that the size is certainly not below, closer than nine significant digits.</summary>
    public Fraction Low { get; internal init; }

    /// <summary>A number that the size is certainly not above, closer than nine significant digits.</summary>
    public Fraction High { get; internal init; }

    /// <summary>The size; null if there is none.</summary>
    public double? Size => WhyNone is null ? (High.ToDouble() + Low.ToDouble()) / 2 : null;

    /// <summary>Why there is no size; null if there is one.</summary>
    public Refusal? WhyNone { get; internal init; }

    /// <summary>The arithmetic: <c>4400 + 845 x 306 / 31</c>, or the equation that the unseen, x, are the root of.</summary>
    public string Because { get; internal init; } = "";

    /// <summary>The counts that the size hangs on, besides that of all who are observed.</summary>
    public ValueList<Hinge> HangsOn { get; internal init; }

    /// <summary>The estimates of all decomposable graphs of a table's lists.</summary>
    /// <param name="table">A table of three to five lists.</param>
    /// <exception cref="RefusedEstimateException">There are fewer than three lists or more than five, nobody is on any, or they fall into
    /// groups that have nobody in common.</exception>
    public static ValueList<GraphEstimate> Of(CaptureTable table)
    {
        var equations = new GraphEquations(CaptureCells.Checked(table, DecomposableGraph.MaxLists));
        return [.. DecomposableGraph.All(table.Lists).Select(equations.Solve)];
    }

    /// <summary>The graph, its size and why.</summary>
    public override string ToString() => $"{Graph}: {(Size is { } size ? $"{NineDigits.Text(size)} = {Because}" : "no estimate")}";

    /// <summary>A count that an exact answer hangs on.</summary>
    /// <remarks>Equality is by content. The default value says nothing.</remarks>
    /// <param name="Who">Whom it counts: <c>on none of EXH, OSCE, HRW</c>.</param>
    /// <param name="People">How many they are.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Hinge(string Who, long People)
    {
        /// <summary>How many, and who.</summary>
        public override string ToString() => FormattableString.Invariant($"{People} {Who}");
    }
}

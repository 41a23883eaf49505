using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>Reported figures that can't all be true, with the proof.</summary>
/// <remarks>Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class Contradiction
{
    private readonly Derivation derivation;
    private readonly Func<IReadOnlyList<Repair>> findRepairs;
    private IReadOnlyList<Repair>? repairs;

    internal Contradiction(Derivation derivation, Func<IReadOnlyList<Repair>> findRepairs) =>
        (this.derivation, this.findRepairs) = (derivation, findRepairs);

    /// <summary>Whether the figures count operations (attacks, incidents) and not people.</summary>
    public required bool IsOfOperations { get; init; }

    /// <summary>The figure that the others don't fit.</summary>
    public required FigurePath Subject { get; init; }

    /// <summary>The breakdown that the identity belongs to; null if it belongs to none.</summary>
    public required Breakdown? Breakdown { get; init; }

    /// <summary>The counts that are added up, in document order.</summary>
    public required ValueList<long> Terms { get; init; }

    /// <summary>The sum of <see cref="Terms"/>.</summary>
    public required long Sum { get; init; }

    /// <summary>The count that the sum does not fit.</summary>
    public required long Against { get; init; }

    /// <summary>The numbers: "29 + 3 + 2 = 34, not 29"; "128 + 89 + 16 + 3 = 236, more than 227".</summary>
    /// <remarks>Of more than 100 terms it has the first ten and the last.</remarks>
    public string Arithmetic => Relation is null
        ? $"at least {SumText.Of(Values(Added))}, at most {SumText.Of(Values(Limits))}"
        : $"{SumText.WithSum(Values(Added))}, {Relation} {SumText.WithSum(Values(Limits))}";

    /// <summary>Reported figures that already can't all be true, in document order: none of them can be left out.</summary>
    /// <remarks>They can be fewer than the arithmetic has terms: 29 and 3 are more than 29 before the 2 is added.</remarks>
    public required ValueList<DerivedFigure> Figures { get; init; }

    /// <summary>The breakdowns without whose reading the figures would not contradict each other.</summary>
    /// <remarks>The figures may be right and a reading wrong, above all where it is inferred.</remarks>
    public required ValueList<DerivedBreakdown> Readings { get; init; }

    /// <summary>The breakdowns of whose parts several are added up, because nobody is in two of them.</summary>
    /// <remarks>Where that is not stated (<see cref="Breakdown.Disjoint"/>), the figures may be right and the parts overlap.</remarks>
    public required ValueList<DerivedBreakdown> Disjoint { get; init; }

    /// <summary>Each change of one figure that would mend it without another contradiction; empty if there is none.</summary>
    /// <remarks>Records of more than 1,000 figures, or of more than 200 if breakdowns cross, are not searched: there it is empty.</remarks>
    public IReadOnlyList<Repair> Repairs => repairs ??= findRepairs();

    /// <summary>The counts that are added up, each with the figure that it is told of.</summary>
    internal Count[] Added { get; init; } = [];

    /// <summary>What their sum does not fit: one count, or what others add up to.</summary>
    internal Count[] Limits { get; init; } = [];

    /// <summary>How the sum misses them: "not", "more than", "less than"; null if it takes more than one sum to see.</summary>
    internal string? Relation { get; init; }

    /// <summary>Whether the record is small enough to be searched for <see cref="Repairs"/>.</summary>
    internal bool IsSearched { get; init; }

    /// <summary>Which identity is broken.</summary>
    internal ContradictionKind Kind { get; init; }

    /// <summary>Where, and the arithmetic.</summary>
    public override string ToString() => $"{(Subject.IsWhole ? "whole" : Subject.Value)}: {Arithmetic}";

    private static long[] Values(Count[] counts) => Array.ConvertAll(counts, count => count.Value);

    /// <summary>A count and the figure that it is told of.</summary>
    internal readonly record struct Count(long Value, DerivedFigure Figure);

    /// <summary>A change of one figure that would mend the contradiction and break nothing else.</summary>
    /// <remarks>Equality is by content.</remarks>
    /// <param name="Path">Where the figure stands.</param>
    /// <param name="Figure">The figure as it was reported.</param>
    /// <param name="Needed">What it would have to be.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Repair(FigurePath Path, Estimate Figure, Bounds Needed)
    {
        /// <summary>The path, the figure and what it would have to be: <c>victim:isis: 29 -> 34</c>.</summary>
        public override string ToString() => $"{(Path.IsWhole ? "whole" : Path.Value)}: {Figure} -> {Needed}";
    }
}

using System.Diagnostics;

namespace ConflictModel;

/// <summary>A total that a source published over a scope, as of a date.</summary>
/// <remarks>
/// Tallies that may overlap are never added to one another, nor to the incidents they count. Equality is by content and order.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Tally
{
    /// <summary>The tally's id.</summary>
    public required TallyId Id { get; init; }

    /// <summary>What it is, in a few words; null if the scope says it all.</summary>
    public string? Title { get; init; }

    /// <summary>What it covers.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The date up to which it counts; null if not said.</summary>
    public ReportedDate? AsOf { get; init; }

    /// <summary>Whether it is a running total, which later tallies of its series go on from.</summary>
    public bool Cumulative { get; init; }

    /// <summary>The earlier tallies of its series that it replaces.</summary>
    public ValueList<TallyId> Supersedes { get; init; }

    /// <summary>The total itself: who published it, and the counts with their breakdowns.</summary>
    public required Report Report { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>Which tally, of when, and what it counts: <c>sohr-2024-h1, 2024-40: killed 449 in 155 operations</c>.</summary>
    public override string ToString() => $"{Id}, {Scope.Period?.ToString() ?? "no period"}: {Report.Casualties}";
}

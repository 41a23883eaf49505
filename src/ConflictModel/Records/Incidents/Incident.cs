using System.Diagnostics;

namespace ConflictModel;

/// <summary>One event: when, where, what, who, and what each report says of the people harmed.</summary>
/// <remarks>
/// Reports stand side by side. Two incidents are the same event only if <see cref="SameAs"/> says so, and one is part of another only if
/// <see cref="PartOf"/> does; nothing is guessed. Equality is by content and order.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Incident
{
    /// <summary>The incident's id.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>What kind of event it is.</summary>
    public required IncidentKind Kind { get; init; }

    /// <summary>When it was, as uncertain as the sources leave it.</summary>
    public required ReportedDate Date { get; init; }

    /// <summary>Where it was; null if nothing is known.</summary>
    public Place? Place { get; init; }

    /// <summary>What happened, in the recorder's own words; null if nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>The actors and their parts in it.</summary>
    public ValueList<Involvement> Involvements { get; init; }

    /// <summary>Who lays it to whom.</summary>
    public ValueList<Attribution> Attributions { get; init; }

    /// <summary>Other records of the same event.</summary>
    public ValueList<IncidentId> SameAs { get; init; }

    /// <summary>Who decided that another record is, or is not, of the same event, and why.</summary>
    public ValueList<MatchDecision> Decisions { get; init; }

    /// <summary>The event that it is a part of: the battle of three days that a daily report belongs to; null if none is named.</summary>
    public IncidentId? PartOf { get; init; }

    /// <summary>What each source says.</summary>
    public ValueList<Report> Reports { get; init; }

    /// <summary>What other systems call it.</summary>
    public ValueList<ExternalId> ExternalIds { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>Which incident, when, and what each report counts: <c>badia-ambush, 2024-07: killed 8</c>.</summary>
    public override string ToString() =>
        $"{Id}, {Date}: {string.Join(" | ", Reports.Select(report => report.Casualties?.ToString() ?? "no casualties"))}";
}

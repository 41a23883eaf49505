namespace ConflictModel;

/// <summary>Somebody's decision on whether two records are of one event: who, when, and by which rule.</summary>
/// <remarks>
/// It says why <see cref="Incident.SameAs"/> holds the other record, or why it does not: a pair that was decided to be two events is not
/// proposed again. Either record may bear it. Equality is by content.
/// </remarks>
public sealed partial record MatchDecision
{
    /// <summary>The other record.</summary>
    public required IncidentId Other { get; init; }

    /// <summary>Whether they are of one event.</summary>
    public required bool IsSame { get; init; }

    /// <summary>Who decided, as those who may ask would know it: a desk, a project, a program's name.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided; null if that is not said.</summary>
    public ReportedDate? On { get; init; }

    /// <summary>The rule that it was decided by: "within 4 km and 2 days, read by two people"; null if that is not said.</summary>
    public string? Rule { get; init; }

    /// <summary>The decision in a line: <c>two events with b7, by the desk, 2024-07-01</c>.</summary>
    public override string ToString() =>
        $"{(IsSame ? "one event" : "two events")} with {Other}, by {By}"
            + $"{(On is { } day ? $", {day}" : "")}{(Rule is null ? "" : $" ({Rule})")}";
}

using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

/// <summary>An incident as a plain object: what the table's answers are checked against.</summary>
internal sealed record OracleIncident
{
    /// <summary>Its id; empty if it has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The first day; null if nobody says when it was.</summary>
    public required LocalDate? Earliest { get; init; }

    public required LocalDate? Latest { get; init; }

    public string First { get; init; } = "";

    public string Second { get; init; } = "";

    public string Region { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Source { get; init; } = "";

    public string Dyad { get; init; } = "";

    public string Others { get; init; } = "";

    public string Conflict { get; init; } = "";

    public string Type { get; init; } = "";

    public int Place { get; init; }

    public int Date { get; init; }

    public Truth Active { get; init; }

    /// <summary>What all pieces of one incident share.</summary>
    public object Identity { get; init; } = new();

    /// <summary>False for the later pieces of an incident.</summary>
    public bool Begins { get; init; } = true;

    public Dictionary<Measure, (long? Low, long? Best, long? High)> Figures { get; init; } = [];
}

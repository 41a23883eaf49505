using System.Text.Json.Serialization;

namespace ConflictModel.Reconciliation;

/// <summary>One count taken from what several reports say of one incident, with the policy that took it.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record IncidentFigure
{
    /// <summary>The harm that is counted.</summary>
    public required Harm Harm { get; init; }

    /// <summary>The bounds of the count.</summary>
    public required Bounds Bounds { get; init; }

    /// <summary>The estimate as printed, if one report alone stands for the incident; null if several do.</summary>
    public Estimate? Printed { get; init; }

    /// <summary>The name of the policy by which the reports were made one figure.</summary>
    public required string Policy { get; init; }

    /// <summary>
    /// The reports that were used, by their places in the incident (those of its same-as records after its own, then what its parts come
    /// to).
    /// </summary>
    public required ValueList<int> Used { get; init; }

    /// <summary>The reports with a count of this harm that were set aside.</summary>
    public ValueList<int> SetAside { get; init; }

    /// <summary>Whether some count satisfies every report that counts, those that the policy set aside included.</summary>
    public required bool ReportsAgree { get; init; }
}

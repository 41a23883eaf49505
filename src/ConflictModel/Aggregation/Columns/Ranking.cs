using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>What groups are ranked by: the number of incidents, or the low, best or high sum of a measure.</summary>
/// <remarks>
/// Equality is by content. The default ranks by the low figure of those killed; get one from <see cref="Measure.Best"/> and its like.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct Ranking
{
    private const int IncidentCount = 3;

    private readonly int lane;

    internal Ranking(Measure measure, int lane)
    {
        Measure = measure;
        this.lane = lane;
    }

    /// <summary>By the number of incidents.</summary>
    public static Ranking Incidents => new(default, IncidentCount);

    /// <summary>The measure, where it is not the number of incidents.</summary>
    internal Measure Measure { get; }

    internal bool IsIncidents => lane == IncidentCount;

    /// <summary>0, 1 or 2 for low, best or high.</summary>
    internal int Lane => lane;
}

using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>One incident as <see cref="IncidentTableBuilder"/> takes it, without its figures.</summary>
/// <remarks>Equality is by content. The default is an incident of which nothing is stated, not even when it was.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct IncidentRow
{
    /// <summary>The only or first day it may have happened on, or the day it began; null if that is unknown.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>The last day it may have happened on, or the day it ended; null if that is <see cref="Earliest"/>.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>What the source calls it; the default if that is not kept. All pieces of an incident that is split bear it.</summary>
    /// <remarks>A table holds ids only if some row states one: sums have no use for them, files and databases do.</remarks>
    public IncidentId Id { get; init; }

    /// <summary>
    /// The date as it was reported, of which <see cref="Earliest"/> and <see cref="Latest"/> are the ends; unknown if that is not kept.
    /// </summary>
    /// <remarks>It is kept as <see cref="Id"/> is, and never asked by a query.</remarks>
    public UncertainDate When { get; init; }

    /// <summary>The first side: the perpetrator where there is one. Several actors are one coalition.</summary>
    public TableCode<ActorId> FirstSide { get; init; }

    /// <summary>The second side: the side that was attacked.</summary>
    public TableCode<ActorId> SecondSide { get; init; }

    /// <summary>Who took part beside the two sides, such as those of whom nobody says with whom they stood.</summary>
    public TableCode<ActorId> Others { get; init; }

    /// <summary>The most precise region it is known to lie in.</summary>
    public TableCode<RegionId> Region { get; init; }

    /// <summary>What kind of incident it was; <see cref="IncidentKind.Unknown"/> and the default say nothing.</summary>
    public IncidentKind Kind { get; init; }

    /// <summary>What type of event it was in the source's own word.</summary>
    public TableCode<EventTypeId> EventType { get; init; }

    /// <summary>Who says so.</summary>
    public TableCode<SourceId> Source { get; init; }

    /// <summary>The pair of opponents.</summary>
    public TableCode<DyadId> Dyad { get; init; }

    /// <summary>The conflict that it is part of.</summary>
    public TableCode<ConflictId> Conflict { get; init; }

    /// <summary>How precisely the place is known: 1 (exactly) to 7, on the source's own scale; 0 if not stated.</summary>
    public int PlacePrecision { get; init; }

    /// <summary>How precisely the date is known: 1 (to the day) to 7, on the source's own scale; 0 if not stated.</summary>
    public int DatePrecision { get; init; }

    /// <summary>Whether its dyad was active that year by the source's threshold (UCDP's active_year).</summary>
    public Truth ActiveYear { get; init; }
}

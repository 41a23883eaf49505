using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>One incident as <see cref="IncidentTableBuilder"/> takes it, without its figures.</summary>
/// <remarks>Equality is by content. The default is an incident on 0001-01-01 of which nothing else is stated.</remarks>
public readonly record struct IncidentRow
{
    /// <summary>The only or first day it may have happened on, or the day it began.</summary>
    public required LocalDate Earliest { get; init; }

    /// <summary>The last day it may have happened on, or the day it ended; null if that is <see cref="Earliest"/>.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>The first side: the perpetrator where there is one.</summary>
    public TableCode<ActorId> FirstSide { get; init; }

    /// <summary>The second side: the side that was attacked.</summary>
    public TableCode<ActorId> SecondSide { get; init; }

    /// <summary>The most precise region it is known to lie in.</summary>
    public TableCode<RegionId> Region { get; init; }

    /// <summary>What kind of incident it was.</summary>
    public TableCode<KindId> Kind { get; init; }

    /// <summary>Who says so.</summary>
    public TableCode<SourceId> Source { get; init; }

    /// <summary>The pair of opponents.</summary>
    public TableCode<DyadId> Dyad { get; init; }

    /// <summary>The caller's own word for it.</summary>
    public TableCode<LabelId> Label { get; init; }

    /// <summary>
    /// Whether this is a further piece of an incident whose first piece is another row: its figures are added, and it is not counted again, nor is what is
    /// unknown of it. For incidents that the caller divides; the builder divides by days.
    /// </summary>
    public bool Continues { get; init; }

    /// <summary>How precisely the place is known: 1 (exactly) to 7, on the source's own scale; 0 if not stated.</summary>
    public int PlacePrecision { get; init; }

    /// <summary>How precisely the date is known: 1 (to the day) to 7, on the source's own scale; 0 if not stated.</summary>
    public int DatePrecision { get; init; }

    /// <summary>Whether its dyad was active that year by the source's threshold (UCDP's active_year).</summary>
    public Truth ActiveYear { get; init; }
}

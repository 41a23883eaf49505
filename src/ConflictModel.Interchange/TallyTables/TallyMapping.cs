using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What the columns of a wide table of tallies are.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record TallyMapping
{
    /// <summary>Who publishes the table; its id begins the ids of the tallies.</summary>
    public required Source Source { get; init; }

    /// <summary>The columns that count people; none stands twice.</summary>
    public required ValueList<TallyColumn> Columns { get; init; }

    /// <summary>
    /// The column of the row's day, or of a month (<c>2024-03</c>) or year in full; null for a table of one day, which
    /// <see cref="Day"/> is.
    /// </summary>
    public string? Date { get; init; }

    /// <summary>The day of all rows; null where <see cref="Date"/> is a column.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>
    /// The first day that cumulative columns count; null if that is not known: then they are only compared with one another.
    /// </summary>
    public LocalDate? Since { get; init; }

    /// <summary>
    /// The column of the place; null if all rows are of one. A name that <see cref="ReadOptions.Names"/> doesn't know is a region local to
    /// the table.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>What the places are.</summary>
    public RegionKind PlaceKind { get; init; } = RegionKind.Governorate;

    /// <summary>The region of all rows, or what the places lie within; null if that is not said.</summary>
    public Region? Region { get; init; }

    /// <summary>The actors that the table lays the harm to; empty if it says nothing of it.</summary>
    public ValueList<ActorId> AttributedTo { get; init; }

    /// <summary>Whom the table counts, if only some; null for all.</summary>
    public Victims? Victims { get; init; }
}

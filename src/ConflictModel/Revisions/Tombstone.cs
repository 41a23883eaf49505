using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Revisions;

/// <summary>A record that its source says it deleted, and when.</summary>
/// <remarks>
/// A record that is gone from a newer vintage went with a word if there is a tombstone of it, and without one if there is none. Equality is
/// by content.
/// </remarks>
public sealed partial record Tombstone
{
    /// <summary>The id of the record, as the vintages that are compared know it.</summary>
    public required string Id { get; init; }

    /// <summary>When it was deleted. A row of the same id that was changed later was given again.</summary>
    public required Instant Deleted { get; init; }

    /// <summary>The id and the time: <c>SYR1, deleted 2024-07-03T09:46:40Z</c>.</summary>
    public override string ToString() => $"{Id}, deleted {InstantPattern.General.Format(Deleted)}";
}

using System.Collections.Immutable;

namespace ConflictModel.Aggregation;

/// <summary>What an engine that is not this one found of a query: enough to make the aggregate that this one would have made.</summary>
internal sealed record AggregateParts
{
    public required IReadOnlyList<GroupKey> Keys { get; init; }

    public required Measure[] Measures { get; init; }

    public required bool KeepsUnknown { get; init; }

    /// <summary>What to keep.</summary>
    public required (int Count, Ranking By, ImmutableArray<GroupKey> Within)? Top { get; init; }

    /// <summary>The groups by all keys, those that lack values included; of incidents where they begin.</summary>
    public required IReadOnlyList<Row> Groups { get; init; }

    /// <summary>
    /// Where groups overlap, those by the other keys, whose cell is null for the key that overlaps; null where they don't.
    /// </summary>
    public required IReadOnlyList<Row>? Once { get; init; }

    /// <summary>By group, the incidents that began elsewhere.</summary>
    public required IReadOnlyList<Row> Continuing { get; init; }

    /// <summary>The same of all that is outside, as one.</summary>
    public required Sums[] Outside { get; init; }

    /// <summary>The same of all that passed, as one.</summary>
    public required Sums[] Total { get; init; }

    /// <summary>Where there is a top, each group that an incident is in which goes on.</summary>
    public required IReadOnlyList<Going> Events { get; init; }

    /// <summary>What each filter dropped.</summary>
    public required FilterCount[] Filters { get; init; }

    /// <summary>What perhaps passes.</summary>
    public required long Perhaps { get; init; }

    /// <summary>A group: its keys, how many incidents began in it, and its sums.</summary>
    internal sealed record Row(string?[] Keys, long Incidents, Sums[] Sums)
    {
        public bool IsEmpty => Incidents == 0
            && Array.TrueForAll(Sums, sums => sums.Added(0) == 0 && sums.Added(1) == 0 && sums.Added(2) == 0);
    }

    /// <summary>
    /// A group that an incident is in: whether it began there and, for each measure, what it would add to those that go on there.
    /// </summary>
    internal sealed record Going(string Event, string?[] Keys, bool Begins, Sums[] Sums);
}

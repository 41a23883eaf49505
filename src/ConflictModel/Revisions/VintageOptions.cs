using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Time;

namespace ConflictModel.Revisions;

/// <summary>What of two vintages is compared.</summary>
/// <remarks>Equality is by content; delegates by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record VintageOptions
{
    private const int FirstYear = 1;
    private const int LastYear = 9999;

    /// <summary>
    /// The last year: records that begin later are left out of both vintages, and so are the days of others in later years. What has no day
    /// is kept. Null for all years.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999.</exception>
    public int? Until
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? FirstYear, FirstYear);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value ?? LastYear, LastYear);
            field = value;
        }
    }

    /// <summary>
    /// At the edges of whose buckets incidents of several days are divided, as <see cref="IncidentTableBuilder"/> does it: those
    /// of the keys of time that accounts will be asked by.
    /// </summary>
    public ValueList<BucketScheme> SplitAt { get; init; }

    /// <summary>
    /// What adds to the row of a data set's incident what the caller knows of it, as
    /// <see cref="IncidentTabulation.AppendDataset"/> takes it; null for nothing.
    /// </summary>
    public Func<IncidentTableBuilder, ConflictDataset, Func<Incident, IncidentRow, IncidentRow>>? Complete { get; init; }

    /// <summary>
    /// What the source says that it deleted, in any order: it tells a record that was removed with a word
    /// (<see cref="VintageComparison.Deleted"/>) from one that vanished. Those of ids that are not compared say nothing.
    /// </summary>
    public ValueList<Tombstone> Tombstones { get; init; }
}

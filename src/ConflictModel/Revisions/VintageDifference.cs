using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Which records of two vintages differ, before anybody looked at what they say.</summary>
/// <remarks>
/// The fields of those that both have and that differ are read once more, and <see cref="Tell"/> makes the comparison of them. Equality is
/// by reference.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class VintageDifference
{
    private readonly VintageTables tables;
    private readonly ValueList<Tombstone> tombstones;

    private VintageDifference(VintageTables tables, ValueList<Tombstone> tombstones) =>
        (this.tables, this.tombstones, Differing) = (tables, tombstones, tables.DifferingRecords());

    /// <summary>
    /// The records of both vintages that differ or may differ, by how many stand before each in either; in ascending order of the newer.
    /// </summary>
    public ValueList<(int Older, int Newer)> Differing { get; }

    /// <summary>Finds what two vintages have in common.</summary>
    /// <param name="records">Their records, to which no other can be added from here on.</param>
    /// <param name="append">
    /// Appends the records of the older vintage to one table and those of the newer to another, all that were added and in their order. It
    /// is called when the first account is asked for, and again only if it failed or was stopped.
    /// </param>
    public static VintageDifference Between(
        VintageRecords records, Action<IncidentTableBuilder, IncidentTableBuilder, CancellationToken> append)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(append);
        return new(new(records, append), records.Options.Tombstones);
    }

    /// <summary>The comparison.</summary>
    /// <param name="changes">The fields that differ of each of <see cref="Differing"/>, in its order; none where it says the same.</param>
    /// <param name="fieldsOfOlder">The fields that the older vintage has alone.</param>
    /// <param name="fieldsOfNewer">The fields that the newer vintage has alone.</param>
    /// <exception cref="ArgumentException">There are not as many.</exception>
    public VintageComparison Tell(
        IReadOnlyList<ValueList<FieldChange>> changes,
        ValueList<string> fieldsOfOlder = default,
        ValueList<string> fieldsOfNewer = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return changes.Count == Differing.Count
            ? new(
                tables,
                [.. tables.Removed.Select(record => record.Id)],
                [.. tables.Added.Select(record => record.Id)],
                tables.Old,
                [.. tables.Differing.Select((pair, i) => new Revision { Id = pair.Id, Changes = changes[i] })],
                tombstones)
            {
                FieldsOfOlder = fieldsOfOlder,
                FieldsOfNewer = fieldsOfNewer,
            }
            : throw new ArgumentException($"{Differing.Count} records differ, and there are {changes.Count}.", nameof(changes));
    }
}

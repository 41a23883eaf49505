using System.Text.Json.Serialization;

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

    private VintageDifference(VintageTables tables, ValueList<Tombstone> tombstones)
    {
        (this.tables, this.tombstones) = (tables, tombstones);
        Differing = tables.Differing
            .Select(pair => (tables.Older.Records[pair.Older], tables.Newer.Records[pair.Newer])).ToValueList();
    }

    /// <summary>
    /// The records of both vintages that differ or may differ, by how many stand before each in either; in ascending order of the newer.
    /// </summary>
    public ValueList<(int Older, int Newer)> Differing { get; }

    /// <summary>Finds what two vintages have in common.</summary>
    /// <exception cref="ArgumentException">An id stands twice in a vintage.</exception>
    public static VintageDifference Between(VintageBuilder older, VintageBuilder newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        return new(VintageTables.Of(older, newer), newer.Tombstones);
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
                [.. tables.Older.Only.Select(tables.Older.IdOf)],
                [.. tables.Newer.Only.Select(tables.Newer.IdOf)],
                tables.Older.Records.Length,
                [.. tables.Differing.Select((pair, i) => new Revision { Id = tables.Newer.IdOf(pair.Newer), Changes = changes[i] })],
                tombstones)
            {
                FieldsOfOlder = fieldsOfOlder,
                FieldsOfNewer = fieldsOfNewer,
            }
            : throw new ArgumentException($"{Differing.Count} records differ, and there are {changes.Count}.", nameof(changes));
    }
}

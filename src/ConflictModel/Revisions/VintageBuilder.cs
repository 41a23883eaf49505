using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>Takes the records of one vintage, of each its row in a table, its id and what it says, for a comparison with another.</summary>
/// <remarks>
/// Append a record to <see cref="Table"/>, then say its id with <see cref="Add"/>: the two go in step. What a record says is held as 8
/// bytes of a hash, its id as 16, or in full if it has more than 15: beside them only the table's columns take memory. Not safe for use
/// by several threads at once.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class VintageBuilder
{
    private readonly int? until;

    /// <summary>An empty vintage.</summary>
    public VintageBuilder(VintageOptions? options = null)
    {
        Table = new(options?.SplitAt ?? default);
        until = options?.Until;
        Tombstones = options?.Tombstones ?? [];
    }

    /// <summary>The table, to which every record is appended once.</summary>
    public IncidentTableBuilder Table { get; }

    /// <summary>How many records there are.</summary>
    public int Count => Notes.Count;

    /// <summary>The records.</summary>
    internal RecordNotes Notes { get; } = new();

    /// <summary>What the source says that it deleted.</summary>
    internal ValueList<Tombstone> Tombstones { get; }

    /// <summary>Notes the record that was appended to <see cref="Table"/> last.</summary>
    /// <param name="id">Its id, which the other vintage knows it by.</param>
    /// <param name="content">
    /// All that it says, so that equal contents are equal bytes; empty if that is not known, and then the record may always differ.
    /// </param>
    /// <exception cref="InvalidOperationException">The table has not one record more than before.</exception>
    public void Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content)
    {
        if (Table.IncidentCount != Count + 1)
        {
            throw new InvalidOperationException($"The table has {Table.IncidentCount} records, and this is number {Count + 1}.");
        }

        Notes.Add(id, content);
    }

    /// <summary>Takes records back: newer ones of the same ids came.</summary>
    /// <param name="ordinals">How many records stand before each of them, in ascending order.</param>
    /// <exception cref="ArgumentException">They are not in ascending order, or there are not so many records.</exception>
    public void Remove(params ReadOnlySpan<int> ordinals)
    {
        Table.Remove(ordinals);
        Notes.Remove(ordinals);
    }

    /// <summary>The table in the order of the records, and which of them begin in time.</summary>
    internal (TableColumns Table, int[] Records) Kept()
    {
        TableColumns columns = Table.ToTable(sortByDate: false).Columns;
        if (until is not { } year)
        {
            return (columns, [.. Enumerable.Range(0, Count)]);
        }

        int last = (int)(Days.Of(new LocalDate(year, 12, 31)) - columns.FirstDay);
        int[] records = columns.IncidentsBy(last);
        return (columns.OfIncidents(records, last), records);
    }
}

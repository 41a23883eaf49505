using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>Incidents as columns, for aggregation at the speed of memory.</summary>
/// <remarks>
/// Immutable and safe for any number of threads. Made by <see cref="IncidentTableBuilder"/>; asked through <see cref="Query"/>. Equality is
/// by reference. Ids are dictionary codes of one or two bytes (four where there are more than 65,535 of them), dates are day numbers, or
/// nothing at all where rows are in date order; figures take four bytes a row, or one where low, best and high never differ, and counts
/// above 255 are held apart in full: no count is ever clipped.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class IncidentTable
{
    private readonly TableColumns columns;

    internal IncidentTable(TableColumns columns) => this.columns = columns;

    internal TableColumns Columns => columns;

    /// <summary>How many rows there are: incidents, and the further pieces of those that were split.</summary>
    public int Rows => columns.Rows;

    /// <summary>How many incidents there are.</summary>
    public long Incidents => columns.Incidents;

    /// <summary>The bytes that all columns hold, without the ids and the hierarchies.</summary>
    public long Bytes
    {
        get
        {
            long bytes = ((columns.DayStarts?.LongLength ?? 0) + columns.Pieces.LongLength) * sizeof(int);
            foreach (CodeColumn column in columns.CodeColumns)
            {
                bytes += (long)column.BytesPerRow * Rows;
            }

            foreach (MeasureColumn column in columns.Columns)
            {
                bytes += (long)column.BytesPerRow * Rows + column.PatchBytes;
            }

            return bytes;
        }
    }

    /// <summary>Whether the rows are in order of their first day.</summary>
    public bool IsSortedByDate => columns.DayStarts is not null;

    /// <summary>The measures of which some row has a figure.</summary>
    public IEnumerable<Measure> Measures => columns.Measures;

    /// <summary>How much it holds: <c>16,566 incidents in 17,012 rows of 41 bytes</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Incidents:N0} incidents in {Rows:N0} rows of {(Rows == 0 ? 0 : Bytes / Rows)} bytes");

    /// <summary>A query over all incidents: narrow it, choose keys and measures, and run it.</summary>
    public IncidentQuery Query() => new(columns);

    /// <summary>
    /// Whether some incident certainly has the value of a key that the source writes so: whether
    /// <see cref="IncidentQuery.Where(GroupKey, string)"/> alone leaves anything to group by the key.
    /// </summary>
    /// <exception cref="FormatException">The key can't have such a value.</exception>
    public bool Has(GroupKey key, string text) => Groups(Query().Where(key, text), key).Count > 0;

    /// <summary>
    /// The values of a key that groups of the table's incidents have, in their order, as <see cref="NamesOf"/> gives each.
    /// </summary>
    public ValueList<(string Own, string Name)> ValuesOf(GroupKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Groups(Query(), key).Select(row => NamesOf(row, key)).Distinct().ToValueList();
    }

    /// <summary>How the source writes the value that a group has of a key, and the name it gives it: <c>234</c> and <c>IS</c>.</summary>
    /// <remarks>
    /// The text of the value and no name where the source says nothing; <c>unknown</c> where the incidents have no value.
    /// </remarks>
    /// <exception cref="ArgumentException">The row's query did not group by <paramref name="key"/>.</exception>
    public (string Own, string Name) NamesOf(AggregateRow row, GroupKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return row.TextOf(key) is { } text ? key.NamesOf(columns, text) : (Aggregate.UnknownText, "");
    }

    /// <summary>
    /// The groups of all measures: one in which no incident began is there if a piece of one counts somebody in it.
    /// </summary>
    private Aggregate Groups(IncidentQuery query, GroupKey key) => query.Sum([.. Measures]).GroupBy(key).Run();
}

using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>
/// A wide table of tallies as ministries and monitors publish them (a row a day, a place or both; columns of the killed, the women and
/// children among them, the wounded, running totals or figures of the day), read by a mapping that says what each column is.
/// </summary>
/// <remarks>
/// <para>
/// A row becomes a running total of what its cumulative columns say and a tally of the day of what the others say. An empty cell says
/// nothing, and nothing is not zero: a row without a figure of a column has no such figure. <c>dataset.Validate()</c> checks them as any
/// tally: parts against their whole, running totals that fall, and the figure of a day that the rise contradicts.
/// </para>
/// <para>The table is CSV or a JSON array of objects, read as any published file is (see <see cref="ReadOptions"/>).</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class TallyTable
{
    private TallyTable(ConflictDataset dataset, ValueList<string> unmapped, ReadCounts counts) =>
        (Dataset, UnmappedColumns, Counts) = (dataset, unmapped, counts);

    /// <summary>The tallies, in the order of the rows, with the source and the regions that they name.</summary>
    public ConflictDataset Dataset { get; }

    /// <summary>The columns that the mapping doesn't name, in their order: nothing is read from them.</summary>
    public ValueList<string> UnmappedColumns { get; }

    /// <summary>How many rows were read and set aside.</summary>
    public ReadCounts Counts { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="options">How to read it; no format is named, for the mapping is it.</param>
    /// <exception cref="ArgumentException">The mapping has no column that counts, names one column twice, or doesn't say of which day a row
    /// is; or the options name a format.</exception>
    /// <exception cref="MalformedInputException">A column that the mapping names is not there, a row can't be read and the options say to
    /// stop, or the file breaks off.</exception>
    public static TallyTable Read(string path, TallyMapping mapping, ReadOptions? options = null) =>
        Read(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan), mapping, options);

    /// <summary>Reads a table from a stream.</summary>
    /// <param name="stream">The table, which is closed.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="options">How to read it; no format is named, for the mapping is it.</param>
    /// <exception cref="ArgumentException">The mapping has no column that counts, names one column twice, or doesn't say of which day a row
    /// is; or the options name a format.</exception>
    /// <exception cref="MalformedInputException">A column that the mapping names is not there, a row can't be read and the options say to
    /// stop, or the file breaks off.</exception>
    public static TallyTable Read(Stream stream, TallyMapping mapping, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        options ??= new();
        if (options.Format is { } format)
        {
            throw new ArgumentException($"A table of tallies is read by its mapping and not as {format.Title}.", nameof(options));
        }

        var table = new TallyTableFormat(mapping);
        using var reader = IncidentReader.Open(stream, options with { Format = table });
        if (!reader.Columns.IsEmpty)
        {
            table.CheckColumns(reader.Columns);
        }

        // A JSON file tells its columns row by row.
        ConflictDataset dataset = reader.ReadDataset();
        table.CheckColumns(reader.Columns);
        return new(dataset, reader.Columns.Where(column => !table.Names(column)).ToValueList(), reader.Counts);
    }
}

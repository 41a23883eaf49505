using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>Compares two vintages of a published file as they are read, without making records of their rows.</summary>
/// <remarks>
/// <para>
/// Rows are known by the source's own id, or by dyad or country and year. The columns that both files have are compared by what they
/// mean: <c>118.0</c> says what <c>118</c> says, and <c>2016-01-31 00:00:00</c> what <c>2016-01-31</c> says. A column that says of which
/// vintage a row is, and ACLED's timestamp, are no difference.
/// </para>
/// <para>
/// Each file is read once into columns, with some 30 bytes a row for its id and a hash of what it says; then, in both, the rows that
/// differ are read once more. What such a row said in the older file is held until it is met in the newer one.
/// </para>
/// </remarks>
public static class PublishedVintages
{
    /// <summary>What changed from one file to the other.</summary>
    /// <param name="older">The path of the older file.</param>
    /// <param name="newer">The path of the newer one.</param>
    /// <param name="options">What of them is compared; all of it if null.</param>
    /// <param name="reading">How both are read.</param>
    /// <param name="onRead">Is told of each file how many rows were read, set aside and replaced; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">Every row is to be kept, whatever its id, or the format is none that incidents or totals are
    /// read from.</exception>
    /// <exception cref="MalformedInputException">A file is of no such format or of another than the other, breaks off, or a row can't be
    /// read and the options say to stop; or an id stands twice and nothing says which row counts.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VintageComparison Compare(
        string older,
        string newer,
        VintageOptions? options = null,
        ReadOptions? reading = null,
        Action<string, ReadCounts>? onRead = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        reading ??= new();
        if (reading.Repeated == RepeatedRows.Keep)
        {
            throw new ArgumentException("A record stands once in a vintage: rows of one id can't all be kept.", nameof(reading));
        }

        var before = VintageFile.Look(older, reading, cancellationToken);
        var after = VintageFile.Look(newer, reading, cancellationToken);
        if (before.Format != after.Format)
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = $"The file is {after.Format.Title}, and the older vintage is {before.Format.Title}.",
                Line = 1,
                Column = 1,
                File = newer,
            });
        }

        RecordCells cells = new(before.Format, RecordCells.Compared(before.Format, before.Columns, after.Columns));
        VintageBuilder old = before.Take(cells, options, onRead);
        VintageBuilder became = after.Take(cells, options, onRead);
        var difference = VintageDifference.Between(old, became);
        return difference.Tell(
            Changes(before, after, cells, difference),
            RecordCells.Alone(before.Format, before.Columns, after.Columns),
            RecordCells.Alone(before.Format, after.Columns, before.Columns));
    }

    private static ValueList<FieldChange>[] Changes(
        VintageFile before, VintageFile after, RecordCells cells, VintageDifference difference)
    {
        string[][] was = new string[difference.Differing.Count][];
        var changes = new ValueList<FieldChange>[was.Length];
        int[] order = [.. Enumerable.Range(0, was.Length)];
        int[] records = [.. difference.Differing.Select(pair => pair.Older)];
        Array.Sort(records, order);
        before.Read(cells, records, (place, texts) => was[order[place]] = texts);
        after.Read(cells, [.. difference.Differing.Select(pair => pair.Newer)], (place, texts) =>
        {
            changes[place] = cells.Changes(was[place], texts);
            was[place] = [];
        });
        return changes;
    }
}

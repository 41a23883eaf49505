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
/// Each file is read once, and only its ids, hashes of what rows say and where they stand are held; then, in both, the rows that differ are
/// read once more. What such a row said in the older file is held until it is met in the newer one. Both files are read at the same time,
/// unless the options have somebody told of rows or asked for names.
/// </para>
/// <para>
/// The first account that is asked for, or either table, reads both files once more, and nobody is told of their rows again. A file whose
/// length or time of writing is no longer what it was is refused with an <see cref="IOException"/>. Ids that stand twice in a file take one
/// reading more of it, to find out which rows count, and then one of both.
/// </para>
/// </remarks>
public static class PublishedVintages
{
    /// <summary>What changed from one file to the other.</summary>
    /// <param name="older">The path of the older file.</param>
    /// <param name="newer">The path of the newer one.</param>
    /// <param name="options">What of them is compared; all of it if null.</param>
    /// <param name="reading">How both are read.</param>
    /// <param name="onRead">Is told of each file, once both are read, how many rows were read, set aside and replaced; null for
    /// nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">Every row is to be kept, whatever its id, or the format is none that incidents or totals are
    /// read from.</exception>
    /// <exception cref="MalformedInputException">A file is of no such format or of another than the other, breaks off, or a row can't be
    /// read and the options say to stop; or an id stands twice and nothing says which row counts.</exception>
    /// <exception cref="IOException">A file can't be opened, or was changed while it was compared.</exception>
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

        IReadOnlyList<string> compared = RecordCells.Compared(before.Format, before.Columns, after.Columns);
        RecordCells cells = new(before.Format, compared);
        bool atOnce = IsAlone(reading);
        (VintageRecords records, bool areOutdated) = Take();
        if (areOutdated)
        {
            // Now that it is known which rows don't count, those that do are taken.
            records = Take().Records;
        }

        onRead?.Invoke(older, before.Counts);
        onRead?.Invoke(newer, after.Counts);
        var difference = VintageDifference.Between(records, (first, second, stop) =>
            Both(() => before.AppendTo(first, stop), () => after.AppendTo(second, stop), atOnce));
        return difference.Tell(
            Changes(before, after, cells, difference),
            RecordCells.Alone(before.Format, before.Columns, after.Columns),
            RecordCells.Alone(before.Format, after.Columns, before.Columns));

        (VintageRecords Records, bool AreOutdated) Take()
        {
            VintageRecords both = new(options);
            (bool first, bool second) = (false, false);
            Both(
                () => first = before.Take(both.Older, cells),
                () => second = after.Take(both.Newer, new(before.Format, compared)),
                atOnce);
            return (both, first || second);
        }
    }

    /// <summary>
    /// Whether reading calls nobody: whoever is told of rows, or asked for names, is called by one thread, older file first.
    /// </summary>
    private static bool IsAlone(ReadOptions reading) => reading is { OnRejected: null, OnProgress: null }
        && (reading.Names == NameResolver.None || reading.Names == NameResolver.BuiltIn);

    private static void Both(Action first, Action second, bool atOnce)
    {
        if (!atOnce)
        {
            first();
            second();
            return;
        }

        var other = Task.Run(second);
        try
        {
            first();
            other.GetAwaiter().GetResult();
        }
        finally
        {
            // Nothing goes on once one of them failed, and a second failure is not told.
            Task.WaitAny(other);
            _ = other.Exception;
        }
    }

    private static ValueList<FieldChange>[] Changes(
        VintageFile before, VintageFile after, RecordCells cells, VintageDifference difference)
    {
        byte[][] was = new byte[difference.Differing.Count][];
        var changes = new ValueList<FieldChange>[was.Length];
        int[] order = [.. Enumerable.Range(0, was.Length)];
        int[] records = [.. difference.Differing.Select(pair => pair.Older)];
        Array.Sort(records, order);
        before.Read(cells, records, (place, content) => was[order[place]] = [.. content]);
        after.Read(cells, [.. difference.Differing.Select(pair => pair.Newer)], (place, content) =>
        {
            changes[place] = cells.Changes(was[place], content);
            was[place] = [];
        });
        return changes;
    }
}

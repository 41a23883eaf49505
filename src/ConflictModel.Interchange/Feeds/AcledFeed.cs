using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Brings a file of ACLED's events up to date with what ACLED changed, added and deleted since.</summary>
/// <remarks>
/// <para>
/// ACLED's data is a living one: events are added, changed under the same <c>event_id_cnty</c> with a newer <c>timestamp</c>, and deleted.
/// Its API gives the changes since a time (<c>timestamp</c>) and, at another address (<c>deleted</c>), the ids that are gone and when
/// they went (<c>deleted_timestamp</c>); https://acleddata.com/api-documentation/deleted-endpoint says so.
/// </para>
/// <para>
/// The newest row of an id counts, whichever file it stands in and in whatever order the files are read; an event whose deletion is as new
/// as its newest row, or newer, is gone. Merging again what was merged changes nothing.
/// </para>
/// </remarks>
public static class AcledFeed
{
    /// <summary>Merges changes and deletions into a file of events.</summary>
    /// <remarks>
    /// <para>
    /// The rows of the base come in their order, changed ones in their places, new ones behind them by their timestamps. Cells are written
    /// as they stand; the file is CSV in UTF-8 with line feeds. Columns are lined up by name: those that the changes have alone stand
    /// behind the base's, and a cell whose column a file lacks is empty (<see cref="FeedMerge.Lacks"/>). Of two rows of one
    /// timestamp that contradict each other in nothing the base's is kept, with what the other says beside it. An empty cell contradicts
    /// nothing, nor does <c>34.5</c> contradict <c>34.50</c>.
    /// </para>
    /// <para>
    /// The base is read twice, a row at a time, with some 16 bytes a row for its id; the rows of the changes are held.
    /// </para>
    /// </remarks>
    /// <param name="baseFile">The path of the file of events: CSV, or an answer of the API.</param>
    /// <param name="changes">The paths of the changes, in the same forms; a row without a timestamp is malformed there.</param>
    /// <param name="deletions">What was deleted, such as <see cref="ReadDeletions"/> gives, and the tombstones of earlier merges.</param>
    /// <param name="output">Takes the merged file, and stays open. If reading ends with an error, what it holds is no file.</param>
    /// <param name="options">
    /// How files are read. Rows that are set aside are not written. <see cref="RepeatedRows.Newest"/> says that of two rows of which
    /// nothing says which is newer the one that is read last counts, the base first; the default stops.
    /// </param>
    /// <param name="neutraliseFormulas">
    /// Whether cells that a spreadsheet would run get an apostrophe before them (<see cref="SpreadsheetFormula"/>): they then differ from
    /// the data, so that such a file is one to look at, and none to merge into.
    /// </param>
    /// <param name="onRead">Is told of each file how many rows were read, set aside and replaced; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">The options name another format, or ask for every row whatever its id.</exception>
    /// <exception cref="MalformedInputException">A file is none of ACLED's, has no rows to be a base, breaks off, has a row for each actor
    /// of an event (<see cref="ReadCounts.Joined"/>), or a row can't be read and the options say to stop; or two rows of one id differ and
    /// nothing says which is newer (<see cref="MalformationCode.RepeatedId"/>).</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static FeedMerge Merge(
        string baseFile,
        IEnumerable<string> changes,
        IEnumerable<Tombstone> deletions,
        Stream output,
        ReadOptions? options = null,
        bool neutraliseFormulas = false,
        Action<string, ReadCounts>? onRead = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baseFile);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(deletions);
        ArgumentNullException.ThrowIfNull(output);
        EventFormat format = EventFormats.Acled;
        options = Checked(options ?? new(), format);
        bool takesLast = options.Repeated == RepeatedRows.Newest;
        FeedReader reader = new(format, options, onRead, cancellationToken);
        (ColumnSet found, ValueList<string> tags, int[] older) =
            reader.Read(baseFile, new(format, needsStamp: false, (_, _, _) => { }), isSet: true);
        if (found.Count == 0)
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = "There are no rows to be changed.",
                Line = 1,
                Column = 1,
                File = baseFile,
            });
        }

        FeedColumns columns = new(found, baseFile);
        CellUnion union = new(format, columns);
        FeedChanges rows = new(union, takesLast);
        foreach (Tombstone stone in deletions)
        {
            rows.Delete(stone);
        }

        List<FeedFile> files = [new(baseFile, columns)];
        files[0].Bind(found);
        foreach (string path in changes)
        {
            FeedFile file = new(path, columns);
            files.Add(file);
            file.Bind(reader.Read(
                path,
                new(format, needsStamp: true, (row, id, stamp) =>
                    rows.Add(new(id, stamp, file, row.Line) { Cells = file.CellsOf(row) })),
                isSet: false).Columns);
        }

        using FeedOutput written = new(output, columns, tags, neutraliseFormulas);
        FeedBase events = new(rows, union, columns, files[0], written);
        events.LeaveOut(older);
        reader.ReadAgain(
            baseFile, new(format, needsStamp: false, (row, id, stamp) => events.Take(row, id, stamp, takesLast)));
        events.End();
        return new()
        {
            Old = events.Old,
            New = written.Rows,
            Log = rows.Log().ToValueList(),
            Tombstones = rows.Tombstones.ToValueList(),
            Lacks = files.Select(file => new FeedMerge.Lack(
                    file.Path,
                    columns.Order().Where(column => !file.Has(column)).Select(column => columns.NameOf(column).Trim()).ToValueList(),
                    file.Emptied))
                .Where(lack => !lack.Columns.IsEmpty).ToValueList(),
        };
    }

    /// <summary>Reads what ACLED's API answers for deleted events, as CSV or JSON, or a <see cref="TombstoneFile"/>.</summary>
    /// <param name="path">The file, whose columns are <c>event_id_cnty</c> and <c>deleted_timestamp</c>, in Unix seconds.</param>
    /// <param name="options">How it is read, but for its format.</param>
    /// <param name="onRead">Is told how many rows were read; null for nobody.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>A tombstone a row, in the file's order.</returns>
    /// <exception cref="MalformedInputException">The file has no such columns, breaks off, or a row can't be read and the options say to
    /// stop.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ValueList<Tombstone> ReadDeletions(
        string path,
        ReadOptions? options = null,
        Action<string, ReadCounts>? onRead = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        List<Tombstone> stones = [];
        FeedReader reader = new(DeletionsFormat.It, (options ?? new()) with { Format = DeletionsFormat.It }, onRead, cancellationToken);
        reader.Read(
            path,
            new(DeletionsFormat.It, needsStamp: true, (_, id, stamp) =>
                stones.Add(new() { Id = id, Deleted = Instant.FromUnixTimeSeconds(stamp) })),
            isSet: false);
        return stones.ToValueList();
    }

    private static ReadOptions Checked(ReadOptions options, EventFormat format) =>
        options.Format is { } other && other != format
            ? throw new ArgumentException($"Changes are merged of {format.Title} alone, not of {other.Title}.", nameof(options))
            : options.Repeated == RepeatedRows.Keep
            ? throw new ArgumentException("An event stands once in a merged file: rows of one id can't all be kept.", nameof(options))
            : options;
}

using ConflictModel.Aggregation;
using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>
/// One of two files that are compared: it is looked at, its records are taken, and it is asked for some of its rows, or for a table of all.
/// </summary>
/// <remarks>What is read later must be what was read first: a file whose length or time of writing is another is refused.</remarks>
internal sealed class VintageFile
{
    private readonly string path;
    private readonly ReadOptions options;
    private readonly CancellationToken cancellationToken;
    private readonly FileStamp stamp;
    private ChunkList<int>? numbers;
    private ChunkList<long> starts = new();
    private bool hasPlaces;
    private bool isTaken;
    private int records;
    private SortedSet<int> outdated = [];

    private VintageFile(
        string path,
        FileStamp stamp,
        ReadOptions options,
        EventFormat format,
        ColumnSet columns,
        CancellationToken cancellationToken)
    {
        (this.path, this.stamp, this.options, this.cancellationToken) = (path, stamp, options, cancellationToken);
        (Format, Columns) = (format, columns);
    }

    public EventFormat Format { get; }

    public ColumnSet Columns { get; }

    /// <summary>How many rows were taken.</summary>
    public ReadCounts Counts { get; private set; }

    /// <summary>Finds the format and the columns of a file. One in JSON is read for them.</summary>
    public static VintageFile Look(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        var stamp = FileStamp.Of(path);
        using EventRows rows = Open(path, options with { SetAsideMalformed = true, OnRejected = null }, notesIds: false);
        if (!rows.IsTable)
        {
            Nobody nobody = new();
            while (rows.Next(_ => nobody))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return rows.Format is { IsRead: true, KeyColumns.IsEmpty: false } format
            ? new(path, stamp, options, format, rows.Columns, cancellationToken)
            : throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = rows.Format is null ? "There are no rows." : $"The file is {rows.Format.Title}, whose rows have no ids.",
                Line = 1,
                Column = 1,
                File = path,
            });
    }

    /// <summary>Takes all records.</summary>
    /// <param name="vintage">Is told of them.</param>
    /// <param name="cells">What of them is compared.</param>
    /// <returns>
    /// Whether it turned out that some records don't count, for others bear their ids: then both files are to be taken once more.
    /// </returns>
    public bool Take(VintageRecords.Side vintage, RecordCells cells)
    {
        using EventRows rows = Open(path, isTaken ? Again : options, notesIds: false);
        RecordTaker taker = new(Reader(), cells, vintage, outdated, () => rows.Position);
        ReadAll(rows, taker, cancellationToken);
        HoldUnchanged();
        Counts = isTaken ? Counts : rows.Counts;
        (isTaken, records) = (true, vintage.Count);
        (numbers, starts) = (taker.Numbers, taker.Starts);
        hasPlaces = rows.HasPlaces && rows.Counts.SetAside == 0 && outdated.Count == 0;
        if (taker.Repeated is not { } line)
        {
            return false;
        }

        outdated = outdated.Count == 0 ? Outdated(cells) : [];
        return outdated.Count > 0 ? true : throw new MalformedInputException(new()
        {
            Code = MalformationCode.RepeatedId,
            Reason = "The id stands on an earlier line too: nothing says which of the two rows counts.",
            Line = line,
            Column = 1,
            File = path,
        });
    }

    /// <summary>Reads some records once more, and lets go of where all of them stand.</summary>
    /// <param name="cells">Which cells.</param>
    /// <param name="wanted">How many records stand before each, in ascending order.</param>
    /// <param name="take">Takes the place of a record in the list, and its content.</param>
    /// <exception cref="IOException">The file was changed.</exception>
    public void Read(RecordCells cells, int[] wanted, Action<int, ReadOnlySpan<byte>> take)
    {
        if (wanted.Length > 0)
        {
            HoldUnchanged();
            using EventRows rows = hasPlaces ? OpenOnly(wanted) : Open(path, Again, notesIds: false);
            RecordContents contents = new(cells, hasPlaces ? NumbersAmong(wanted) : Array.ConvertAll(wanted, NumberOf), take);
            while (!contents.IsDone && rows.Next(_ => contents))
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            HoldUnchanged(contents.IsDone);
        }

        (numbers, starts) = (null, new());
    }

    /// <summary>Reads the whole file and appends its records to an empty table, in their order.</summary>
    /// <exception cref="IOException">The file was changed.</exception>
    public void AppendTo(IncidentTableBuilder table, CancellationToken stop)
    {
        HoldUnchanged();
        RowTabulator tabulator = Format.Tabulator(new(new(), options.Names, options.Vintage), table);
        using EventRows rows = Open(path, Again, notesIds: false);
        ReadAll(rows, new RecordRows(tabulator, new(Format, [])), stop);
        tabulator.End();
        table.Remove([.. outdated]);
        HoldUnchanged(table.IncidentCount == records);
    }

    private ReadOptions Again =>
        options with { Format = Format, SetAsideMalformed = true, OnRejected = null, OnProgress = null };

    private static void ReadAll(EventRows rows, RowHandler taker, CancellationToken stop)
    {
        Func<EventFormat, RowHandler> takerOf = _ => taker;
        while (rows.Next(takerOf))
        {
            stop.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Reads rows as they are read for a table, and makes none.</summary>
    private RowTabulator Reader()
    {
        RowTabulator reader = Format.Tabulator(new(new(), options.Names, options.Vintage), new());
        reader.OnlyReads = true;
        return reader;
    }

    /// <summary>The records in whose place others of the same id count, by how many stand before each.</summary>
    private SortedSet<int> Outdated(RecordCells cells)
    {
        HoldUnchanged();
        using EventRows rows = Open(path, Again, notesIds: true);
        ReadAll(rows, new RecordRows(Reader(), cells), cancellationToken);
        SortedSet<int> older = [.. rows.Replaced(0)];
        Counts = rows.Counts;
        return older;
    }

    private void HoldUnchanged(bool isComplete = true)
    {
        if (!isComplete || stamp != FileStamp.Of(path))
        {
            throw new IOException($"{path} was changed while it was compared: what was read first doesn't stand there any more.");
        }
    }

    private int NumberOf(int record) => numbers?[record] ?? record;

    /// <summary>Opens what stands above the rows, the first row, in whose part the row of tags is, and the rows of some records.</summary>
    private EventRows OpenOnly(int[] wanted)
    {
        long EndOf(int record) => record + 1 < starts.Count ? starts[record + 1] : long.MaxValue;
        IEnumerable<(long, long)> slices = wanted.Where(record => record > 0).Select(record => (starts[record], EndOf(record)))
            .Prepend((0, EndOf(0)));
        return EventRows.Open(SlicedStream.Open(path, slices), Again, notesIds: false);
    }

    /// <summary>The numbers of the rows that <see cref="OpenOnly"/> opens for records.</summary>
    private static int[] NumbersAmong(int[] wanted) => [.. Enumerable.Range(wanted[0] == 0 ? 0 : 1, wanted.Length)];

    /// <summary>Opens the file as one of several, so that whatever is wrong with it names it.</summary>
    private static EventRows Open(string path, ReadOptions options, bool notesIds) => EventRows.Open([path], options, notesIds);

    private sealed class Nobody : RowHandler
    {
        protected override void Bind(ColumnSet columns)
        {
        }

        protected override void Handle(Row row)
        {
        }
    }
}

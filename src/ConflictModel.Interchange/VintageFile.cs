using ConflictModel.Revisions;

namespace ConflictModel.Interchange;

/// <summary>One of two files that are compared: it is looked at, taken into columns, and asked for some of its rows.</summary>
internal sealed class VintageFile
{
    private readonly string path;
    private readonly ReadOptions options;
    private readonly CancellationToken cancellationToken;
    private ChunkList<int>? numbers;
    private ChunkList<long> starts = new();
    private bool hasPlaces;
    private int[]? kept;

    private VintageFile(string path, ReadOptions options, EventFormat format, ColumnSet columns, CancellationToken cancellationToken) =>
        (this.path, this.options, Format, Columns, this.cancellationToken) = (path, options, format, columns, cancellationToken);

    public EventFormat Format { get; }

    public ColumnSet Columns { get; }

    /// <summary>How many rows were taken.</summary>
    public ReadCounts Counts { get; private set; }

    /// <summary>Finds the format and the columns of a file. One in JSON is read for them.</summary>
    public static VintageFile Look(string path, ReadOptions options, CancellationToken cancellationToken)
    {
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
            ? new(path, options, format, rows.Columns, cancellationToken)
            : throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = rows.Format is null ? "There are no rows." : $"The file is {rows.Format.Title}, whose rows have no ids.",
                Line = 1,
                Column = 1,
                File = path,
            });
    }

    /// <summary>Takes all rows.</summary>
    /// <param name="cells">What of them is compared.</param>
    /// <param name="what">Which of them are compared.</param>
    public VintageBuilder Take(RecordCells cells, VintageOptions? what)
    {
        VintageBuilder vintage = new(what);
        using EventRows rows = Open(path, options, notesIds: true);
        RowReading reading = new(new(), options.Names, options.Vintage);
        RowTabulator? tabulator = null;
        RecordTaker? taker = null;
        Func<EventFormat, RowHandler> takerOf = format =>
            taker ??= new(tabulator ??= format.Tabulator(reading, vintage.Table), cells, vintage, () => rows.Position);
        while (rows.Next(takerOf))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        tabulator?.End();
        int[] older = rows.Replaced(0);
        vintage.Remove(older);
        (numbers, starts) = (taker?.Numbers, taker?.Starts ?? starts);
        kept = older.Length == 0 ? null : [.. Enumerable.Range(0, starts.Count).Except(older)];
        Counts = rows.Counts;
        hasPlaces = rows.HasPlaces && Counts.SetAside == 0;
        return vintage;
    }

    /// <summary>Reads some records once more.</summary>
    /// <param name="cells">Which cells.</param>
    /// <param name="records">How many records stand before each, in ascending order.</param>
    /// <param name="take">Takes the place of a record in the list, and its content.</param>
    public void Read(RecordCells cells, int[] records, Action<int, ReadOnlySpan<byte>> take)
    {
        if (records.Length == 0)
        {
            return;
        }

        int[] wanted = Array.ConvertAll(records, record => kept?[record] ?? record);
        using EventRows rows = hasPlaces ? OpenOnly(wanted) : Open(path, Again, notesIds: false);
        RecordContents contents = new(cells, hasPlaces ? NumbersAmong(wanted) : Array.ConvertAll(wanted, NumberOf), take);
        while (!contents.IsDone && rows.Next(_ => contents))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private ReadOptions Again => options with { Format = Format, SetAsideMalformed = true, OnRejected = null };

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

namespace ConflictModel.Interchange;

/// <summary>The rows of a file: each is handed to whoever takes it, set aside or a reason to stop, and counted.</summary>
internal sealed class EventRows : IDisposable
{
    private readonly RowSource rows;
    private readonly ReadOptions options;
    private readonly bool notesIds;
    private IdNotes? ids;
    private long kept;
    private long setAside;
    private long early;
    private long replaced;

    private EventRows(RowSource rows, ReadOptions options, bool notesIds)
    {
        this.rows = rows;
        this.options = options;
        this.notesIds = notesIds;
        Format = options.Format ?? EventFormats.Of(rows.Columns, options.Formats);
        if (Format is null && rows is CsvRowSource)
        {
            throw Unknown();
        }
    }

    /// <summary>The format; null for a JSON file of which nothing has been read yet.</summary>
    public EventFormat? Format { get; private set; }

    public ColumnSet Columns => rows.Columns;

    /// <summary>Whether the file is CSV, with columns that are known from the start.</summary>
    public bool IsTable => rows is CsvRowSource;

    /// <summary>The row that was taken last.</summary>
    public Row Row => rows.Row;

    public ReadCounts Counts => new(kept, setAside)
    {
        Early = early,
        Replaced = replaced,
        Pages = rows.Page is null ? 0 : 1,
        TotalPages = rows.Page?.Pages,
        Total = rows.Page?.Total ?? rows.Page?.Here,
    };

    /// <summary>The ids of the rows that were taken, if they are noted and rows have any.</summary>
    public IdNotes? Ids => ids;

    public long Position => rows.Position;

    /// <summary>Opens a file's stream, which is closed with the rows.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="notesIds">Whether ids are noted, for <see cref="Ids"/>.</param>
    public static EventRows Open(Stream stream, ReadOptions options, bool notesIds)
    {
        try
        {
            (RewindStream text, byte[] head) = InputStreams.Open(stream);
            return new(
                EventFormats.Rows(text, head, options.Format is { } format ? [format] : options.Formats, options.MaxRowBytes),
                options,
                notesIds);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Goes on to the next row that is taken; false at the end.</summary>
    /// <param name="handlerOf">Who takes the rows of a format.</param>
    public bool Next(Func<EventFormat, RowHandler> handlerOf)
    {
        while (rows.Read())
        {
            if (Take(handlerOf))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="Next"/>
    public async ValueTask<bool> NextAsync(Func<EventFormat, RowHandler> handlerOf, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take(handlerOf))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// At the end, the rows in whose place others of the same id count, each by how many were taken before it, in ascending order.
    /// </summary>
    /// <param name="given">How many rows were given away already, which can't be left out any more.</param>
    /// <exception cref="MalformedInputException">Nothing says which of two rows counts, or one was given that doesn't.</exception>
    public int[] Replaced(long given)
    {
        int[] older = ids?.Older(options.Repeated == RepeatedRows.Newest, given) ?? [];
        replaced += older.Length;
        kept -= older.Length;
        return older;
    }

    public void Dispose() => rows.Dispose();

    private bool Take(Func<EventFormat, RowHandler> handlerOf)
    {
        Format ??= EventFormats.Of(rows.Columns, options.Formats) ?? throw Unknown();
        bool taken = handlerOf(Format).Take(rows.Row);
        if (taken)
        {
            kept++;
            early += rows.Row.IsEarly ? 1 : 0;
            if (notesIds)
            {
                ids ??= IdNotes.Of(Format);
                ids?.Add(rows.Row);
            }
        }
        else if (!options.SetAsideMalformed)
        {
            throw new MalformedInputException(rows.Row.Fault!);
        }
        else
        {
            setAside++;
            options.OnRejected?.Invoke(rows.Row.Reject());
        }

        options.OnProgress?.Invoke(rows.Position);
        return taken;
    }

    private MalformedInputException Unknown() => new(new()
    {
        Code = MalformationCode.Header,
        Reason = "The columns are not those of "
            + $"{string.Join(" or ", options.Formats.Where(format => format.IsChecked).Select(format => format.Title))}.",
        Line = 1,
        Column = 1,
    });
}

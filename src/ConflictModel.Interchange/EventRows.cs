namespace ConflictModel.Interchange;

/// <summary>The rows of a file, or of several: each is handed to whoever takes it, set aside or a reason to stop, and counted.</summary>
internal sealed class EventRows : IDisposable
{
    private const int MostThreads = 4;

    private readonly RowSource rows;
    private readonly ReadOptions options;
    private readonly bool notesIds;
    private CellForms? forms;
    private IdNotes? ids;
    private string? file;
    private long kept;
    private long setAside;
    private long early;
    private long replaced;
    private long takenTo;

    private EventRows(RowSource rows, ReadOptions options, bool notesIds)
    {
        // Who keeps every row keeps those that are of one event.
        ValueList<EventFormat> formats = options.Format is { } said ? [said] : options.Formats;
        this.rows = rows = options.Repeated == RepeatedRows.Keep
            ? rows
            : formats.Aggregate(rows, (all, format) => format.OneAnEvent(all, options.SetAsideMalformed));
        this.options = options;
        this.notesIds = notesIds;
        forms = CellForms.Of(rows.HasDecimalCommas, options.Dates);
        Format = options.Format ?? EventFormats.Of(rows.Columns, options.Formats);
        if (rows.Columns.Count > 0 && (Format is null || !Format.KnowsAny(rows.Columns)))
        {
            throw Unknown().In(rows.File);
        }
    }

    /// <summary>The format; null for a JSON file of which nothing has been read yet.</summary>
    public EventFormat? Format { get; private set; }

    public ColumnSet Columns => rows.Columns;

    public ValueList<string> Tags => rows.Tags;

    /// <summary>Whether the file is CSV, with columns that are known from the start.</summary>
    public bool IsTable => !rows.IsJson;

    /// <summary>The row that was taken last.</summary>
    public Row Row => rows.Row;

    /// <summary>The file of that row, where there are several; null if there is one.</summary>
    public string? File => rows.File;

    public ReadCounts Counts => new(kept, setAside)
    {
        Early = early,
        Replaced = replaced,
        Joined = rows.Joined,
        Pages = rows.Page?.Count ?? 0,
        TotalPages = rows.Page?.Pages,
        Total = rows.Page?.Total ?? rows.Page?.Here,
    };

    /// <summary>The ids of the rows that were taken, if they are noted and rows have any.</summary>
    public IdNotes? Ids => ids;

    /// <summary>
    /// Whether rows may be replaced at the end by others of the same id, so that what was counted before may not stand.
    /// </summary>
    public bool MayReplace => notesIds && (options.Repeated == RepeatedRows.Newest || Format?.VersionColumn is not null);

    /// <summary>How many rows were taken by parts.</summary>
    public long TakenByParts { get; private set; }

    /// <inheritdoc cref="RowSource.Position"/>
    public long Position => rows.Position;

    /// <inheritdoc cref="RowSource.HasPlaces"/>
    public bool HasPlaces => rows.HasPlaces;

    /// <summary>Opens a file's stream, which is closed with the rows.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="notesIds">Whether ids are noted, for <see cref="Ids"/>.</param>
    public static EventRows Open(Stream stream, ReadOptions options, bool notesIds)
    {
        RowSource rows = SourceOf(stream, options);
        try
        {
            return new(rows, options, notesIds);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Opens several files of one format as one.</summary>
    public static EventRows Open(IEnumerable<string> files, ReadOptions options, bool notesIds)
    {
        var rows = new JoinedRowSource(files, file => SourceOf(TextInput.OpenFile(file), options));
        try
        {
            return new(rows, options, notesIds);
        }
        catch
        {
            rows.Dispose();
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

    /// <summary>
    /// Takes rows on several threads, by parts of the file, as far as that is possible: what is left, <see cref="Next"/> takes.
    /// </summary>
    /// <param name="tabulatorOf">Who takes the rows of a format.</param>
    /// <param name="taken">Is called after each part, never twice at once.</param>
    public void TakeByParts(Func<EventFormat, RowTabulator> tabulatorOf, Action taken)
    {
        if (Format is not { } format || forms is not null || kept + setAside > 0 || rows is not CsvRowSource source
            || source.Parts(options.PartBytes) is not { } parts || parts.Length < 4L * parts.PartBytes
            || tabulatorOf(format) is var tabulator && tabulator.ByPart(parts.Make()) is null)
        {
            return;
        }

        ids ??= notesIds ? IdNotes.Of(format) : null;
        var pipeline = new PartPipeline<PartTabulator>(parts, Math.Clamp(Environment.ProcessorCount, 1, MostThreads));
        (long Offset, long Line) end = pipeline.Run(
            () => tabulator.ByPart(parts.Make())!,
            part =>
            {
                Take(part);
                taken();
            },
            () => options.OnProgress?.Invoke(Volatile.Read(ref takenTo) - parts.TextStart));
        source.GoOn(end.Offset, end.Line);
        options.OnProgress?.Invoke(rows.Position);
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

    /// <summary>
    /// Whether the same rows were taken as when they were read before, as far as their ids and versions tell, and as many set aside.
    /// </summary>
    public bool AreAs(EventRows before) =>
        setAside == before.setAside && ids is { } mine && before.ids is { } others && mine.AreAs(others);

    public void Dispose() => rows.Dispose();

    /// <summary>Takes the rows of a part.</summary>
    private void Take(PartTabulator tabulator)
    {
        PlainPart part = tabulator.Part;
        tabulator.Append();
        for (int number = 0; ids is not null && number < part.Count; number++)
        {
            tabulator.Note(number, ids);
        }

        kept += part.Count;
        early += tabulator.Early;
        TakenByParts += part.Count;
        Volatile.Write(ref takenTo, part.Position);
    }

    private bool Take(Func<EventFormat, RowHandler> handlerOf)
    {
        // A faulty row before any that tells the format is nobody's.
        bool isNobodys = rows.Row.Fault is not null && rows.Columns.Count == 0;
        if (!isNobodys && (Format is null || file != rows.File))
        {
            Turn();
        }

        if (rows.IsAboveTags && kept + setAside == 0 && CellForms.IsHeading(rows.Row, Format!.KindOf))
        {
            return false;
        }

        if (rows.Row.Fault is null)
        {
            forms?.Apply(rows.Row, Format!.KindOf);
        }

        bool taken = !isNobodys && handlerOf(Format!).Take(rows.Row);
        if (taken)
        {
            kept++;
            early += rows.Row.IsEarly ? 1 : 0;
            if (notesIds)
            {
                ids ??= IdNotes.Of(Format!);
                ids?.Add(rows.Row, rows.File);
            }
        }
        else if (!options.SetAsideMalformed)
        {
            throw new MalformedInputException(rows.Row.Fault!).In(rows.File);
        }
        else
        {
            setAside++;
            RejectedRow rejected = rows.Row.Reject();
            options.OnRejected?.Invoke(rejected with { Malformation = rejected.Malformation with { File = rows.File } });
        }

        options.OnProgress?.Invoke(rows.Position);
        return taken;
    }

    /// <summary>Holds that the file of the current row is of the format of those before it.</summary>
    private void Turn()
    {
        file = rows.File;
        forms = CellForms.Of(rows.HasDecimalCommas, options.Dates);
        EventFormat found = options.Format ?? EventFormats.Of(rows.Columns, options.Formats) ?? throw Unknown().In(file);
        if (Format is not null && Format != found)
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = $"The file is {found.Title}, and those before it are {Format.Title}: together they may count one event twice.",
                Line = 1,
                Column = 1,
                File = file,
            });
        }

        Format = found;
    }

    private static RowSource SourceOf(Stream stream, ReadOptions options)
    {
        try
        {
            return EventFormats.Rows(TextInput.Open(stream, options.Encoding), options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private MalformedInputException Unknown()
    {
        EventFormat[] formats = options.Format is { } format ? [format] : [.. options.Formats.Where(format => format.IsChecked)];
        string[] titles = [.. formats.Select(format => format.Title)];
        string sought = titles.Length == 1 ? titles[0] : $"{string.Join(", ", titles[..^1])} or {titles[^1]}";
        return new(new()
        {
            Code = MalformationCode.Header,
            Reason = rows.Columns.Count > 0 && !rows.IsJson
                ? $"There are neither columns of {sought} here, nor JSON; found: {Found()}."
                : $"There are no members of {sought} here; found: {Found()}.",
            Line = 1,
            Column = 1,
        });
    }

    private string Found()
    {
        const int MostNames = 8;
        const int MostLetters = 40;
        IEnumerable<string> names = rows.Columns.Names.Take(MostNames)
            .Select(name => name.ReplaceLineEndings(" "))
            .Select(name => name.Length > MostLetters ? name[..MostLetters] + "..." : name);
        string more = FormattableString.Invariant($", ... ({rows.Columns.Count} columns)");
        return string.Join(", ", names) + (rows.Columns.Count > MostNames ? more : "");
    }
}

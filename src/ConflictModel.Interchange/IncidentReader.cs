using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Reads the incidents of a published file one after the other, in the file's order, or into a table.</summary>
/// <remarks>
/// <para>
/// CSV (commas, semicolons or tabs, in UTF-8, UTF-16 or an encoding that is named, LF or CRLF) or JSON, plain or gzip. Columns are found by
/// name. The stream is read forward only, but for <see cref="Answer"/>. The memory needed is that of the longest row and of the names in
/// the data, whatever the file's length.
/// </para>
/// <para>
/// Where a cell joins the names of several actors, as UCDP's coalitions do, each is the actor that the file calls so with an id; else whom
/// <see cref="ReadOptions.Names"/> knows by the name; else its name is its key. <see cref="ReadDataset"/> and <see cref="AppendTo"/> look
/// at the whole file for it. <see cref="Read"/> knows only the rows that it has read: a member whom a later row names first is local by
/// name until then.
/// </para>
/// <para>Opening reads the header. A reader serves one pass and one thread.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed partial class IncidentReader : IDisposable
{
    private readonly RowInput input;
    private readonly ReadOptions options;
    private readonly EventRows rows;
    private readonly RowReading reading;
    private readonly Func<EventFormat, RowHandler> readerOf;
    private RowReader? reader;
    private ColumnSet? noted;

    private IncidentReader(RowInput input, EventRows rows, ReadOptions options)
    {
        (this.input, this.rows, this.options) = (input, rows, options);
        Glossary = options.Glossary ?? new();
        reading = new(Glossary, options.Names, options.Vintage);
        readerOf = format =>
        {
            Note(format);
            return reader ??= OfIncidents(format).Reader(reading);
        };
        if (rows.Format is { } known)
        {
            Note(known);
        }
    }

    /// <summary>The format; null for a JSON file of which nothing has been read yet.</summary>
    public EventFormat? Format => rows.Format;

    /// <summary>The columns in their order. Of a JSON file, those met so far.</summary>
    public ValueList<string> Columns => rows.Columns.Names.ToValueList();

    /// <summary>The row of HXL tags, one for each of <see cref="Columns"/>; empty if the file has none.</summary>
    public ValueList<string> Tags => rows.Tags;

    /// <summary>The actors, regions and sources that the incidents name. It grows as the file is read.</summary>
    public Glossary Glossary { get; }

    /// <summary>How many rows were read, given and set aside so far.</summary>
    public ReadCounts Counts => rows.Counts;

    /// <summary>How many bytes of the file, unpacked, were read so far: for a progress bar.</summary>
    public long Position => rows.Position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="ArgumentException">The options name a format that incidents are not read from.</exception>
    /// <exception cref="MalformedInputException">The file is of no format that incidents are read from, or its header can't be read in its
    /// encoding.</exception>
    public static IncidentReader Open(string path, ReadOptions? options = null) =>
        Open(TextInput.OpenFile(path), options);

    /// <summary>Opens several files of one format as one: the pages of an API's answer, or the parts of a data set.</summary>
    /// <remarks>An id that stands in two of them is one event (<see cref="RepeatedRows"/>). Their columns may differ.</remarks>
    /// <exception cref="ArgumentException">There are no files, or the options name a format that incidents are not read from.</exception>
    /// <exception cref="MalformedInputException">The first is of no format that incidents are read from, or not UTF-8. Of the others this
    /// is told when they are reached, or that they are of another format than the first: the same event may stand in both.</exception>
    public static IncidentReader Open(IReadOnlyList<string> paths, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.Count == 0
            ? throw new ArgumentException("There are no files.", nameof(paths))
            : Open(RowInput.Of(paths), options ?? new());
    }

    /// <summary>Opens a file's stream, which is closed with the reader.</summary>
    /// <exception cref="ArgumentException">The options name a format that incidents are not read from.</exception>
    /// <exception cref="MalformedInputException">The file is of no format that incidents are read from, or its header can't be read in its
    /// encoding.</exception>
    public static IncidentReader Open(Stream stream, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Open(RowInput.Of(stream), options ?? new());
    }

    private static IncidentReader Open(RowInput input, ReadOptions options)
    {
        if (options.Format is { IsRead: false } format)
        {
            throw new ArgumentException($"Incidents are not read from {format.Title}.", nameof(options));
        }

        EventRows rows = input.Open(options, options.Repeated != RepeatedRows.Keep);
        try
        {
            if (rows.Format is { } found)
            {
                Checked(found);
            }

            return new(input, rows, options);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Gives the incidents from here on.</summary>
    /// <remarks>
    /// What was given can't be taken back. At the end, where a row turned out to be newer than one of the same id, this is told by an
    /// exception, unless the options say to keep every row.
    /// </remarks>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop, the file breaks off, its rows are totals
    /// (<see cref="EventFormat.HoldsTallies"/>), which <see cref="ReadDataset"/> reads, or at its end, an id stands twice.</exception>
    public IEnumerable<Incident> Read()
    {
        while (rows.Next(readerOf))
        {
            yield return reader!.Incident!;
        }

        rows.Replaced(given: rows.Counts.Kept);
    }

    /// <inheritdoc cref="Read"/>
    public async IAsyncEnumerable<Incident> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await rows.NextAsync(readerOf, cancellationToken).ConfigureAwait(false))
        {
            yield return reader!.Incident!;
        }

        rows.Replaced(given: rows.Counts.Kept);
    }

    /// <summary>
    /// Reads all incidents from here on, or all tallies of a format that holds those, into a data set with the names that they use.
    /// </summary>
    /// <remarks>Of rows that bear one id the newest counts (<see cref="RepeatedRows"/>).</remarks>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop, the file breaks off, or an id stands
    /// twice and nothing says which row counts.</exception>
    public ConflictDataset ReadDataset()
    {
        using var store = new IncidentStore(most: int.MaxValue);
        (ConflictDataset names, IEnumerable<Incident> incidents) = ReadInto(store);
        return names with { Incidents = incidents.ToValueList() };
    }

    /// <summary>Writes the data set of <see cref="ReadDataset"/> as one document, in memory that does not grow with the incidents but for
    /// their ids.</summary>
    /// <remarks>
    /// The names that incidents use stand before them, and are known when all are read. Until then more than
    /// 100,000 incidents wait in a temporary file, which is gone when this returns.
    /// </remarks>
    /// <param name="stream">Takes the bytes that <see cref="DatasetJson.Write(ConflictDataset, Stream)"/> writes.</param>
    /// <exception cref="MalformedInputException">As of <see cref="ReadDataset"/>; nothing is written.</exception>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public void WriteDataset(Stream stream) => WriteDataset(stream, asLines: false, IncidentStore.Most);

    /// <summary>Writes the data set of <see cref="ReadDataset"/> as records line by line, as <see cref="WriteDataset(Stream)"/> writes it
    /// as one document.</summary>
    /// <param name="stream">Takes the bytes that <see cref="DatasetNdjson.Write(ConflictDataset, Stream)"/> writes.</param>
    /// <exception cref="MalformedInputException">As of <see cref="ReadDataset"/>; nothing is written.</exception>
    /// <exception cref="IOException">The temporary file can't be written.</exception>
    public void WriteDatasetLines(Stream stream) => WriteDataset(stream, asLines: true, IncidentStore.Most);

    internal void WriteDataset(Stream stream, bool asLines, int mostHeld)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var store = new IncidentStore(mostHeld);
        (ConflictDataset names, IEnumerable<Incident> incidents) = ReadInto(store);
        if (asLines)
        {
            IEnumerable<object> before = [names, .. names.Sources, .. names.Actors, .. names.Regions];
            DatasetNdjson.Write(before.Concat(incidents).Concat(names.Tallies), stream);
        }
        else
        {
            DatasetJson.Write(names, incidents, stream);
        }
    }

    /// <summary>All that a data set has but the incidents, and those as they come out of a store that is still open.</summary>
    private (ConflictDataset Names, IEnumerable<Incident> Incidents) ReadInto(IncidentStore store)
    {
        int given = checked((int)rows.Counts.Kept);
        TallyReader? tallies = null;
        Func<EventFormat, RowHandler> takerOf = format =>
            format.HoldsTallies ? tallies ??= format.TallyReader(reading) : readerOf(format);
        var open = new Dictionary<int, object>();
        while (rows.Next(takerOf))
        {
            if (reader is null)
            {
                continue;
            }

            if (reader.Open is { } what)
            {
                open.Add(store.Count, what);
            }

            store.Add(reader.Incident!);
        }

        reader?.End();
        ValueList<Tally> totals = tallies?.End() ?? default;
        HashSet<int> older = [.. rows.Replaced(given)];
        var names = new ConflictDataset
        {
            Sources = Glossary.Sources,
            Actors = Glossary.Actors,
            Regions = Glossary.Regions,
            Tallies = totals,
        };
        return (names, store.All()
            .Select((incident, index) => open.TryGetValue(index, out object? what) ? reader!.Settled(incident, what) : incident)
            .Where((_, index) => !older.Contains(given + index)));
    }

    /// <summary>Appends all rows from here on to a table that is being built, without making incidents of them.</summary>
    /// <remarks>
    /// The table says what one of <see cref="ReadDataset"/> says, under the same ids, whose names <see cref="Glossary"/> then knows. A
    /// column that only a table asks for (UCDP's conflict, dyad and active year) is filled beside them. Of rows that bear one id the newest
    /// counts (<see cref="RepeatedRows"/>). Rows of published totals (<see cref="EventFormat.HoldsTallies"/>) are rows over their year, and
    /// <see cref="IncidentTableBuilder.RowUnit"/> says so; a data set's tallies are no rows of its table.
    /// </remarks>
    /// <returns>How many rows were read, set aside and replaced.</returns>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop, the file breaks off, or an id stands
    /// twice and nothing says which row counts; the rows before it have been appended.</exception>
    /// <exception cref="InvalidOperationException">The table holds rows of another unit: totals are never added to incidents, nor to
    /// totals of another kind or version.</exception>
    public ReadCounts AppendTo(IncidentTableBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        (_, int[] older) = Take(builder, static _ => { });
        builder.Remove(older);
        return rows.Counts;
    }

    /// <summary>Appends all rows.</summary>
    /// <returns>What appended them, and how many incidents stand before each in whose place another counts.</returns>
    private (RowTabulator? Tabulator, int[] Older) Take(IncidentTableBuilder builder, Action<RowTabulator> appended)
    {
        long given = rows.Counts.Kept;
        long before = builder.IncidentCount;
        RowTabulator? tabulator = null;
        Func<EventFormat, RowTabulator> tabulatorOf = format => tabulator ??= TabulatorOf(Checked(format), builder);
        Take(rows, tabulatorOf, () => appended(tabulator!));
        tabulator?.End();
        return (tabulator, [.. rows.Replaced(given).Select(older => checked((int)(older - given + before)))]);
    }

    private static void Take(EventRows rows, Func<EventFormat, RowTabulator> tabulatorOf, Action appended)
    {
        rows.TakeByParts(tabulatorOf, appended);
        while (rows.Next(tabulatorOf))
        {
            appended();
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        rows.Dispose();
        again?.Dispose();
    }

    /// <summary>How many rows were read by parts of the file.</summary>
    internal long ReadByParts => rows.TakenByParts;

    private RowTabulator TabulatorOf(EventFormat format, IncidentTableBuilder builder)
    {
        // What the rows of totals are, their version tells.
        if (!format.HoldsTallies)
        {
            builder.DeclareRowUnit();
        }

        return format.Tabulator(reading, builder);
    }

    private static EventFormat OfIncidents(EventFormat format) => !Checked(format).HoldsTallies
        ? format
        : throw new MalformedInputException(new()
        {
            Code = MalformationCode.Header,
            Reason = $"The rows of {format.Title} are totals over a year and no incidents: {nameof(ReadDataset)} reads them as tallies.",
            Line = 1,
            Column = 1,
        });

    /// <summary>Lets the source of the incidents say which columns it has, so that they can be written back.</summary>
    private void Note(EventFormat format)
    {
        if (!ReferenceEquals(noted, rows.Columns) && format is { IsWritten: true, Source: { } source })
        {
            noted = rows.Columns;
            Glossary.AddColumns(source, noted.Names, rows.Tags);
        }
    }

    private static EventFormat Checked(EventFormat format) => format.IsRead ? format : throw new MalformedInputException(new()
    {
        Code = MalformationCode.Header,
        Reason = $"The file is {format.Title}, which holds no incidents.",
        Line = 1,
        Column = 1,
    });
}

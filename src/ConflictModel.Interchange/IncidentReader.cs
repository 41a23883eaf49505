using System.Runtime.CompilerServices;

namespace ConflictModel.Interchange;

/// <summary>Reads the incidents of a UCDP GED or ACLED file one after the other, in the file's order.</summary>
/// <remarks>
/// <para>
/// CSV (UTF-8, with or without a byte order mark, LF or CRLF) or JSON, plain or gzip. Columns are found by name. The memory needed is
/// that of the longest row and of the names in the data, whatever the file's length.
/// </para>
/// <para>Opening reads the header. A reader serves one pass and one thread.</para>
/// </remarks>
public sealed class IncidentReader : IDisposable
{
    private readonly RowSource rows;
    private readonly ReadOptions options;
    private RowReader? reader;
    private long kept;
    private long setAside;

    private IncidentReader(RowSource rows, ReadOptions options)
    {
        this.rows = rows;
        this.options = options;
        Glossary = options.Glossary ?? new();
        Format = options.Format ?? FormatDetector.Of(rows.Columns);
        if (Format is null && rows is CsvRowSource)
        {
            throw FormatDetector.Unknown();
        }
    }

    /// <summary>The format; null for a JSON file of which nothing has been read yet.</summary>
    public InterchangeFormat? Format { get; private set; }

    /// <summary>The columns in their order. Of a JSON file, those met so far.</summary>
    public ValueList<string> Columns => rows.Columns.Names.ToValueList();

    /// <summary>The actors, regions and sources that the incidents name. It grows as the file is read.</summary>
    public Glossary Glossary { get; }

    /// <summary>How many rows were read, given and set aside so far.</summary>
    public ReadCounts Counts => new(kept, setAside);

    /// <summary>How many bytes of the file, unpacked, were read so far: for a progress bar.</summary>
    public long Position => rows.Position;

    /// <summary>Opens a file.</summary>
    /// <exception cref="MalformedInputException">The file is of no format that is read, or not UTF-8.</exception>
    public static IncidentReader Open(string path, ReadOptions? options = null) =>
        Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan), options);

    /// <summary>Opens a file's stream, which is closed with the reader.</summary>
    /// <exception cref="MalformedInputException">The file is of no format that is read, or not UTF-8.</exception>
    public static IncidentReader Open(Stream stream, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        if (options.Format is InterchangeFormat.GeoJson or InterchangeFormat.Hxl)
        {
            throw new ArgumentException($"{options.Format} is written only.", nameof(options));
        }

        try
        {
            (RewindStream text, byte[] head) = InputStreams.Open(stream);
            return new(FormatDetector.Open(text, head, options.Format, options.MaxRowBytes), options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Gives the incidents from here on.</summary>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop.</exception>
    public IEnumerable<Incident> Read()
    {
        while (rows.Read())
        {
            if (Take() is { } incident)
            {
                yield return incident;
            }
        }
    }

    /// <inheritdoc cref="Read"/>
    public async IAsyncEnumerable<Incident> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Take() is { } incident)
            {
                yield return incident;
            }
        }
    }

    /// <summary>Reads all incidents from here on into a data set with the names that they use.</summary>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop.</exception>
    public ConflictDataset ReadDataset()
    {
        ValueList<Incident> incidents = Read().ToValueList();
        return new()
        {
            Sources = Glossary.Sources,
            Actors = Glossary.Actors,
            Regions = Glossary.Regions,
            Incidents = incidents,
        };
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => rows.Dispose();

    private Incident? Take()
    {
        Format ??= FormatDetector.Of(rows.Columns) ?? throw FormatDetector.Unknown();
        reader ??= Format == InterchangeFormat.Acled ? new AcledReader(options, Glossary) : new GedReader(options, Glossary);
        if (reader.Read(rows.Row) is { } incident)
        {
            kept++;
            return incident;
        }

        if (options.Malformed == MalformedRows.Stop)
        {
            throw new MalformedInputException(rows.Row.Fault!);
        }

        setAside++;
        options.OnRejected?.Invoke(rows.Row.Reject());
        return null;
    }
}

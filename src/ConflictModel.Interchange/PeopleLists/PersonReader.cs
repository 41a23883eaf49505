using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Reads a list of people (CSV) by a mapping that says what each column is, one after the other, in the file's order.</summary>
/// <remarks>
/// <para>
/// A cell that is not understood leaves its field unknown, is kept in the record and is counted (<see cref="UnreadWords"/>). A row is
/// malformed only where it can't be a record: by its cells, its id, its harm, or a date in numbers whose order nobody stated.
/// </para>
/// <para>
/// Faults quote nothing that stands in the list. <see cref="RejectedRow.Text"/> is the row itself, for the caller. The stream is read
/// forward only; the memory needed is that of the longest row, of the ids (12 to 16 bytes a row) and of the names of places, actors and
/// sources. A reader serves one pass and one thread.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class PersonReader : IDisposable
{
    private readonly EventRows rows;
    private readonly PersonRows people;
    private readonly UnreadWords words = new();

    private PersonReader(EventRows rows, PersonMapping mapping, ReadOptions options)
    {
        this.rows = rows;
        Glossary = options.Glossary ?? new();
        Glossary.AddColumns(mapping.Source, rows.Columns.Names, rows.Tags);
        people = new(mapping, new(Glossary, options.Names, options.Vintage), options.Dates, words);
    }

    /// <summary>The columns in their order.</summary>
    public ValueList<string> Columns => rows.Columns.Names.ToValueList();

    /// <summary>The row of HXL tags, one for each of <see cref="Columns"/>; empty if the file has none.</summary>
    public ValueList<string> Tags => rows.Tags;

    /// <summary>The actors, regions and sources that the people name. It grows as the file is read.</summary>
    public Glossary Glossary { get; }

    /// <summary>How many rows were read, given and set aside so far.</summary>
    public ReadCounts Counts => rows.Counts;

    /// <summary>How many bytes of the file, unpacked, were read so far: for a progress bar.</summary>
    public long Position => rows.Position;

    /// <summary>The words that were not understood so far, in the order in which they were met.</summary>
    public ValueList<UnreadWord> UnreadWords => words.All;

    /// <summary>Opens a list.</summary>
    /// <exception cref="ArgumentException">The mapping can't be (a column twice, no harm, a word that means nothing), or the options name a
    /// format.</exception>
    /// <exception cref="MalformedInputException">A column that the mapping names is not there, the header can't be read, or the file is no
    /// CSV.</exception>
    public static PersonReader Open(string path, PersonMapping mapping, ReadOptions? options = null) =>
        Open(TextInput.OpenFile(path), mapping, options);

    /// <inheritdoc cref="Open(string, PersonMapping, ReadOptions)"/>
    /// <param name="stream">The list, which is closed with the reader.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="options">How to read it; no format is named, for the mapping is it.</param>
    public static PersonReader Open(Stream stream, PersonMapping mapping, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        options ??= new();
        if (options.Format is { } format)
        {
            throw new ArgumentException($"A list of people is read by its mapping and not as {format.Title}.", nameof(options));
        }

        // Dates are read by the cells of the list, which quote nothing.
        var list = new PersonListFormat(mapping);
        EventRows rows = Opened(stream, options with { Format = list, Dates = null });
        try
        {
            if (!rows.IsTable)
            {
                throw PersonListFormat.Header("A list of people is CSV, and this is JSON.");
            }

            list.CheckColumns(rows.Columns);
            return new(rows, mapping, options);
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    /// <summary>Gives the people from here on.</summary>
    /// <remarks>What was given can't be taken back: an id that stands twice is told at the end, unless the options say to keep every
    /// row.</remarks>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop, the file breaks off, or at its end, an id
    /// stands twice.</exception>
    public IEnumerable<Person> Read()
    {
        while (rows.Next(_ => people))
        {
            yield return people.Person!;
        }

        rows.Replaced(given: rows.Counts.Kept);
    }

    /// <inheritdoc cref="Read"/>
    public async IAsyncEnumerable<Person> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await rows.NextAsync(_ => people, cancellationToken).ConfigureAwait(false))
        {
            yield return people.Person!;
        }

        rows.Replaced(given: rows.Counts.Kept);
    }

    /// <summary>Reads all people from here on into a data set with the names that they use.</summary>
    /// <exception cref="MalformedInputException">A row can't be read and the options say to stop, the file breaks off, or an id stands
    /// twice and <see cref="ReadOptions.Repeated"/> doesn't say which row counts.</exception>
    public ConflictDataset ReadDataset()
    {
        long given = rows.Counts.Kept;
        var all = new List<Person>();
        while (rows.Next(_ => people))
        {
            all.Add(people.Person!);
        }

        HashSet<int> older = [.. rows.Replaced(given)];
        return new()
        {
            Sources = Glossary.Sources,
            Actors = Glossary.Actors,
            Regions = Glossary.Regions,
            People = older.Count == 0 ? all.ToValueList() : all.Where((_, index) => !older.Contains((int)given + index)).ToValueList(),
        };
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => rows.Dispose();

    /// <summary>Opens the rows; what is wrong with a first row is told without its cells, for it may be a person's.</summary>
    private static EventRows Opened(Stream stream, ReadOptions options)
    {
        try
        {
            return EventRows.Open(stream, options, options.Repeated != RepeatedRows.Keep);
        }
        catch (MalformedInputException error) when (
            error.Malformation.Code == MalformationCode.Header && error.Message.Contains('\'', StringComparison.Ordinal))
        {
            throw PersonListFormat.Header(
                "Two cells of the first row are the same, or it names a separator that is none: it is no header.");
        }
    }
}

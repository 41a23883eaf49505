using System.Text.Json.Serialization;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange;

/// <summary>Writes people as a list (CSV) by a mapping that says what each column is, one after the other, in constant memory.</summary>
/// <remarks>
/// <para>
/// What was read by the mapping and not changed is written back cell by cell; a value that the model has changed is written as the model
/// says it. The file is UTF-8 with commas and line feeds. <see cref="Dispose"/> ends it.
/// </para>
/// <para>
/// It writes what it is given, whatever <see cref="Person.Publication"/> says: give it the people of
/// <see cref="ConflictDataset.ForPublication"/> to write what may be published.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class PersonWriter : IDisposable
{
    private readonly PersonMapping mapping;
    private readonly ColumnSet columns;
    private readonly PersonCell?[] cells;
    private readonly PersonRows back;
    private readonly TextRowSource written;
    private readonly CsvRecords csv;
    private readonly Action<Loss>? onLoss;
    private readonly LossTally losses = new();
    private bool disposed;

    private PersonWriter(Stream stream, PersonMapping mapping, Glossary glossary, WriteOptions options)
    {
        this.mapping = mapping;
        onLoss = options.OnLoss;
        (ValueList<string> names, ValueList<string> tags) = !options.Columns.IsEmpty ? (options.Columns, options.Tags)
            : glossary.Find(mapping.Source.Id) is { Columns.IsEmpty: false } known
                ? (known.Columns, options.Tags.IsEmpty ? Glossary.TagsOf(known) : options.Tags)
            : (mapping.Columns.Select(column => column.Name).ToValueList(), options.Tags);
        columns = ColumnSet.Of(names, out string? twice)
            ?? throw new ArgumentException($"The column '{twice}' occurs twice.", nameof(options));
        if (!tags.IsEmpty && tags.Count != columns.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {tags.Count} tags for {columns.Count} columns."), nameof(options));
        }

        var rows = new PersonRows(mapping, new(glossary, NameResolver.None), null, null);
        cells = [.. columns.Names.Select(rows.CellOf)];
        back = new(mapping, new(new(), glossary.ToResolver()), null, null);
        written = new(columns);
        csv = new(stream, columns.Names, options.NeutraliseFormulas, tags);
    }

    /// <summary>How many cells were changed because they start like a formula: they no longer equal the data.</summary>
    public long NeutralisedCells => csv.NeutralisedCells;

    /// <summary>How often each field was lost so far; empty unless <see cref="WriteOptions.OnLoss"/> is given.</summary>
    public ValueList<FieldLoss> Losses => losses.Fields;

    /// <summary>Starts a list on a stream, which stays open. The header is written at once.</summary>
    /// <param name="stream">Takes the list.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="glossary">The names of the actors, regions and sources of the people; a reader's may still be growing.</param>
    /// <param name="options">
    /// How to write. Without columns there, they and their HXL tags are those of the file that was read, as the glossary knows them of the
    /// list's source, and else they are those of the mapping.
    /// </param>
    /// <exception cref="ArgumentException">The mapping can't be, a column stands twice, or there are tags and not one a column.</exception>
    public static PersonWriter Create(Stream stream, PersonMapping mapping, Glossary glossary, WriteOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(glossary);
        return mapping.Fault() is { } fault
            ? throw new ArgumentException(fault, nameof(mapping))
            : new(stream, mapping, glossary, options ?? new());
    }

    /// <summary>Writes a person.</summary>
    public void Write(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        ObjectDisposedException.ThrowIf(disposed, this);
        (Dictionary<string, string> kept, List<(JsonPointer At, string Json)> others) =
            KeptCells.In(person.Extensions, mapping.Source.Id.Value);
        string[] texts = Texts(person, kept);
        foreach (string text in texts)
        {
            csv.Write(text);
        }

        csv.EndRecord();
        if (onLoss is not null)
        {
            ReportLosses(person, texts, kept, others);
        }
    }

    /// <summary>Writes all people of a sequence.</summary>
    public void Write(IEnumerable<Person> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (Person person in people)
        {
            Write(person);
        }
    }

    /// <summary>Ends the file. The stream stays open.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            csv.Dispose();
        }
    }

    private string[] Texts(Person person, Dictionary<string, string> kept)
    {
        string[] said = [.. cells.Select(cell => cell?.Write(person) ?? "")];
        if (kept.Count == 0)
        {
            return said;
        }

        // A kept cell holds while reading it, beside the other cells, says what the model says.
        string[] asKept = [.. said.Select((text, i) => kept.GetValueOrDefault(columns.Names[i].Trim(), text))];
        Person? reread = Array.Exists(cells, cell => cell is not null) && back.Take(written.Of(asKept)) ? back.Person : null;

        // A region's kept name holds while the region bears it; a level that was left empty stays so while the others hold.
        bool levelsHold = !cells.Where((cell, i) => cell is PlacePartCell { IsLevel: true } level
            && CellText.Said(asKept[i]) is { Length: > 0 } name && !level.Holds(person, name)).Any();
        return
        [
            .. said.Select((text, i) => cells[i] switch
            {
                null => asKept[i],
                PlacePartCell { IsLevel: true } level =>
                    (CellText.Said(asKept[i]) is { Length: > 0 } name ? level.Holds(person, name) : levelsHold) ? asKept[i] : text,
                { } cell => reread is not null && cell.Write(reread) == text ? asKept[i] : text,
            }),
        ];
    }

    private void ReportLosses(
        Person person, string[] texts, Dictionary<string, string> kept, List<(JsonPointer At, string Json)> others)
    {
        Person? reread = back.Take(written.Of(texts)) ? back.Person! with { Extensions = default } : null;
        if (!mapping.Has(PersonField.Id))
        {
            // The line is the id: only another id than that of a line is lost.
            reread = reread is null ? null : reread with { Id = person.Id };
            if (!person.Id.Value.StartsWith(mapping.Prefix + "line-", StringComparison.Ordinal))
            {
                Lose(person, JsonPointer.Root.Member("id"), person.Id.Value, null);
            }
        }

        foreach ((JsonPointer field, string was, string? became) in RecordFields.Lost(person with { Extensions = default }, reread))
        {
            Lose(person, field, was, became);
        }

        foreach ((JsonPointer at, string json) in others)
        {
            Lose(person, at, json, null);
        }

        foreach ((string column, string text) in kept.Where(cell => !columns.Has(cell.Key)))
        {
            Lose(person, KeptCells.Extensions.Member(mapping.Source.Id.Value).Member(column), text, null);
        }
    }

    private void Lose(Person person, JsonPointer field, string was, string? became)
    {
        var loss = new Loss { Person = person.Id, Field = field, Was = was, Became = became };
        losses.Add(loss);
        onLoss!(loss);
    }
}

using System.Text;

namespace ConflictModel.Interchange.Tests.PeopleLists;

/// <summary>A mapping and what is done with lists in these tests; all people are made up.</summary>
internal static class Lists
{
    public static readonly Source ListA =
        new() { Id = SourceId.From("list-a"), Name = "A monitor's list", Kind = SourceKind.Monitor };

    public static PersonMapping Of(params ReadOnlySpan<PersonColumn> columns) =>
        new() { Source = ListA, Harm = Harm.Killed, Columns = ValueList.Create(columns) };

    public static PersonMapping With(params ReadOnlySpan<PersonColumn> columns) => Of([new("id", PersonField.Id), .. columns]);

    public static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    public static PersonReader Open(string list, PersonMapping mapping, ReadOptions? options = null) =>
        PersonReader.Open(Utf8(list), mapping, options);

    public static Person[] Read(string list, PersonMapping mapping, ReadOptions? options = null)
    {
        using PersonReader reader = Open(list, mapping, options);
        return [.. reader.Read()];
    }

    public static Person One(string list, PersonMapping mapping, ReadOptions? options = null) => Read(list, mapping, options).Single();

    /// <summary>Reads a list and writes it, changed or as it is.</summary>
    public static string Back(
        string list, PersonMapping mapping, Func<Person, Person>? change = null, ReadOptions? options = null, Action<Loss>? onLoss = null)
    {
        using PersonReader reader = Open(list, mapping, options);
        using var stream = new MemoryStream();
        using (var writer = PersonWriter.Create(
            stream, mapping, reader.Glossary, new() { Columns = reader.Columns, Tags = reader.Tags, OnLoss = onLoss }))
        {
            writer.Write(reader.Read().Select(change ?? (person => person)));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

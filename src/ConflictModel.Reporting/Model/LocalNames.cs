using System.Text.Json;
using ConflictModel.Serialization;

namespace ConflictModel.Reporting;

/// <summary>
/// Names of places, actors and sources that a list of people alone gives. One that stands only on rows that are withheld may be a person's
/// name in the wrong column, or a relative as the source: nobody can tell, and so it is not published.
/// </summary>
internal static class LocalNames
{
    /// <summary>What stands between the list's id and the name in the id of a record that is local to it.</summary>
    private static readonly string[] Kinds = ["country", "adm1", "adm2", "adm3", "actor", "source"];

    /// <summary>What may be published of a data set, without the names that only withheld rows of its lists gave.</summary>
    public static ConflictDataset Published(ConflictDataset whole)
    {
        ConflictDataset published = whole.ForPublication();
        Person[] named = [.. published.People.Where(person => person.Publication == Publication.Public)];
        if (named.Length == published.People.Count)
        {
            return published;
        }

        // Whatever else has the id tells it.
        HashSet<string> told = [.. TextsOf(published with { Sources = default, Actors = default, Regions = default, People = default })];
        told.UnionWith(named.SelectMany(person => person.Place?.Regions ?? default).Select(id => id.Value));
        told.UnionWith(named.Select(person => person.MemberOf).OfType<ActorId>().Select(id => id.Value));
        told.UnionWith(named.SelectMany(person => person.Citations).Select(citation => citation.Source.Value));
        for (int before = 0; before < told.Count;)
        {
            before = told.Count;
            told.UnionWith(published.Regions.Where(region => told.Contains(region.Id.Value))
                .SelectMany(region => region.Within).Select(id => id.Value).ToArray());
        }

        string[] lists = [.. published.Sources.SelectMany(list => Kinds.Select(kind => $"{list.Id}-{kind}:"))];
        return published with
        {
            Regions = published.Regions.Where(region => IsTold(region.Id.Value)).ToValueList(),
            Actors = published.Actors.Where(actor => IsTold(actor.Id.Value)).ToValueList(),
            Sources = published.Sources.Where(source => IsTold(source.Id.Value)).ToValueList(),
            People = published.People.Select(Without).ToValueList(),
        };

        bool IsTold(string id) => told.Contains(id) || ListOf(id) is null;

        string? ListOf(string id) => Array.Find(lists, list => id.StartsWith(list, StringComparison.Ordinal));

        Person Without(Person person) => person.Publication == Publication.Public ? person : person with
        {
            MemberOf = person.MemberOf is { } actor && IsTold(actor.Value) ? actor : null,
            Place = person.Place is { } place && place.Regions.All(region => IsTold(region.Value)) ? place : null,
            Citations = person.Citations
                .Select(citation => IsTold(citation.Source.Value) ? citation : new() { Source = ListBehind(citation) })
                .ToValueList(),
        };

        SourceId ListBehind(Citation citation)
        {
            string list = ListOf(citation.Source.Value)!;
            return SourceId.From(list[..list.LastIndexOf('-')]);
        }
    }

    /// <summary>
    /// Two vintages without the names that only rows gave that are withheld in either; their people stay, and the comparison tells no more
    /// of them than may be told.
    /// </summary>
    public static (ConflictDataset Older, ConflictDataset Newer) ForComparison(ConflictDataset older, ConflictDataset newer)
    {
        var withheld = older.People.Concat(newer.People).Where(person => person.Publication != Publication.Public)
            .Select(person => person.Id).ToHashSet();
        return withheld.Count == 0 ? (older, newer) : (Told(older), Told(newer));

        ConflictDataset Told(ConflictDataset whole)
        {
            ConflictDataset published = Published(whole with
            {
                People = whole.People.Select(person =>
                    withheld.Contains(person.Id) ? person with { Publication = Publication.Withheld } : person).ToValueList(),
            });
            return whole with { Sources = published.Sources, Actors = published.Actors, Regions = published.Regions };
        }
    }

    private static IEnumerable<string> TextsOf(ConflictDataset dataset)
    {
        using var document = JsonDocument.Parse(DatasetJson.Write(dataset));
        return [.. TextsOf(document.RootElement)];
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => TextsOf(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}

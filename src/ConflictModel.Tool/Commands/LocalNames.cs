using ConflictModel.Interchange;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// Names of places, actors and sources that a list of people alone gives. One that stands only on rows that are withheld may be a person's
/// name in the wrong column, or a relative as the source: nobody can tell, and so it is not published.
/// </summary>
internal static class LocalNames
{
    /// <summary>What stands between the list's id and the name in the id of a record that is local to it.</summary>
    private static readonly string[] Kinds = ["country", "adm1", "adm2", "adm3", "actor", "source"];

    /// <summary>A published data set without the names that only withheld rows of a list gave.</summary>
    /// <param name="published">What <see cref="ConflictDataset.ForPublication"/> left of it.</param>
    /// <param name="list">The list's source.</param>
    public static ConflictDataset Published(ConflictDataset published, Source list)
    {
        Person[] named = [.. published.People.Where(person => person.Publication == Publication.Public)];
        var glossary = Glossary.Of(published);
        var regions = new HashSet<RegionId>(named.SelectMany(person => person.Place?.Regions ?? default));
        for (int before = 0; before < regions.Count;)
        {
            before = regions.Count;
            regions.UnionWith(regions.ToArray().SelectMany(id => glossary.Find(id)?.Within ?? default));
        }

        HashSet<ActorId> actors = [.. named.Select(person => person.MemberOf).OfType<ActorId>()];
        HashSet<SourceId> sources = [.. named.SelectMany(person => person.Citations).Select(citation => citation.Source)];
        return published with
        {
            Regions = published.Regions.Where(region => IsTold(region.Id)).ToValueList(),
            Actors = published.Actors.Where(actor => IsNamed(actor.Id.Value, actors.Contains(actor.Id))).ToValueList(),
            Sources = published.Sources.Where(source => IsNamed(source.Id.Value, sources.Contains(source.Id))).ToValueList(),
            People = published.People.Select(Without).ToValueList(),
        };

        bool IsNamed(string id, bool isNamed) =>
            isNamed || !Array.Exists(Kinds, kind => id.StartsWith($"{list.Id}-{kind}:", StringComparison.Ordinal));

        bool IsTold(RegionId id) => IsNamed(id.Value, regions.Contains(id));

        Person Without(Person person) => person.Publication == Publication.Public ? person : person with
        {
            MemberOf = person.MemberOf is { } actor && IsNamed(actor.Value, actors.Contains(actor)) ? actor : null,
            Place = person.Place is { } place && place.Regions.All(IsTold) ? place : null,
            Citations = person.Citations
                .Select(citation => IsNamed(citation.Source.Value, sources.Contains(citation.Source)) ? citation : list)
                .ToValueList(),
        };
    }
}

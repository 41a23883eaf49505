using System.Text.Json.Serialization;

namespace ConflictModel.Interchange;

/// <summary>The actors, regions and sources that incidents name by id, in the order in which they were met.</summary>
/// <remarks>
/// Readers fill one as they go, writers look names up in it. A record stays as it was when it was first met; only aliases and other
/// ids are added, by which its other spellings are known again. Its size is that of the names in the data, not of the rows.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class Glossary
{
    private readonly Dictionary<ActorId, Actor> actors = [];
    private readonly Dictionary<RegionId, Region> regions = [];
    private readonly Dictionary<SourceId, Source> sources = [];
    private readonly List<ActorId> actorOrder = [];
    private readonly List<RegionId> regionOrder = [];
    private readonly List<SourceId> sourceOrder = [];
    private readonly Dictionary<ExternalId, ActorId> actorsByExternalId = [];
    private readonly Dictionary<string, HashSet<ActorId>> actorsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<RegionId>> regionsByName = new(StringComparer.Ordinal);

    /// <summary>The actors, in the order in which they were met.</summary>
    public ValueList<Actor> Actors => actorOrder.Select(id => actors[id]).ToValueList();

    /// <summary>The regions, in the order in which they were met; those that one lies within stand before it.</summary>
    /// <remarks>Of the regions that one overlaps only those of the glossary are named: a data set refers to nothing that it does not
    /// hold.</remarks>
    public ValueList<Region> Regions => regionOrder.Select(id => regions[id])
        .Select(region => region with { Overlaps = region.Overlaps.Where(regions.ContainsKey).ToValueList() })
        .ToValueList();

    /// <summary>The sources, in the order in which they were met.</summary>
    public ValueList<Source> Sources => sourceOrder.Select(id => sources[id]).ToValueList();

    /// <summary>The names of a data set. Of records with one id the first counts.</summary>
    public static Glossary Of(ConflictDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var glossary = new Glossary();
        foreach (Source source in dataset.Sources)
        {
            glossary.Add(source);
        }

        foreach (Region region in dataset.Regions)
        {
            glossary.Add(region);
        }

        foreach (Actor actor in dataset.Actors)
        {
            glossary.Add(actor);
        }

        return glossary;
    }

    /// <summary>The actor of an id, or null.</summary>
    public Actor? Find(ActorId id) => actors.GetValueOrDefault(id);

    /// <summary>The region of an id, or null.</summary>
    public Region? Find(RegionId id) => regions.GetValueOrDefault(id);

    /// <summary>The source of an id, or null.</summary>
    public Source? Find(SourceId id) => sources.GetValueOrDefault(id);

    /// <summary>
    /// Knows the actors and regions of this glossary: an actor by its id in the data set, else by a name that no other bears; a region
    /// by a name that no other of its kind bears within the same region.
    /// </summary>
    public NameResolver ToResolver() => new()
    {
        Actor = (scheme, id, name) =>
            id is not null && actorsByExternalId.TryGetValue(new() { Scheme = scheme, Value = id }, out ActorId known) ? actors[known]
            : actorsByName.GetValueOrDefault(name) is { Count: 1 } bearers ? actors[bearers.First()] : null,
        Region = (kind, name, within) =>
        {
            Region[] bearers = [.. (regionsByName.GetValueOrDefault(name) ?? []).Select(id => regions[id])
                .Where(region => region.Kind == kind && (within is null || Around(region).Exists(larger => larger.Id == within.Id)))];
            return bearers.Length == 1 ? bearers[0] : null;
        },
        RegionById = Find,
    };

    /// <summary>Adds an actor unless one of its id is there.</summary>
    public void Add(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actors.TryAdd(actor.Id, actor))
        {
            actorOrder.Add(actor.Id);
            Index(actor);
        }
    }

    /// <summary>Adds a region unless one of its id is there.</summary>
    public void Add(Region region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (regions.TryAdd(region.Id, region))
        {
            regionOrder.Add(region.Id);
            Index(region);
        }
    }

    /// <summary>Adds a source unless one of its id is there.</summary>
    public void Add(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (sources.TryAdd(source.Id, source))
        {
            sourceOrder.Add(source.Id);
        }
    }

    /// <summary>Notes that files of a source have these columns, behind those that are known, and their tags.</summary>
    internal void AddColumns(Source source, IReadOnlyList<string> columns, ValueList<string> tags)
    {
        Add(source);
        Source known = sources[source.Id];
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<string> allNames = [];
        List<string> allTags = [];
        void Note(IReadOnlyList<string> names, ValueList<string> row)
        {
            for (int i = 0; i < names.Count; i++)
            {
                string tag = i < row.Count ? row[i] : "";
                if (places.TryAdd(names[i].Trim(), allNames.Count))
                {
                    allNames.Add(names[i]);
                    allTags.Add(tag);
                }
                else if (places[names[i].Trim()] is var place && allTags[place].Length == 0)
                {
                    allTags[place] = tag;
                }
            }
        }

        Note(known.Columns, known.ColumnTags);
        Note(columns, tags);
        sources[source.Id] = known with
        {
            Columns = allNames.ToValueList(),
            ColumnTags = allTags.TrueForAll(tag => tag.Length == 0) ? default : allTags.ToValueList(),
        };
    }

    /// <summary>A row of tags under the columns of a source's file, one for each; empty if those that are known make none.</summary>
    internal static ValueList<string> TagsOf(Source known)
    {
        string[] tags = [.. known.Columns.Select((_, index) => index < known.ColumnTags.Count ? known.ColumnTags[index] : "")];
        return CsvShape.IsTags(tags) ? tags.ToValueList() : default;
    }

    /// <summary>The regions that a region lies within, nearest first, as far as they are known here.</summary>
    internal List<Region> Around(Region region)
    {
        var around = new List<Region>();
        for (int next = -1; next < around.Count; next++)
        {
            foreach (RegionId id in (next < 0 ? region : around[next]).Within)
            {
                if (Find(id) is { } larger && larger.Id != region.Id && !around.Exists(known => known.Id == id))
                {
                    around.Add(larger);
                }
            }
        }

        return around;
    }

    /// <summary>Takes out an actor that nobody turned out to be.</summary>
    internal void Remove(ActorId id)
    {
        if (actors.Remove(id))
        {
            actorOrder.Remove(id);
            foreach (ExternalId external in actorsByExternalId.Where(known => known.Value == id).Select(known => known.Key).ToArray())
            {
                actorsByExternalId.Remove(external);
            }

            foreach (HashSet<ActorId> bearers in actorsByName.Values)
            {
                bearers.Remove(id);
            }
        }
    }

    /// <summary>Notes that a data set calls an actor by this name and, if it gives one, this id.</summary>
    internal void Call(ActorId id, string name, ExternalId? external = null)
    {
        Actor actor = actors[id];
        if (name.Length > 0 && !Bears(actor.Name, actor.Aliases, name))
        {
            actor = actor with { Aliases = actor.Aliases.Add(name) };
        }

        if (external is not null && !actor.ExternalIds.Contains(external))
        {
            actor = actor with { ExternalIds = actor.ExternalIds.Add(external) };
        }

        if (!ReferenceEquals(actor, actors[id]))
        {
            actors[id] = actor;
            Index(actor);
        }
    }

    /// <summary>Notes that a data set calls a region by this name.</summary>
    internal void Call(RegionId id, string name)
    {
        Region region = regions[id];
        if (name.Length > 0 && !Bears(region.Name, region.Aliases, name))
        {
            regions[id] = region with { Aliases = region.Aliases.Add(name) };
            Index(regions[id]);
        }
    }

    /// <summary>Whether a region is known by this name, letter for letter.</summary>
    internal bool Bears(RegionId id, string name) => Find(id) is { } region && Bears(region.Name, region.Aliases, name);

    /// <summary>The name that an actor's id stands for; the id itself if the actor is unknown.</summary>
    internal string NameOf(ActorId id) => Find(id)?.Name.ToString() ?? id.Value;

    /// <summary>The names of actors in their order, joined.</summary>
    internal string NamesOf(ReadOnlySpan<ActorId> ids, string joint)
    {
        if (ids.Length == 1)
        {
            return NameOf(ids[0]);
        }

        string[] names = new string[ids.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = NameOf(ids[i]);
        }

        return string.Join(joint, names);
    }

    /// <summary>Whether a text is names of these actors in this order, joined by <paramref name="joint"/>.</summary>
    internal bool Reads(ReadOnlySpan<char> text, ReadOnlySpan<ActorId> ids, string joint)
    {
        if (ids.IsEmpty)
        {
            return text.IsEmpty;
        }

        if (Find(ids[0]) is not { } actor)
        {
            return false;
        }

        foreach (LocalizedText name in (ReadOnlySpan<LocalizedText>)[actor.Name, .. actor.Aliases])
        {
            foreach (KeyValuePair<string, string> spelling in name.Texts)
            {
                if (!text.StartsWith(spelling.Value, StringComparison.Ordinal))
                {
                    continue;
                }

                ReadOnlySpan<char> rest = text[spelling.Value.Length..];
                if (ids.Length == 1
                    ? rest.IsEmpty
                    : rest.StartsWith(joint, StringComparison.Ordinal) && Reads(rest[joint.Length..], ids[1..], joint))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Index(Actor actor)
    {
        foreach (ExternalId id in actor.ExternalIds)
        {
            actorsByExternalId.TryAdd(id, actor.Id);
        }

        Index(actorsByName, actor.Id, actor.Name, actor.Aliases);
    }

    private void Index(Region region) => Index(regionsByName, region.Id, region.Name, region.Aliases);

    private static void Index<TId>(Dictionary<string, HashSet<TId>> index, TId id, LocalizedText name, ValueList<LocalizedText> aliases)
    {
        foreach (LocalizedText text in (ReadOnlySpan<LocalizedText>)[name, .. aliases])
        {
            foreach (KeyValuePair<string, string> spelling in text.Texts)
            {
                if (!index.TryGetValue(spelling.Value, out HashSet<TId>? bearers))
                {
                    index.Add(spelling.Value, bearers = []);
                }

                bearers.Add(id);
            }
        }
    }

    private static bool Bears(LocalizedText name, ValueList<LocalizedText> aliases, string text)
    {
        if (Has(name, text))
        {
            return true;
        }

        foreach (LocalizedText alias in aliases)
        {
            if (Has(alias, text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(LocalizedText name, string text)
    {
        foreach (KeyValuePair<string, string> spelling in name.Texts)
        {
            if (string.Equals(spelling.Value, text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

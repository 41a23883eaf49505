using System.Text.Json.Serialization;
using ConflictModel.Catalogs;

namespace ConflictModel.Interchange;

/// <summary>Tells a reader whom and what place a data set means. What it doesn't know gets a record local to the file.</summary>
/// <remarks>An answer is taken at its word, except for a region that does not lie within the larger ones that the row names.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record NameResolver
{
    /// <summary>Knows no one: every actor and region is local to the file.</summary>
    public static NameResolver None { get; } = new();

    /// <summary>Knows the actors and regions that the library comes with, the first-level divisions of the world's countries too.</summary>
    /// <remarks>The catalogs are read when something is first looked up.</remarks>
    public static NameResolver BuiltIn { get; } = From(static () => ActorCatalog.BuiltIn, static () => RegionCatalog.World);

    /// <summary>
    /// Finds the actor that a data set means, by the data set's scheme of ids (<c>ucdp</c>, <c>acled</c>), its id for the actor, which is
    /// null if only the name is given, and its name for the actor. Gives null for a name that is unknown or that several bear.
    /// </summary>
    public Func<string, string?, string, Actor?> Actor { get; init; } = static (_, _, _) => null;

    /// <summary>
    /// Finds the region that a data set means, by the level that the column has (<see cref="RegionKind.Natural"/> for an area that crosses
    /// governorates), the name in the column, and the next larger region that the row names, which is null for a country. Gives null for a
    /// name that is unknown or that several bear.
    /// </summary>
    public Func<RegionKind, string, Region?, Region?> Region { get; init; } = static (_, _, _) => null;

    /// <summary>Finds the regions that found regions lie within.</summary>
    public Func<RegionId, Region?> RegionById { get; init; } = static _ => null;

    /// <summary>Knows the actors and regions of catalogs.</summary>
    /// <remarks>
    /// An actor is found by its id in the data set, else by a name that is the same letters, unless the catalog has it under another id of
    /// the data set. A region is found by name if one alone of its level and within the same region bears it, or one alone has a name like
    /// it; what sources call loosely so stays open.
    /// </remarks>
    public static NameResolver From(ActorCatalog actors, RegionCatalog regions)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(regions);
        return From(() => actors, () => regions);
    }

    private static NameResolver From(Func<ActorCatalog> actors, Func<RegionCatalog> regions) => new()
    {
        Actor = (scheme, id, name) => ActorOf(actors(), scheme, id, name),
        Region = (kind, name, within) => RegionOf(regions(), kind, name, within),
        RegionById = id => regions().TryGet(id, out Region? region) ? region : null,
    };

    private static Actor? ActorOf(ActorCatalog actors, string scheme, string? id, string name)
    {
        ValueList<Actor> byId = actors.FindByExternalId(scheme, id ?? name);
        if (byId.Count == 1)
        {
            return byId[0];
        }

        // An id that goes on under another name: the name says which.
        if (byId.Count > 1)
        {
            return actors.Resolve(name).Value is { } named && byId.Contains(named) ? named : null;
        }

        if (name.Length == 0 || actors.Resolve(name).Matches is not [{ Rule: NameRule.Name or NameRule.Alias or NameRule.Spelling } match])
        {
            return null;
        }

        bool another = id is not null && match.Item.ExternalIds.Any(external => external.Scheme == scheme);
        return another ? null : match.Item;
    }

    private static Region? RegionOf(RegionCatalog regions, RegionKind kind, string name, Region? within)
    {
        NameAnswer<Region> answer = regions.Resolve(name);
        NameMatch<Region>[] bearers = [.. answer.Matches.Concat(answer.AlsoNamed)
            .Where(match => match.Item.Kind == kind && (within is null || match.Item.Within.Contains(within.Id)))];
        if (bearers.Length > 0)
        {
            return bearers.Length == 1 && bearers[0].Rule != NameRule.LooseUse ? bearers[0].Item : null;
        }

        // What is not sure by itself may be where the row says which region it lies in.
        return answer.IsUnknown && within is not null && regions.Contains(within.Id) ? regions.Resolve(name, kind, within.Id).Value : null;
    }
}

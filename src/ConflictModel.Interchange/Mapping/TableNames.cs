using System.Runtime.InteropServices;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Tells a table that is being built what a file calls its sources, actors and regions, and where these lie.</summary>
/// <param name="glossary">Knows them by the file's end.</param>
/// <param name="builder">Builds the table.</param>
/// <param name="scheme">The scheme of the file's ids of actors.</param>
internal sealed class TableNames(Glossary glossary, IncidentTableBuilder builder, string scheme)
{
    private readonly Dictionary<RowRegions, TableCode<RegionId>> known = [];

    /// <summary>The code of the file's source, which is named with it.</summary>
    public TableCode<SourceId> Of(Source source)
    {
        TableCode<SourceId> code = builder.CodeOf(source.Id);
        builder.Call(code, source.Id.Value, source.Name.ToString());
        return code;
    }

    /// <summary>The code of the smallest region.</summary>
    public TableCode<RegionId> Of(RowRegions regions)
    {
        ref TableCode<RegionId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, regions, out bool isKnown);
        if (!isKnown && !regions.Smallest.IsEmpty)
        {
            code = builder.CodeOf(regions.Smallest[0]);
        }

        return code;
    }

    /// <summary>What the file writes for an actor, which is its id there or else its name, and the name.</summary>
    public (string Own, string Name) Of(ActorId id)
    {
        if (glossary.Find(id) is not { } actor)
        {
            return (id.Value, "");
        }

        string name = actor.Name.ToString();
        foreach (ExternalId external in actor.ExternalIds)
        {
            if (external.Scheme == scheme)
            {
                return (external.Value, name);
            }
        }

        return (name, name);
    }

    /// <summary>
    /// Says where the regions lie that are known so far, and what they are called; false if one lies within another that is not known.
    /// </summary>
    /// <remarks>A region lies where it lay when it was first met, and keeps the name that it had then.</remarks>
    public bool TryPlace()
    {
        ValueList<Region> regions = glossary.Regions;
        if (regions.Any(region => region.Within.Any(larger => glossary.Find(larger) is null)))
        {
            return false;
        }

        Place(regions);
        return true;
    }

    /// <summary>Says all names, now that no row can change them.</summary>
    public void End()
    {
        Place(glossary.Regions);
        foreach (Actor actor in glossary.Actors)
        {
            (string own, string name) = Of(actor.Id);
            builder.Call(builder.CodeOf(actor.Id), own, name);
        }
    }

    private void Place(ValueList<Region> regions)
    {
        builder.DefineRegions(regions);
        foreach (Region region in regions)
        {
            builder.Call(builder.CodeOf(region.Id), region.Name.ToString());
        }
    }
}

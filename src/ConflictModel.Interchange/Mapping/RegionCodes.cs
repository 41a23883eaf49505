using System.Runtime.InteropServices;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Defines the regions that rows name in a table that is being built, each behind those around it.</summary>
internal sealed class RegionCodes(Glossary glossary, IncidentTableBuilder builder)
{
    private readonly Dictionary<RowRegions, TableCode<RegionId>> known = [];

    /// <summary>The code of the smallest region.</summary>
    public TableCode<RegionId> Of(RowRegions regions)
    {
        ref TableCode<RegionId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, regions, out bool isKnown);
        if (!isKnown && !regions.Smallest.IsEmpty && glossary.Find(regions.Smallest[0]) is { } region)
        {
            code = Define(region);
        }

        return code;
    }

    private TableCode<RegionId> Define(Region region)
    {
        Region? parent = region.Within.IsEmpty ? null : glossary.Find(region.Within[0]);
        if (parent is not null)
        {
            Define(parent);
        }

        return builder.DefineRegion(region.Id, LevelOf(region.Kind), parent?.Id ?? default);
    }

    private static int? LevelOf(RegionKind kind) => kind switch
    {
        RegionKind.Country => 0,
        RegionKind.Governorate => 1,
        RegionKind.District => 2,
        RegionKind.SubDistrict => 3,
        _ => null,
    };
}

using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Defines the regions that rows name in a table that is being built, under the ids of <see cref="RegionBook"/>'s local regions.</summary>
internal sealed class RegionCoder(IncidentTableBuilder builder, string prefix)
{
    private static readonly string[] Labels = ["country", "adm1", "adm2", "adm3"];

    private readonly Dictionary<RegionId, TableCode<RegionId>> defined = [];

    /// <summary>The smallest region that a row names.</summary>
    /// <param name="world">The part of the world, which has no level.</param>
    /// <param name="code">The data set's code of the country; empty if none.</param>
    /// <param name="names">The country and its divisions, from above.</param>
    public TableCode<RegionId> Of(string world, string code, params ReadOnlySpan<string> names)
    {
        (RegionId parent, TableCode<RegionId> smallest) = (default, default);
        if (world.Length > 0)
        {
            parent = RegionId.From(LocalId.Of(prefix + "-region:", world));
            smallest = Define(parent, null, default);
        }

        string path = "";
        for (int level = 0; level < names.Length; level++)
        {
            if (names[level].Length > 0)
            {
                string key = level == 0 && code.Length > 0 ? code : names[level];
                path = path.Length == 0 ? key : path + "/" + key;
                var region = RegionId.From(LocalId.Of($"{prefix}-{Labels[level]}:", path));
                smallest = Define(region, level, parent);
                parent = region;
            }
        }

        return smallest;
    }

    /// <summary>Where two rows place a region differently, the first one stands.</summary>
    private TableCode<RegionId> Define(RegionId region, int? level, RegionId parent)
    {
        if (!defined.TryGetValue(region, out TableCode<RegionId> code))
        {
            code = builder.DefineRegion(region, level, parent);
            defined.Add(region, code);
        }

        return code;
    }
}

namespace ConflictModel.Interchange;

/// <summary>The regions that some rows name, and what the writer would write for them.</summary>
internal sealed class RowRegions
{
    private RowRegions(ValueList<RegionId> smallest, RegionLevels levels, string codeScheme)
    {
        Smallest = smallest;
        World = RegionLevels.NameOf(levels.World);
        Country = RegionLevels.NameOf(levels.Country);
        Code = RegionLevels.CodeOf(levels.Country, codeScheme);
        Adm1 = RegionLevels.NameOf(levels.Adm1);
        Adm2 = RegionLevels.NameOf(levels.Adm2);
        Adm3 = RegionLevels.NameOf(levels.Adm3);
    }

    /// <summary>The smallest region, as a list of none or one.</summary>
    public ValueList<RegionId> Smallest { get; }

    public string World { get; }

    public string Country { get; }

    public string Code { get; }

    public string Adm1 { get; }

    public string Adm2 { get; }

    public string Adm3 { get; }

    public static RowRegions Of(RegionId? smallest, Glossary glossary, string prefix, string codeScheme)
    {
        ValueList<RegionId> regions = smallest is { } id ? [id] : [];
        return new(regions, RegionLevels.Of(regions, glossary, prefix), codeScheme);
    }
}

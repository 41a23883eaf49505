namespace ConflictModel.Catalogs;

/// <summary>
/// Syria, its governorates and the natural regions that reports of the war speak of, by name: entries of
/// <see cref="RegionCatalog.BuiltIn"/>.
/// </summary>
/// <remarks>
/// A data set that uses one lists it, and the regions that it names, among its regions, so that its file stands alone; <see cref="All"/>
/// names none beyond itself. The catalog is read when the first is asked for.
/// </remarks>
public static class KnownRegions
{
    /// <summary>Syria.</summary>
    public static Region Syria { get; } = RegionCatalog.BuiltIn.Get("syria");

    /// <summary>Iraq.</summary>
    public static Region Iraq { get; } = RegionCatalog.BuiltIn.Get("iraq");

    /// <summary>The governorate of Aleppo.</summary>
    public static Region Aleppo { get; } = RegionCatalog.BuiltIn.Get("aleppo");

    /// <summary>The governorate of Damascus: the city.</summary>
    public static Region Damascus { get; } = RegionCatalog.BuiltIn.Get("damascus");

    /// <summary>The governorate of Daraa.</summary>
    public static Region Daraa { get; } = RegionCatalog.BuiltIn.Get("daraa");

    /// <summary>The governorate of Deir Ezzor.</summary>
    public static Region DeirEzzor { get; } = RegionCatalog.BuiltIn.Get("deir-ezzor");

    /// <summary>The governorate of Hama.</summary>
    public static Region Hama { get; } = RegionCatalog.BuiltIn.Get("hama");

    /// <summary>The governorate of Hasakah.</summary>
    public static Region Hasakah { get; } = RegionCatalog.BuiltIn.Get("hasakah");

    /// <summary>The governorate of Homs.</summary>
    public static Region Homs { get; } = RegionCatalog.BuiltIn.Get("homs");

    /// <summary>The governorate of Idlib.</summary>
    public static Region Idlib { get; } = RegionCatalog.BuiltIn.Get("idlib");

    /// <summary>The governorate of Latakia.</summary>
    public static Region Latakia { get; } = RegionCatalog.BuiltIn.Get("latakia");

    /// <summary>The governorate of Quneitra.</summary>
    public static Region Quneitra { get; } = RegionCatalog.BuiltIn.Get("quneitra");

    /// <summary>The governorate of Raqqa.</summary>
    public static Region Raqqa { get; } = RegionCatalog.BuiltIn.Get("raqqa");

    /// <summary>The governorate of Rural Damascus, around the city.</summary>
    public static Region RuralDamascus { get; } = RegionCatalog.BuiltIn.Get("rural-damascus");

    /// <summary>The governorate of Suwayda.</summary>
    public static Region Suwayda { get; } = RegionCatalog.BuiltIn.Get("suwayda");

    /// <summary>The governorate of Tartus.</summary>
    public static Region Tartus { get; } = RegionCatalog.BuiltIn.Get("tartus");

    /// <summary>The Syrian desert, which crosses the borders of seven governorates.</summary>
    public static Region Badia { get; } = RegionCatalog.BuiltIn.Get("badia");

    /// <summary>The country west of the Euphrates.</summary>
    public static Region WestEuphrates { get; } = RegionCatalog.BuiltIn.Get("west-euphrates");

    /// <summary>The country east of the Euphrates.</summary>
    public static Region EastEuphrates { get; } = RegionCatalog.BuiltIn.Get("east-euphrates");

    /// <summary>The plain of the north-east, between the Euphrates and the Tigris.</summary>
    public static Region Jazira { get; } = RegionCatalog.BuiltIn.Get("jazira");

    /// <summary>Northern Syria.</summary>
    public static Region NorthernSyria { get; } = RegionCatalog.BuiltIn.Get("northern-syria");

    /// <summary>Eastern Syria.</summary>
    public static Region EasternSyria { get; } = RegionCatalog.BuiltIn.Get("eastern-syria");

    /// <summary>The known regions, in the order of this class.</summary>
    public static ValueList<Region> All { get; } =
    [
        Syria, Iraq, Aleppo, Damascus, Daraa, DeirEzzor, Hama, Hasakah, Homs, Idlib, Latakia, Quneitra, Raqqa,
        RuralDamascus, Suwayda, Tartus, Badia, WestEuphrates, EastEuphrates, Jazira, NorthernSyria, EasternSyria,
    ];
}

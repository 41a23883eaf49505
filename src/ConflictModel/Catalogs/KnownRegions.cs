namespace ConflictModel.Catalogs;

/// <summary>Regions that come up again and again in the Syrian war, as typed constants.</summary>
/// <remarks>
/// A data set that uses one lists it among its regions, so that its file stands alone. Place codes are those of UN OCHA, ISO codes those of ISO 3166.
/// Natural regions have no place code.
/// </remarks>
public static class KnownRegions
{
    /// <summary>Syria.</summary>
    public static Region Syria { get; } = new()
    {
        Id = RegionId.From("syria"),
        Name = new([new("en", "Syria"), new("ar", "سوريا")]),
        Kind = RegionKind.Country,
        PCode = "SY",
        IsoCode = "SY",
    };

    /// <summary>Iraq.</summary>
    public static Region Iraq { get; } = new()
    {
        Id = RegionId.From("iraq"),
        Name = new([new("en", "Iraq"), new("ar", "العراق")]),
        Kind = RegionKind.Country,
        PCode = "IQ",
        IsoCode = "IQ",
    };

    /// <summary>The governorate of Deir Ezzor.</summary>
    public static Region DeirEzzor { get; } = Governorate("deir-ezzor", "Deir Ezzor", "دير الزور", "SY09", "SY-DY", "Deir-ez-Zor", "Deir ez-Zor");

    /// <summary>The governorate of Raqqa.</summary>
    public static Region Raqqa { get; } = Governorate("raqqa", "Raqqa", "الرقة", "SY11", "SY-RA", "Ar-Raqqa");

    /// <summary>The governorate of Homs.</summary>
    public static Region Homs { get; } = Governorate("homs", "Homs", "حمص", "SY04", "SY-HI");

    /// <summary>The Syrian desert, which crosses the east of Homs and the south of Raqqa and Deir Ezzor.</summary>
    public static Region Badia { get; } = new()
    {
        Id = RegionId.From("badia"),
        Name = new([new("en", "Badia"), new("ar", "البادية السورية")]),
        Kind = RegionKind.Natural,
        Aliases = ["Syrian desert", "Syrian Badia"],
        Within = [Syria.Id],
        Overlaps = [DeirEzzor.Id, Raqqa.Id, Homs.Id],
        Coordinates = new(34, 38.8333),
    };

    /// <summary>The country west of the Euphrates.</summary>
    public static Region WestEuphrates { get; } = Natural("west-euphrates", "west Euphrates", "غرب الفرات", DeirEzzor.Id, Raqqa.Id, Badia.Id);

    /// <summary>Northern Syria.</summary>
    public static Region NorthernSyria { get; } = Natural("northern-syria", "northern Syria", "شمال سوريا", Raqqa.Id);

    /// <summary>Eastern Syria.</summary>
    public static Region EasternSyria { get; } = Natural("eastern-syria", "eastern Syria", "شرق سوريا", DeirEzzor.Id);

    /// <summary>The known regions, in the order of this class.</summary>
    public static ValueList<Region> All { get; } = [Syria, Iraq, DeirEzzor, Raqqa, Homs, Badia, WestEuphrates, NorthernSyria, EasternSyria];

    private static Region Governorate(string id, string name, string arabic, string pcode, string iso, params ReadOnlySpan<string> aliases)
    {
        var others = new LocalizedText[aliases.Length];
        for (int i = 0; i < aliases.Length; i++)
        {
            others[i] = aliases[i];
        }

        return new()
        {
            Id = RegionId.From(id),
            Name = new([new("en", name), new("ar", arabic)]),
            Kind = RegionKind.Governorate,
            Aliases = [.. others],
            PCode = pcode,
            IsoCode = iso,
            Within = [Syria.Id],
        };
    }

    private static Region Natural(string id, string name, string arabic, params ReadOnlySpan<RegionId> overlaps) => new()
    {
        Id = RegionId.From(id),
        Name = new([new("en", name), new("ar", arabic)]),
        Kind = RegionKind.Natural,
        Within = [Syria.Id],
        Overlaps = [.. overlaps],
    };
}

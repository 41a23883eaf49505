namespace ConflictModel.Catalogs;

/// <summary>Sources that come up again and again, as typed constants.</summary>
public static class KnownSources
{
    /// <summary>The Syrian Observatory for Human Rights.</summary>
    public static Source Sohr { get; } = new()
    {
        Id = SourceId.From("sohr"),
        Name = new([new("en", "Syrian Observatory for Human Rights"), new("ar", "المرصد السوري لحقوق الإنسان")]),
        Kind = SourceKind.Monitor,
        Aliases = ["SOHR"],
        Url = "https://www.syriahr.com",
        Note = "A monitor based in Britain with sources in Syria.",
    };

    /// <summary>The United Nations.</summary>
    public static Source UnitedNations { get; } = new()
    {
        Id = SourceId.From("un"),
        Name = new([new("en", "United Nations"), new("ar", "الأمم المتحدة")]),
        Kind = SourceKind.International,
        Aliases = ["UN"],
        Url = "https://www.un.org",
    };

    /// <summary>The Uppsala Conflict Data Program.</summary>
    public static Source Ucdp { get; } = new()
    {
        Id = SourceId.From("ucdp"),
        Name = new([new("en", "Uppsala Conflict Data Program"), new("ar", "برنامج أوبسالا لبيانات الصراع")]),
        Kind = SourceKind.DataSet,
        Aliases = ["UCDP"],
        Url = "https://ucdp.uu.se",
    };

    /// <summary>The Global Coalition against Daesh, speaking of its members and partners.</summary>
    public static Source GlobalCoalition { get; } = new()
    {
        Id = SourceId.From("global-coalition"),
        Name = new([new("en", "Global Coalition against Daesh"), new("ar", "التحالف الدولي ضد داعش")]),
        Kind = SourceKind.Government,
        Url = "https://theglobalcoalition.org",
    };

    /// <summary>The Mapping Militants Project at Stanford University.</summary>
    public static Source MappingMilitants { get; } = new()
    {
        Id = SourceId.From("mapping-militants"),
        Name = "Mapping Militants Project",
        Kind = SourceKind.DataSet,
        Url = "https://mappingmilitants.org",
    };

    /// <summary>The United States Department of State, which says of foreign organisations whom they belong to.</summary>
    public static Source StateDepartment { get; } = new()
    {
        Id = SourceId.From("us-state-department"),
        Name = "United States Department of State",
        Kind = SourceKind.Government,
        Url = "https://www.state.gov",
    };

    /// <summary>The Council of the European Union, which gives its reasons for restrictive measures.</summary>
    public static Source EuropeanUnionCouncil { get; } = new()
    {
        Id = SourceId.From("eu"),
        Name = "Council of the European Union",
        Kind = SourceKind.International,
        Aliases = ["EU"],
        Url = "https://www.consilium.europa.eu",
    };

    /// <summary>The Syrian Democratic Forces, speaking of themselves.</summary>
    public static Source SyrianDemocraticForces { get; } = new()
    {
        Id = SourceId.From("sdf"),
        Name = new([new("en", "Syrian Democratic Forces"), new("ar", "قوات سوريا الديمقراطية")]),
        Kind = SourceKind.Party,
        Aliases = ["SDF"],
    };

    /// <summary>The Long War Journal.</summary>
    public static Source LongWarJournal { get; } = new()
    {
        Id = SourceId.From("long-war-journal"),
        Name = "Long War Journal",
        Kind = SourceKind.Media,
        Url = "https://www.longwarjournal.org",
    };

    /// <summary>The Associated Press.</summary>
    public static Source AssociatedPress { get; } = new()
    {
        Id = SourceId.From("associated-press"),
        Name = "Associated Press",
        Kind = SourceKind.Media,
        Aliases = ["AP"],
        Url = "https://apnews.com",
    };

    /// <summary>The newspaper Asharq Al-Awsat.</summary>
    public static Source AsharqAlAwsat { get; } = new()
    {
        Id = SourceId.From("asharq-al-awsat"),
        Name = new([new("en", "Asharq Al-Awsat"), new("ar", "الشرق الأوسط")]),
        Kind = SourceKind.Media,
        Url = "https://english.aawsat.com",
    };

    /// <summary>The known sources, in the order of this class.</summary>
    public static ValueList<Source> All { get; } =
    [
        Sohr, UnitedNations, Ucdp, GlobalCoalition, MappingMilitants, StateDepartment, EuropeanUnionCouncil, SyrianDemocraticForces,
        LongWarJournal, AssociatedPress, AsharqAlAwsat,
    ];
}

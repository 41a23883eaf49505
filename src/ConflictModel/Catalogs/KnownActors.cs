namespace ConflictModel.Catalogs;

/// <summary>Actors that come up again and again in the Syrian war, as typed constants.</summary>
/// <remarks>
/// A data set that uses one lists it among its actors, so that its file stands alone. The UCDP ids are those of the UCDP Actor data set.
/// </remarks>
public static class KnownActors
{
    /// <summary>The Islamic State, also called ISIS, ISIL or Daesh.</summary>
    public static Actor Isis { get; } = new()
    {
        Id = ActorId.From("isis"),
        Name = new([new("en", "ISIS"), new("ar", "تنظيم الدولة الإسلامية")]),
        Kind = ActorKind.RebelGroup,
        Aliases = ["Islamic State", "IS", "ISIL", "Daesh", new("داعش", "ar")],
        ExternalIds = [Ucdp("234"), Acled("Islamic State (Syria)"), Wikidata("Q2429253")],
    };

    /// <summary>The Syrian Democratic Forces.</summary>
    public static Actor Sdf { get; } = new()
    {
        Id = ActorId.From("sdf"),
        Name = new([new("en", "Syrian Democratic Forces"), new("ar", "قوات سوريا الديمقراطية")]),
        Kind = ActorKind.RebelGroup,
        Aliases = ["SDF", "QSD"],
        ExternalIds = [Ucdp("6288"), Acled("QSD: Syrian Democratic Forces")],
    };

    /// <summary>Iran's Islamic Revolutionary Guard Corps.</summary>
    public static Actor Irgc { get; } = new()
    {
        Id = ActorId.From("irgc"),
        Name = new([new("en", "Islamic Revolutionary Guard Corps"), new("ar", "الحرس الثوري الإيراني")]),
        Kind = ActorKind.ForeignForces,
        Aliases = ["IRGC", "Iranian Revolutionary Guard"],
        ExternalIds = [Acled("Military Forces of Iran (1989-) Islamic Revolutionary Guard Corps")],
    };

    /// <summary>The National Defence Forces, a militia beside the Syrian government forces.</summary>
    public static Actor Ndf { get; } = new()
    {
        Id = ActorId.From("ndf"),
        Name = new([new("en", "National Defence Forces"), new("ar", "قوات الدفاع الوطني")]),
        Kind = ActorKind.Militia,
        Aliases = ["NDF", "National Defense Forces"],
        ExternalIds = [Acled("QDW: National Defense Forces")],
    };

    /// <summary>The forces of the Syrian government, which ended in December 2024.</summary>
    public static Actor SyrianGovernmentForces { get; } = new()
    {
        Id = ActorId.From("syrian-government-forces"),
        Name = new([new("en", "Syrian government forces"), new("ar", "قوات الحكومة السورية")]),
        Kind = ActorKind.StateForces,
        Aliases = ["Syrian regime forces", "Syrian Arab Army", "Government of Syria"],
        ExternalIds = [Ucdp("118"), Acled("Military Forces of Syria (2000-)"), Acled("Military Forces of Syria (2000-2024)")],
    };

    /// <summary>The militias that fight for the Syrian government, where a source names them together ("its proxies").</summary>
    public static Actor SyrianGovernmentProxies { get; } = new()
    {
        Id = ActorId.From("syrian-government-proxies"),
        Name = new([new("en", "proxies of the Syrian government forces"), new("ar", "المسلحون الموالون لقوات الحكومة السورية")]),
        Kind = ActorKind.Militia,
        Aliases = ["pro-regime militias", "regime proxies"],
    };

    /// <summary>Syrian militias that Iran backs.</summary>
    public static Actor IranianBackedSyrianMilitias { get; } = new()
    {
        Id = ActorId.From("iranian-backed-syrian-militias"),
        Name = new([new("en", "Iranian-backed Syrian militias"), new("ar", "الميليشيات السورية الموالية لإيران")]),
        Kind = ActorKind.Militia,
        Aliases = ["Syrian militias backed by Iran"],
    };

    /// <summary>The armed forces of Russia.</summary>
    public static Actor RussianForces { get; } = new()
    {
        Id = ActorId.From("russian-forces"),
        Name = new([new("en", "Russian forces"), new("ar", "القوات الروسية")]),
        Kind = ActorKind.ForeignForces,
        Aliases = ["Russian air force", "Government of Russia"],
        ExternalIds = [Ucdp("57"), Acled("Military Forces of Russia (2000-)")],
    };

    /// <summary>The Global Coalition against ISIS that the United States lead.</summary>
    public static Actor InternationalCoalition { get; } = new()
    {
        Id = ActorId.From("international-coalition"),
        Name = new([new("en", "International Coalition"), new("ar", "التحالف الدولي")]),
        Kind = ActorKind.Coalition,
        Aliases = ["Global Coalition against Daesh", "US-led coalition"],
        ExternalIds = [Acled("Global Coalition Against Daesh")],
    };

    /// <summary>Civilians as a class.</summary>
    public static Actor Civilians { get; } = new()
    {
        Id = ActorId.From("civilians"),
        Name = new([new("en", "civilians"), new("ar", "المدنيون")]),
        Kind = ActorKind.Civilians,
        ExternalIds = [Ucdp("1")],
    };

    /// <summary>The United Nations.</summary>
    public static Actor UnitedNations { get; } = new()
    {
        Id = ActorId.From("un"),
        Name = new([new("en", "United Nations"), new("ar", "الأمم المتحدة")]),
        Kind = ActorKind.InternationalBody,
        Aliases = ["UN"],
        ExternalIds = [Wikidata("Q1065")],
    };

    /// <summary>The United Nations Security Council.</summary>
    public static Actor SecurityCouncil { get; } = new()
    {
        Id = ActorId.From("un-security-council"),
        Name = new([new("en", "UN Security Council"), new("ar", "مجلس الأمن")]),
        Kind = ActorKind.InternationalBody,
        ExternalIds = [Wikidata("Q37470")],
    };

    /// <summary>The United States.</summary>
    public static Actor UnitedStates { get; } = new()
    {
        Id = ActorId.From("united-states"),
        Name = new([new("en", "United States"), new("ar", "الولايات المتحدة")]),
        Kind = ActorKind.State,
        ExternalIds = [Wikidata("Q30")],
    };

    /// <summary>The known actors, in the order of this class.</summary>
    public static ValueList<Actor> All { get; } =
    [
        Isis, Sdf, Irgc, Ndf, SyrianGovernmentForces, SyrianGovernmentProxies, IranianBackedSyrianMilitias, RussianForces,
        InternationalCoalition, Civilians, UnitedNations, SecurityCouncil, UnitedStates,
    ];

    private static ExternalId Ucdp(string value) => new() { Scheme = "ucdp", Value = value };

    private static ExternalId Acled(string value) => new() { Scheme = "acled", Value = value };

    private static ExternalId Wikidata(string value) => new() { Scheme = "wikidata", Value = value };
}

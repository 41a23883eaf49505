namespace ConflictModel.Catalogs;

/// <summary>Actors that come up again and again in the Syrian war, by name: entries of <see cref="ActorCatalog.BuiltIn"/>.</summary>
/// <remarks>
/// A data set that uses one lists it among its actors, so that its file stands alone. The catalog is read when the first is asked for.
/// </remarks>
public static class KnownActors
{
    /// <summary>The Islamic State, also called ISIS, ISIL or Daesh.</summary>
    public static Actor Isis { get; } = ActorCatalog.BuiltIn.Get("isis");

    /// <summary>The Syrian Democratic Forces.</summary>
    public static Actor Sdf { get; } = ActorCatalog.BuiltIn.Get("sdf");

    /// <summary>Iran's Islamic Revolutionary Guard Corps.</summary>
    public static Actor Irgc { get; } = ActorCatalog.BuiltIn.Get("irgc");

    /// <summary>The National Defence Forces, a militia beside the Syrian government forces.</summary>
    public static Actor Ndf { get; } = ActorCatalog.BuiltIn.Get("ndf");

    /// <summary>The forces of the Syrian government, which ended in December 2024.</summary>
    public static Actor SyrianGovernmentForces { get; } = ActorCatalog.BuiltIn.Get("syrian-government-forces");

    /// <summary>The militias that fight for the Syrian government, where a source names them together ("its proxies").</summary>
    public static Actor SyrianGovernmentProxies { get; } = ActorCatalog.BuiltIn.Get("syrian-government-proxies");

    /// <summary>Syrian militias that Iran backs.</summary>
    public static Actor IranianBackedSyrianMilitias { get; } = ActorCatalog.BuiltIn.Get("iranian-backed-syrian-militias");

    /// <summary>The armed forces of Russia.</summary>
    public static Actor RussianForces { get; } = ActorCatalog.BuiltIn.Get("russian-forces");

    /// <summary>The Global Coalition against ISIS that the United States lead.</summary>
    public static Actor InternationalCoalition { get; } = ActorCatalog.BuiltIn.Get("international-coalition");

    /// <summary>Civilians as a class.</summary>
    public static Actor Civilians { get; } = ActorCatalog.BuiltIn.Get("civilians");

    /// <summary>The United Nations.</summary>
    public static Actor UnitedNations { get; } = ActorCatalog.BuiltIn.Get("un");

    /// <summary>The United Nations Security Council.</summary>
    public static Actor SecurityCouncil { get; } = ActorCatalog.BuiltIn.Get("un-security-council");

    /// <summary>The United States.</summary>
    public static Actor UnitedStates { get; } = ActorCatalog.BuiltIn.Get("united-states");

    /// <summary>The known actors, in the order of this class.</summary>
    public static ValueList<Actor> All { get; } =
    [
        Isis, Sdf, Irgc, Ndf, SyrianGovernmentForces, SyrianGovernmentProxies, IranianBackedSyrianMilitias, RussianForces,
        InternationalCoalition, Civilians, UnitedNations, SecurityCouncil, UnitedStates,
    ];
}

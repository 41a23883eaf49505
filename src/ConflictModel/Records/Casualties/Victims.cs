namespace ConflictModel;

/// <summary>Who was harmed: members of actors, a civilian status, an age group, a sex, a role, or several of these at once.</summary>
/// <remarks>
/// The fields narrow one another: civilian women are civilians, adult and female. Victims of several actors together ("regime forces and
/// their proxies") name them all. Equality is by content. Two parts with equal victims are the same category wherever they stand in a
/// casualty record.
/// </remarks>
public sealed partial record Victims
{
    /// <summary>The actors whose members they were; empty if none is named. Several stand for all of them taken together.</summary>
    public ValueList<ActorId> Actors { get; init; }

    /// <summary>Whether they were civilians.</summary>
    public CivilianStatus Status { get; init; }

    /// <summary>Their age group.</summary>
    public AgeGroup Age { get; init; }

    /// <summary>Their sex.</summary>
    public Sex Sex { get; init; }

    /// <summary>What the source calls them beyond that: "sheep herders", "officers"; null if nothing.</summary>
    public string? Role { get; init; }

    /// <summary>Whether nothing is said of their age and sex.</summary>
    internal bool IsAnyDemographic => Age == AgeGroup.Any && Sex == Sex.Any;

    /// <summary>Whether nothing is said of them but perhaps age and sex: women, or people of whom not even that is known.</summary>
    internal bool IsOnlyDemographic => Actors.IsEmpty && Status == CivilianStatus.Unknown && string.IsNullOrEmpty(Role);

    /// <summary>Whether nothing at all is said of them.</summary>
    internal bool IsAnybody => IsOnlyDemographic && IsAnyDemographic;

    /// <summary>Civilians.</summary>
    public static Victims Civilians { get; } = new() { Status = CivilianStatus.Civilian };

    /// <summary>Combatants: members of armed actors, whichever.</summary>
    public static Victims Combatants { get; } = new() { Status = CivilianStatus.Combatant };

    /// <summary>People of whom the source says that it is not known who they were.</summary>
    public static Victims Unidentified { get; } = new() { Status = CivilianStatus.Unidentified };

    /// <summary>Women: adult and female.</summary>
    public static Victims Women { get; } = new() { Age = AgeGroup.Adult, Sex = Sex.Female };

    /// <summary>Men: adult and male.</summary>
    public static Victims Men { get; } = new() { Age = AgeGroup.Adult, Sex = Sex.Male };

    /// <summary>Children, of either sex.</summary>
    public static Victims Children { get; } = new() { Age = AgeGroup.Child };

    /// <summary>Girls: children and female.</summary>
    public static Victims Girls { get; } = new() { Age = AgeGroup.Child, Sex = Sex.Female };

    /// <summary>Boys: children and male.</summary>
    public static Victims Boys { get; } = new() { Age = AgeGroup.Child, Sex = Sex.Male };

    /// <summary>Elderly people, of either sex.</summary>
    public static Victims Elderly { get; } = new() { Age = AgeGroup.Elderly };

    /// <summary>Members of one actor, or of several taken together.</summary>
    public static Victims MembersOf(params IEnumerable<ActorId> actors) => new() { Actors = actors.ToValueList() };

    /// <summary>People whom the source only calls something: "gunmen", "truffle pickers".</summary>
    public static Victims Called(string role) => new() { Role = role };

    /// <summary>The same people, with what the source calls them.</summary>
    public Victims As(string role) => this with { Role = role };

    /// <summary>Their age and sex in English: "women", "adults of unknown sex"; null if nothing is said of either.</summary>
    public string? AgeAndSex() => Demographics.WordFor(Age, Sex);
}

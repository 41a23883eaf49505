namespace ConflictModel;

/// <summary>Who was harmed: members of actors, a civilian status, a demographic, a role, or several of these at once.</summary>
/// <remarks>
/// The fields narrow one another: civilian women are both. Victims of several actors together ("regime forces and their proxies") name
/// them all. Equality is by content. Two parts with equal victims are the same category wherever they stand in a casualty record.
/// </remarks>
public sealed record Victims
{
    /// <summary>The actors whose members they were; empty if none is named. Several stand for all of them taken together.</summary>
    public ValueList<ActorId> Actors { get; init; }

    /// <summary>Whether they were civilians.</summary>
    public CivilianStatus Status { get; init; }

    /// <summary>Their age and sex group.</summary>
    public Demographic Demographic { get; init; }

    /// <summary>What the source calls them beyond that: "sheep herders", "officers"; null if nothing.</summary>
    public string? Role { get; init; }

    /// <summary>Whether nothing is said of them but perhaps a demographic: women, or people of whom not even that is known.</summary>
    internal bool IsOnlyDemographic => Actors.IsEmpty && Status == CivilianStatus.Unknown && string.IsNullOrEmpty(Role);

    /// <summary>Whether nothing at all is said of them.</summary>
    internal bool IsAnybody => IsOnlyDemographic && Demographic == Demographic.Any;

    /// <summary>Civilians.</summary>
    public static Victims Civilians { get; } = new() { Status = CivilianStatus.Civilian };

    /// <summary>Women.</summary>
    public static Victims Women { get; } = new() { Demographic = Demographic.Women };

    /// <summary>Men.</summary>
    public static Victims Men { get; } = new() { Demographic = Demographic.Men };

    /// <summary>Children.</summary>
    public static Victims Children { get; } = new() { Demographic = Demographic.Children };

    /// <summary>Members of one actor, or of several taken together.</summary>
    public static Victims MembersOf(params ReadOnlySpan<ActorId> actors) => new() { Actors = [.. actors] };

    /// <summary>People whom the source only calls something: "gunmen", "truffle pickers".</summary>
    public static Victims Called(string role) => new() { Role = role };

    /// <summary>The same people, with what the source calls them.</summary>
    public Victims As(string role) => this with { Role = role };
}

namespace ConflictModel.Interchange;

/// <summary>ACLED's types of events with their sub-types, today's and those of before 2019, and what they are in the model.</summary>
/// <remarks>
/// Names match by their letters: <c>RIots/Protests</c> and <c>BATTLE-NO CHANGE OF TERRITORY</c> stand in real files. The new types are of
/// March 2019 ("ACLED introduces new event types and sub-event types"); they divide what the old ones held, and lay <c>Riots/Protests</c>
/// apart by whether the demonstrators were violent.
/// </remarks>
internal static class AcledEvents
{
    private const string Battles = "Battles";
    private const string Explosions = "Explosions/Remote violence";
    private const string AgainstCivilians = "Violence against civilians";
    private const string Protests = "Protests";
    private const string Riots = "Riots";
    private const string Developments = "Strategic developments";

    private static readonly (string Type, IncidentKind Kind, (string Sub, IncidentKind Kind)[] Subs)[] Today =
    [
        (Battles, IncidentKind.Battle,
        [
            ("Armed clash", IncidentKind.Battle), ("Government regains territory", IncidentKind.Battle),
            ("Non-state actor overtakes territory", IncidentKind.Battle),
        ]),
        (Explosions, IncidentKind.Explosion,
        [
            ("Remote explosive/landmine/IED", IncidentKind.Explosion), ("Chemical weapon", IncidentKind.Explosion),
            ("Air/drone strike", IncidentKind.AirStrike), ("Suicide bomb", IncidentKind.Explosion),
            ("Shelling/artillery/missile attack", IncidentKind.Shelling), ("Grenade", IncidentKind.Explosion),
        ]),
        (AgainstCivilians, IncidentKind.ViolenceAgainstCivilians,
        [
            ("Attack", IncidentKind.ViolenceAgainstCivilians), ("Sexual violence", IncidentKind.ViolenceAgainstCivilians),
            ("Abduction/forced disappearance", IncidentKind.Abduction),
        ]),
        (Protests, IncidentKind.Protest,
        [
            ("Peaceful protest", IncidentKind.Protest), ("Protest with intervention", IncidentKind.Protest),
            ("Excessive force against protesters", IncidentKind.Protest),
        ]),
        (Riots, IncidentKind.Riot, [("Violent demonstration", IncidentKind.Riot), ("Mob violence", IncidentKind.Riot)]),
        (Developments, IncidentKind.StrategicDevelopment,
        [
            ("Other", IncidentKind.StrategicDevelopment), ("Agreement", IncidentKind.StrategicDevelopment),
            ("Arrests", IncidentKind.StrategicDevelopment), ("Change to group/activity", IncidentKind.StrategicDevelopment),
            ("Disrupted weapons use", IncidentKind.StrategicDevelopment),
            ("Headquarters or base established", IncidentKind.StrategicDevelopment),
            ("Looting/property destruction", IncidentKind.StrategicDevelopment),
            ("Non-violent transfer of territory", IncidentKind.StrategicDevelopment),
        ]),
    ];

    /// <summary>The types of before 2019, with the types of today that hold their events.</summary>
    private static readonly (string Type, string[] Now)[] Former =
    [
        ("Battle-No change of territory", [Battles]),
        ("Battle-Government regains territory", [Battles]),
        ("Battle-Non-state actor overtakes territory", [Battles]),
        ("Battle-Non-state actors overtake territory", [Battles]),
        ("Headquarters or base established", [Developments]),
        ("Strategic development", [Developments]),
        ("Non-violent transfer of territory", [Developments]),
        ("Remote violence", [Explosions]),
        ("Riots/Protests", [Riots, Protests]),
    ];

    private static readonly Dictionary<string, (string Name, int[] Types)> Types = Today
        .Select(today => (today.Type, Now: new[] { today.Type }))
        .Concat(Former)
        .ToDictionary(
            known => Letters(known.Type),
            known => (known.Type, known.Now.Select(now => Array.FindIndex(Today, today => today.Type == now)).ToArray()),
            StringComparer.Ordinal);

    /// <summary>Every event type of today with its sub-types.</summary>
    public static IEnumerable<(string Type, string Sub)> All => Today.SelectMany(e => e.Subs.Select(s => (e.Type, s.Sub)));

    /// <summary>The types of before 2019 that are not called so today.</summary>
    public static IEnumerable<string> AllFormer => Former.Select(former => former.Type);

    /// <summary>
    /// What an event type and sub-type are: one kind, or where an old type says only that it is one of several, all of these. None if the
    /// codebooks have no such pair. An empty sub-type is allowed.
    /// </summary>
    public static IncidentKind[] KindsOf(string type, string sub)
    {
        if (!Types.TryGetValue(Letters(type), out (string Name, int[] Types) known))
        {
            return [];
        }

        return sub.Length == 0
            ? Array.ConvertAll(known.Types, index => Today[index].Kind)
            : [.. known.Types.SelectMany(index => Today[index].Subs).Where(s => Letters(s.Sub) == Letters(sub)).Select(s => s.Kind)];
    }

    public static bool IsType(string type) => Types.ContainsKey(Letters(type));

    /// <summary>A type as the codebook writes it; the text itself where no codebook has it.</summary>
    public static string NameOf(string type) => Types.TryGetValue(Letters(type), out (string Name, int[] Types) known) ? known.Name : type;

    /// <summary>
    /// The event type and sub-type of a kind; the sub-type is empty where the kind doesn't settle it, both where ACLED has no such kind.
    /// </summary>
    public static (string Type, string Sub) EventOf(IncidentKind kind) => kind switch
    {
        IncidentKind.Battle => (Battles, "Armed clash"),
        IncidentKind.Ambush or IncidentKind.StateBasedConflict or IncidentKind.NonStateConflict => (Battles, ""),
        IncidentKind.Explosion => (Explosions, ""),
        IncidentKind.AirStrike => (Explosions, "Air/drone strike"),
        IncidentKind.Shelling => (Explosions, "Shelling/artillery/missile attack"),
        IncidentKind.Abduction => (AgainstCivilians, "Abduction/forced disappearance"),
        _ when TwoSides.IsAgainstCivilians(kind) => (AgainstCivilians, ""),
        IncidentKind.Protest => (Protests, ""),
        IncidentKind.Riot => (Riots, ""),
        IncidentKind.StrategicDevelopment or IncidentKind.SecurityOperation => (Developments, ""),
        _ => ("", ""),
    };

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();
}

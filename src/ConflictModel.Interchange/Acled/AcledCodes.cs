namespace ConflictModel.Interchange;

/// <summary>ACLED's code lists and what they are in the model.</summary>
internal static class AcledCodes
{
    /// <summary>The code of civilians.</summary>
    public const int Civilians = 7;

    private const string AgainstCivilians = "Violence against civilians";

    /// <summary>The codes of actors by number; 0 is no actor.</summary>
    private static readonly string[] Inter =
    [
        "", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
        "External/Other forces",
    ];

    private static readonly HashSet<int> Interactions =
    [
        10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 22, 23, 24, 25, 26, 27, 28, 30, 33, 34, 35, 36, 37, 38, 40, 44, 45, 46, 47, 48, 50, 55, 56,
        57, 58,
        60, 66, 67, 68, 70, 77, 78, 80, 88,
    ];

    private static readonly (string Type, IncidentKind Kind, (string Sub, IncidentKind Kind)[] Subs)[] Events =
    [
        ("Battles", IncidentKind.Battle,
        [
            ("Armed clash", IncidentKind.Battle), ("Government regains territory", IncidentKind.Battle),
            ("Non-state actor overtakes territory", IncidentKind.Battle),
        ]),
        ("Explosions/Remote violence", IncidentKind.Explosion,
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
        ("Protests", IncidentKind.Protest,
        [
            ("Peaceful protest", IncidentKind.Protest), ("Protest with intervention", IncidentKind.Protest),
            ("Excessive force against protesters", IncidentKind.Protest),
        ]),
        ("Riots", IncidentKind.Riot, [("Violent demonstration", IncidentKind.Riot), ("Mob violence", IncidentKind.Riot)]),
        ("Strategic developments", IncidentKind.StrategicDevelopment,
        [
            ("Other", IncidentKind.StrategicDevelopment), ("Agreement", IncidentKind.StrategicDevelopment),
            ("Arrests", IncidentKind.StrategicDevelopment), ("Change to group/activity", IncidentKind.StrategicDevelopment),
            ("Disrupted weapons use", IncidentKind.StrategicDevelopment),
            ("Headquarters or base established", IncidentKind.StrategicDevelopment),
            ("Looting/property destruction", IncidentKind.StrategicDevelopment),
            ("Non-violent transfer of territory", IncidentKind.StrategicDevelopment),
        ]),
    ];

    /// <summary>Every event type with its sub-types.</summary>
    public static IEnumerable<(string Type, string Sub)> All => Events.SelectMany(e => e.Subs.Select(s => (e.Type, s.Sub)));

    /// <summary>What an event type and sub-type are; null if the codebook has no such pair. An empty sub-type is allowed.</summary>
    public static IncidentKind? KindOf(string type, string sub)
    {
        foreach ((string Type, IncidentKind Kind, (string Sub, IncidentKind Kind)[] Subs) known in Events)
        {
            if (!Same(known.Type, type))
            {
                continue;
            }

            if (sub.Length == 0)
            {
                return known.Kind;
            }

            foreach ((string? name, IncidentKind kind) in known.Subs)
            {
                if (Same(name, sub))
                {
                    return kind;
                }
            }
        }

        return null;
    }

    public static bool IsType(string type) => Array.Exists(Events, e => Same(e.Type, type));

    /// <summary>
    /// The event type and sub-type of a kind; the sub-type is empty where the kind doesn't settle it, both where ACLED has no such kind.
    /// </summary>
    public static (string Type, string Sub) EventOf(IncidentKind kind) => kind switch
    {
        IncidentKind.Battle => ("Battles", "Armed clash"),
        IncidentKind.Ambush or IncidentKind.StateBasedConflict or IncidentKind.NonStateConflict => ("Battles", ""),
        IncidentKind.Explosion => ("Explosions/Remote violence", ""),
        IncidentKind.AirStrike => ("Explosions/Remote violence", "Air/drone strike"),
        IncidentKind.Shelling => ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        IncidentKind.Abduction => (AgainstCivilians, "Abduction/forced disappearance"),
        _ when TwoSides.IsAgainstCivilians(kind) => (AgainstCivilians, ""),
        IncidentKind.Protest => ("Protests", ""),
        IncidentKind.Riot => ("Riots", ""),
        IncidentKind.StrategicDevelopment or IncidentKind.SecurityOperation => ("Strategic developments", ""),
        _ => ("", ""),
    };

    /// <summary>The number of an actor's code, given as number or text; -1 if it is none. Empty is 0, no actor.</summary>
    public static int InterOf(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        if (CellText.TryCount(text, out long number))
        {
            return number <= 8 ? (int)number : -1;
        }

        return Array.FindIndex(Inter, 1, name => Same(name, text));
    }

    public static ActorKind KindOfInter(int inter) => inter switch
    {
        1 => ActorKind.StateForces,
        2 => ActorKind.RebelGroup,
        3 or 4 => ActorKind.Militia,
        Civilians => ActorKind.Civilians,
        8 => ActorKind.ForeignForces,
        _ => ActorKind.Unknown,
    };

    /// <summary>The code of an actor of a kind as text; empty where the kind doesn't settle it.</summary>
    public static string InterOf(ActorKind kind) => kind switch
    {
        ActorKind.StateForces => Inter[1],
        ActorKind.RebelGroup => Inter[2],
        ActorKind.Civilians => Inter[7],
        ActorKind.ForeignForces => Inter[8],
        _ => "",
    };

    /// <summary>
    /// The code of two actors' meeting, in the form that their codes have; empty if a code is missing or of another form.
    /// </summary>
    public static string Interaction(string inter1, string inter2)
    {
        int one = InterOf(inter1);
        int two = InterOf(inter2);
        if (one < 0 || two < 0 || one + two == 0)
        {
            return "";
        }

        bool numeric = char.IsAsciiDigit(inter1.Length > 0 ? inter1[0] : inter2[0]);
        (int low, int high) = one < two ? (one, two) : (two, one);
        if (numeric)
        {
            return CellText.Of(low == 0 ? high * 10 : (low * 10) + high);
        }

        return (low, high) switch
        {
            (0, _) => Inter[high] + " only",
            (7, 8) => Inter[8] + "-" + Inter[7],
            _ => Inter[low] + "-" + Inter[high],
        };
    }

    /// <summary>Whether a text is a code of a meeting, as number or text, in either order of the names.</summary>
    public static bool IsInteraction(string text)
    {
        if (CellText.TryCount(text, out long number))
        {
            return number == 0 || (number <= 88 && Interactions.Contains((int)number));
        }

        if (text.EndsWith(" only", StringComparison.OrdinalIgnoreCase))
        {
            return InterOf(text[..^5]) > 0;
        }

        int joint = text.IndexOf('-', StringComparison.Ordinal);
        return joint > 0 && InterOf(text[..joint]) > 0 && InterOf(text[(joint + 1)..]) > 0;
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

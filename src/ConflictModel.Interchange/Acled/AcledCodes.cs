namespace ConflictModel.Interchange;

/// <summary>ACLED's codes of actors and of their meetings, and what they are in the model.</summary>
internal static class AcledCodes
{
    /// <summary>The code of rioters.</summary>
    public const int Rioters = 5;

    /// <summary>The code of protesters.</summary>
    public const int Protesters = 6;

    /// <summary>The code of civilians.</summary>
    public const int Civilians = 7;

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

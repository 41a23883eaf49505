namespace ConflictModel.Interchange;

/// <summary>The cells of an ACLED row that name its actors, made of an incident's involvements.</summary>
/// <remarks>
/// The order of involvements says who stands beside whom: an actor, those with it, the other actor, those with that one. In violence against
/// civilians the target is actor2, wherever it stands.
/// </remarks>
internal readonly record struct AcledParties(
    string Actor1, string Associates1, string Inter1, string Actor2, string Associates2, string Inter2)
{
    /// <summary>The scheme under which an actor bears the code that ACLED first gave it.</summary>
    public const string InterScheme = "acled-inter";

    private static readonly PlacePrecision[] Precisions =
        [PlacePrecision.Unknown, PlacePrecision.Exact, PlacePrecision.Near, PlacePrecision.Governorate];

    public static AcledParties Of(IReadOnlyList<Involvement> involvements, IncidentKind kind, Glossary glossary)
    {
        bool isOneSided = AcledCodes.IsAgainstCivilians(kind);
        var sides = new (ActorId? Main, List<string> With)[] { (null, []), (null, []) };
        int side = -1;
        foreach (Involvement involvement in involvements)
        {
            if (involvement.Role != InvolvementRole.Associate && !Follows(involvement.Role, side, involvements))
            {
                side = involvement.Role switch
                {
                    InvolvementRole.Perpetrator when isOneSided => 0,
                    InvolvementRole.Target when isOneSided => 1,
                    _ => sides[0].Main is null ? 0 : 1,
                };
                if (sides[side].Main is null)
                {
                    sides[side].Main = involvement.Actor;
                    continue;
                }
            }

            sides[Math.Max(side, 0)].With.Add(glossary.NameOf(involvement.Actor));
        }

        return new(
            NameOf(sides[0].Main, glossary),
            string.Join(AcledFormat.Joint, sides[0].With),
            InterOf(sides[0].Main, glossary),
            NameOf(sides[1].Main, glossary),
            string.Join(AcledFormat.Joint, sides[1].With),
            InterOf(sides[1].Main, glossary));
    }

    /// <summary>The names in a cell of associates.</summary>
    public static string[] Split(string cell) =>
        cell.Length == 0 ? [] : cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>ACLED's 3 is a larger region or a provincial capital that stands for it.</summary>
    public static PlacePrecision PrecisionOf(int code) => Precisions[code];

    public static int CodeOf(PlacePrecision precision) => Math.Max(0, Array.IndexOf(Precisions, precision));

    /// <summary>Whether an actor stands on the side that the one before it opened, as the members of a UCDP coalition do.</summary>
    private static bool Follows(InvolvementRole role, int side, IReadOnlyList<Involvement> involvements) =>
        role is InvolvementRole.SideA or InvolvementRole.SideB && side >= 0 && involvements[0].Role == role;

    private static string NameOf(ActorId? id, Glossary glossary) => id is { } actor ? glossary.NameOf(actor) : "";

    private static string InterOf(ActorId? id, Glossary glossary)
    {
        if (id is not { } actor || glossary.Find(actor) is not { } found)
        {
            return "";
        }

        foreach (ExternalId external in found.ExternalIds)
        {
            if (external.Scheme == InterScheme)
            {
                return external.Value;
            }
        }

        return AcledCodes.InterOf(found.Kind);
    }
}

namespace ConflictModel.Interchange;

/// <summary>The cells of an ACLED row that name its actors, made of an incident's involvements.</summary>
internal readonly record struct AcledParties(
    string Actor1, string Associates1, string Inter1, string Actor2, string Associates2, string Inter2)
{
    /// <summary>The scheme under which an actor bears the code that ACLED first gave it.</summary>
    public const string InterScheme = "acled-inter";

    private static readonly PlacePrecision[] Precisions =
        [PlacePrecision.Unknown, PlacePrecision.Exact, PlacePrecision.Near, PlacePrecision.Governorate];

    public static AcledParties Of(IReadOnlyList<Involvement> involvements, IncidentKind kind, Glossary glossary)
    {
        var sides = TwoSides.Of(involvements, kind, glossary);
        return new(
            TwoSides.NameOf(sides.First, glossary),
            string.Join(AcledFormat.Joint, sides.WithFirst),
            InterOf(sides.First, glossary),
            TwoSides.NameOf(sides.Second, glossary),
            string.Join(AcledFormat.Joint, sides.WithSecond),
            InterOf(sides.Second, glossary));
    }

    /// <summary>The names in a cell of associates.</summary>
    public static string[] Split(string cell) =>
        cell.Length == 0 ? [] : cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>ACLED's 3 is a larger region or a provincial capital that stands for it.</summary>
    public static PlacePrecision PrecisionOf(int code) => Precisions[code];

    public static int CodeOf(PlacePrecision precision) => Math.Max(0, Array.IndexOf(Precisions, precision));

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

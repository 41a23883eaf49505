namespace ConflictModel.Interchange;

/// <summary>What the writer writes for one side of a dyad.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">The id; empty for a coalition, whose id its members don't bear.</param>
/// <param name="Gwno">The country code.</param>
internal readonly record struct GedSide(string Name, string Id, string Gwno)
{
    public const string LabelA = "side A";

    public const string LabelB = "side B";

    public static GedSide Of(ReadOnlySpan<ActorId> actors, Glossary glossary)
    {
        if (actors.IsEmpty)
        {
            return new("", "", "");
        }

        Actor? only = actors.Length == 1 ? glossary.Find(actors[0]) : null;
        return new(glossary.NamesOf(actors, GedFormat.Joint), ExternalIdOf(only, GedFormat.Scheme), ExternalIdOf(only, GedFormat.GwScheme));
    }

    /// <summary>The victims that a side's deaths are: its members, taken together.</summary>
    public static Victims VictimsOf(ReadOnlySpan<ActorId> actors, string label) =>
        actors.IsEmpty ? Victims.Called(label) : Victims.MembersOf([.. actors]);

    /// <summary>The victims of both sides, told apart where they are the same.</summary>
    public static (Victims A, Victims B) VictimsOf(ReadOnlySpan<ActorId> a, ReadOnlySpan<ActorId> b)
    {
        Victims victimsA = VictimsOf(a, LabelA);
        Victims victimsB = VictimsOf(b, LabelB);
        return (victimsA, victimsB == victimsA ? victimsB.As(LabelB) : victimsB);
    }

    private static string ExternalIdOf(Actor? actor, string scheme)
    {
        foreach (ExternalId id in actor?.ExternalIds ?? default)
        {
            if (id.Scheme == scheme)
            {
                return id.Value;
            }
        }

        return "";
    }
}

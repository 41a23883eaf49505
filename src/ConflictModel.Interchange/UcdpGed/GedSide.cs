namespace ConflictModel.Interchange;

/// <summary>One side of a dyad as the rows name it, and what the model writes for it.</summary>
internal sealed class GedSide
{
    public const string LabelA = "side A";

    public const string LabelB = "side B";

    public static GedSide Nobody { get; } = new([], "", "", "");

    private GedSide(ActorId[] actors, string name, string id, string gwno)
    {
        Actors = actors;
        Name = name;
        Id = id;
        Gwno = gwno;
    }

    /// <summary>The dead of whom UCDP reports that it isn't known who they were: reported, and so no residual.</summary>
    public static Victims UnknownVictims { get; } = Victims.Called("unknown");

    public ActorId[] Actors { get; }

    /// <summary>The name that the writer gives the side.</summary>
    public string Name { get; }

    /// <summary>The id that the writer gives the side; empty for a coalition, whose id its members don't bear.</summary>
    public string Id { get; }

    /// <summary>The country code that the writer gives the side.</summary>
    public string Gwno { get; }

    public static GedSide Of(ReadOnlySpan<ActorId> actors, Glossary glossary)
    {
        if (actors.IsEmpty)
        {
            return Nobody;
        }

        Actor? only = actors.Length == 1 ? glossary.Find(actors[0]) : null;
        return new(
            [.. actors],
            glossary.NamesOf(actors, GedFormat.Joint),
            ExternalIdOf(only, GedFormat.Scheme),
            ExternalIdOf(only, GedFormat.GwScheme));
    }

    /// <summary>The victims that a side's deaths are: its members, taken together.</summary>
    public static Victims VictimsOf(ReadOnlySpan<ActorId> actors, string label) =>
        actors.IsEmpty ? Victims.Called(label) : Victims.MembersOf(actors);

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

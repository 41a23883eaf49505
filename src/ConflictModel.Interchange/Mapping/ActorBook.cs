namespace ConflictModel.Interchange;

/// <summary>Turns the actor names of rows into actors: the resolver's, or local ones.</summary>
/// <remarks>
/// A name without an id is the actor that bears it with an id elsewhere in the file, if one alone does; else whom the resolver knows by it;
/// else its own key. Rows further on may tell, so the answer for a name is settled at the file's end only.
/// </remarks>
internal sealed class ActorBook(RowReading reading, string scheme)
{
    /// <summary>The most pieces of a list that together may be one name.</summary>
    public const int MaxPieces = 16;

    private readonly Glossary glossary = reading.Glossary;
    private readonly NameResolver names = reading.Names;
    private readonly Dictionary<string, ActorId?> identified = new(StringComparer.Ordinal);
    private readonly HashSet<ActorId> nameless = [];

    /// <summary>The actor that a data set gives an id or a name; <paramref name="make"/> says what a local one is.</summary>
    public ActorId Of(string? id, string name, Func<Actor, Actor> make)
    {
        ExternalId? external = string.IsNullOrEmpty(id) ? null : new() { Scheme = scheme, Value = id };
        ActorId actor = external is null && Identified(name) is { } same ? same : Known(external, name) ?? Local(external, name, make);
        if (external is not null && name.Length > 0)
        {
            identified[name] = !identified.TryGetValue(name, out ActorId? other) || other == actor ? actor : null;
        }

        return actor;
    }

    /// <summary>
    /// The members of a list of names. A run of pieces that is together the name of somebody whom the file gives an id or the resolver
    /// knows is one name.
    /// </summary>
    public List<string> Members(string text, string joint)
    {
        string[] pieces = text.Split(joint, StringSplitOptions.None);
        if (Array.Exists(pieces, string.IsNullOrWhiteSpace))
        {
            // An empty name is no member: what the list means is unclear, so it stays one name.
            return [text];
        }

        var members = new List<string>();
        for (int i = 0; i < pieces.Length;)
        {
            int end = Math.Min(pieces.Length, i + MaxPieces);
            string member = pieces[i];
            while (end > i + 1)
            {
                string longer = string.Join(joint, pieces[i..end]);
                if (longer.Length < text.Length && (Identified(longer) ?? names.Actor(scheme, null, longer)?.Id) is not null)
                {
                    member = longer;
                    break;
                }

                end--;
            }

            members.Add(member);
            i = end;
        }

        return members;
    }

    /// <summary>Takes the local actors that were made of names alone, and that nobody turned out to be, out of the glossary.</summary>
    public void Forget(IReadOnlySet<ActorId> used)
    {
        foreach (ActorId actor in nameless.Where(actor => !used.Contains(actor)))
        {
            glossary.Remove(actor);
        }
    }

    private ActorId? Identified(string name) => identified.GetValueOrDefault(name);

    private ActorId? Known(ExternalId? external, string name)
    {
        if (names.Actor(scheme, external?.Value, name) is not { } known)
        {
            return null;
        }

        glossary.Add(known);
        glossary.Call(known.Id, name, external);
        return known.Id;
    }

    private ActorId Local(ExternalId? external, string name, Func<Actor, Actor> make)
    {
        var local = ActorId.From(external is null ? LocalId.Of(scheme + "-name:", name) : LocalId.Of(scheme + "-actor:", external.Value));
        if (glossary.Find(local) is null)
        {
            glossary.Add(make(new()
            {
                Id = local,
                Name = name.Length > 0 ? name : local.Value,
                Kind = ActorKind.Unknown,
                ExternalIds = external is null ? [] : [external],
            }));
            if (external is null)
            {
                nameless.Add(local);
            }
        }

        glossary.Call(local, name, external);
        return local;
    }
}

namespace ConflictModel.Interchange;

/// <summary>Turns the actor names of rows into actors: the resolver's, or local ones.</summary>
internal sealed class ActorBook(Glossary glossary, NameResolver names, string scheme)
{
    /// <summary>The actor that a data set gives an id or a name; <paramref name="make"/> says what a local one is.</summary>
    public ActorId Of(string? id, string name, Func<Actor, Actor> make)
    {
        ExternalId? external = string.IsNullOrEmpty(id) ? null : new() { Scheme = scheme, Value = id };
        if (names.Actor(scheme, external?.Value, name) is { } known)
        {
            glossary.Add(known);
            glossary.Call(known.Id, name, external);
            return known.Id;
        }

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
        }

        glossary.Call(local, name, external);
        return local;
    }

    /// <summary>The members of a list of names; a piece that itself holds the joint is one name only if the resolver knows it.</summary>
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
            int end = pieces.Length;
            string member = pieces[i];
            while (end > i + 1)
            {
                string longer = string.Join(joint, pieces[i..end]);
                if (longer.Length < text.Length && names.Actor(scheme, null, longer) is not null)
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
}

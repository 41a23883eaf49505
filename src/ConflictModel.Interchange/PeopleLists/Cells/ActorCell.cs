namespace ConflictModel.Interchange;

/// <summary>The name of an actor: whom <see cref="ReadOptions.Names"/> knows by it, or one local to the list.</summary>
internal sealed class ActorCell(RowReading reading, string source) : PersonCell
{
    private readonly Dictionary<string, ActorId> known = new(StringComparer.Ordinal);

    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        string name = row.Text(at);
        if (!known.TryGetValue(name, out ActorId id))
        {
            Actor actor = reading.Names.Actor(source, null, name) ?? new()
            {
                Id = ActorId.From(LocalId.Of(source + "-actor:", name)),
                Name = name,
                Kind = ActorKind.Unknown,
            };
            id = actor.Id;
            known.Add(name, id);
            reading.Glossary.Add(actor);
            reading.Glossary.Call(id, name);
        }

        draft.MemberOf = id;
        return reading.Glossary.NameOf(id) == name ? CellReading.Same : CellReading.Kept;
    }

    public override string Write(Person person) => person.MemberOf is { } id ? reading.Glossary.NameOf(id) : "";
}

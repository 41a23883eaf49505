namespace ConflictModel.Interchange;

/// <summary>A text as it stands, to the letter.</summary>
internal sealed class TextCell(Action<PersonDraft, string> set, Func<Person, string?> get) : PersonCell
{
    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        set(draft, row.Text(at));
        return CellReading.Same;
    }

    public override string Write(Person person) => get(person) ?? "";

    /// <summary>A name of one kind and language.</summary>
    public static TextCell Name(NameKind kind, string? lang) => new(
        (draft, text) => draft.Names.Add(new() { Text = text, Kind = kind, Lang = lang }),
        person =>
        {
            foreach (PersonName name in person.Names)
            {
                if (name.Kind == kind && name.Lang == lang)
                {
                    return name.Text;
                }
            }

            return null;
        });

    /// <summary>An external id of one scheme.</summary>
    public static TextCell ExternalId(string scheme) => new(
        (draft, text) => draft.ExternalIds.Add(new() { Scheme = scheme, Value = text }),
        person => person.ExternalIds.FirstOrDefault(id => id.Scheme == scheme)?.Value);
}

namespace ConflictModel.Interchange;

/// <summary>A word of a closed list.</summary>
/// <param name="words">The field's words.</param>
/// <param name="column">The column, with its own words.</param>
/// <param name="blank">What a cell without words leaves.</param>
/// <param name="unread">What a word leaves that is not understood.</param>
/// <param name="set">Sets the field.</param>
/// <param name="get">What the field says.</param>
internal sealed class WordCell<T>(
    FieldWords<T> words, PersonColumn column, T blank, T unread, Action<PersonDraft, T> set, Func<Person, T> get) : PersonCell
    where T : struct
{
    /// <summary>How many words are remembered by their bytes; others are looked up as text.</summary>
    private const int MaxRemembered = 1_000;

    private readonly Dictionary<string, T> meanings = words.MeaningsFor(column);
    private readonly Dictionary<T, string> spellings = words.SpellingsFor(column);
    private readonly CellMap<(T Value, CellReading Reading)> remembered = new();
    private int count;

    public override bool KeepsBlanks => spellings.ContainsKey(blank);

    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        if (!remembered.Key(row[at]).TryGet(out (T Value, CellReading Reading) word))
        {
            string text = row.Text(at);
            word = meanings.TryGetValue(FieldWords.Folded(text), out T value)
                ? (value, Spell(value) == text ? CellReading.Same : CellReading.Kept)
                : (unread, CellReading.UnreadKept);
            if (count++ < MaxRemembered)
            {
                remembered.Add(word);
            }
        }

        set(draft, word.Value);
        return word.Reading;
    }

    public override string Write(Person person) => Spell(get(person));

    private string Spell(T value) => spellings.GetValueOrDefault(value, "");
}

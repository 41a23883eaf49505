namespace ConflictModel.Interchange;

/// <summary>The words of a field that is a member of a closed list.</summary>
internal abstract class FieldWords
{
    private static readonly Dictionary<PersonField, FieldWords> All = new()
    {
        [PersonField.Harm] = Named<Harm>(CommonWords.Harms, null),
        [PersonField.AgeGroup] = Named<AgeGroup>(CommonWords.Ages, AgeGroup.Unknown),
        [PersonField.Sex] = new FieldWords<SexAndAge>(SexAndAge.All, CommonWords.SexesAndAges()),
        [PersonField.Status] = Named<PersonStatus>(CommonWords.Statuses, PersonStatus.Unknown),
        [PersonField.Identification] = Named<Identification>(CommonWords.Identifications, Identification.Unknown),
        [PersonField.Cause] = Named<Cause>(CommonWords.Causes, Cause.Unknown),
        [PersonField.Directness] = Named<Directness>([], Directness.Unknown),
        [PersonField.Fate] = Named<Fate>(CommonWords.Fates, Fate.Unknown),
        [PersonField.Verification] = Named<Verification>([], Verification.Unknown),
        [PersonField.Publication] = Named<Publication>([], null),
        [PersonField.WithheldBecause] = Named<WithholdingReason>([], WithholdingReason.Unknown),
    };

    /// <summary>The words of a field; null if it is no member of a closed list.</summary>
    public static FieldWords? Of(PersonField field) => All.GetValueOrDefault(field);

    /// <summary>What is wrong with the words that a column declares, in a sentence; null if nothing is.</summary>
    public abstract string? Fault(PersonColumn column);

    /// <summary>A word as words are compared: without case, and without white space, hyphens and underscores.</summary>
    public static string Folded(string word)
    {
        Span<char> buffer = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        int length = 0;
        foreach (char c in word)
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or '_' or 'ـ' or '\u2013' or '\u200e' or '\u200f'))
            {
                buffer[length++] = char.ToLowerInvariant(c);
            }
        }

        return new(buffer[..length]);
    }

    private static FieldWords<T> Named<T>(IEnumerable<(string Word, T Meaning)> common, T? unknown)
        where T : struct, Enum =>
        new(
            [.. Enum.GetValues<T>().Select(value => (JsonName.Of(value), value))],
            unknown is { } meaning ? common.Concat(CommonWords.Unknown.Select(word => (word, meaning))) : common);
}

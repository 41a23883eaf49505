namespace ConflictModel.Interchange;

/// <summary>The words of a field whose values are <typeparamref name="T"/>.</summary>
/// <param name="names">What the file format calls the values, all of them.</param>
/// <param name="common">Spellings that can be nothing else.</param>
internal sealed class FieldWords<T>(IReadOnlyList<(string Name, T Value)> names, IEnumerable<(string Word, T Meaning)> common) : FieldWords
    where T : struct
{
    private readonly Dictionary<string, T> known = names.Concat(common)
        .GroupBy(word => Folded(word.Item1), word => word.Item2, StringComparer.Ordinal)
        .ToDictionary(words => words.Key, words => words.First(), StringComparer.Ordinal);

    public override string? Fault(PersonColumn column)
    {
        foreach ((string word, string meaning) in column.Words)
        {
            if (string.IsNullOrWhiteSpace(word) || !names.Any(name => name.Name == meaning))
            {
                return $"'{meaning}', for '{word}' in the column '{column.Name}', is none of "
                    + $"{string.Join(", ", names.Select(name => name.Name))}.";
            }
        }

        return column.Words.GroupBy(word => Folded(word.Key), StringComparer.Ordinal)
            .FirstOrDefault(words => words.Skip(1).Any()) is { } twice
            ? $"The word '{twice.First().Key}' of the column '{column.Name}' is declared twice."
            : null;
    }

    /// <summary>What each word of a column means, folded.</summary>
    public Dictionary<string, T> MeaningsFor(PersonColumn column)
    {
        var meanings = new Dictionary<string, T>(known, StringComparer.Ordinal);
        foreach ((string word, string meaning) in column.Words)
        {
            meanings[Folded(word)] = names.First(name => name.Name == meaning).Value;
        }

        return meanings;
    }

    /// <summary>The word that is written for each value of a column; none for the value of what is not said.</summary>
    public Dictionary<T, string> SpellingsFor(PersonColumn column)
    {
        var spellings = names.Where(name => !name.Value.Equals(default(T))).ToDictionary(name => name.Value, name => name.Name);
        foreach ((string word, string meaning) in column.Words.Reverse())
        {
            T value = names.First(name => name.Name == meaning).Value;
            if (!value.Equals(default(T)))
            {
                spellings[value] = word;
            }
        }

        return spellings;
    }
}

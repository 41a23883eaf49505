using System.Text.Json;

namespace ConflictModel;

/// <summary>The English words for age groups and sexes, and those that files of schema 1.0 had for both at once.</summary>
internal static class Demographics
{
    // A row for each age group, a column for each sex.
    private static readonly string?[][] Words =
    [
        [null, "female", "male", "sex unknown"],
        ["children", "girls", "boys", "children of unknown sex"],
        ["adults", "women", "men", "adults of unknown sex"],
        ["elderly", "elderly women", "elderly men", "elderly of unknown sex"],
        ["age unknown", "female of unknown age", "male of unknown age", "age and sex unknown"],
    ];

    /// <summary>All the words.</summary>
    public static IEnumerable<string> All => Words.SelectMany(row => row).OfType<string>();

    /// <summary>The word; null if nothing is said of either. A number that is no member of its enumeration has none.</summary>
    public static string? WordFor(AgeGroup age, Sex sex) =>
        (int)age is >= 0 and var row && row < Words.Length && (int)sex is >= 0 and var column && column < Words[0].Length
            ? Words[row][column]
            : null;

    /// <summary>Reads the one word that schema 1.0 had for age and sex together. It is never written.</summary>
    /// <exception cref="JsonException">It had no such word.</exception>
    public static (AgeGroup Age, Sex Sex) ReadFormer(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && TryParseFormer(JsonText.Of(ref json), out AgeGroup age, out Sex sex)
            ? (age, sex)
            : throw new JsonException("Expected one of these: any, women, men, children, elderly.");

    /// <summary>What the one word of schema 1.0 says: false if it had no such word.</summary>
    public static bool TryParseFormer(string word, out AgeGroup age, out Sex sex)
    {
        (bool isKnown, age, sex) = word switch
        {
            "any" => (true, AgeGroup.Any, Sex.Any),
            "women" => (true, AgeGroup.Adult, Sex.Female),
            "men" => (true, AgeGroup.Adult, Sex.Male),
            "children" => (true, AgeGroup.Child, Sex.Any),
            "elderly" => (true, AgeGroup.Elderly, Sex.Any),
            _ => default,
        };
        return isKnown;
    }
}

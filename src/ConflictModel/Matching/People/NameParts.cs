using System.Runtime.InteropServices;
using ConflictModel.Catalogs;

namespace ConflictModel.Matching;

/// <summary>The words of all names of a list, each once, and how names are taken apart.</summary>
internal sealed class NameParts
{
    /// <summary>The most words of one name that are looked at.</summary>
    public const int MaxParts = 8;

    // Whoever is named by these is not named.
    private static readonly HashSet<string> NoNames =
        ["unknown", "unidentified", "unnamed", "anonymous", "مجهول", "مجهوله", "هويه", "inconnu", "inconnue"];

    // What is said before a name, or between two; the article is off already.
    private static readonly HashSet<string> Passed =
    [
        "mr", "mrs", "ms", "dr", "sheikh", "shaykh", "haj", "hajj", "haji", "hajji", "hajja", "martyr", "of", "and",
        "شهيد", "شهيده", "دكتور", "شيخ", "حاج", "حاجه",
    ];

    private static readonly HashSet<string> Between = ["bin", "ibn", "ben", "bint", "بن", "ابن", "بنت"];

    // They make one name with what follows: Abd al-Rahman, Abu Zork.
    private static readonly HashSet<string> Joining =
    [
        "abd", "abdul", "abdel", "abdal", "abdu", "abdur", "abder", "abdoul", "abu", "abou", "abo", "umm", "um", "oum",
        "عبد", "ابو", "ابي", "ام",
    ];

    private readonly Dictionary<string, NamePart> parts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamePart.Bearers> sounds = new(StringComparer.Ordinal);

    /// <summary>The words of a name, as they are compared; none if it names nobody.</summary>
    public NamePart[] Of(string text)
    {
        if (text.Length > NameFolding.MaxLength)
        {
            return [];
        }

        var found = new List<NamePart>(4);
        string joined = "";
        foreach (string word in ArabicArticle.Strip(NameFolding.Fold(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (NoNames.Contains(word))
            {
                return [];
            }

            if (Passed.Contains(word) || (found.Count > 0 && Between.Contains(word)))
            {
                continue;
            }

            if (joined.Length == 0 && Joining.Contains(word))
            {
                joined = word;
                continue;
            }

            found.Add(Part(Servant(joined + word)));
            joined = "";
            if (found.Count == MaxParts)
            {
                break;
            }
        }

        if (joined.Length > 0 && found.Count < MaxParts)
        {
            found.Add(Part(joined));
        }

        return [.. found];
    }

    // Abdulrahman, Abdurrahman, Abdel-Rahman and Abd al-Rahman are one name: the article goes, whatever its vowel and its assimilation.
    private static string Servant(string word)
    {
        if (word.StartsWith("عبدال", StringComparison.Ordinal) && word.Length > 6)
        {
            return "عبد" + word[5..];
        }

        if (!word.StartsWith("abd", StringComparison.Ordinal) || word.Length < 7)
        {
            return word;
        }

        int vowels = word.AsSpan(3).IndexOfAnyExcept("aeou");
        if (vowels <= 0 || word.Length < 3 + vowels + 2)
        {
            return word;
        }

        int at = 3 + vowels;
        return word[at] == 'l' || word[at] == word[at + 1] ? "abd" + word[(at + 1)..] : word;
    }

    private NamePart Part(string word)
    {
        ref NamePart? part = ref CollectionsMarshal.GetValueRefOrAddDefault(parts, word, out _);
        if (part is null)
        {
            var sound = NameSound.Of(word);
            string key = sound is { Consonants.Length: > 0 } ? sound.Consonants : word;
            ref NamePart.Bearers? bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(sounds, key, out _);
            part = new(word, sound, bearers ??= new(key));
        }

        return part;
    }
}

using System.Text;

namespace ConflictModel.Tests.Matching.People;

/// <summary>A name that nobody bears, made of sounds, which can be written in Arabic and, in many ways, in Latin letters.</summary>
internal sealed class MadeUpName
{
    // Each consonant as Arabic writes it and as transliterations do: the more usual ways first.
    private static readonly (char Arabic, string[] Latin)[] Consonants =
    [
        ('ب', ["b"]), ('ت', ["t"]), ('ج', ["j", "j", "j", "j", "j", "g", "dj"]), ('خ', ["kh"]), ('د', ["d"]), ('ر', ["r"]),
        ('ز', ["z"]), ('س', ["s", "ss"]), ('ش', ["sh", "sh", "sh", "sh", "ch"]), ('ط', ["t"]), ('غ', ["gh", "gh", "gh", "gh", "g"]),
        ('ف', ["f"]), ('ق', ["q", "q", "q", "q", "k", "k", "g"]), ('ك', ["k"]), ('ل', ["l"]), ('م', ["m"]), ('ن', ["n"]),
        ('ث', ["th", "th", "th", "th", "t", "s"]),
    ];

    private static readonly (string Arabic, string[] Latin)[] Vowels =
    [
        ("", ["a", "a", "a", "e"]), ("", ["i", "i", "e"]), ("", ["u", "o", "ou"]),
        ("ا", ["a", "aa"]), ("ي", ["i", "ee", "i", "y"]), ("و", ["u", "ou", "oo"]),
    ];

    private readonly (int Consonant, int Vowel)[] syllables;
    private readonly int last;

    public MadeUpName(Random random, int count)
    {
        syllables = [.. Enumerable.Range(0, count).Select(_ => (random.Next(Consonants.Length), random.Next(Vowels.Length)))];
        last = random.Next(Consonants.Length);
    }

    public string Arabic => string.Concat(syllables.Select(one => Consonants[one.Consonant].Arabic + Vowels[one.Vowel].Arabic))
        + Consonants[last].Arabic;

    /// <summary>One way to write it; a vowel in ten or so is heard otherwise altogether where <paramref name="slur"/> is 0.1.</summary>
    public string Latin(Random random, double slur = 0)
    {
        var text = new StringBuilder();
        foreach ((int consonant, int vowel) in syllables)
        {
            int heard = random.NextDouble() < slur ? random.Next(Vowels.Length) : vowel;
            text.Append(Any(Consonants[consonant].Latin, random)).Append(Any(Vowels[heard].Latin, random));
        }

        text.Append(Any(Consonants[last].Latin, random));
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static string Any(string[] ways, Random random) => ways[random.Next(ways.Length)];
}

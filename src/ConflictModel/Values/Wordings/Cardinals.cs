using System.Collections.Frozen;

namespace ConflictModel;

/// <summary>Numbers in words, in English, French and Arabic: "three", "a hundred and twenty", "quatre-vingt-dix", "خمسة وعشرون".</summary>
internal static class Cardinals
{
    // Words of several parts first; a number ends where the words after it could not belong to it ("three and five" are two).
    private static readonly (string Words, int Value)[] Compounds =
    [
        ("quatre-vingts", 80), ("quatre-vingt", 80), ("quatre vingts", 80), ("quatre vingt", 80),
        ("dix-sept", 17), ("dix-huit", 18), ("dix-neuf", 19), ("dix sept", 17), ("dix huit", 18), ("dix neuf", 19),
        .. Teens("عشر", "أحد اثنا اثني ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة", [11, 12, 12, 13, 14, 15, 16, 17, 18, 19]),
        .. Teens("عشرة", "إحدى اثنتا اثنتي ثلاث أربع خمس ست سبع ثماني تسع", [11, 12, 12, 13, 14, 15, 16, 17, 18, 19]),
    ];

    // One to nineteen, and the tens.
    private static readonly FrozenDictionary<string, int> Small = new (int Value, string Words)[]
    {
        (1, "one un une واحد واحدة"), (2, "two deux اثنان اثنين اثنتان اثنتين"),
        (3, "three trois ثلاثة ثلاث"), (4, "four quatre أربعة أربع"),
        (5, "five cinq خمسة خمس"), (6, "six ستة ست"),
        (7, "seven sept سبعة سبع"), (8, "eight huit ثمانية ثماني ثمان"), (9, "nine neuf تسعة تسع"),
        (10, "ten dix عشرة عشر"), (11, "eleven onze"), (12, "twelve douze"), (13, "thirteen treize"), (14, "fourteen quatorze"),
        (15, "fifteen quinze"), (16, "sixteen seize"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"),
        (20, "twenty vingt عشرون عشرين"), (30, "thirty trente ثلاثون ثلاثين"), (40, "forty quarante أربعون أربعين"),
        (50, "fifty cinquante خمسون خمسين"), (60, "sixty soixante ستون ستين"), (70, "seventy septante سبعون سبعين"),
        (80, "eighty huitante ثمانون ثمانين"), (90, "ninety nonante تسعون تسعين"),
    }
    .SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Value))
    .ToFrozenDictionary(StringComparer.Ordinal);

    // Hundreds that are one word; French and Arabic need no "a" before it.
    private static readonly FrozenDictionary<string, int> Hundreds = new (int Value, string Words)[]
    {
        (100, "cent مئة مائة"), (200, "مئتان مئتين مائتان مائتين"),
        (300, "ثلاثمئة ثلاثمائة"), (400, "أربعمئة أربعمائة"), (500, "خمسمئة خمسمائة"),
        (600, "ستمئة ستمائة"), (700, "سبعمئة سبعمائة"), (800, "ثمانمئة ثمانمائة"), (900, "تسعمئة تسعمائة"),
    }
    .SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Value))
    .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> Scales = new (int Value, string Words)[]
    {
        (100, "hundred cents"), (1_000, "thousand mille ألف آلاف"), (1_000_000, "million millions مليون ملايين"),
    }
    .SelectMany(row => row.Words.Split(' '), (row, word) => KeyValuePair.Create(word, row.Value))
    .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that begins at a place of a normalised text; false if none does.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, ref int at, out long value)
    {
        value = 0;
        long place = long.MaxValue;
        int end = at;
        for (int from = at;
            from >= 0 && TryTerm(text, from, out int next, out long term, out long scale) && term < place;
            from = AfterJoint(text, end))
        {
            (value, place, end) = (value + term, scale, next);
        }

        bool found = place != long.MaxValue;
        at = end;
        return found;
    }

    /// <summary>What a word right after a figure multiplies it by ("1.5 million", "4 آلاف"), or 1.</summary>
    public static int ScaleAt(ReadOnlySpan<char> text, ref int at)
    {
        int next = WordingText.Skip(text, at);
        ReadOnlySpan<char> word = WordAt(text, next);
        if (Find(Scales, word) is not { } scale)
        {
            scale = Find(Hundreds, word) is 100 ? 100 : 1;
        }

        at = scale == 1 ? at : next + word.Length;
        return scale;
    }

    // A number below a thousand, times a thousand or a million if such a word follows.
    private static bool TryTerm(ReadOnlySpan<char> text, int at, out int end, out long term, out long scale)
    {
        (end, scale) = (at, 1);
        if (!TryBelowThousand(text, ref end, out term))
        {
            bool article = WordAt(text, at) is "a";
            int from = article ? WordingText.Skip(text, at + 1) : at;
            ReadOnlySpan<char> word = WordAt(text, from);
            (term, scale) = word switch
            {
                "mille" or "ألف" => (1_000, 1_000),
                "ألفان" or "ألفين" => (2_000, 1_000),
                "thousand" when article => (1_000, 1_000),
                "million" when article => (1_000_000, 1_000_000),
                "مليون" => (1_000_000, 1_000_000),
                _ => (0L, 1L),
            };
            end = from + word.Length;
            return term > 0;
        }

        int after = WordingText.Skip(text, end);
        ReadOnlySpan<char> multiplier = WordAt(text, after);
        if (Find(Scales, multiplier) is { } times and > 100)
        {
            (term, scale, end) = (term * times, times, after + multiplier.Length);
        }

        return true;
    }

    private static bool TryBelowThousand(ReadOnlySpan<char> text, ref int at, out long value)
    {
        int end = at;
        ReadOnlySpan<char> first = WordAt(text, at);
        if (first is "a" && WordAt(text, WordingText.Skip(text, at + 1)) is "hundred")
        {
            (value, end) = (100, WordingText.Skip(text, at + 1) + "hundred".Length);
        }
        else if (Find(Hundreds, first) is { } hundreds)
        {
            (value, end) = (hundreds, at + first.Length);
        }
        else if (TryBelowHundred(text, ref end, out value))
        {
            // "Fifteen hundred" and "twenty-five hundred" are numbers; "twenty hundred-pound bombs" are twenty.
            if ((value >= 20 && value % 10 == 0) || !IsHundred(text, end, out int afterHundred))
            {
                at = end;
                return true;
            }

            (value, end) = (value * 100, afterHundred);
        }
        else
        {
            return false;
        }

        // "A hundred and twenty" is one number, "a hundred and two hundred" are two.
        int rest = AfterJoint(text, end);
        if (rest >= 0 && TryBelowHundred(text, ref rest, out long below) && !IsHundred(text, rest, out _))
        {
            (value, end) = (value + below, rest);
        }

        at = end;
        return true;
    }

    private static bool TryBelowHundred(ReadOnlySpan<char> text, ref int at, out long value)
    {
        ReadOnlySpan<char> first = WordAt(text, at);
        if (!TrySmall(text, ref at, out int small))
        {
            value = 0;
            return false;
        }

        value = small;
        int next = at;
        if (small < 10 && text[next..].StartsWith(" و", StringComparison.Ordinal))
        {
            // Arabic: five and twenty.
            next += 2;
            if (TrySmall(text, ref next, out int tens) && tens >= 20)
            {
                (value, at) = (small + tens, next);
            }
        }
        else if (small >= 20 && next < text.Length && text[next] is ' ' or '-')
        {
            next++;
            bool joined = text[next..].StartsWith("et ", StringComparison.Ordinal)
                || text[next..].StartsWith("et-", StringComparison.Ordinal);
            next += joined ? 3 : 0;

            // Only French goes on from sixty and eighty with teens: sixty fifteen-year-olds are sixty.
            bool units = TrySmall(text, ref next, out int unit)
                && (!joined || unit is 1 or 11)
                && (unit < 10 || (first is "soixante" or "quatre" && unit < 20));
            if (units)
            {
                (value, at) = (small + unit, next);
            }
        }

        return true;
    }

    private static bool TrySmall(ReadOnlySpan<char> text, ref int at, out int value)
    {
        foreach ((string words, int compound) in Compounds)
        {
            if (WordingText.StartsWord(text, at, words))
            {
                at += words.Length;
                value = compound;
                return true;
            }
        }

        ReadOnlySpan<char> word = WordAt(text, at);
        value = Find(Small, word) ?? 0;
        at += value > 0 ? word.Length : 0;
        return value > 0;
    }

    private static bool IsHundred(ReadOnlySpan<char> text, int at, out int end)
    {
        int from = WordingText.Skip(text, at);
        ReadOnlySpan<char> word = WordAt(text, from);
        end = from + word.Length;
        return word is "hundred" or "cent" or "cents" or "مئة" or "مائة";
    }

    /// <summary>The place after what stands between two parts of one number, or -1 if nothing does.</summary>
    private static int AfterJoint(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] is not (' ' or '-'))
        {
            return -1;
        }

        int next = at + 1;
        foreach (string joint in (ReadOnlySpan<string>)["and ", "et ", "و"])
        {
            if (text[next..].StartsWith(joint, StringComparison.Ordinal) && Find(Small, WordAt(text, next)) is null)
            {
                return next + joint.Length;
            }
        }

        return next;
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[at..end];
    }

    private static int? Find(FrozenDictionary<string, int> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int value) ? value : null;

    private static IEnumerable<(string Words, int Value)> Teens(string ten, string units, int[] values) =>
        units.Split(' ').Zip(values, (unit, value) => ($"{unit} {ten}", value));
}

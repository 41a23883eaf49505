using System.Globalization;
using System.Text;

namespace ConflictModel;

/// <summary>Finds phrases and figures in the words of a report.</summary>
internal static class WordingText
{
    private static readonly (string Word, long Value)[] Scales =
    [
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000),
        ("cent", 100), ("mille", 1_000), ("millions", 1_000_000),
        ("ألف", 1_000), ("آلاف", 1_000), ("مليون", 1_000_000),
    ];

    private static readonly (string Word, long Value)[] Numerals =
    [
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
        ("eleven", 11), ("twelve", 12), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
        ("seventy", 70), ("eighty", 80), ("ninety", 90), ("a hundred", 100), ("a thousand", 1_000), ("a million", 1_000_000),
    ];

    private static readonly string[] Joints = ["-", "–", "to", "and", "à", "et", "إلى"];

    /// <summary>Lower case, ASCII digits, single plain spaces.</summary>
    public static string Normalize(string wording)
    {
        var text = new StringBuilder(wording.Length);
        foreach (char c in wording)
        {
            char plain = c switch
            {
                >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
                >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
                '\u066C' => ',',
                '\u066B' => '.',
                '\u2019' => '\'',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (plain != ' ' || (text.Length > 0 && text[^1] != ' '))
            {
                text.Append(plain);
            }
        }

        return text.ToString();
    }

    /// <summary>Where a phrase stands as whole words, or -1.</summary>
    public static int Find(string text, string phrase)
    {
        for (int from = 0; ;)
        {
            int at = text.IndexOf(phrase, from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return -1;
            }

            int end = at + phrase.Length;
            bool starts = at == 0 || !IsWord(text[at - 1]) || !IsWord(phrase[0]);
            bool ends = end == text.Length || !IsWord(text[end]) || !IsWord(phrase[^1]);
            if (starts && ends)
            {
                return at;
            }

            from = at + 1;
        }
    }

    /// <summary>The figure that starts at a place, or two with a dash between them as a range; null if none starts there.</summary>
    public static Bounds? FigureAt(string text, int start, out int end)
    {
        end = start;
        if (start >= text.Length || (start > 0 && IsWord(text[start - 1])) || !TryFigure(text, ref end, out long first))
        {
            return null;
        }

        foreach (string joint in Joints)
        {
            int next = Skip(text, end);
            if (text.AsSpan(next).StartsWith(joint, StringComparison.Ordinal))
            {
                next = Skip(text, next + joint.Length);
                if (TryFigure(text, ref next, out long second))
                {
                    end = next;
                    return new Bounds(Math.Min(first, second), Math.Max(first, second));
                }
            }
        }

        return new Bounds(first, first);
    }

    /// <summary>The next place that is no space.</summary>
    public static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static bool TryFigure(string text, ref int at, out long figure)
    {
        if (!TryDigits(text, ref at, out decimal value) && !TryNumeral(text, ref at, out value))
        {
            figure = 0;
            return false;
        }

        int next = Skip(text, at);
        foreach ((string word, long scale) in Scales)
        {
            if (Find(text[next..], word) == 0)
            {
                value *= scale;
                at = next + word.Length;
                break;
            }
        }

        figure = value <= Estimate.MaxFigure ? (long)value : 0;
        return value <= Estimate.MaxFigure;
    }

    private static bool TryNumeral(string text, ref int at, out decimal value)
    {
        foreach ((string word, long numeral) in Numerals)
        {
            int end = at + word.Length;
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && (end == text.Length || !IsWord(text[end])))
            {
                at = end;
                value = numeral;
                return true;
            }
        }

        value = 0;
        return false;
    }

    private static bool TryDigits(string text, ref int at, out decimal value)
    {
        int from = at;
        var digits = new StringBuilder();
        while (at < text.Length && digits.Length <= 15)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits.Append(text[at++]);
            }
            else if (at > from && text[at] is ',' or '.' or ' ' or '\'' && IsGroup(text, at + 1))
            {
                at++;
            }
            else if (at > from && text[at] is '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && !digits.ToString().Contains('.', StringComparison.Ordinal))
            {
                digits.Append('.');
                at++;
            }
            else
            {
                break;
            }
        }

        return decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // Exactly three digits: "4,100" is one figure, "3, 14" and "2019, 4100" are two.
    private static bool IsGroup(string text, int at) =>
        at + 3 <= text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);
}

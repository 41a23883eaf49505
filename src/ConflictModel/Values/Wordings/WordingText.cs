using System.Globalization;
using System.Text;

namespace ConflictModel;

/// <summary>Finds words and figures in the words of a report.</summary>
internal static class WordingText
{
    private static readonly string[] Joints = ["-", "–", "to", "and", "à", "et", "إلى", "و"];

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

        return text.ToString().TrimEnd(' ');
    }

    /// <summary>Whether a phrase stands at a place as whole words.</summary>
    public static bool StartsWord(ReadOnlySpan<char> text, int at, string phrase)
    {
        int end = at + phrase.Length;
        return text[at..].StartsWith(phrase, StringComparison.Ordinal)
            && (at == 0 || !IsWord(text[at - 1]) || !IsWord(phrase[0]))
            && (end == text.Length || !IsWord(text[end]) || !IsWord(phrase[^1]));
    }

    /// <summary>The figure that starts at a place, or two with a dash between them as a range; null if none starts there.</summary>
    /// <param name="text">A normalised text.</param>
    /// <param name="start">The place.</param>
    /// <param name="end">The place after it.</param>
    /// <param name="inWords">Whether the first figure is in words.</param>
    public static Bounds? FigureAt(ReadOnlySpan<char> text, int start, out int end, out bool inWords)
    {
        end = start;
        inWords = false;
        if ((start > 0 && IsWord(text[start - 1])) || !TryFigure(text, ref end, out long first, out inWords))
        {
            return null;
        }

        foreach (string joint in Joints)
        {
            int next = Skip(text, end);
            if (text[next..].StartsWith(joint, StringComparison.Ordinal))
            {
                next = Skip(text, next + joint.Length);
                if (TryFigure(text, ref next, out long second, out _))
                {
                    end = next;
                    return new Bounds(Math.Min(first, second), Math.Max(first, second));
                }
            }
        }

        return new Bounds(first, first);
    }

    /// <summary>The next place that is no space.</summary>
    public static int Skip(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    public static bool IsWord(char c) => char.IsLetterOrDigit(c);

    private static bool TryFigure(ReadOnlySpan<char> text, ref int at, out long figure, out bool inWords)
    {
        inWords = false;
        decimal value;
        if (TryDigits(text, ref at, out value))
        {
            value *= Cardinals.ScaleAt(text, ref at);
        }
        else if (Cardinals.TryRead(text, ref at, out long number))
        {
            (value, inWords) = (number, true);
        }
        else
        {
            figure = 0;
            return false;
        }

        figure = value <= Estimate.MaxFigure ? (long)value : 0;
        return value <= Estimate.MaxFigure;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, ref int at, out decimal value)
    {
        int from = at;
        var digits = new StringBuilder();
        bool fraction = false;
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
            else if (text[at] is '.' && !fraction && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
                && (at > from || from == 0 || text[from - 1] == ' '))
            {
                // ".5 million" begins with its point; behind another point or a letter it is none of a figure.
                digits.Append('.');
                fraction = true;
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
    private static bool IsGroup(ReadOnlySpan<char> text, int at) =>
        at + 3 <= text.Length && text.Slice(at, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}

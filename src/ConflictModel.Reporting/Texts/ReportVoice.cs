using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>Figures, dates and sentences in one of the languages of a report.</summary>
/// <param name="texts">The words.</param>
/// <param name="isolates">
/// Whether numbers and names that are put into a sentence are set apart by Unicode's isolates, so that each keeps its own direction.
/// </param>
/// <param name="easternDigits">Whether digits are the Arabic-Indic ones.</param>
internal sealed class ReportVoice(ReportTexts texts, bool isolates = false, bool easternDigits = false)
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const char ArabicIndicZero = '\u0660';
    private const char ArabicThousands = '\u066c';

    /// <summary>The words.</summary>
    public ReportTexts Texts => texts;

    /// <summary>A number, its thousands set apart.</summary>
    public string Number(long number) => Digits(number.ToString("#,0", CultureInfo.InvariantCulture), isNumber: true);

    /// <summary>A text with its digits as the report writes digits: a date, a week.</summary>
    public string Digits(string text) => Digits(text, isNumber: false);

    /// <summary>The words for a member of an enumeration.</summary>
    public string Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => texts.Members.GetValueOrDefault(member) ?? Words.Of(member);

    /// <summary>Bounds in words.</summary>
    public string Of(Bounds bounds) => bounds switch
    {
        { Lower: 0, Upper: null } => texts.AnyNumber,
        { IsSingle: true } => Number(bounds.Lower),
        { Upper: { } upper } => Fill(texts.Range, Number(bounds.Lower), Number(upper)),
        _ => Fill(texts.OrMore, Number(bounds.Lower)),
    };

    /// <summary>An estimate as it was said: the source's own words where it has some, else its figures.</summary>
    public string Of(Estimate estimate) =>
        estimate.Wording is { } wording ? Fill(texts.Quoted, wording) : Of(estimate.Low, estimate.Best, estimate.High);

    /// <summary>Low, best and high, as far as they are known.</summary>
    public string Of(long? low, long? best, long? high)
    {
        string range = (low, high) switch
        {
            ({ } least, { } most) when least == most => Number(least),
            ({ } least, { } most) => Fill(texts.Range, Number(least), Number(most)),
            ({ } least, null) => Fill(texts.OrMore, Number(least)),
            (null, { } most) => Fill(texts.AtMost, Number(most)),
            _ => "",
        };
        return best is not { } middle ? (range.Length == 0 ? texts.NoFigure : range)
            : range.Length == 0 ? Fill(texts.Best, Number(middle))
            : low == high && best == low ? range
            : Fill(texts.WithBest, range, Number(middle));
    }

    /// <summary>A sum of published figures: what some incidents lack is no end and no best figure of the sum, and is counted.</summary>
    public string Of(Sums sums)
    {
        string text = Of(sums.Low, sums.WithoutBest == 0 ? sums.Best : null, sums.WithoutHigh == 0 ? sums.High : null);
        long without = Math.Max(sums.WithoutLow, Math.Max(sums.WithoutBest, sums.WithoutHigh));
        return without == 0 || without == sums.Incidents ? text : $"{text} {Fill(texts.WithoutOneOf, Number(without))}";
    }

    /// <summary>A source's words for a date with the date behind them.</summary>
    public string Of(ReportedDate date)
    {
        string plain = Isolated(Of(date.Date));
        return date.Wording is { } words ? Fill(texts.DateInWords, words, plain) : plain;
    }

    /// <summary>A date in words where its notation has signs that only those read who know it; else as it is written.</summary>
    public string Of(UncertainDate date)
    {
        if (date == default)
        {
            return texts.DateUnknown;
        }

        string text = date.ToString();
        if (text.Split('/') is [var start, var end])
        {
            return (start, end) switch
            {
                (_, "..") => Fill(texts.Onwards, Digits(start)),
                ("..", _) => Fill(texts.Until, Digits(end)),
                (_, "") => Fill(texts.EndNotSaid, Digits(start)),
                ("", _) => Fill(texts.StartNotSaid, Digits(end)),
                _ => Fill(texts.Range, Digits(start), Digits(end)),
            };
        }

        return text switch
        {
            [_, _, _, _, '-', '4', '0'] => Fill(texts.FirstHalfOf, Digits(text[..4])),
            [_, _, _, _, '-', '4', '1'] => Fill(texts.SecondHalfOf, Digits(text[..4])),
            [_, _, _, _, '-', 'X', 'X', '-', 'X', 'X'] => Fill(texts.SomeDayIn, Digits(text[..4])),
            [_, _, _, _, '-', _, not 'X', '-', 'X', 'X'] => Fill(texts.SomeDayIn, Digits(text[..7])),
            _ => Digits(text),
        };
    }

    /// <summary>So many of something.</summary>
    public string Counted(long number, Plural things) => Fill(things.For(number), Number(number));

    /// <summary>A template with its places filled: each value keeps its own direction.</summary>
    public string Fill(string template, params ReadOnlySpan<string> values)
    {
        var filled = new StringBuilder(template.Length + 16);
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] == '{' && i + 2 < template.Length && template[i + 2] == '}')
            {
                filled.Append(Isolated(values[template[i + 1] - '0']));
                i += 2;
            }
            else
            {
                filled.Append(template[i]);
            }
        }

        return filled.ToString();
    }

    /// <summary>A text that keeps its own direction within a line.</summary>
    /// <remarks>What in it would end this, or would not end itself, is left out.</remarks>
    public string Isolated(string text)
    {
        if (!isolates || text.Length == 0)
        {
            return text;
        }

        (bool isBalanced, bool isWrapped) = Isolates(text);
        return isWrapped ? text
            : isBalanced ? $"{FirstStrongIsolate}{text}{PopIsolate}"
            : $"{FirstStrongIsolate}{string.Concat(text.Where(letter => letter is < '\u2066' or > PopIsolate))}{PopIsolate}";
    }

    /// <summary>Whether each isolate of a text ends within it, and whether one is all of the text.</summary>
    private static (bool IsBalanced, bool IsWrapped) Isolates(string text)
    {
        int depth = 0;
        bool isWrapped = text[0] == FirstStrongIsolate;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { >= '\u2066' and <= FirstStrongIsolate => 1, PopIsolate => -1, _ => 0 };
            if (depth < 0)
            {
                return (false, false);
            }

            isWrapped &= depth > 0 || i == text.Length - 1;
        }

        return (depth == 0, depth == 0 && isWrapped);
    }

    private string Digits(string text, bool isNumber) => !easternDigits
        ? text
        : string.Create(text.Length, (text, isNumber), static (span, given) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                char letter = given.text[i];
                span[i] = char.IsAsciiDigit(letter) ? (char)(ArabicIndicZero + (letter - '0'))
                    : letter == ',' && given.isNumber ? ArabicThousands : letter;
            }
        });
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>Text on a screen of some width: how many cells it takes, and how it is shortened and broken.</summary>
internal static class ScreenText
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';
    private const string Ellipsis = "…";

    /// <summary>
    /// C0, delete and C1, and the marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm but for the two isolates
    /// that the command sets itself.
    /// </summary>
    private static readonly SearchValues<char> Commands = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
        '\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067',
    ]);

    /// <summary>How many cells of a screen a text takes: an Arabic vowel sign none, a Chinese character two.</summary>
    public static int WidthOf(string text) => IsAscii(text) ? text.Length : text.GetCellWidth();

    /// <summary>A text in one line: no character of it moves the cursor, commands the terminal or turns the text around it.</summary>
    public static string Plain(string text) => !IsAscii(text) && text.AsSpan().ContainsAny(Commands)
        ? Visible(string.Concat(text.Select(c => char.IsControl(c) && char.IsWhiteSpace(c) ? ' ' : c)))
        : text;

    /// <summary>
    /// A text without what commands a terminal or turns the text around it: such characters stand as JSON writes them, <c>\u001b</c>.
    /// Line feeds and tabs stay, and so do the isolates that <see cref="Isolated"/> adds.
    /// </summary>
    public static string Visible(ReadOnlySpan<char> text)
    {
        var visible = new StringBuilder(text.Length);
        for (int next; (next = text.IndexOfAny(Commands)) >= 0; text = text[(next + 1)..])
        {
            visible.Append(text[..next]);
            bool isKept = text[next] is '\n' or '\t' || (Environment.NewLine == "\r\n" && text[next..] is ['\r', '\n', ..]);
            _ = isKept ? visible.Append(text[next]) : visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[next]:x4}");
        }

        return visible.Append(text).ToString();
    }

    /// <summary>A text that nothing is taken for markup in, nor as a command to the terminal.</summary>
    public static string Marked(string text) => Markup.Escape(Visible(text));

    /// <summary>A text of no more than so many cells: what is left out, an ellipsis stands for.</summary>
    public static string Shortened(string text, int width)
    {
        if (WidthOf(text) <= width)
        {
            return text;
        }

        var shortened = new StringBuilder();
        int taken = 0;
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            string letter = letters.GetTextElement();
            taken += WidthOf(letter);
            if (taken > width - 1)
            {
                break;
            }

            shortened.Append(letter);
        }

        return shortened.ToString().TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// A text set apart by Unicode's isolates if it is written from right to left, so that the figures beside it keep their order.
    /// </summary>
    /// <remarks>An isolate of the text's own would end this one before its time, and is shown.</remarks>
    public static string Isolated(string text) => text.Any(IsRightToLeft)
        ? FirstStrongIsolate
            + text.Replace("\u2068", @"\u2068", StringComparison.Ordinal).Replace("\u2069", @"\u2069", StringComparison.Ordinal)
            + PopIsolate
        : text;

    /// <summary>
    /// The lines of a text on a screen of so many cells, those from the second on indented. They break between words, and within one
    /// only if it is longer than a line.
    /// </summary>
    private static IEnumerable<string> Lines(string text, int width, int indent)
    {
        var line = new StringBuilder();
        int taken = 0;
        bool isBegun = false;
        foreach (string word in text.Split(' '))
        {
            string rest = word;
            if (isBegun && taken + 1 + WidthOf(rest) > width)
            {
                yield return line.ToString();
                taken = Begin(indent);
                isBegun = false;
            }

            while (WidthOf(rest) > width - taken - (isBegun ? 1 : 0))
            {
                int cut = Math.Max(1, Fitting(rest, width - taken));
                yield return line.Append(rest.AsSpan(0, cut)).ToString();
                rest = rest[cut..];
                taken = Begin(indent);
            }

            line.Append(isBegun ? " " : "").Append(rest);
            taken += (isBegun ? 1 : 0) + WidthOf(rest);
            isBegun = true;
        }

        yield return line.ToString();

        int Begin(int at)
        {
            line.Clear().Append(' ', at);
            return at;
        }
    }

    /// <summary>Writes a line, and for a screen of some width breaks it into lines that fit, those from the second on indented.</summary>
    public static void WriteWrapped(this TextWriter output, string line, int? width, int indent = 2)
    {
        if (width is not { } cells)
        {
            output.WriteLine(line);
            return;
        }

        foreach (string part in Lines(Plain(line), cells, indent))
        {
            output.WriteLine(part);
        }
    }

    /// <summary>How many characters of a text fit into so many cells, no letter cut in two.</summary>
    private static int Fitting(string text, int width)
    {
        int length = 0;
        int taken = 0;
        TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext() && (taken += WidthOf(letters.GetTextElement())) <= width)
        {
            length = letters.ElementIndex + letters.GetTextElement().Length;
        }

        return length;
    }

    /// <summary>Whether every character is a letter, digit or sign of ASCII, as most are, so that nobody need look any closer.</summary>
    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Hebrew, Arabic and the scripts between them, and their presentation forms.</summary>
    private static bool IsRightToLeft(char c) =>
        c is (>= '\u0590' and <= '\u08ff') or (>= '\ufb1d' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff');
}

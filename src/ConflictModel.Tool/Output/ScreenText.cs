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
    /// C0, delete and C1, the separators of lines and paragraphs, and the marks, embeddings, overrides and isolates of Unicode's
    /// bidirectional algorithm.
    /// </summary>
    private static readonly SearchValues<char> Commands = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
        '\u061c', '\u200e', '\u200f', .. Enumerable.Range(0x2028, 7).Concat(Enumerable.Range(0x2066, 4)).Select(code => (char)code),
    ]);

    /// <summary>How many cells of a screen a text takes: an Arabic vowel sign none, a Chinese character two.</summary>
    public static int WidthOf(string text) => IsAscii(text) ? text.Length : text.GetCellWidth();

    /// <summary>A text in one line: no character of it moves the cursor, commands the terminal or turns the text around it.</summary>
    public static string Plain(string text) => !IsAscii(text) && text.AsSpan().ContainsAny(Commands)
        ? Visible(string.Concat(text.Select(c => char.IsControl(c) && char.IsWhiteSpace(c) ? ' ' : c)))
        : text;

    /// <summary>
    /// A text without what commands a terminal or turns the text around it: such characters stand as JSON writes them, <c>\u001b</c>.
    /// Line feeds and tabs stay.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsIsolates">
    /// Whether a line may hold isolates that are the command's own, <see cref="Isolated"/>: such that end in their line stay.
    /// </param>
    public static string Visible(ReadOnlySpan<char> text, bool keepsIsolates = false)
    {
        HashSet<int>? isolates = keepsIsolates && text.Contains(FirstStrongIsolate) ? Isolates(text) : null;
        var visible = new StringBuilder(text.Length);
        int start = 0;
        for (int next; (next = text[start..].IndexOfAny(Commands)) >= 0; start += next + 1)
        {
            int at = start + next;
            bool isKept = text[at] is '\n' or '\t' || text[at..] is ['\r', '\n', ..] || isolates?.Contains(at) == true;
            visible.Append(text.Slice(start, next));
            _ = isKept ? visible.Append(text[at]) : visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
        }

        return visible.Append(text[start..]).ToString();
    }

    /// <summary>A text that nothing is taken for markup in, nor as a command to the terminal.</summary>
    public static string Marked(string text) => Markup.Escape(Visible(text, keepsIsolates: true));

    /// <summary>Where isolates begin and end that take their direction from what stands in them, as the command's own do.</summary>
    private static HashSet<int> Isolates(ReadOnlySpan<char> text)
    {
        HashSet<int> isolates = [];
        Stack<int> open = [];
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                    open.Clear();
                    break;
                case '\u2066' or '\u2067' or FirstStrongIsolate:
                    open.Push(i);
                    break;
                case PopIsolate when open.TryPop(out int begin) && text[begin] == FirstStrongIsolate:
                    isolates.UnionWith([begin, i]);
                    break;
            }
        }

        return isolates;
    }

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

        output.WriteBroken(Plain(line), cells, indent);
    }

    /// <summary>
    /// Breaks a line into lines that fit on a screen, those from the second on indented. What is data in it is plain already.
    /// </summary>
    public static void WriteBroken(this TextWriter output, string line, int width, int indent)
    {
        foreach (string part in Lines(line, width, indent))
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

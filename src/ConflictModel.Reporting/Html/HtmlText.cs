using System.Text;

namespace ConflictModel.Reporting;

/// <summary>Texts as HTML.</summary>
/// <remarks>
/// Characters of markup are escaped. Unicode's isolates become bdi elements that are closed within the text; its overrides and embeddings,
/// which turn what stands behind them, control characters and halves of surrogate pairs are shown as the replacement character.
/// </remarks>
internal static class HtmlText
{
    private const char Replacement = '\ufffd';

    public static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var html = new StringBuilder(text.Length + 16);
        int isolates = 0;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\u2066' or '\u2067' or '\u2068':
                    html.Append(text[i] switch { '\u2066' => "<bdi dir=\"ltr\">", '\u2067' => "<bdi dir=\"rtl\">", _ => "<bdi>" });
                    isolates++;
                    break;
                case '\u2069' when isolates > 0:
                    html.Append("</bdi>");
                    isolates--;
                    break;
                case '\u2069':
                    break;
                default:
                    i += Escape(html, text, i);
                    break;
            }
        }

        for (; isolates > 0; isolates--)
        {
            html.Append("</bdi>");
        }

        return html.ToString();
    }

    /// <summary>A text as the value of an attribute: no element can stand there, and nothing is set apart.</summary>
    public static string OfAttribute(string text) => Escaped(text, keepsIsolates: false);

    /// <summary>A text of a picture: no element of HTML can stand there, and isolates do what they do in any text.</summary>
    public static string OfLabel(string text) => Escaped(text, keepsIsolates: true);

    private static string Escaped(string text, bool keepsIsolates)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var html = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            if (keepsIsolates || text[i] is < '\u2066' or > '\u2069')
            {
                i += Escape(html, text, i);
            }
        }

        return html.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (char letter in text)
        {
            if (letter is < ' ' or '<' or '>' or '&' or '"' or '\'' or (>= '\u007f' and <= '\u009f') or (>= '\u2028' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069') or (>= '\ud800' and <= '\udfff') or (>= '\ufff0'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends one character, and returns how many more of the text it took.</summary>
    private static int Escape(StringBuilder html, string text, int at)
    {
        char letter = text[at];
        if (char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            html.Append(letter).Append(text[at + 1]);
            return 1;
        }

        _ = letter switch
        {
            '<' => html.Append("&lt;"),
            '>' => html.Append("&gt;"),
            '&' => html.Append("&amp;"),
            '"' => html.Append("&quot;"),
            '\'' => html.Append("&#39;"),
            '\t' or '\n' or '\r' or '\u2028' or '\u2029' => html.Append(' '),
            < ' ' or (>= '\u007f' and <= '\u009f') or (>= '\u202a' and <= '\u202e') or (>= '\ud800' and <= '\udfff') or >= '\ufff0' =>
                html.Append(Replacement),
            _ => html.Append(letter),
        };
        return 0;
    }
}

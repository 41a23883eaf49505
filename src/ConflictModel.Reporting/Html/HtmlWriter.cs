namespace ConflictModel.Reporting;

/// <summary>Writes elements and texts of a page, so that no text of a record becomes markup or turns the line around it.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    private static readonly HashSet<string> Void = ["br", "meta", "input", "rect", "line", "circle", "path", "use", "col"];

    private readonly Stack<string> open = [];

    /// <summary>Markup of the page's own: never a text of a record.</summary>
    public void Raw(string markup) => output.Write(markup);

    /// <summary>Begins an element. An attribute without a value is left out; one with an empty value stands alone.</summary>
    public void Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            output.Write(' ');
            output.Write(name);
            if (value.Length > 0)
            {
                output.Write("=\"");
                output.Write(HtmlText.OfAttribute(value));
                output.Write('"');
            }
        }

        if (Void.Contains(tag))
        {
            output.Write(tag is "br" or "meta" or "input" or "col" ? ">" : "/>");
            return;
        }

        output.Write('>');
        open.Push(tag);
    }

    /// <summary>Ends the element that was begun last.</summary>
    public void Close()
    {
        string tag = open.Pop();
        output.Write("</");
        output.Write(tag);
        output.Write('>');
        if (tag is "tr" or "p" or "li" or "table" or "figure" or "section" or "ul" or "ol" or "svg" or "details" or "h2" or "h3" or "dl")
        {
            output.Write('\n');
        }
    }

    /// <summary>A text: what sets it apart from its line (Unicode's isolates) becomes an element.</summary>
    public void Text(string text) => output.Write(HtmlText.Of(text));

    /// <summary>A text within a picture, where no element of HTML can stand: what sets it apart stays as it is.</summary>
    public void Label(string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open("text", attributes);
        output.Write(HtmlText.OfLabel(text));
        Close();
    }

    /// <summary>An element with a text.</summary>
    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        Text(text);
        Close();
    }
}

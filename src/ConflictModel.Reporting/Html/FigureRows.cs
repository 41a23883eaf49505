using System.Globalization;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>The rows of a count: a figure, the breakdowns that it has, and the contradictions at it.</summary>
/// <param name="page">The page.</param>
/// <param name="toll">The figures.</param>
/// <param name="attributedTo">The actors whom the headline names.</param>
/// <param name="scale">The count at the end of a bar.</param>
/// <param name="hasOperations">Whether there is a column of operations.</param>
internal sealed class FigureRows(
    ReportPage page, TollFigures toll, ValueList<ActorId> attributedTo, long scale, bool hasOperations)
{
    private readonly HtmlWriter html = page.Html;
    private readonly ArithmeticText arithmetic = new(page, toll, attributedTo);
    private readonly ILookup<FigurePath, Contradiction> clashes =
        toll.Derivation.Contradictions.ToLookup(contradiction => contradiction.Subject);

    /// <summary>A figure with all that divides it.</summary>
    public void Write(DerivedFigure figure, Estimate operations, int depth)
    {
        WriteRow(page.LabelOf(toll, figure, attributedTo), figure, operations, depth);
        WriteBreakdowns(figure, depth + 1);
    }

    public void WriteBreakdowns(DerivedFigure figure, int depth)
    {
        foreach (DerivedBreakdown breakdown in figure.Breakdowns)
        {
            html.Open("tr", ("class", "by"));
            html.Open("td", ("colspan", hasOperations ? "5" : "4"), ("style", Indent(depth)));
            html.Text(HeadOf(breakdown.Breakdown));
            html.Close();
            html.Close();
            foreach (DerivedFigure part in breakdown.Parts)
            {
                Write(part, part.Part!.Operations, depth + 1);
            }

            if (breakdown.Breakdown.Kind == BreakdownKind.Inclusion && !Worth.Nothing(breakdown)
                && !Worth.Nothing(breakdown.Residual.Bounds))
            {
                Write(breakdown.Residual, default, depth + 1);
            }
        }
    }

    /// <summary>One figure: what was said, what follows, and a bar of both.</summary>
    public void WriteRow(string label, DerivedFigure figure, Estimate operations, int depth)
    {
        bool isDerived = figure.IsDerived && !Worth.Nothing(figure.Bounds);
        string style = isDerived ? "derived" : figure.Reported.IsEmpty ? "open" : "said";
        html.Open("tr", ("class", style), ("data-path", toll.PathOf(figure)));
        html.Element("th", label, ("scope", "row"), ("style", Indent(depth)));
        page.Number(figure.Reported.IsEmpty ? figure.Kind == FigureKind.Part ? page.Texts.NoFigure : "" : page.Voice.Of(figure.Reported));
        html.Open("td", ("class", "n"));
        Follows(figure, isDerived);
        html.Close();
        if (hasOperations)
        {
            page.Number(operations.IsEmpty ? "" : page.Voice.Of(operations));
        }

        html.Open("td", ("class", "bar"));
        Bar(figure, isDerived);
        html.Close();
        html.Close();
        foreach (Contradiction clash in clashes[figure.Path])
        {
            html.Open("tr", ("class", "clash"));
            html.Open("td", ("colspan", hasOperations ? "5" : "4"), ("style", Indent(depth)));
            arithmetic.Write(clash);
            html.Close();
            html.Close();
        }
    }

    private void Follows(DerivedFigure figure, bool isDerived)
    {
        if (isDerived)
        {
            // On paper only what has a sum is opened.
            html.Open("details", ("class", figure.Because?.Contains(' ', StringComparison.Ordinal) == true ? null : "plain"));
            html.Open("summary");
            html.Open("b");
            html.Text(page.Voice.Of(figure.Bounds));
            html.Close();
            html.Text(" ");
            html.Element("small", figure.Bounds.IsOuter ? page.Texts.DerivedAtTheOutside : page.Texts.Derived);
            html.Close();
            arithmetic.Write(figure.Explain());
            html.Close();
        }
        else if (Worth.Nothing(figure.Bounds))
        {
            html.Text(toll.Derivation.IsConsistent ? page.Texts.AnyNumber : page.Texts.NotDerived);
        }
        else if (!figure.Reported.IsExact)
        {
            html.Text(page.Voice.Fill(page.Texts.ReadAs, page.Voice.Of(figure.Bounds)));
        }
    }

    /// <summary>A bar: filled up to the least that is certain, open up to the most that is possible; a line at the best figure.</summary>
    private void Bar(DerivedFigure figure, bool isDerived)
    {
        if (Worth.Nothing(figure.Bounds))
        {
            return;
        }

        (double low, double high) = (Share(figure.Bounds.Lower), Share(figure.Bounds.Upper ?? scale));
        html.Open("svg", ("class", isDerived ? "b derived" : "b"), ("aria-hidden", "true"), ("focusable", "false"));
        html.Open("rect", ("class", "track"), ("y", "6"), ("width", "100%"), ("height", "2"));
        html.Open("rect", ("class", "sure"), ("y", "2"), ("width", Percent(low)), ("height", "10"));
        if (high > low)
        {
            html.Open("rect", ("class", "maybe"), ("x", Percent(low)), ("y", "2"), ("width", Percent(high - low)), ("height", "10"));
        }

        if (figure.Best is { } best && !figure.Bounds.IsSingle)
        {
            string at = Percent(Share(best));
            html.Open("line", ("class", "best"), ("x1", at), ("x2", at), ("y1", "0"), ("y2", "14"));
        }

        html.Close();
    }

    private double Share(long count) => Math.Min(1, (double)count / scale);

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string? Indent(int depth) => depth == 0 ? null : $"--d:{depth.ToString(CultureInfo.InvariantCulture)}";

    private string HeadOf(Breakdown breakdown)
    {
        ReportTexts texts = page.Texts;
        string head = page.Voice.Fill(
            breakdown.Kind == BreakdownKind.Partition ? texts.MadeUpOf : texts.Including, page.Voice.Of(breakdown.By));
        return head
            + (breakdown.Disjoint ? texts.Comma + texts.NobodyTwice : "")
            + (breakdown.Reading == Reading.Inferred ? $" ({texts.Inferred})" : "")
            + (breakdown.Truncated ? $" ({texts.CutShort})" : "");
    }
}

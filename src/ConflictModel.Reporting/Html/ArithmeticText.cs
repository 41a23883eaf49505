using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>Why a figure is what it is, and why figures can't all be true: the sums, and the figures they are of.</summary>
internal sealed class ArithmeticText(ReportPage page, TollFigures toll, ValueList<ActorId> attributedTo)
{
    private const string Minus = " \u2212 ";
    private const string Plus = " + ";
    private const int MostTerms = 24;

    private readonly HtmlWriter html = page.Html;

    /// <summary>Both ends of derived bounds with the figures that each follows from.</summary>
    public void Write(Explanation explanation)
    {
        bool isOne = explanation.Lower.Value == explanation.Upper.Value;
        html.Open("div", ("class", "why"));
        if (isOne)
        {
            bool tellsUpper = explanation.Upper.Steps.Count >= explanation.Lower.Steps.Count;
            Write(tellsUpper ? explanation.Upper : explanation.Lower, page.Texts.Exactly);
        }
        else
        {
            Write(explanation.Lower, page.Texts.AtLeastIs);
            Write(explanation.Upper, page.Texts.AtMostIs);
        }

        html.Close();
    }

    /// <summary>A contradiction: its sum, the figures that can't all be true, and each change that would mend it.</summary>
    public void Write(Contradiction clash)
    {
        html.Open("p");
        html.Element("strong", page.Texts.Contradiction);
        html.Text(" ");
        html.Text(page.Voice.Fill(
            clash.IsOfOperations ? page.Texts.ContradictionOfOperations : page.Texts.ContradictionOfPeople,
            Sum(clash.Terms), page.Voice.Number(clash.Sum), page.Voice.Number(clash.Against)));
        html.Close();
        if (clash.Repairs.Count == 0)
        {
            return;
        }

        html.Element("p", page.Texts.RepairsWouldMend);
        html.Open("ul");
        foreach (Contradiction.Repair repair in clash.Repairs.Take(MostTerms))
        {
            string of = clash.IsOfOperations ? page.Texts.ColumnOperations + page.Texts.Comma + LabelOf(repair.Path) : LabelOf(repair.Path);
            html.Element("li", page.Voice.Fill(page.Texts.Repair, of, page.Voice.Of(repair.Figure), page.Voice.Of(repair.Needed)));
        }

        html.Close();
    }

    private void Write(Explanation.End end, string lead)
    {
        if (end.Value is not { } value || (value == 0 && end.Steps.IsEmpty))
        {
            return;
        }

        html.Open("p");
        string sum = end.Arithmetic is null || end.Steps.Count < 2 ? "" : " = " + Sum(end.Steps);
        html.Text(page.Voice.Fill(lead, page.Voice.Number(value)) + sum);
        html.Close();
        if (!end.IsExplained)
        {
            html.Element("p", page.Texts.NotExplained);
            return;
        }

        html.Open("ul");
        foreach (Explanation.Step step in end.Steps)
        {
            html.Element("li", page.Voice.Fill(
                step.IsSubtracted ? page.Texts.StepLess : page.Texts.StepFrom, page.Voice.Number(step.Value), LabelOf(step.Path)));
        }

        html.Close();
    }

    private string LabelOf(FigurePath path) =>
        toll.Derivation.Find(path) is { } figure ? page.LabelOf(toll, figure, attributedTo) : path.Value;

    private string Sum(ValueList<Explanation.Step> steps)
    {
        string sum = "";
        foreach (Explanation.Step step in steps)
        {
            sum += (sum.Length, step.IsSubtracted) switch
            {
                (0, true) => Minus.TrimStart(),
                (0, false) => "",
                (_, true) => Minus,
                _ => Plus,
            };
            sum += page.Voice.Number(step.Value);
        }

        return page.Voice.Isolated(sum);
    }

    private string Sum(ValueList<long> terms) => terms.Count <= MostTerms
        ? string.Join(Plus, terms.Select(page.Voice.Number))
        : string.Join(Plus, terms.Take(MostTerms - 1).Select(page.Voice.Number)) + $"{Plus}\u2026{Plus}" + page.Voice.Number(terms[^1]);
}

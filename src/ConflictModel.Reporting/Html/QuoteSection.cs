namespace ConflictModel.Reporting;

/// <summary>The first screen: what may be quoted, each sentence with its bounds, its source and its vintage.</summary>
internal sealed class QuoteSection(ReportPage page)
{
    private readonly QuoteText sentences = new(page.Voice, page.Names);

    public void Write()
    {
        ValueList<Quote> quotes = page.Model.Quotes;
        page.BeginSection("quote", page.Texts.QuoteTitle);
        if (quotes.IsEmpty)
        {
            page.Line(page.Texts.QuoteNone);
        }
        else
        {
            page.Html.Open("ol", ("class", "quotes"));
            foreach (Quote quote in quotes)
            {
                page.Html.Open("li");
                page.Html.Element("blockquote", sentences.Of(quote));
                page.Html.Open("p", ("class", "cite"));
                page.Html.Text(sentences.SourceOf(quote));
                page.Html.Text(" ");
                if (quote is Quote.OfTally { Tally: var tally })
                {
                    page.Link(ReportPage.AnchorOf(tally.Id), page.Texts.ShowArithmetic);
                }
                else
                {
                    page.Link("record", page.Texts.ShowIncidents);
                }

                page.Html.Close();
                page.Html.Close();
            }

            page.Html.Close();
        }

        page.Html.Close();
    }
}

namespace ConflictModel.Reporting;

/// <summary>One published total as an indented table with bars: what was said, what follows, and what can't be true.</summary>
internal sealed class CountFigure(ReportPage page, Tally tally)
{
    private readonly HtmlWriter html = page.Html;

    public void Write()
    {
        html.Open("figure", ("class", "count"), ("id", page.Taken(ReportPage.AnchorOf(tally.Id))));
        html.Open("figcaption");
        html.Element("h3", tally.Title ?? tally.Id.Value);
        page.Facts(Facts());
        html.Close();
        new CountTable(page, tally.Scope.AttributedTo).Write(tally.Title ?? tally.Id.Value, page.Model.Figures.Of(tally));
        html.Close();
    }

    private IEnumerable<string> Facts()
    {
        (ReportVoice voice, ReportTexts texts, RecordNames names, Scope scope) = (page.Voice, page.Texts, page.Names, tally.Scope);
        string?[] facts =
        [
            voice.Fill(texts.SaidBy, names.Of(tally.Report.Citation)),
            scope.Period is { } period ? voice.Fill(texts.PeriodIs, voice.Of(period)) : null,
            scope.Regions.IsEmpty ? null : voice.Fill(texts.PlaceIs, names.Of(scope.Regions)),
            scope.AttributedTo.IsEmpty ? null : voice.Fill(texts.AttributedTo, names.Of(scope.AttributedTo)),
            scope.Victims is { } victims ? voice.Fill(texts.OnlyOf, names.Of(victims)) : null,
            tally.AsOf is { } date ? voice.Fill(texts.AsOf, voice.Of(date)) : null,
            tally.Cumulative ? texts.RunningTotal : null,
            tally.Supersedes.IsEmpty ? null : voice.Fill(texts.Replaces, string.Join(texts.Comma, tally.Supersedes)),
        ];
        return facts.OfType<string>().Concat(page.GroundsOf(tally.Report));
    }
}

namespace ConflictModel.Reporting;

/// <summary>The count: each published total as a tree of figures.</summary>
internal sealed class CountSection(ReportPage page)
{
    public void Write()
    {
        ValueList<Tally> tallies = page.Model.Dataset.Tallies;
        if (tallies.IsEmpty)
        {
            return;
        }

        page.BeginSection("count", page.Texts.CountTitle, page.Texts.CountLead);
        page.Folding(tallies, ReportPage.OpenRows, shown =>
        {
            foreach (Tally tally in shown)
            {
                new CountFigure(page, tally).Write();
            }
        });
        page.Html.Close();
    }
}

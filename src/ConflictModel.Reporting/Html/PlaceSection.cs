using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>Where people were harmed: a map of what is known closely, and counts and words for the rest.</summary>
internal sealed class PlaceSection(ReportPage page, Outlines? outlines)
{
    private const int OpenPoints = 20;

    private readonly HtmlWriter html = page.Html;

    public void Write()
    {
        if (page.Model.Places is not { } view)
        {
            return;
        }

        ReportTexts texts = page.Texts;
        page.BeginSection("where", texts.WhereTitle, page.Voice.Fill(texts.WhereLead, page.Voice.Of(view.Harm)));
        bool hasMap = !view.Points.IsEmpty || outlines is not null;
        html.Open("figure", ("class", "place"));
        html.Open("figcaption");
        html.Open("ul");
        foreach (string sentence in Sentences(view))
        {
            html.Element("li", sentence);
        }

        html.Close();
        if (hasMap)
        {
            html.Element("p", outlines is null ? texts.WhereMapPlain : texts.WhereMapOutlined);
        }

        html.Close();
        if (hasMap)
        {
            new Map(page, view, outlines).Write();
        }

        Tables(view);
        html.Close();
        html.Close();
    }

    private IEnumerable<string> Sentences(PlaceView view)
    {
        IEnumerable<string> tallies = view.Tallies.Select(page.Names.Of);
        return view.Whole.Incidents == 0 ? tallies : tallies.Append(page.Voice.Fill(
            page.Texts.WhereSummary,
            page.Voice.Counted(view.Whole.Incidents, page.Texts.Incidents), page.Voice.Number(view.Placed.Incidents),
            page.Voice.Number(view.InAreas.Incidents),
            page.Voice.Number(view.Nowhere.Incidents)));
    }

    private void Tables(PlaceView view)
    {
        Areas(page.Texts.WhereAreas, view.Areas);
        Areas(page.Texts.WhereOutlined, view.Outlined);
        if (view.Points.IsEmpty)
        {
            return;
        }

        html.Open("details");
        html.Element("summary", page.Voice.Counted(view.Points.Count, page.Texts.Points));
        GroupedSums<Coordinates>.Group[] most = [.. view.Points.OrderByDescending(PlaceView.MostOf).Take(OpenPoints)];
        Table(
            page.Texts.WherePoints, most, OpenPoints,
            point => Row(page.Voice.Digits(point.Key.ToString()), null, point.Certain, point.Possible));
        if (view.Points.Count > most.Length)
        {
            page.Line(page.Voice.Fill(page.Texts.WherePointsOnMap, page.Voice.Number(view.Points.Count - most.Length)));
        }

        html.Close();
    }

    private void Areas(string title, ValueList<GroupedSums<RegionId>.Group> areas)
    {
        if (areas.IsEmpty)
        {
            return;
        }

        html.Element("h3", title);
        if (areas.Any(area => area.Possible.Incidents > 0))
        {
            page.Line(page.Texts.WhereOutlinedOverlap, "lead");
        }

        GroupedSums<RegionId>.Group[] sorted = [.. areas.OrderByDescending(area => area.Bounds.Upper ?? long.MaxValue)];
        Table(title, sorted, ReportPage.OpenRows, area => Row(page.Names.Of(area.Key), area.Key, area.Certain, area.Possible));
    }

    private void Table<T>(string caption, IReadOnlyList<T> rows, int open, Action<T> write)
    {
        ReportTexts texts = page.Texts;
        page.Folding(rows, open, shown =>
        {
            page.BeginTable(
                caption, texts.ColumnPlace, texts.ColumnIncidents, texts.ColumnCertain, texts.ColumnPerhaps);
            foreach (T row in shown)
            {
                write(row);
            }

            page.EndTable();
        });
    }

    private void Row(string place, RegionId? region, Sums certain, Sums possible)
    {
        html.Open("tr");
        html.Open("th", ("scope", "row"));
        if (region is { } id && page.Model.Dataset.Regions.Any(one => one.Id == id))
        {
            page.Link(ReportPage.AnchorOf(id), place);
        }
        else
        {
            html.Text(place);
        }

        html.Close();
        page.Number(page.Voice.Number(certain.Incidents));
        page.Number(certain.Incidents == 0 ? page.Voice.Number(0) : page.Voice.Of(certain));
        page.Number(possible.Incidents == 0 ? "" : page.Voice.Fill(
            page.Texts.PerhapsIn, page.Voice.Of(possible),
            page.Voice.Counted(possible.Incidents, page.Texts.Incidents)));
        html.Close();
    }
}

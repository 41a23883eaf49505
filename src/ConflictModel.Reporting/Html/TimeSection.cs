namespace ConflictModel.Reporting;

/// <summary>When people were harmed: a chart for each source, each with its table.</summary>
internal sealed class TimeSection(ReportPage page)
{
    private const int MostCharts = 6;

    private readonly HtmlWriter html = page.Html;

    public void Write()
    {
        if (page.Model.Time is not { } view)
        {
            return;
        }

        ReportTexts texts = page.Texts;
        page.BeginSection("when", texts.WhenTitle, page.Voice.Fill(texts.WhenLead, page.Voice.Of(view.Harm), texts.StepOf(view.Scheme)));
        if (view.Buckets.IsEmpty)
        {
            page.Line(texts.WhenTooLong);
        }
        else
        {
            // A choice without a script: the style shows what is chosen.
            html.Open("fieldset");
            html.Element("legend", texts.WhenChoice);
            Choice("when-steps", texts.WhenSteps, isChosen: true);
            Choice("when-sum", texts.WhenCumulative, isChosen: false);
            html.Close();
        }

        TimeSeries[] newest = [.. view.Series.Where(series => !series.IsOlder)];
        page.Folding(newest, MostCharts, shown =>
        {
            // Rival sources stand side by side, on one scale.
            html.Open("div", ("class", shown.Count > 1 ? "beside" : null));
            foreach (TimeSeries series in shown)
            {
                Write(view, series);
            }

            html.Close();
        });
        page.Line(view.More == 0 ? null : page.Voice.Fill(texts.MoreSources, page.Voice.Number(view.More)));
        html.Close();
    }

    private void Choice(string id, string text, bool isChosen)
    {
        html.Open("input", ("type", "radio"), ("name", "when"), ("id", id), ("checked", isChosen ? "" : null));
        html.Element("label", text, ("for", id));
    }

    private void Write(TimeView view, TimeSeries series)
    {
        string source = page.Names.Of(series.Source);
        string title = series.Vintage is { } vintage
            ? source + page.Texts.Comma + page.Voice.Fill(page.Texts.Vintage, vintage.Name)
            : source;
        html.Open("figure", ("class", "time"));
        html.Open("figcaption");
        html.Element("h3", title);
        html.Element("p", Summary(series));
        html.Close();
        if (!view.Buckets.IsEmpty)
        {
            TimeSeries[] older = [.. view.Series.Where(other => other.IsOlder && other.Source == series.Source)];
            html.Open("div", ("class", "steps"));
            new TimeChart(page, view, series, older, isCumulative: false).Write();
            html.Close();
            html.Open("div", ("class", "sum"));
            new TimeChart(page, view, series, older, isCumulative: true).Write();
            html.Close();
            html.Element("p", page.Texts.WhenLegend, ("class", "legend"));
            if (older.Length > 0)
            {
                page.Line(page.Voice.Fill(
                    page.Texts.WhenOlder, string.Join(page.Texts.Comma, older.Select(one => one.Vintage?.Name ?? page.Texts.NotSaid))));
            }

            html.Open("details");
            html.Element("summary", page.Texts.Table);
            Table(view, series, title);
            html.Close();
        }

        html.Close();
    }

    private string Summary(TimeSeries series)
    {
        string all = page.Voice.Fill(
            page.Texts.WhenSummary,
            page.Voice.Counted(series.Whole.Incidents, page.Texts.Incidents),
            page.Voice.Of(series.Whole));
        return series.Undated.Incidents == 0 ? all
            : all + " " + page.Voice.Fill(page.Texts.WhenUndated, page.Voice.Counted(series.Undated.Incidents, page.Texts.Incidents));
    }

    private void Table(TimeView view, TimeSeries series, string title)
    {
        ReportTexts texts = page.Texts;
        page.BeginTable(
            page.Voice.Fill(texts.WhenTable, title),
            texts.ColumnTime, texts.ColumnIncidents, texts.ColumnLow, texts.ColumnBest, texts.ColumnHigh, texts.ColumnPerhaps);
        for (int i = 0, end; i < view.Buckets.Count; i = end)
        {
            TimeSeries.Step step = series.Steps[i];
            for (end = i + 1; end < view.Buckets.Count && IsSame(series.Steps[end], step); end++)
            {
            }

            if (step.Certain.Incidents + step.Possible.Incidents == 0)
            {
                continue;
            }

            html.Open("tr");
            string label = page.Voice.Isolated(page.Voice.Digits(view.Buckets[i].Label));
            string last = page.Voice.Isolated(page.Voice.Digits(view.Buckets[end - 1].Label));
            html.Element("th", end == i + 1 ? label : page.Voice.Fill(texts.Range, label, last), ("scope", "row"));
            page.Number(page.Voice.Number(step.Certain.Incidents));
            page.Number(Figure(step.Certain.Low, step.Certain.Incidents, step.Certain.WithoutLow));
            page.Number(Figure(step.Certain.Best, step.Certain.Incidents, step.Certain.WithoutBest));
            page.Number(Figure(step.Certain.High, step.Certain.Incidents, step.Certain.WithoutHigh));
            page.Number(step.Possible.Incidents == 0 ? "" : page.Voice.Fill(
                texts.PerhapsIn,
                page.Voice.Of(step.Possible),
                page.Voice.Counted(step.Possible.Incidents, texts.Incidents)));
            html.Close();
        }

        page.EndTable();
        page.Line(texts.WhenEmptyLeftOut);
    }

    /// <summary>Whether two steps only hold the same that may have been in either: nothing is certain in them.</summary>
    private static bool IsSame(TimeSeries.Step one, TimeSeries.Step other) =>
        one.Certain.Incidents == 0 && other.Certain.Incidents == 0 && one.Possible == other.Possible;

    /// <summary>A sum, with how many of its incidents lack the figure; 0 where there is no incident.</summary>
    private string Figure(long? sum, long incidents, long without) =>
        incidents == 0 ? page.Voice.Number(0)
        : (sum is { } known ? page.Voice.Number(known) : page.Texts.NoFigure)
            + (without == 0 ? "" : " " + page.Voice.Fill(page.Texts.Without, page.Voice.Number(without)));
}

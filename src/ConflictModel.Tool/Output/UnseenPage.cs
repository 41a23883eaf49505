using System.Globalization;
using System.Text;
using ConflictModel.Reporting;
using ConflictModel.Undercount;

namespace ConflictModel.Tool.Output;

/// <summary>
/// An estimate of the unseen as one page that loads nothing: every answer as a dot with its interval, all on one scale, beside the floor
/// and the hull. Sizes are rounded to people; the text and the JSON have nine digits.
/// </summary>
internal sealed class UnseenPage
{
    private const string Title = "How many nobody listed";

    private const string Style = ".u .bar{min-width:12rem;width:42%}.u .hull{fill:var(--sure);fill-opacity:.16}"
        + ".u line{vector-effect:non-scaling-stroke;stroke:var(--sure);stroke-width:2}.u line.floor{stroke:var(--soft);stroke-width:1}"
        + ".u line.dot{stroke:var(--fg);stroke-width:9;stroke-linecap:round}";

    private readonly HtmlWriter html;
    private readonly UnseenAnswer answer;
    private readonly string id;
    private readonly UnseenInterval[] intervals;
    private readonly double scale;

    private UnseenPage(HtmlWriter html, UnseenAnswer answer, string id)
    {
        (this.html, this.answer, this.id) = (html, answer, id);
        intervals = [.. (answer.Estimate?.WithinDistance ?? []).Select(fit => fit.ProfileInterval())];

        // As wide as the widest answer; what has no limit goes to the edge.
        scale = new[] { answer.Table.Observed * 1.1 }
            .Concat(intervals.Select(interval => interval.High).OfType<double>())
            .Concat((answer.Estimate?.WithinDistance ?? []).Select(fit => fit.Size))
            .Concat((answer.Estimate?.WithoutList ?? []).Select(left => left.Best?.Size).OfType<double>())
            .Max();
    }

    /// <summary>Writes the page in UTF-8; where pairs are undecided, both answers one below the other.</summary>
    public static void Write(Stream stream, IReadOnlyList<(string Heading, UnseenAnswer Answer)> answers)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var html = new HtmlWriter(writer);
        html.Raw("<!DOCTYPE html>\n");
        html.Open("html", ("lang", "en"));
        html.Open("head");
        html.Open("meta", ("charset", "utf-8"));
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", "default-src 'none'; style-src 'unsafe-inline'"));
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Element("title", Title);
        html.Raw($"<style>{ReportStyle.Css}{Style}</style>");
        html.Close();
        html.Open("body", ("class", "u"));
        html.Element("h1", Title);
        html.Open("main");
        for (int i = 0; i < answers.Count; i++)
        {
            if (answers[i].Heading.Length > 0)
            {
                html.Element("h2", answers[i].Heading.TrimEnd());
            }

            new UnseenPage(html, answers[i].Answer, FormattableString.Invariant($"answer-{i + 1}")).Write();
        }

        html.Close();
        html.Element("footer", "Made by ConflictModel. None of these sizes is a count, and no sum of counts takes them.");
        html.Close();
        html.Close();
        html.Raw("\n");
    }

    private void Write()
    {
        html.Open("section", ("id", id));
        html.Element(
            "p", $"{People(answer.Table.Observed)} {(answer.Table.Observed == 1 ? "is" : "are")} on "
                + $"{string.Join(", ", answer.Table.Lists.Take(answer.Table.Lists.Count - 1))} or "
                + $"{answer.Table.Lists[^1]}: a floor, whatever is assumed.");
        if (answer.Estimate is { } estimate)
        {
            html.Element("p", estimate.Hull is { } hull
                ? $"{People(hull.Low)} to {People(hull.High)} in all, by the {People(estimate.WithinDistance.Count)} of "
                    + $"{People(estimate.Models.Count)} models within {NineDigits.Text(estimate.Options.Distance)} of the best by BIC. "
                    + "Which model is true, and whether any is, the lists can't show."
                : "No model has an estimate.");
            html.Element(
                "p", "A dot is what one answer says, a line what chance does to it if its model is true. The pale band is the hull of the "
                    + $"best model and its rivals, the thin line the floor; the scale ends at {People(scale)}.",
                ("class", "legend"));
            Models(estimate);
            LeftOut(estimate);
            Graphs(estimate);
            Chao(estimate.Chao);
            Recovered(estimate);
        }
        else
        {
            html.Element("p", "Two lists are a pair: whether they depend on each other, they can't tell, and no model is made of them.");
        }

        Pairs();
        html.Close();
    }

    private void Models(UnseenEstimate estimate)
    {
        Begin("The best model and its rivals", "Model", "In all", "95 in 100", "BIC", "Beside each other");
        for (int i = 0; i < intervals.Length; i++)
        {
            LogLinearFit fit = estimate.WithinDistance[i];
            string terms = string.Join(" | ", fit.Model.Terms.Select(term => string.Join('+', term)));
            Row(
                terms, fit.Size, intervals[i],
                $"{People(intervals[i].Low)} to {(intervals[i].High is { } high ? People(high) : "no limit")}",
                fit.Bic.ToString("0.0", CultureInfo.InvariantCulture));
        }

        End();
    }

    private void LeftOut(UnseenEstimate estimate)
    {
        Begin("Without a list, by the best model of the others", "List left out", "In all", "Beside each other");
        foreach (UnseenEstimate.LeftOut left in estimate.WithoutList)
        {
            Row(left.List, left.Best?.Size, null);
        }

        End();
    }

    private void Graphs(UnseenEstimate estimate)
    {
        Begin(
            "Decomposable graphs, exactly: those that weigh most, and the average over all",
            "Graph", "In all", "Because", "Weight", "Beside each other");
        var all = estimate.Graphs.ToDictionary(one => one.Graph);
        foreach (GraphAverage.WeightedGraph one in estimate.Average.Graphs.Take(5))
        {
            GraphEstimate graph = all[one.Graph];
            Row(graph.Graph.ToString(), graph.Size, null, graph.Because, one.Weight.ToString("0.000", CultureInfo.InvariantCulture));
        }

        GraphAverage average = estimate.Average;
        var likely = new UnseenInterval(average.Quantiles[0].Size, average.Quantiles[^1].Size);
        Row(
            "Average over all", average.Mean, likely,
            $"delta {NineDigits.Text(average.Delta)}, {People(average.FromUnseen)} to {People(average.UpToUnseen)} unseen", "1");
        End();
    }

    private void Chao(ChaoEstimates chao)
    {
        string because = $"{People(chao.Once)} on one list, {People(chao.Twice)} on two";
        Begin("Chao's estimates: lower bounds, if people differ", "Form", "In all", "Because", "Beside each other");
        Row("1987", chao.Chao1987?.ToDouble(), null, because);
        Row("Corrected for bias", chao.BiasCorrected.ToDouble(), null, because);
        Row("For just so many lists", chao.LowerBound, chao.LowerBoundInterval, because);
        Row("The same, if lists differ too", chao.LowerBoundByList, null, because);
        End();
    }

    private void Recovered(UnseenEstimate estimate)
    {
        Begin("A list's people as the others recover them", "List", "On it", "By independence", "By their best model", "By Chao 1987");
        foreach (UnseenEstimate.Recovery list in estimate.Recovered)
        {
            html.Open("tr");
            html.Element("th", list.List, ("scope", "row"));
            Cells(People(list.Truth), Size(list.Independence), Size(list.Best?.Size), Size(list.Chao1987?.ToDouble()));
            html.Close();
        }

        End();
    }

    private void Pairs()
    {
        Begin("Each two lists, if they were independent", "Lists", "Lincoln and Petersen", "Because", "Chapman", "Beside each other");
        foreach (PairEstimate pair in answer.Pairs)
        {
            Row(
                string.Join(" and ", pair.Lists), pair.LincolnPetersen?.ToDouble(), null,
                $"{People(pair.First)} x {People(pair.Second)} / {People(pair.Both)}", People(pair.Chapman.ToDouble()));
        }

        End();
    }

    private void Begin(string caption, params ReadOnlySpan<string> columns)
    {
        html.Open("figure");
        html.Open("figcaption");
        html.Element("h3", caption);
        html.Close();
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption));
        html.Open("table");
        html.Open("thead");
        html.Open("tr");
        foreach (string column in columns)
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close();
        html.Close();
        html.Open("tbody");
    }

    private void End()
    {
        html.Close();
        html.Close();
        html.Close();
        html.Close();
    }

    private void Row(string name, double? size, UnseenInterval? interval, params ReadOnlySpan<string> cells)
    {
        html.Open("tr");
        html.Element("th", name, ("scope", "row"));
        Cells([Size(size), .. cells]);
        html.Open("td", ("class", "bar"));
        html.Open(
            "svg", ("class", "b"), ("viewBox", "0 0 1000 14"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
            ("focusable", "false"));
        if (answer.Estimate?.Hull is { } hull)
        {
            html.Open(
                "rect", ("class", "hull"), ("x", X(hull.Low)), ("y", "0"), ("height", "14"),
                ("width", NineDigits.Text(1000 * (hull.High - hull.Low) / scale)));
        }

        Line("floor", answer.Table.Observed, answer.Table.Observed, "0", "14");
        if (interval is { } ends)
        {
            Line(null, ends.Low, ends.High ?? scale, "7", "7");
        }

        if (size is { } dot)
        {
            Line("dot", dot, dot, "7", "7");
        }

        html.Close();
        html.Close();
        html.Close();
    }

    private void Cells(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            html.Element("td", cell, ("class", "n"));
        }
    }

    private void Line(string? style, double from, double to, string top, string bottom) =>
        html.Open("line", ("class", style), ("x1", X(from)), ("x2", X(to)), ("y1", top), ("y2", bottom));

    private string X(double size) => NineDigits.Text(1000 * Math.Min(1, size / scale));

    private static string Size(double? size) => size is { } known ? People(known) : "none";

    private static string People(double size) => Math.Round(size).ToString("#,0", CultureInfo.InvariantCulture);
}

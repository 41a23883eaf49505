using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>
/// One chart of time: a band from low to high, a line at the best figures, older vintages as faint lines, and hatched what only may have
/// been then. Time runs from left to right in every language.
/// </summary>
internal sealed class TimeChart(ReportPage page, TimeView view, TimeSeries series, IReadOnlyList<TimeSeries> older, bool isCumulative)
{
    private const int Height = 1000;
    private const int MostLabels = 6;

    // Behind this there is no room for a label.
    private const double LastLabelled = 0.88;

    private readonly HtmlWriter html = page.Html;

    // One scale for all sources, so that their charts can be held against each other.
    private readonly long most =
        Math.Max(1, view.Series.SelectMany(one => one.Steps).Max(step => isCumulative ? step.MostBegun : step.Most));

    public void Write()
    {
        html.Open("div", ("class", "plot"), ("dir", "ltr"), ("role", "img"), ("aria-label", Description()));
        html.Open(
            "svg", ("viewBox", $"0 0 {Text(view.Buckets.Count)} {Text(Height)}"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
            ("focusable", "false"));
        long step = Tick(most);
        for (long at = step; at <= most; at += step)
        {
            html.Open("line", ("class", "grid"), ("x1", "0"), ("x2", Text(view.Buckets.Count)), ("y1", Text(Y(at))), ("y2", Text(Y(at))));
        }

        html.Open("path", ("class", "band"), ("d", Band()));
        foreach (TimeSeries old in older)
        {
            html.Open("path", ("class", "old"), ("d", Line(old, s => Best(s) ?? High(s))));
        }

        html.Open("path", ("class", "edge"), ("d", Line(series, High)));
        html.Open("path", ("class", "edge"), ("d", Line(series, Low)));
        html.Open("path", ("class", "middle"), ("d", Line(series, Best)));
        html.Close();
        Wash();
        for (long at = step; at <= most; at += step)
        {
            html.Element("span", page.Voice.Number(at), ("class", "y"), ("style", $"bottom:{Percent((double)at / most)}"));
        }

        int stride = Math.Max(1, (view.Buckets.Count + MostLabels - 1) / MostLabels);
        for (int i = 0; i < view.Buckets.Count && i <= LastLabelled * view.Buckets.Count; i += stride)
        {
            // On a narrow screen every second one has room.
            html.Element(
                "span", page.Voice.Digits(view.Buckets[i].Label.Split('/')[0]), ("class", i / stride % 2 == 0 ? "x" : "x wide"),
                ("style", $"left:{Percent((double)i / view.Buckets.Count)}"));
        }

        html.Close();
    }

    /// <summary>Runs of steps with the same people who may belong to them, hatched above those who do.</summary>
    private void Wash()
    {
        for (int i = 0, end; i < series.Steps.Count; i = end)
        {
            (long from, long to) = Perhaps(series.Steps[i]);
            for (end = i + 1; end < series.Steps.Count && Perhaps(series.Steps[end]) == (from, to); end++)
            {
            }

            if (to > from)
            {
                string left = Percent((double)i / view.Buckets.Count);
                string width = Percent((double)(end - i) / view.Buckets.Count);
                (string bottom, string height) = (Percent((double)from / most), Percent((double)(to - from) / most));
                html.Open("i", ("class", "wash"), ("style", $"left:{left};width:{width};bottom:{bottom};height:{height}"));
                html.Close();
            }
        }
    }

    private (long From, long To) Perhaps(TimeSeries.Step step)
    {
        long certain = TimeSeries.Step.MostOf(Shown(step)) ?? 0;
        return (certain, Math.Max(certain, isCumulative ? step.MostBegun : step.Most));
    }

    private Sums Shown(TimeSeries.Step step) => isCumulative ? step.Until : step.Certain;

    // No incident is nobody; an incident without a figure is a gap.
    private long? Low(TimeSeries.Step step) => Shown(step) is var sums && sums.Incidents == 0 ? 0 : sums.Low;

    private long? Best(TimeSeries.Step step) => Shown(step) is var sums && sums.Incidents == 0 ? 0 : sums.Best;

    private long? High(TimeSeries.Step step) => Shown(step) is var sums && sums.Incidents == 0 ? 0 : sums.High;

    private string Band()
    {
        var path = new StringBuilder();
        for (int i = 0; i < series.Steps.Count; i++)
        {
            if (Low(series.Steps[i]) is { } low && High(series.Steps[i]) is { } high && high != low)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{i} {Y(low)}V{Y(high)}h1V{Y(low)}z");
            }
        }

        return path.ToString();
    }

    /// <summary>A line of steps, broken where a figure is missing.</summary>
    private string Line(TimeSeries of, Func<TimeSeries.Step, long?> figure)
    {
        var path = new StringBuilder();
        bool isDrawing = false;
        long? last = null;
        for (int i = 0; i < of.Steps.Count; i++)
        {
            if (figure(of.Steps[i]) is not { } value)
            {
                isDrawing = false;
                continue;
            }

            if (!isDrawing)
            {
                path.Append(CultureInfo.InvariantCulture, $"M{i} {Y(value)}");
            }
            else if (value != last)
            {
                path.Append(CultureInfo.InvariantCulture, $"V{Y(value)}");
            }

            path.Append(CultureInfo.InvariantCulture, $"H{i + 1}");
            (isDrawing, last) = (true, value);
        }

        return path.ToString();
    }

    private string Description()
    {
        int peak = 0;
        for (int i = 1; i < series.Steps.Count; i++)
        {
            if (MostOf(i) > MostOf(peak))
            {
                peak = i;
            }
        }

        return page.Voice.Fill(
            isCumulative ? page.Texts.WhenDescribedSum : page.Texts.WhenDescribed,
            LabelOf(0), LabelOf(view.Buckets.Count - 1), LabelOf(peak), page.Voice.Number(MostOf(peak)));

        long MostOf(int step) => isCumulative ? series.Steps[step].MostBegun : series.Steps[step].Most;

        string LabelOf(int bucket) => page.Voice.Digits(view.Buckets[bucket].Label);
    }

    /// <summary>The distance between marks: 1, 2 or 5 times a power of ten, so that there are two to five of them.</summary>
    internal static long Tick(long most)
    {
        long power = 1;
        while (power <= most / 10)
        {
            power *= 10;
        }

        return most >= power * 5 ? power * 2 : most >= power * 2 ? power : Math.Max(1, power / 2);
    }

    private int Y(long count) => (int)Math.Round(Height - ((double)Height * count / most));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

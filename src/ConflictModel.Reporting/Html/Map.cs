using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>A map in equal degrees at its middle latitude: outlines with their counts, points, and a scale.</summary>
internal sealed class Map
{
    private const double Width = 720;
    private const double Margin = 12;
    private const double MostRatio = 1.25;
    private const double LabelWidth = 110;
    private const double LabelHeight = 34;
    private const double KilometresPerDegree = 111.32;

    private readonly ReportPage page;
    private readonly PlaceView view;
    private readonly Outlines? outlines;
    private readonly HtmlWriter html;
    private readonly (double West, double South, double East, double North) frame;
    private readonly double turn;
    private readonly double squeeze;
    private readonly double scale;

    public Map(ReportPage page, PlaceView view, Outlines? outlines)
    {
        (this.page, this.view, this.outlines, html) = (page, view, outlines, page.Html);
        IEnumerable<(double Longitude, double Latitude)> points =
        [
            .. view.Points.Select(point => (point.Key.Longitude, point.Key.Latitude)),
            .. outlines?.Shapes.SelectMany(shape => shape.Rings).SelectMany(ring => ring) ?? [],
        ];
        // Points on both sides of the 180th meridian lie together if it is in the middle.
        double[] longitudes = [.. points.Select(point => point.Longitude)];
        double[] turned = Array.ConvertAll(longitudes, longitude => longitude < 0 ? longitude + 360 : longitude);
        turn = turned.Max() - turned.Min() < longitudes.Max() - longitudes.Min() ? 360 : 0;
        double[] east = turn > 0 ? turned : longitudes;
        frame = (east.Min(), points.Min(point => point.Latitude), east.Max(), points.Max(point => point.Latitude));
        double pad = Math.Max(0.1, 0.03 * Math.Max(frame.East - frame.West, frame.North - frame.South));
        frame = (frame.West - pad, frame.South - pad, frame.East + pad, frame.North + pad);
        squeeze = Math.Max(0.1, Math.Cos((frame.South + frame.North) / 2 * Math.PI / 180));

        // No map is more than so much higher than wide, or wider than high.
        double lacksWidth = ((frame.North - frame.South) / MostRatio / squeeze) - (frame.East - frame.West);
        double lacksHeight = ((frame.East - frame.West) * squeeze / (2 * MostRatio)) - (frame.North - frame.South);
        (double wider, double higher) = (Math.Max(0, lacksWidth / 2), Math.Max(0, lacksHeight / 2));
        frame = (frame.West - wider, frame.South - higher, frame.East + wider, frame.North + higher);
        scale = (Width - (2 * Margin)) / ((frame.East - frame.West) * squeeze);
    }

    private double Height => (2 * Margin) + ((frame.North - frame.South) * scale);

    public void Write()
    {
        html.Open(
            "svg", ("class", "map"), ("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), ("role", "img"), ("aria-label", Description()),
            ("dir", "ltr"));
        html.Open("rect", ("class", "frame"), ("x", "1"), ("y", "1"), ("width", Text(Width - 2)), ("height", Text(Height - 2)));
        Grid();
        Shapes();
        Points();
        Names();
        ScaleBar();
        html.Close();
        html.Element("p", page.Texts.WhereLegend, ("class", "legend"));
    }

    private void Grid()
    {
        double step = new[] { 0.5, 1, 2, 5, 10, 30 }.First(degrees => (frame.East - frame.West) / degrees <= 8 || degrees == 30);
        for (double at = Math.Ceiling(frame.West / step) * step; at < frame.East; at += step)
        {
            GridLine(X(at), X(at), Y(frame.South), Y(frame.North));
        }

        for (double at = Math.Ceiling(frame.South / step) * step; at < frame.North; at += step)
        {
            GridLine(X(frame.West), X(frame.East), Y(at), Y(at));
        }
    }

    private void GridLine(double x1, double x2, double y1, double y2) =>
        html.Open("line", ("class", "grid"), ("x1", Text(x1)), ("x2", Text(x2)), ("y1", Text(y1)), ("y2", Text(y2)));

    private void Shapes()
    {
        var counts = view.Outlined.ToDictionary(group => group.Key);
        foreach (Outlines.Shape shape in outlines?.Shapes ?? [])
        {
            string style = shape.Region is not { } region || !counts.TryGetValue(region, out GroupedSums<RegionId>.Group count) ? "shape"
                : count.Certain.Incidents > 0 ? "shape some" : "shape perhaps";
            html.Open("path", ("class", style), ("fill-rule", "evenodd"), ("d", Path(shape)));
        }
    }

    /// <summary>The name of each outlined region that has room for it, and how many are certain within it, above all else.</summary>
    private void Names()
    {
        var counts = view.Outlined.ToDictionary(group => group.Key);
        List<(double X, double Y)> drawn = [];

        // Where two names meet, the one with more people is drawn.
        IEnumerable<Outlines.Shape> shapes = (outlines?.Shapes ?? []).OrderByDescending(shape =>
            shape.Region is { } region && counts.TryGetValue(region, out GroupedSums<RegionId>.Group count) ? count.Bounds.Lower : -1);
        foreach (Outlines.Shape shape in shapes)
        {
            if (shape.Region is not { } region || !counts.TryGetValue(region, out GroupedSums<RegionId>.Group count))
            {
                continue;
            }

            (double longitude, double latitude)[] largest = shape.Rings.MaxBy(ring => Math.Abs(AreaOf(ring)))!;
            (double x, double y) = CentreOf(largest);
            string certain = count.Certain.Incidents == 0 ? "" : page.Voice.Of(count.Certain.Low, null, count.Certain.High);
            if (!drawn.TrueForAll(other => Math.Abs(other.X - x) > LabelWidth || Math.Abs(other.Y - y) > LabelHeight))
            {
                continue;
            }

            drawn.Add((x, y));
            html.Label(page.Names.Of(region), ("x", Text(x)), ("y", Text(y - 4)), ("class", "name"));
            html.Label(certain, ("x", Text(x)), ("y", Text(y + 12)), ("class", "sum"));
        }
    }

    /// <summary>The centre of gravity of a ring, on the map.</summary>
    private (double X, double Y) CentreOf((double Longitude, double Latitude)[] ring)
    {
        (double x, double y, double area) = (0, 0, AreaOf(ring));
        if (area == 0)
        {
            return (X(ring[0].Longitude), Y(ring[0].Latitude));
        }

        for (int i = 0; i < ring.Length; i++)
        {
            ((double ax, double ay), (double bx, double by)) = (ring[i], ring[(i + 1) % ring.Length]);
            double cross = (ax * by) - (bx * ay);
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }

        return (X(x / (6 * area)), Y(y / (6 * area)));
    }

    private static double AreaOf((double Longitude, double Latitude)[] ring)
    {
        double twice = 0;
        for (int i = 0; i < ring.Length; i++)
        {
            ((double ax, double ay), (double bx, double by)) = (ring[i], ring[(i + 1) % ring.Length]);
            twice += (ax * by) - (bx * ay);
        }

        return twice / 2;
    }

    private string Path(Outlines.Shape shape)
    {
        var path = new StringBuilder();
        foreach ((double Longitude, double Latitude)[] ring in shape.Rings)
        {
            // What would be drawn on the same tenth of a unit says nothing.
            (string X, string Y)? last = null;
            foreach ((double longitude, double latitude) in ring)
            {
                (string X, string Y) at = (Text(X(longitude)), Text(Y(latitude)));
                if (at != last)
                {
                    path.Append(last is null ? 'M' : 'L').Append(at.X).Append(' ').Append(at.Y);
                    last = at;
                }
            }

            path.Append('z');
        }

        return path.ToString();
    }

    private void Points()
    {
        long most = Math.Max(1, view.Points.Select(PlaceView.MostOf).DefaultIfEmpty(1).Max());
        foreach (GroupedSums<Coordinates>.Group point in view.Points.OrderByDescending(PlaceView.MostOf))
        {
            double radius = 2 + (14 * Math.Sqrt((double)PlaceView.MostOf(point) / most));
            html.Open(
                "circle", ("class", "at"), ("cx", Text(X(point.Key.Longitude))), ("cy", Text(Y(point.Key.Latitude))), ("r", Text(radius)));
        }
    }

    private void ScaleBar()
    {
        double kilometres = (frame.East - frame.West) * squeeze * KilometresPerDegree;
        double length = new[] { 500.0, 200, 100, 50, 20, 10, 5, 2, 1 }.First(bar => bar <= kilometres / 3 || bar == 1);
        double pixels = length / KilometresPerDegree * scale;
        double y = Height - 18;
        html.Open("path", ("class", "scale"), ("d", $"M20 {Text(y - 5)}V{Text(y)}H{Text(20 + pixels)}V{Text(y - 5)}"));
        string kilometresLong = page.Voice.Fill(page.Texts.Kilometres, page.Voice.Number((long)length));
        html.Label(kilometresLong, ("x", Text(20 + (pixels / 2))), ("y", Text(y - 7)), ("class", "count"));
    }

    private string Description() => page.Voice.Fill(
        page.Texts.WhereDescribed, page.Voice.Counted(view.Points.Count, page.Texts.Points),
        page.Voice.Number(outlines?.Shapes.Count ?? 0));

    private double X(double longitude) =>
        Margin + (((longitude < 0 ? longitude + turn : longitude) - frame.West) * squeeze * scale);

    private double Y(double latitude) => Margin + ((frame.North - latitude) * scale);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}

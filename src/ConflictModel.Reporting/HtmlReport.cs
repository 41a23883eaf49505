using System.Text;
using System.Text.Json;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>
/// A report of a data set as one HTML page that needs nothing else: what may be quoted, the counts with what follows from them, when, where
/// and who, the doubts, the diplomatic record, and the record itself.
/// </summary>
/// <remarks>
/// The page loads nothing and sends nothing, is readable without its script, and prints on A4. The same data set and options give the same
/// bytes, on any culture and time zone. What may not be told of people is left out, as <see cref="ConflictDataset.ForPublication"/> does.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes the report in UTF-8. The stream stays open.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="stream">Takes the page.</param>
    /// <param name="options">The language, the digits, the boundaries; English without boundaries if none are given.</param>
    /// <exception cref="ArgumentException">Two incidents bear one id: which of them counts is for the caller to say.</exception>
    /// <exception cref="DerivationDepthException">Breakdowns nest deeper than the arithmetic goes.</exception>
    /// <exception cref="JsonException">The boundaries are no GeoJSON with polygons.</exception>
    public static void Write(ConflictDataset dataset, Stream stream, HtmlReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        Outlines? outlines = options.Boundaries is { } boundaries ? OutlineReader.Read(boundaries, dataset) : null;
        var model = new ReportModel(dataset, options.NamesPeople, outlines?.Regions);
        Write(model, stream, options.Language, options.ArabicIndicDigits, outlines);
    }

    /// <summary>Writes a report that is worked out already.</summary>
    internal static void Write(ReportModel model, Stream stream, string language, bool arabicIndicDigits, Outlines? outlines)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var texts = ReportTexts.In(language);
        var voice = new ReportVoice(texts, isolates: true, arabicIndicDigits);
        var html = new HtmlWriter(writer);
        var page = new ReportPage(model, voice, new RecordNames(model.Dataset, voice, language), html);
        html.Raw("<!DOCTYPE html>\n");
        html.Open("html", ("lang", texts.Language), ("dir", texts.IsRightToLeft ? "rtl" : "ltr"));
        Head(page);
        html.Open("body");
        html.Element("a", texts.Skip, ("class", "skip"), ("href", "#quote"));
        html.Raw(
            "<svg class=\"defs\" aria-hidden=\"true\" focusable=\"false\"><defs><pattern id=\"hatch\" width=\"5\" height=\"5\" "
            + "patternUnits=\"userSpaceOnUse\"><path d=\"M-1 6L6-1M-1 1L1-1M4 6L6 4\"/></pattern></defs></svg>");
        html.Open("header");
        html.Element("h1", TitleOf(page));
        html.Element("p", texts.Lead, ("class", "lead"));
        html.Close();
        Navigation(page);
        html.Open("main");
        new QuoteSection(page).Write();
        new CountSection(page).Write();
        new TimeSection(page).Write();
        new PlaceSection(page, outlines).Write();
        new ActorSection(page).Write();
        new DoubtSection(page).Write();
        new DiplomacySection(page).Write();
        new RecordSection(page).Write();
        html.Close();
        html.Element("footer", texts.Footer);
        html.Raw($"<script>{ReportScript.Text}</script>");
        html.Close();
        html.Close();
        html.Raw("\n");
    }

    private static string TitleOf(ReportPage page) =>
        page.Model.Dataset.Title is { } title ? page.Voice.Isolated(title) : page.Texts.Untitled;

    private static void Head(ReportPage page)
    {
        HtmlWriter html = page.Html;
        html.Open("head");
        html.Open("meta", ("charset", "utf-8"));
        html.Open(
            "meta", ("http-equiv", "Content-Security-Policy"),
            ("content", $"default-src 'none'; style-src 'unsafe-inline'; script-src '{ReportScript.Hash}'"));
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Raw("<title>" + HtmlText.OfAttribute(TitleOf(page)) + "</title>");
        html.Raw($"<style>{ReportStyle.Css}</style>");
        html.Close();
    }

    private static void Navigation(ReportPage page)
    {
        (ReportModel model, ReportTexts texts) = (page.Model, page.Texts);
        ConflictDataset dataset = model.Dataset;
        (string Id, string Title, bool IsThere)[] sections =
        [
            ("quote", texts.QuoteTitle, true),
            ("count", texts.CountTitle, !dataset.Tallies.IsEmpty),
            ("when", texts.WhenTitle, model.Time is not null),
            ("where", texts.WhereTitle, model.Places is not null),
            ("who", texts.WhoTitle, model.Matrices.Count > 0),
            ("doubts", texts.DoubtsTitle, true),
            ("diplomacy", texts.DiplomacyTitle, !(dataset.Statements.IsEmpty && dataset.Resolutions.IsEmpty && dataset.Processes.IsEmpty)),
            ("record", texts.RecordTitle, true),
        ];
        page.Html.Open("nav", ("aria-label", texts.Contents));
        page.Html.Open("ul");
        foreach ((string id, string title, bool isThere) in sections)
        {
            if (isThere)
            {
                page.Html.Open("li");
                page.Link(id, title);
                page.Html.Close();
            }
        }

        page.Html.Close();
        page.Html.Close();
    }
}

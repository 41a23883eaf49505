using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Reporting;

/// <summary>One incident with all that its reports say, where there are few.</summary>
internal sealed class IncidentRecord(ReportPage page, Incident incident)
{
    private readonly HtmlWriter html = page.Html;

    private ReportTexts Texts => page.Texts;

    private ReportVoice Voice => page.Voice;

    public void Write()
    {
        html.Open("div", ("class", "record count"), ("id", page.Taken(ReportPage.AnchorOf(incident.Id))));
        string title = $"{Voice.Isolated(incident.Id.Value)}: {Voice.Of(incident.Kind)}{Texts.Comma}{Voice.Of(incident.Date)}";
        html.Element("h4", title);
        page.Line(incident.Description is { } description ? Voice.Isolated(description) : null);
        page.Facts(Facts());
        ValueList<TollFigures> tolls = page.Model.Figures.Of(incident);
        for (int i = 0; i < incident.Reports.Count; i++)
        {
            Report report = incident.Reports[i];
            html.Element("p", Voice.Fill(Texts.SaidBy, page.Names.Of(report.Citation)), ("class", "cite"));
            page.Facts(page.GroundsOf(report));
            new CountTable(page, default).Write(title, [.. tolls.Where(toll => toll.ReportIndex == i)]);
        }

        foreach (IncidentFigure figure in ReportModel.Together(incident))
        {
            string template = figure.ReportsAgree ? Texts.ReportsTogether : Texts.ReportsDisagree;
            page.Line(Voice.Fill(template, Voice.Of(figure.Harm), Voice.Of(figure.Bounds)));
        }

        html.Close();
    }

    private IEnumerable<string> Facts()
    {
        IEnumerable<string> involvements = incident.Involvements.Select(one => $"{page.Names.Of(one.Actor)} ({Voice.Of(one.Role)})");
        string?[] facts =
        [
            incident.Place is { Regions.IsEmpty: false } place ? Voice.Fill(Texts.PlaceIs, page.Names.Of(place.Regions)) : null,
            incident.Place?.Wording is { } words ? Voice.Fill(Texts.Quoted, words) : null,
            .. involvements,
            .. incident.Attributions.Select(Of),
            incident.SameAs.IsEmpty ? null : Voice.Fill(Texts.SameEventAs, string.Join(Texts.Comma, incident.SameAs)),
            .. incident.Decisions.Select(Of),
            incident.PartOf is { } whole ? Voice.Fill(Texts.PartOfEvent, whole.Value) : null,
        ];
        return facts.OfType<string>();
    }

    private string Of(MatchDecision decision)
    {
        string said = Voice.Fill(decision.IsSame ? Texts.DecidedOne : Texts.DecidedTwo, decision.Other.Value, decision.By);
        string?[] more = [said, decision.On is { } day ? Voice.Of(day) : null, decision.Rule];
        return string.Join(Texts.Comma, more.OfType<string>());
    }

    private string Of(Attribution attribution)
    {
        string to = $"{Voice.Of(attribution.Status)}: {page.Names.Of(attribution.Actors)}";
        return attribution.Citation is { } citation ? $"{to}, {Voice.Fill(Texts.SaidBy, page.Names.Of(citation))}" : to;
    }
}

using System.Globalization;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Reporting;

/// <summary>
/// The doubts: what was found, claims beside their figures, what is accounted for, what was revised, and what is left out.
/// </summary>
internal sealed class DoubtSection(ReportPage page)
{
    private readonly HtmlWriter html = page.Html;

    private ReportTexts Texts => page.Texts;

    private ReportVoice Voice => page.Voice;

    public void Write()
    {
        page.BeginSection("doubts", Texts.DoubtsTitle);
        Findings();
        Claims();
        Reconciliations();
        Chains();
        Grades();
        LeftOut();
        html.Close();
    }

    private void Findings()
    {
        page.BeginFigure(Texts.FindingsTitle, "findings");
        ValueList<Finding> findings = page.Model.Findings;
        html.Element("p", Voice.Fill(
            Texts.FindingsSummary,
            Voice.Counted(Count(Severity.Error), Texts.Errors), Voice.Counted(Count(Severity.Warning), Texts.Warnings),
            Voice.Counted(Count(Severity.Information), Texts.Notes)));
        foreach (Severity severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Information])
        {
            page.Folding(findings.Where(finding => finding.Severity == severity).ToList(), ReportPage.OpenRows, shown =>
            {
                page.BeginTable(Voice.Of(severity), Texts.ColumnKind, Texts.ColumnFound);
                foreach (Finding finding in shown)
                {
                    Write(finding);
                }

                page.EndTable();
            });
        }

        html.Close();

        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
    }

    private void Write(Finding finding)
    {
        html.Open("tr", ("class", JsonName.Of(finding.Severity)));
        html.Open("th", ("scope", "row"));
        html.Element("strong", Voice.Of(finding.Severity));
        html.Open("br");
        html.Element("code", finding.Code, ("dir", "ltr"));
        html.Open("br");
        if (AnchorOf(finding) is { } anchor)
        {
            page.Link(anchor, finding.Pointer.ToString(), "ltr");
        }
        else
        {
            html.Element("code", finding.Pointer.ToString(), ("dir", "ltr"));
        }

        html.Close();
        html.Open("td");

        // Messages are in English in every report.
        html.Element("p", finding.Message, ("lang", "en"), ("dir", "ltr"));
        if (finding.Repair is { } repair)
        {
            html.Open("p");
            html.Text(Texts.Proposed + " ");
            html.Element("span", repair, ("lang", "en"), ("dir", "ltr"));
            html.Close();
        }

        html.Close();
        html.Close();
    }

    /// <summary>Where the page shows the record that a finding is about.</summary>
    private string? AnchorOf(Finding finding)
    {
        string[] steps = finding.Pointer.ToString().Split('/');
        if (steps.Length < 3 || !int.TryParse(steps[2], NumberStyles.None, CultureInfo.InvariantCulture, out int at))
        {
            return null;
        }

        ConflictDataset dataset = page.Model.Dataset;
        return steps[1] switch
        {
            "tallies" when at < dataset.Tallies.Count => ReportPage.AnchorOf(dataset.Tallies[at].Id),
            "incidents" when at < dataset.Incidents.Count => ReportPage.AnchorOf(dataset.Incidents[at].Id),
            "claims" when at < dataset.Claims.Count => ReportPage.AnchorOf(dataset.Claims[at].Id),
            _ => null,
        };
    }

    private void Claims()
    {
        if (page.Model.Dataset.Claims.IsEmpty)
        {
            return;
        }

        html.Element("h3", Texts.ClaimsTitle);
        page.Folding(page.Model.Dataset.Claims, ReportPage.OpenRows, shown =>
        {
            foreach (Claim claim in shown)
            {
                Write(claim);
            }
        });
    }

    private void Write(Claim claim)
    {
        ClaimFigures beside = page.Model.Figures.Of(claim);
        html.Open("div", ("class", "claim"), ("id", page.Taken(ReportPage.AnchorOf(claim.Id))));
        html.Element("blockquote", Voice.Isolated(claim.Text));
        html.Element("p", Voice.Fill(Texts.SaidBy, page.Names.Of(claim.Citation)), ("class", "cite"));
        page.Line(claim.Actors.IsEmpty ? null : Voice.Fill(Texts.About, page.Names.Of(claim.Actors)));
        page.Line(claim.Regions.IsEmpty ? null : Voice.Fill(Texts.PlaceIs, page.Names.Of(claim.Regions)));
        page.Line(claim.Period is { } period ? Voice.Fill(Texts.PeriodIs, Voice.Of(period)) : null);
        if (!beside.Figures.IsEmpty)
        {
            html.Open("ul");
            foreach ((FigureReference reference, DerivedFigure figure) in beside.Figures)
            {
                html.Open("li");
                string said = figure.Reported.IsEmpty ? Voice.Of(figure.Bounds) : Voice.Of(figure.Reported);
                html.Text(Voice.Fill(Texts.FigureBeside, said, LabelOf(reference, figure)));
                html.Text(" ");
                if (reference.Tally is { } tally)
                {
                    page.Link(ReportPage.AnchorOf(tally), tally.Value);
                }
                else if (reference.Incident is { } incident)
                {
                    page.Link(ReportPage.AnchorOf(incident), incident.Value);
                }

                html.Close();
            }

            html.Close();
        }

        if (beside is { Figures.Count: > 1, Together: { } together, Whole: { } whole })
        {
            page.Line(Voice.Fill(Texts.Together, Voice.Of(together), Voice.Of(whole.Bounds)));
        }

        page.Line(claim.Note is { } note ? Voice.Isolated(note) : null);
        html.Close();
    }

    private string LabelOf(FigureReference reference, DerivedFigure figure)
    {
        Tally? tally = page.Model.Dataset.Tallies.FirstOrDefault(tally => tally.Id == reference.Tally);
        Incident? incident = page.Model.Dataset.Incidents.FirstOrDefault(incident => incident.Id == reference.Incident);
        ValueList<TollFigures> tolls = tally is not null ? page.Model.Figures.Of(tally)
            : incident is not null ? page.Model.Figures.Of(incident)
            : default;
        return page.LabelOf(tolls.First(toll => toll.Find(reference.Path) == figure), figure, tally?.Scope.AttributedTo ?? default);
    }

    private void Reconciliations()
    {
        ReconciledTally[] told = [.. page.Model.Reconciliations.Where(one => !one.Incidents.IsEmpty || !one.Tallies.IsEmpty)];
        if (told.Length == 0)
        {
            return;
        }

        page.BeginFigure(Texts.ReconciliationTitle);
        page.BeginTable(
            Texts.ReconciliationTitle, Texts.ColumnTotal, Texts.ColumnFigure, Texts.ColumnAccounted, Texts.ColumnUnaccounted,
            Texts.ColumnIncidents);
        foreach (ReconciledTally one in told)
        {
            html.Open("tr", ("class", one.IsImpossible ? "clash" : null));
            html.Open("th", ("scope", "row"));
            page.Link(ReportPage.AnchorOf(one.Tally), one.Tally.Value);
            html.Close();
            page.Number(Voice.Of(one.Total));
            page.Number(Voice.Of(one.AccountedInAll));
            page.Number(one.Unaccounted is { } rest ? Voice.Of(rest) : Texts.MoreThanTotal);
            page.Number(Voice.Number(one.Incidents.Count));
            html.Close();
        }

        page.EndTable();
        html.Close();
    }

    private void Chains()
    {
        if (page.Model.Chains.IsEmpty)
        {
            return;
        }

        page.BeginFigure(Texts.RevisionsTitle);
        page.BeginTable(
            Texts.RevisionsTitle, Texts.ColumnOlder, Texts.ColumnNewer, Texts.ColumnFigure, Texts.ColumnOld, Texts.ColumnSince,
            Texts.ColumnRevised, Texts.ColumnNew);
        foreach (TallyChain.Step step in page.Model.Chains.SelectMany(chain => chain.Steps))
        {
            foreach (TallyChain.Figure figure in step.Figures)
            {
                html.Open("tr");
                html.Open("th", ("scope", "row"));
                page.Link(ReportPage.AnchorOf(step.Older.Id), step.Older.Id.Value);
                html.Close();
                html.Open("td");
                page.Link(ReportPage.AnchorOf(step.Newer.Id), step.Newer.Id.Value);
                html.Close();
                html.Element("td", Voice.Of(figure.Harm) + Texts.Comma + Texts.NameOfFigure(figure.Name));
                page.Number(Number(figure.Old));
                page.Number(Number(figure.Since));
                page.Number(Number(figure.Revised));
                page.Number(Number(figure.New));
                html.Close();
            }
        }

        page.EndTable();
        html.Close();
        foreach (TallyChain chain in page.Model.Chains)
        {
            page.Line(chain.Forks.IsEmpty ? null : Voice.Fill(Texts.Forks, string.Join(Texts.Comma, chain.Forks)));
            page.Line(chain.Circle.IsEmpty ? null : Voice.Fill(Texts.Circle, string.Join(Texts.Comma, chain.Circle)));
        }

        string Number(long? number) => number is { } known ? Voice.Number(known) : Texts.NoFigure;
    }

    private void Grades()
    {
        if (page.Model.Grades.Count == 0)
        {
            return;
        }

        page.BeginFigure(Texts.GradesTitle);
        page.BeginTable(Texts.GradesTitle, Texts.ColumnScheme, Texts.ColumnGrade, Texts.ColumnReports);
        foreach ((Grade grade, int reports) in page.Model.Grades)
        {
            html.Open("tr");
            html.Element("th", Voice.Isolated(grade.Scheme), ("scope", "row"));
            html.Element("td", Voice.Isolated(grade.Value));
            page.Number(Voice.Number(reports));
            html.Close();
        }

        page.EndTable();
        html.Close();
    }

    private void LeftOut()
    {
        LeftOut left = page.Model.LeftOut;
        (long Count, string Text)[] all =
        [
            (left.WithoutFigure, Texts.LeftWithoutFigure), (left.Undated, Texts.LeftUndated), (left.Placeless, Texts.LeftPlaceless),
            (left.Withheld, Texts.LeftWithheld), (left.NameWithheld, Texts.LeftNameWithheld),
        ];
        html.Element("h3", Texts.LeftOutTitle);
        if (Array.TrueForAll(all, one => one.Count == 0))
        {
            page.Line(Texts.LeftOutNothing);
            return;
        }

        html.Open("ul");
        foreach ((long count, string text) in all.Where(one => one.Count > 0))
        {
            html.Element("li", Voice.Fill(text, Voice.Number(count)));
        }

        html.Close();
    }
}

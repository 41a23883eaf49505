using System.Globalization;
using NodaTime;

namespace ConflictModel.Reporting;

/// <summary>The diplomatic record: a time line of what has a date, and each record in the order of the file.</summary>
internal sealed class DiplomacySection(ReportPage page)
{
    private readonly HtmlWriter html = page.Html;

    private ReportTexts Texts => page.Texts;

    private ReportVoice Voice => page.Voice;

    public void Write()
    {
        ConflictDataset dataset = page.Model.Dataset;
        if (dataset.Statements.IsEmpty && dataset.Resolutions.IsEmpty && dataset.Processes.IsEmpty)
        {
            return;
        }

        page.BeginSection("diplomacy", Texts.DiplomacyTitle);
        TimeLine();
        List(Texts.ResolutionsTitle, dataset.Resolutions, Write);
        List(Texts.StatementsTitle, dataset.Statements, Write);
        List(Texts.ProcessesTitle, dataset.Processes, Write);
        html.Close();
    }

    private void TimeLine()
    {
        (string Name, ReportedDate When)[] dated =
        [
            .. Dated().Where(one => one.When.Date is { Earliest: not null })
                .OrderBy(one => one.When.Date.Earliest).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
        if (dated.Length == 0)
        {
            return;
        }

        LocalDate first = dated.Min(one => one.When.Date.Earliest!.Value);
        LocalDate last = dated.Max(one => one.When.Date.Latest ?? one.When.Date.Earliest!.Value);
        int days = Math.Max(1, Period.DaysBetween(first, last) + 1);
        html.Open("figure", ("class", "timeline"));
        html.Open("figcaption");
        html.Element("h3", Texts.TimeLine);
        html.Element("p", Voice.Fill(Texts.TimeLineLead, Year(first), Year(last)));
        html.Close();
        page.BeginTable(Texts.TimeLine, Texts.ColumnWhat, Texts.ColumnWhen, Texts.TimeLine);
        foreach ((string name, ReportedDate when) in dated)
        {
            html.Open("tr");
            html.Element("th", name, ("scope", "row"));
            html.Element("td", Voice.Of(when));
            html.Open("td", ("class", "bar"), ("dir", "ltr"));
            double from = (double)Period.DaysBetween(first, when.Date.Earliest!.Value) / days;
            double length = when.Date.Latest is { } end
                ? (double)(Period.DaysBetween(when.Date.Earliest!.Value, end) + 1) / days
                : 1 - from;
            bool isDay = when.Date.IsOneDay;
            html.Open("svg", ("class", "b"), ("aria-hidden", "true"), ("focusable", "false"));
            html.Open("rect", ("class", "track"), ("y", "6"), ("width", "100%"), ("height", "2"));
            if (isDay && length < 0.01)
            {
                html.Open("circle", ("class", "day"), ("cx", Percent(from)), ("cy", "7"), ("r", "5"));
            }
            else
            {
                html.Open("rect", ("class", "maybe"), ("x", Percent(from)), ("y", "2"), ("width", Percent(length)), ("height", "10"));
            }

            html.Close();
            html.Close();
            html.Close();
        }

        page.EndTable();
        html.Close();
    }

    private List<(string Name, ReportedDate When)> Dated()
    {
        var dated = new List<(string Name, ReportedDate When)>();
        foreach (Resolution resolution in page.Model.Dataset.Resolutions)
        {
            if (resolution.Adopted is { } adopted)
            {
                dated.Add((TitleOf(resolution), adopted));
            }
        }

        foreach (Statement statement in page.Model.Dataset.Statements)
        {
            if (statement.Date is { } date)
            {
                dated.Add((TitleOf(statement), date));
            }
        }

        foreach (PeaceProcess process in page.Model.Dataset.Processes)
        {
            if (process.Began is { } began)
            {
                dated.Add((Voice.Fill(Texts.BeganNamed, page.Names.In(process.Name)), began));
            }

            foreach (Round round in process.Rounds)
            {
                if (round.Date is { } date)
                {
                    dated.Add((page.Names.In(process.Name) + (round.Name is { } name ? Texts.Comma + Voice.Isolated(name) : ""), date));
                }
            }
        }

        return dated;
    }

    private void List<T>(string title, ValueList<T> records, Action<T> write)
        where T : notnull
    {
        if (records.IsEmpty)
        {
            return;
        }

        html.Element("h3", title);
        page.Folding(records, ReportPage.OpenRows, shown =>
        {
            foreach (T record in shown)
            {
                write(record);
            }
        });
    }

    private string TitleOf(Resolution resolution) =>
        Voice.Fill(Texts.ResolutionNumber, page.Names.Of(resolution.Body), Voice.Digits(resolution.Number))
        + (resolution.Title is { } title ? $": {Voice.Isolated(title)}" : "");

    private string TitleOf(Statement statement)
    {
        string?[] who = [statement.Speaker, statement.Office];
        return Array.TrueForAll(who, one => one is null)
            ? page.Names.Of(statement.Actor)
            : string.Join(Texts.Comma, who.OfType<string>().Select(Voice.Isolated));
    }

    private void Write(Resolution resolution)
    {
        html.Open("div", ("class", "record"), ("id", page.Taken(ReportPage.Anchor("resolution", resolution.Id.Value))));
        html.Element("h4", TitleOf(resolution));
        page.Line(resolution.Adopted is { } adopted ? Voice.Fill(Texts.Adopted, Voice.Of(adopted)) : Texts.NotAdopted);
        page.Line(resolution.PresentedBy.IsEmpty ? null : Voice.Fill(Texts.PresentedBy, page.Names.Of(resolution.PresentedBy)));
        html.Open("ul");
        foreach (Provision provision in resolution.Provisions)
        {
            html.Open("li");
            html.Open("bdi");
            html.Element("em", provision.Verb);
            html.Text($"{(provision.Addressee is { } addressee ? " " + addressee : "")}: {provision.Act}");
            html.Close();
            string?[] more =
            [
                .. provision.Particulars, provision.Urgency,
                provision.Target is { } target ? Voice.Fill(Texts.Target, Voice.Of(target)) : null,
            ];
            if (Array.Exists(more, one => one is not null))
            {
                html.Open("ul");
                foreach (string one in more.OfType<string>())
                {
                    html.Element("li", Voice.Isolated(one));
                }

                html.Close();
            }

            html.Close();
        }

        html.Close();
        Recorded(resolution.Citation);
    }

    private void Write(Statement statement)
    {
        html.Open("div", ("class", "record"), ("id", page.Taken(ReportPage.Anchor("statement", statement.Id.Value))));
        html.Element("h4", TitleOf(statement));
        page.Line(statement.Date is { } date ? Voice.Of(date) : null);
        html.Open("ul");
        foreach (string point in statement.Points)
        {
            html.Element("li", Voice.Isolated(point));
        }

        html.Close();
        if (!statement.Resolutions.IsEmpty)
        {
            html.Open("p");
            html.Text(Texts.RefersTo + " ");
            foreach (ResolutionId id in statement.Resolutions)
            {
                if (page.Model.Dataset.Resolutions.Any(resolution => resolution.Id == id))
                {
                    page.Link(ReportPage.Anchor("resolution", id.Value), id.Value);
                }
                else
                {
                    html.Text(id.Value);
                }

                html.Text(" ");
            }

            html.Close();
        }

        Recorded(statement.Citation);
    }

    private void Write(PeaceProcess process)
    {
        html.Open("div", ("class", "record"), ("id", page.Taken(ReportPage.Anchor("process", process.Id.Value))));
        html.Element("h4", page.Names.In(process.Name));
        page.Line(process.Place is { } place ? Voice.Fill(Texts.PlaceIs, place) : null);
        page.Line(process.Began is { } began ? Voice.Fill(Texts.Since, Voice.Of(began)) : null);
        page.Line(process.EstablishedBy.IsEmpty ? null : Voice.Fill(Texts.EstablishedBy, page.Names.Of(process.EstablishedBy)));
        page.Line(process.Parties.IsEmpty ? null : Voice.Fill(Texts.Parties, page.Names.Of(process.Parties)));
        foreach (Round round in process.Rounds)
        {
            string?[] said = [round.Name, round.Date is { } date ? Voice.Of(date) : null, round.Place, round.Outcome];
            page.Line(string.Join(Texts.Comma, said.OfType<string>().Select(Voice.Isolated)));
        }

        page.Line(process.Outcome is { } outcome ? Voice.Isolated(outcome) : null);
        Recorded(process.Citation);
    }

    private void Recorded(Citation citation)
    {
        html.Element("p", Voice.Fill(Texts.RecordedBy, page.Names.Of(citation)), ("class", "cite"));
        html.Close();
    }

    private string Year(LocalDate day) => Voice.Digits(day.ToString("uuuu", CultureInfo.InvariantCulture));

    private static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

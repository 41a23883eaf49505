using System.Globalization;

namespace ConflictModel.Reporting;

/// <summary>The record itself: incidents, people, strengths, areas of control, and who and where is named, each to be linked to.</summary>
internal sealed class RecordSection(ReportPage page)
{
    private readonly HtmlWriter html = page.Html;

    private ReportTexts Texts => page.Texts;

    private ReportVoice Voice => page.Voice;

    private RecordNames Names => page.Names;

    public void Write()
    {
        page.BeginSection("record", Texts.RecordTitle);
        Incidents();
        People();
        Strengths();
        Controls();
        Named();
        html.Close();
    }

    private void Incidents()
    {
        ValueList<Incident> incidents = page.Model.Dataset.Incidents;
        if (incidents.IsEmpty)
        {
            return;
        }

        html.Element("h3", Voice.Counted(incidents.Count, Texts.Incidents));
        if (incidents.Count <= ReportPage.OpenRows)
        {
            foreach (Incident incident in incidents)
            {
                new IncidentRecord(page, incident).Write();
            }

            return;
        }

        // By year, in the order of the file within each; those whose year is open come last.
        foreach (IGrouping<int, Incident> year in incidents
            .GroupBy(YearOf)
            .OrderBy(year => year.Key))
        {
            html.Open("details");
            string name = year.Key == int.MaxValue
                ? Texts.YearOpen
                : Voice.Digits(year.Key.ToString(CultureInfo.InvariantCulture));
            html.Element("summary", $"{name} ({Voice.Counted(year.LongCount(), Texts.Incidents)})");
            Grouped(year);
            html.Close();
        }
    }

    private static int YearOf(Incident incident) =>
        incident.Date.Date is { Earliest: { } first, Latest: { } last } && first.Year == last.Year ? first.Year : int.MaxValue;

    /// <summary>Many incidents: what they have in common stands once, above those that have it.</summary>
    private void Grouped(IEnumerable<Incident> incidents)
    {
        page.BeginTable(Texts.RecordTitle, Texts.ColumnIncident, Texts.ColumnWhen, Texts.ColumnWhere, Texts.ColumnHarmed);
        foreach (IGrouping<string, Incident> alike in incidents.GroupBy(HeadOf))
        {
            html.Open("tr", ("class", "by"));
            html.Element("td", $"{alike.Key} ({Voice.Counted(alike.LongCount(), Texts.Incidents)})", ("colspan", "4"));
            html.Close();
            foreach (Incident incident in alike)
            {
                html.Open("tr", ("id", page.Taken(ReportPage.AnchorOf(incident.Id))));
                html.Element("th", incident.Id.Value);
                html.Element("td", Voice.Of(incident.Date));
                html.Element("td", PlaceOf(incident));
                html.Element("td", HarmedIn(incident));
                html.Close();
            }
        }

        page.EndTable();
    }

    private string HeadOf(Incident incident) =>
        incident.Involvements.IsEmpty ? Voice.Of(incident.Kind) : Voice.Of(incident.Kind) + Texts.Comma + ActorsOf(incident);

    private string ActorsOf(Incident incident) =>
        string.Join(Texts.Semicolon, incident.Involvements.Select(one => $"{Names.Of(one.Actor)} ({Voice.Of(one.Role)})"));

    private string PlaceOf(Incident incident) => incident.Place switch
    {
        null => "",
        { Regions.IsEmpty: true } place => place.Wording ?? "",
        { } place => Names.Of(place.Regions),
    };

    private string HarmedIn(Incident incident) => string.Join(Texts.Semicolon, ReportModel.Of(incident)
        .Select(figure => $"{Voice.Of(figure.Harm)} {(figure.Printed is { } printed ? Voice.Of(printed) : Voice.Of(figure.Bounds))}"));

    private void People()
    {
        foreach (PeopleSummary people in page.Model.People)
        {
            html.Element("h3", Voice.Fill(
                Texts.PeopleTitle, Voice.Of(people.Harm), Voice.Of(people.Distinct), Voice.Counted(people.People.Count, Texts.Records)));
            html.Open("ul");
            foreach (Part part in people.ByAgeAndSex)
            {
                html.Element("li", $"{Names.Of(part.Victims!)}: {Voice.Of(part.Count)}");
            }

            html.Close();
            if (page.Model.IsNaming)
            {
                page.Folding(
                    people.People.Where(person => person.Publication == Publication.Public).ToList(),
                    ReportPage.OpenRows,
                    shown =>
                    {
                        html.Open("ul");
                        foreach (Person person in shown)
                        {
                            string names = string.Join(Texts.Semicolon, person.Names.Select(name => Voice.Isolated(name.Text)));
                            string shownAs = names.Length == 0 ? person.Id.Value : $"{person.Id}: {names}";
                            html.Element("li", shownAs, ("id", page.Taken(ReportPage.Anchor("person", person.Id.Value))));
                        }

                        html.Close();
                    });
            }
        }
    }

    private void Strengths()
    {
        if (page.Model.Dataset.Strengths.IsEmpty)
        {
            return;
        }

        html.Element("h3", Texts.StrengthsTitle);
        page.BeginTable(
            Texts.StrengthsTitle, Texts.ColumnActor, Texts.ColumnFighters, Texts.ColumnWhere, Texts.ColumnWhen, Texts.ColumnSource);
        foreach (Strength strength in page.Model.Dataset.Strengths)
        {
            html.Open("tr");
            html.Element("th", Names.Of(strength.Actor), ("scope", "row"));
            page.Number(Voice.Of(strength.Fighters));
            html.Element("td", Names.Of(strength.Regions));
            html.Element("td", strength.Date is { } date ? Voice.Of(date) : "");
            html.Element("td", Names.Of(strength.Citation));
            html.Close();
        }

        page.EndTable();
    }

    private void Controls()
    {
        if (page.Model.Dataset.Controls.IsEmpty)
        {
            return;
        }

        html.Element("h3", Texts.ControlsTitle);
        page.BeginTable(Texts.ControlsTitle, Texts.ColumnActor, Texts.ColumnWhere, Texts.ColumnWhen, Texts.ColumnNote, Texts.ColumnSource);
        foreach (Control control in page.Model.Dataset.Controls)
        {
            string template = control.Extent switch
            {
                ControlExtent.Whole => Texts.AllOf,
                ControlExtent.Parts => Texts.PartsOf,
                _ => "{0}",
            };
            html.Open("tr");
            html.Element("th", Names.Of(control.Actors), ("scope", "row"));
            html.Element("td", string.Join(Texts.Comma, control.Regions.Select(region => Voice.Fill(template, Names.Of(region)))));
            html.Element("td", control.Date is { } date ? Voice.Of(date) : "");
            html.Element("td", control.Note is { } note ? Voice.Isolated(note) : "");
            html.Element("td", Names.Of(control.Citation));
            html.Close();
        }

        page.EndTable();
    }

    /// <summary>Sources, actors and regions: what the report calls them, what else they are called, and their ids.</summary>
    private void Named()
    {
        ConflictDataset dataset = page.Model.Dataset;
        Named(Texts.SourcesTitle, dataset.Sources, one => (ReportPage.AnchorOf(one.Id), one.Id.Value, one.Name, Voice.Of(one.Kind)));
        Named(Texts.ActorsTitle, dataset.Actors, one => (ReportPage.AnchorOf(one.Id), one.Id.Value, one.Name, Voice.Of(one.Kind)));
        Named(Texts.RegionsTitle, dataset.Regions, one => (ReportPage.AnchorOf(one.Id), one.Id.Value, one.Name, Voice.Of(one.Kind)));
    }

    private void Named<T>(string title, ValueList<T> records, Func<T, (string Anchor, string Id, LocalizedText Name, string Kind)> of)
        where T : notnull
    {
        if (records.IsEmpty)
        {
            return;
        }

        html.Open("details");
        html.Element("summary", $"{title} ({Voice.Number(records.Count)})");
        page.BeginTable(title, Texts.ColumnName, Texts.ColumnOtherNames, Texts.ColumnKind, Texts.ColumnId);
        foreach (T record in records)
        {
            (string anchor, string id, LocalizedText name, string kind) = of(record);
            string shown = Names.In(name);
            html.Open("tr", ("id", page.Taken(anchor)));
            html.Element("th", shown, ("scope", "row"));
            IEnumerable<string> others = name.Texts.Select(text => Voice.Isolated(text.Value)).Where(text => text != shown);
            html.Element("td", string.Join(Texts.Comma, others));
            html.Element("td", kind);
            html.Element("td", id, ("dir", "ltr"));
            html.Close();
        }

        page.EndTable();
        html.Close();
    }
}

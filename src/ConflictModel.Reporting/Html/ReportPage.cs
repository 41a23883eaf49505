using System.Globalization;
using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>What every view of a page needs: the report, its words, and the page that it writes to.</summary>
internal sealed class ReportPage(ReportModel model, ReportVoice voice, RecordNames names, HtmlWriter html)
{
    /// <summary>How many rows of a list stand open; longer ones fold and say how many they are.</summary>
    public const int OpenRows = 12;

    private readonly HashSet<string> taken = [];

    public ReportModel Model => model;

    public ReportVoice Voice => voice;

    public ReportTexts Texts => voice.Texts;

    public RecordNames Names => names;

    public HtmlWriter Html => html;

    /// <summary>The anchor of a record: <c>tally-sohr-2024-h1</c>.</summary>
    public static string AnchorOf(TallyId id) => Anchor("tally", id.Value);

    /// <inheritdoc cref="AnchorOf(TallyId)"/>
    public static string AnchorOf(IncidentId id) => Anchor("incident", id.Value);

    /// <inheritdoc cref="AnchorOf(TallyId)"/>
    public static string AnchorOf(ClaimId id) => Anchor("claim", id.Value);

    /// <inheritdoc cref="AnchorOf(TallyId)"/>
    public static string AnchorOf(ActorId id) => Anchor("actor", id.Value);

    /// <inheritdoc cref="AnchorOf(TallyId)"/>
    public static string AnchorOf(RegionId id) => Anchor("region", id.Value);

    /// <inheritdoc cref="AnchorOf(TallyId)"/>
    public static string AnchorOf(SourceId id) => Anchor("source", id.Value);

    /// <summary>
    /// An anchor that stands in a link as it stands at its place: letters that a link would change are written in percent.
    /// </summary>
    public static string Anchor(string kind, string id) => $"{kind}-{(id.All(IsKept) ? id : Uri.EscapeDataString(id))}";

    private static bool IsKept(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_' or ':' or '+';

    /// <summary>An anchor that no record has taken yet; null for another record of the same id.</summary>
    public string? Taken(string anchor) => taken.Add(anchor) ? anchor : null;

    /// <summary>Begins a part of the page under its heading.</summary>
    public void BeginSection(string id, string title, string? lead = null)
    {
        html.Open("section", ("id", id), ("aria-labelledby", id + "-title"));
        html.Element("h2", title, ("id", id + "-title"));
        if (lead is not null)
        {
            html.Element("p", lead, ("class", "lead"));
        }
    }

    /// <summary>Begins a view under its caption.</summary>
    public void BeginFigure(string title, string? style = null)
    {
        html.Open("figure", ("class", style));
        html.Open("figcaption");
        html.Element("h3", title);
        html.Close();
    }

    /// <summary>A link to a place in the page.</summary>
    public void Link(string anchor, string text, string? direction = null) =>
        html.Element("a", text, ("href", "#" + anchor), ("dir", direction));

    /// <summary>The head of a table, repeated on each printed page.</summary>
    public void TableHead(params ReadOnlySpan<string> columns)
    {
        html.Open("thead");
        html.Open("tr");
        foreach (string column in columns)
        {
            html.Element("th", column, ("scope", "col"));
        }

        html.Close();
        html.Close();
    }

    /// <summary>Begins a table that can be scrolled where the screen is narrower.</summary>
    public void BeginTable(string caption, params ReadOnlySpan<string> columns)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption));
        html.Open("table");
        TableHead(columns);
        html.Open("tbody");
    }

    /// <summary>Ends what <see cref="BeginTable"/> began.</summary>
    public void EndTable()
    {
        html.Close();
        html.Close();
        html.Close();
    }

    /// <summary>A list of rows: those beyond the first few fold, and say how many they are.</summary>
    public void Folding<T>(IReadOnlyList<T> rows, int open, Action<IReadOnlyList<T>> write)
    {
        // One row behind a fold would take as much room as the fold.
        if (rows.Count <= open + 1)
        {
            if (rows.Count > 0)
            {
                write(rows);
            }

            return;
        }

        write([.. rows.Take(open)]);
        html.Open("details");
        html.Element("summary", voice.Fill(Texts.AndMore, voice.Number(rows.Count - open)));
        write([.. rows.Skip(open)]);
        html.Close();
    }

    /// <summary>A cell of a table with a figure.</summary>
    public void Number(string text, string? path = null) => html.Element("td", text, ("class", "n"), ("data-path", path));

    /// <summary>A figure beside what it is of, in a line of its own; nothing if there is nothing to say.</summary>
    public void Line(string? text, string? style = null)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Element("p", text, ("class", style));
        }
    }

    /// <summary>How well a report is supported and what it rests on, as far as it says.</summary>
    public IEnumerable<string> GroundsOf(Report report) => ((string?[])
        [
            report.Grade is { } grade ? voice.Fill(Texts.Graded, grade.Value, grade.Scheme) : null,
            report.Basis is { } basis
                ? voice.Fill(Texts.RestsOn, voice.Of(basis.Kind))
                    + (basis.Level is { } level ? $" ({level.ToString(CultureInfo.InvariantCulture)})" : "")
                : null,
            report.Basis?.Note is { } why ? voice.Isolated(why) : null,
            report.Note is { } note ? voice.Isolated(note) : null,
        ]).OfType<string>();

    /// <summary>A list of facts beside one another.</summary>
    public void Facts(IEnumerable<string> facts)
    {
        html.Open("ul", ("class", "facts"));
        foreach (string fact in facts)
        {
            html.Element("li", fact);
        }

        html.Close();
    }

    /// <summary>What a figure stands for.</summary>
    public string LabelOf(TollFigures toll, DerivedFigure figure, ValueList<ActorId> attributedTo) =>
        figure.Kind == FigureKind.Whole ? voice.Of(toll.Harm) : names.Of(figure, attributedTo);
}

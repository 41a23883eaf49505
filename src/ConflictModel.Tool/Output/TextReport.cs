using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Reconciliation;
using ConflictModel.Reporting;
using ConflictModel.Validation;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>The report as text for people: coloured on a terminal, plain in a pipe.</summary>
internal sealed class TextReport
{
    private readonly ReportModel model;
    private readonly IAnsiConsole console;
    private readonly ReportVoice voice;
    private readonly RecordNames names;

    private TextReport(ReportModel model, IAnsiConsole console, ReportVoice voice, string? language)
    {
        this.model = model;
        this.console = console;
        this.voice = voice;
        names = new(model.Dataset, voice, language);
    }

    public static void Write(ReportModel model, string? language) => 
        Write(model, Console.IsOutputRedirected ? StandardText.Out : Console.Out, !Console.IsOutputRedirected, language);

    public static void Write(ReportModel model, TextWriter output, bool isTerminal, string? language = null)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
        {
            // A program or a file has no width: nothing is wrapped there.
            console.Profile.Width = 1 << 30;
        }

        // Right-to-left names are set apart on a terminal, so that the line around them keeps its order.
        bool isolates = isTerminal && language is not null;
        if (!isolates)
        {
            console.Pipeline.Attach(new ShownIsolates());
        }

        var voice = new ReportVoice(EnglishTexts.All, isolates);
        new TextReport(model, console, voice, language).Write();
    }

    private void Write()
    {
        ConflictDataset dataset = model.Dataset;
        if (dataset.Title is { } title)
        {
            console.Write(new MarkedLine($"[bold]{ScreenText.Marked(title)}[/]"));
            console.WriteLine();
            console.WriteLine();
        }

        var figures = new FigureTree(model, names);
        var views = new ViewText(voice, names);
        Section<Quote>("What may be quoted", model.Quotes, views.Of);
        Section("Tallies", dataset.Tallies, figures.Of);
        Section("Tallies that replace one another, old to new", model.Chains, new ChainText(model, names).Of);
        Section("Incidents", dataset.Incidents, figures.Of);
        Section("Sums over the listed incidents: of what was reported, not of the truth", model.Sums.ToValueList(), Of);
        Section(
            $"When: {Words.Of(model.Harm)} in the listed incidents",
            (model.Time?.Series ?? []).ToValueList(),
            series => views.Of(model.Time!, series));
        Section<PlaceView>($"Where: {Words.Of(model.Harm)}", model.Places is { } places ? [places] : [], views.Of);
        Section<ActorMatrix>("Who harmed whom", model.Matrices.ToValueList(), views.Of);
        Section("People, as they are listed", model.People.ToValueList(), new PeopleText(model.IsNaming).Of);
        Section("Claims beside their figures, without a verdict", dataset.Claims, new ClaimText(model, names).Of);
        Section("Strengths", dataset.Strengths, Of);
        Section("Areas of control", dataset.Controls, Of);
        var record = new RecordText(names);
        Section("Statements", dataset.Statements, record.Of);
        Section("Resolutions", dataset.Resolutions, record.Of);
        Section("Peace processes", dataset.Processes, record.Of);
        Section(
            "Reconciliation of killed: tallies against the listed incidents",
            model.Reconciliations.Where(r => !r.Incidents.IsEmpty || !r.Tallies.IsEmpty).ToValueList(),
            Of);
        Section("Findings", model.Findings, Of);
        console.WriteLine(FindingOutput.Summary(model.Findings));
    }

    private void Section<T>(string title, ValueList<T> records, Func<T, Tree> show)
        where T : notnull
    {
        if (records.IsEmpty)
        {
            return;
        }

        console.MarkupLine($"[bold underline]{ScreenText.Marked(title)}[/]");
        foreach (T record in records)
        {
            console.Write(show(record));
        }

        console.WriteLine();
    }

    private static Tree Of((Harm Harm, Sums Sums, SummedBounds Bounds) sum)
    {
        (Harm harm, Sums all, SummedBounds own) = sum;
        string Figure(long? figure, long without) =>
            (figure is { } known ? known.ToString(CultureInfo.InvariantCulture) : "none")
                + (without == 0 ? "" : FormattableString.Invariant($" ({without} of {all.Incidents} without)"));
        return Trees.New(
            $"{Words.Of(harm)}: counted in {Counted.Of(own.Counted, all.Incidents, "incident")}",
            $"published: low {Figure(all.Low, all.WithoutLow)}, "
                + $"best {Figure(all.Best, all.WithoutBest)}, high {Figure(all.High, all.WithoutHigh)}",
            $"each count's own bounds: {own.Bounds}",
            FormattableString.Invariant($"{100.0 * own.ZeroWidth / own.Counted:0.0}% of the counts print one figure as low and as high"));
    }

    private Tree Of(Strength strength) => Trees.New(
        $"{names.Of(strength.Actor)}: {strength.Fighters} fighters",
        strength.Regions.IsEmpty ? null : $"in {names.Of(strength.Regions)}",
        strength.Date is { } date ? names.Of(date) : null,
        $"said by {names.Of(strength.Citation)}");

    private Tree Of(Control control) => Trees.New(
        $"{names.Of(control.Actors)}: {string.Join(", ", control.Regions.Select(region => Of(control.Extent) + names.Of(region)))}",
        control.Date is { } date ? names.Of(date) : null,
        control.Note,
        $"said by {names.Of(control.Citation)}");

    private static string Of(ControlExtent? extent) => extent switch
    {
        ControlExtent.Whole => "all of ",
        ControlExtent.Parts => "parts of ",
        _ => "",
    };

    private static Tree Of(ReconciledTally reconciliation)
    {
        Tree tree = Trees.New(
            $"{reconciliation.Tally}: {reconciliation.Total} reported",
            $"{reconciliation.Accounted} accounted for by {Counted.Of(reconciliation.Incidents.Count, "listed incident")}",
            reconciliation.Unaccounted is { } rest ? $"{rest} not" : "the listed incidents alone hold more than the total");
        foreach (ReconciledTally.AccountedIncident incident in reconciliation.Incidents)
        {
            string doubt = incident.InScope == Truth.Unknown ? " (whether it is in the scope is not said)" : "";
            tree.AddLine(ScreenText.Marked($"{incident.Incident}: {incident.Accounts}{doubt}"));
        }

        foreach (ReconciledTally.AccountedPart part in reconciliation.Incidents.IsEmpty ? default : reconciliation.Parts)
        {
            string others = part.Unaccounted is { } left ? $"{left} not" : "which is more than that";
            tree.AddLine(ScreenText.Marked($"of {part.Path}, {part.Total}: {part.Accounted} accounted for, {others}"));
        }

        foreach ((TallyId tally, Bounds accounts) in reconciliation.Tallies)
        {
            tree.AddLine(ScreenText.Marked($"the tally {tally} lies in its scope: {accounts}"));
        }

        if (!reconciliation.Tallies.IsEmpty)
        {
            tree.AddLine(ScreenText.Marked(
                $"incidents and tallies together, which may hold the same people: {reconciliation.AccountedInAll}"));
        }

        return tree;
    }

    private static Tree Of(Finding finding) =>
        new(new MarkedLine($"[{Colour(finding.Severity)}]{Markup.Escape(ScreenText.Visible(FindingOutput.LineOf(finding)))}[/]"));

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}

using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>The report as text for people: coloured on a terminal, plain in a pipe.</summary>
internal sealed class TextReport
{
    private readonly Analysis analysis;
    private readonly IAnsiConsole console;

    private TextReport(Analysis analysis, IAnsiConsole console)
    {
        this.analysis = analysis;
        this.console = console;
    }

    public static void Write(Analysis analysis) => Write(analysis, Console.Out, !Console.IsOutputRedirected);

    public static void Write(Analysis analysis, TextWriter output, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new()
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        if (!isTerminal)
        {
            // A program or a file has no width: nothing is wrapped there.
            console.Profile.Width = 10_000;
        }

        new TextReport(analysis, console).Write();
    }

    private RecordNames Names => analysis.Names;

    private void Write()
    {
        ConflictDataset dataset = analysis.Dataset;
        if (dataset.Title is { } title)
        {
            console.MarkupLine($"[bold]{Markup.Escape(title)}[/]");
            console.WriteLine();
        }

        var figures = new FigureTree(analysis);
        Section("Tallies", dataset.Tallies, figures.Of);
        Section("Tallies that replace one another, old to new", analysis.Chains, new ChainText(analysis).Of);
        Section("Incidents", dataset.Incidents, figures.Of);
        Section("Sums over the listed incidents: of what was reported, not of the truth", analysis.Sums.ToValueList(), Of);
        Section("People, as they are listed", analysis.People.ToValueList(), new PeopleText(analysis.IsNaming).Of);
        Section("Claims beside their figures, without a verdict", dataset.Claims, new ClaimText(analysis).Of);
        Section("Strengths", dataset.Strengths, Of);
        Section("Areas of control", dataset.Controls, Of);
        var record = new RecordText(Names);
        Section("Statements", dataset.Statements, record.Of);
        Section("Resolutions", dataset.Resolutions, record.Of);
        Section("Peace processes", dataset.Processes, record.Of);
        Section(
            "Reconciliation of killed: tallies against the listed incidents",
            analysis.Reconciliations.Where(r => !r.Incidents.IsEmpty || !r.Tallies.IsEmpty).ToValueList(),
            Of);
        Section("Findings", analysis.Findings, Of);
        console.WriteLine(FindingOutput.Summary(analysis.Findings));
    }

    private void Section<T>(string title, ValueList<T> records, Func<T, Tree> show)
        where T : notnull
    {
        if (records.IsEmpty)
        {
            return;
        }

        console.MarkupLine($"[bold underline]{Markup.Escape(title)}[/]");
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
        $"{Names.Of(strength.Actor)}: {strength.Fighters} fighters",
        strength.Regions.IsEmpty ? null : $"in {Names.Of(strength.Regions)}",
        strength.Date is { } date ? RecordNames.Of(date) : null,
        $"said by {Names.Of(strength.Citation)}");

    private Tree Of(Control control) => Trees.New(
        $"{Names.Of(control.Actors)}: {string.Join(", ", control.Regions.Select(region => Of(control.Extent) + Names.Of(region)))}",
        control.Date is { } date ? RecordNames.Of(date) : null,
        control.Note,
        $"said by {Names.Of(control.Citation)}");

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
            tree.AddNode(Markup.Escape($"{incident.Incident}: {incident.Accounts}{doubt}"));
        }

        foreach (ReconciledTally.AccountedPart part in reconciliation.Incidents.IsEmpty ? default : reconciliation.Parts)
        {
            string others = part.Unaccounted is { } left ? $"{left} not" : "which is more than that";
            tree.AddNode(Markup.Escape($"of {part.Path}, {part.Total}: {part.Accounted} accounted for, {others}"));
        }

        foreach ((TallyId tally, Bounds accounts) in reconciliation.Tallies)
        {
            tree.AddNode(Markup.Escape($"the tally {tally} lies in its scope: {accounts}"));
        }

        if (!reconciliation.Tallies.IsEmpty)
        {
            tree.AddNode(Markup.Escape($"incidents and tallies together, which may hold the same people: {reconciliation.AccountedInAll}"));
        }

        return tree;
    }

    private static Tree Of(Finding finding) => new($"[{Colour(finding.Severity)}]{Markup.Escape(FindingOutput.LineOf(finding))}[/]");

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}

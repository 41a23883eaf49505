using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Revisions;
using CsvHelper;

namespace ConflictModel.Tool.Output;

/// <summary>What changed between two vintages as people and programs get it: the account first, then the records.</summary>
internal sealed class DiffOutput(VintageComparison comparison, VintageAccount account)
{
    /// <summary>A field is not shown longer than this where it is not a figure; JSON has it in full.</summary>
    private const int MostText = 60;

    private static readonly (string Title, Func<RevisionLog.Entry, long> Of)[] Terms =
    [
        ("added", entry => entry.Added), ("removed", entry => entry.Removed), ("revised", entry => entry.Revised),
        ("moved_in", entry => entry.MovedIn), ("moved_out", entry => entry.MovedOut),
    ];

    /// <summary>What a reader of the account must know and figures can't say.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (account.Measure != Measure.Killed)
            {
                yield return $"What is counted: {account.Measure}.";
            }

            if (NoteOn(account.Keys) is { } note)
            {
                yield return note;
            }
        }
    }

    /// <summary>Which fields one vintage has alone, in sentences.</summary>
    public IEnumerable<string> NotCompared =>
        Alone("older", comparison.FieldsOfOlder).Concat(Alone("newer", comparison.FieldsOfNewer));

    /// <summary>Whether records changed the sums of a group, or came, went or moved there.</summary>
    public static bool HasMoved(VintageAccount.Line line) => line.Change != default || !line.Records.IsEmpty;

    /// <summary>What a reader of an account by these keys must know; null if there is nothing.</summary>
    public static string? NoteOn(IEnumerable<GroupKey> keys) => keys.Contains(GroupKey.Actor)
        ? "A record counts for each actor in it, so the groups are not to be added up; what is true of all stands in the line of all."
        : null;

    /// <summary>How many records came, went and were revised, in a sentence.</summary>
    public string Counts
    {
        get
        {
            VintageComparison.Counts records = comparison.Records;
            int figures = comparison.Revised.Count(revision => revision.Has(FieldClass.Figure));
            return FormattableString.Invariant(
                $"Records: {records.Old} - {records.Removed} removed + {records.Added} added = {records.New}; ")
                + FormattableString.Invariant($"{records.Revised} revised ({figures} in figures), {records.Unchanged} unchanged")
                + (comparison.Renamed.IsEmpty ? "." : FormattableString.Invariant($" ({comparison.Renamed.Count} renamed)."));
        }
    }

    /// <summary>
    /// Writes the account as CSV, a row for each group and figure; a sum of which no record has the figure is an empty cell.
    /// </summary>
    public void WriteCsv(Stream stream, bool neutralise)
    {
        using var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader(
        [
            .. account.Keys.Select(key => key.Name), "figure", "old", .. Terms.Select(term => term.Title), "new", "without_old",
            "without_new",
        ]);
        foreach (RevisionLog.Entry entry in account.Lines.SelectMany(line => RevisionLog.Entry.Of(account, line)))
        {
            foreach ((_, string text) in entry.Group)
            {
                writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(text) : text);
            }

            writer.WriteField(JsonName.Of(entry.Figure));
            writer.WriteField(entry.Old);
            foreach ((_, Func<RevisionLog.Entry, long> of) in Terms)
            {
                writer.WriteField((long?)of(entry));
            }

            writer.WriteField(entry.New);
            writer.WriteField((long?)entry.WithoutOld);
            writer.WriteField((long?)entry.WithoutNew);
            writer.EndRecord();
        }
    }

    /// <summary>Draws the account of the groups that moved, and says the rest below it.</summary>
    public void WriteTo(TextWriter output, int? width)
    {
        VintageAccount.Line[] moved = [.. account.Lines.Where(HasMoved)];
        ValueList<RecordMove> moves = comparison.Moves(account.Measure);
        ValueList<Reattribution> reattributions = comparison.Reattributions(account.Measure, GroupKey.Dyad);
        (VintageAccount.Line Line, RevisionLog.Entry Entry)[] rows =
            [.. moved.Append(account.Total).SelectMany(line => RevisionLog.Entry.Of(account, line).Select(entry => (line, entry)))];
        ScreenTable.Column[] keys =
        [
            .. account.Keys.Select((key, i) => new ScreenTable.Column(
                key.Name,
                [.. rows.Select(row => row.Line == account.Total ? "all" : ScreenText.Plain(row.Line.Group[i]))],
                IsFigure: false,
                IsName: !key.IsTime)),
            new("figure", [.. rows.Select(row => JsonName.Of(row.Entry.Figure))], IsFigure: false, IsName: false),
        ];
        ScreenTable.Column[] figures =
        [
            new("old", [.. rows.Select(row => Text(row.Entry.Old, row.Entry.WithoutOld, row.Line.Old))], IsFigure: true, IsName: false),
            .. Terms.Select(term => new ScreenTable.Column(
                term.Title.Replace('_', ' '), [.. rows.Select(row => Text(term.Of(row.Entry)))], IsFigure: true, IsName: false)),
            new("new", [.. rows.Select(row => Text(row.Entry.New, row.Entry.WithoutNew, row.Line.New))], IsFigure: true, IsName: false),
        ];
        new ScreenTable(keys, [figures]).WriteTo(output, width);
        foreach (string note in Notes)
        {
            Say(output, width, note, []);
        }

        Say(output, width, Unmoved(account.Lines.Count - moved.Length), [.. moved.Select(Explain)]);
        Say(output, width, Counts, []);
        var deleted = comparison.Deleted.ToDictionary(stone => stone.Id, stone => stone.ToString());
        Say(output, width, Heading("removed", comparison.Removed), [.. comparison.Removed.Select(id => deleted.GetValueOrDefault(id, id))]);
        Say(output, width, Heading("added", comparison.Added), [.. comparison.Added]);
        Say(output, width, Heading("moved", moves), [.. moves.Select(move => move.ToString())]);
        Say(output, width, Heading("perhaps re-attributed", reattributions), [.. reattributions.Select(one => one.ToString())]);
        Say(output, width, Heading("revised", comparison.Revised), [.. comparison.Revised.Select(Text)]);
        Say(output, width, Heading("renamed", comparison.Renamed), [.. comparison.Renamed.Select(Text)]);
        foreach (string sentence in NotCompared)
        {
            Say(output, width, sentence, []);
        }
    }

    private static string Unmoved(int groups) => groups == 0 ? "" : $"{Counted.Of(groups, "group", "groups")} did not move.";

    private static string Heading<T>(string what, ValueList<T> things)
        where T : notnull => things.IsEmpty ? "" : $"{Capital(what)}:";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static IEnumerable<string> Alone(string vintage, ValueList<string> fields) =>
        fields.IsEmpty ? [] : [$"Not compared, for the {vintage} vintage alone has it: {string.Join(", ", fields)}."];

    /// <summary>Explains the best figure, or where no record changed it one that did change.</summary>
    private static string Explain(VintageAccount.Line line) => line.Explain(
        ((RangeFigure[])[RangeFigure.Best, RangeFigure.Low, RangeFigure.High])
            .FirstOrDefault(figure => line.Records.Any(record => record.Change[figure] != 0)));

    private static void Say(TextWriter output, int? width, string heading, string[] lines)
    {
        if (heading.Length == 0 && lines.Length == 0)
        {
            return;
        }

        output.WriteLine();
        if (heading.Length > 0)
        {
            output.WriteWrapped(ScreenText.Plain(heading), width, indent: 2);
        }

        foreach (string line in lines)
        {
            output.WriteWrapped("  " + ScreenText.Plain(line), width, indent: 4);
        }
    }

    private static string Text(Revision revision) => $"{revision.Id}: "
        + string.Join("; ", revision.Changes.Select(change => $"{change.Field} {Short(change.Was)} to {Short(change.Is)}"));

    private static string Short(string text) => text.Length == 0 ? "nothing" : ScreenText.Shortened(ScreenText.Plain(text), MostText);

    private static string Text(long? sum, long without, Sums of) => sum is not { } known ? ""
        : without == 0 ? Text(known)
        : FormattableString.Invariant($"{known} ({without} of {of.Incidents + of.Continuing} without)");

    private static string Text(long figure) => figure.ToString(CultureInfo.InvariantCulture);
}

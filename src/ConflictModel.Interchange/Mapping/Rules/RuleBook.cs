using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>The rules of one format, with the counts of a run.</summary>
internal abstract class RuleBook : RowHandler
{
    private readonly Dictionary<PublishedRule, (long Checked, long Found, long Repairable)> counts = [];
    private readonly List<PublishedRule> rules = [];

    public ValueList<RuleCheck> Checks => rules.Select(rule =>
    {
        (long all, long found, long repairable) = counts[rule];
        return new RuleCheck { Rule = rule, Checked = all, Found = found, Repairable = repairable };
    }).ToValueList();

    /// <summary>The rule that each event has one row; null if rows have no ids.</summary>
    protected PublishedRule? OneRow { get; init; }

    /// <summary>The totals over the rows as published, by name.</summary>
    public abstract ValueList<KeyValuePair<string, long>> Totals { get; }

    /// <summary>Takes each finding; null to only count.</summary>
    public Action<PublishedFinding>? OnFinding { get; set; }

    /// <summary>What the check came to.</summary>
    public PublishedSummary Summary(string format, ReadCounts read) =>
        new() { Format = format, Counts = read, Rules = Checks, Totals = Totals };

    /// <summary>Notes that there are no more rows: tells those that bear an earlier one's id.</summary>
    /// <param name="rows">How many rows have ids.</param>
    /// <param name="repeats">The rows that bear an earlier one's id, each with where the first that bears it stands.</param>
    public void Tell(int rows, IEnumerable<(string First, long Line, string? File, string Id)> repeats)
    {
        if (OneRow is not { } rule)
        {
            return;
        }

        long found = 0;
        foreach ((string first, long line, string? file, string id) in repeats)
        {
            found++;
            OnFinding?.Invoke(new()
            {
                Rule = rule,
                Line = line,
                File = file,
                Id = id,
                Message = $"The row on {first} has the same id.",
            });
        }

        counts[rule] = (rows, found, 0);
    }

    protected PublishedRule Rule(string code, Severity severity, string title, bool repairs = false)
    {
        var rule = new PublishedRule(code, severity, title) { Repairs = repairs };
        rules.Add(rule);
        counts.Add(rule, default);
        return rule;
    }

    /// <summary>Counts a row for a rule; true if it does not hold, which is then to be told with <see cref="Report"/>.</summary>
    protected bool Breaks(PublishedRule rule, bool holds)
    {
        (long all, long found, long repairable) = counts[rule];
        counts[rule] = (all + 1, holds ? found : found + 1, repairable);
        return !holds;
    }

    /// <summary>The rule that <see cref="Trim"/> checks.</summary>
    protected PublishedRule TrimRule(string code) =>
        Rule(code, Severity.Information, "No cell has white space around its text.", repairs: true);

    /// <summary>Finds the cells of a row that have white space around their text.</summary>
    protected void Trim(PublishedRule rule, Row row, string id)
    {
        List<CellChange>? changes = null;
        for (int i = 0; i < row.Columns.Count; i++)
        {
            if (MayBeBlank(row.Written(i)) && row.WrittenText(i) is var text && text.Trim() is var trimmed && trimmed.Length < text.Length)
            {
                (changes ??= []).Add(new(row.Columns.Names[i], text, trimmed));
            }
        }

        if (Breaks(rule, changes is null))
        {
            string columns = string.Join(", ", changes!.Select(change => change.Column));
            Report(rule, row, id, $"White space stands around the text of {columns}.", [.. changes!]);
        }
    }

    /// <summary>Tells what a row breaks, with the changes that would mend it, if there are any.</summary>
    protected void Report(PublishedRule rule, Row row, string id, string message, params ReadOnlySpan<CellChange> repair)
    {
        if (!repair.IsEmpty)
        {
            (long all, long found, long repairable) = counts[rule];
            counts[rule] = (all, found, repairable + 1);
        }

        OnFinding?.Invoke(new() { Rule = rule, Line = row.Line, Id = id, Message = message, Repair = ValueList.Create(repair) });
    }

    protected static CellChange Change(Row row, int index, string to) => new(row.Columns.Names[index], row.WrittenText(index), to);

    /// <summary>Whether white space may stand at either end of a cell: where a letter beyond ASCII does, its text tells.</summary>
    private static bool MayBeBlank(ReadOnlySpan<byte> cell) => !cell.IsEmpty && (IsOdd(cell[0]) || IsOdd(cell[^1]));

    private static bool IsOdd(byte one) => one is <= (byte)' ' or >= 0x80;
}

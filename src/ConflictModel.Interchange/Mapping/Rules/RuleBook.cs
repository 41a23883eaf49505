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

    /// <summary>The totals over the rows as published, by name.</summary>
    public abstract ValueList<KeyValuePair<string, long>> Totals { get; }

    /// <summary>Takes each finding; null to only count.</summary>
    public Action<PublishedFinding>? OnFinding { get; set; }

    protected PublishedRule Rule(string code, Severity severity, string title)
    {
        var rule = new PublishedRule(code, severity, title);
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

    /// <summary>Tells what a row breaks, with a change that would mend it, if there is one.</summary>
    protected void Report(PublishedRule rule, Row row, string id, string message, string? repair = null)
    {
        if (repair is not null)
        {
            (long all, long found, long repairable) = counts[rule];
            counts[rule] = (all, found, repairable + 1);
        }

        OnFinding?.Invoke(new() { Rule = rule, Line = row.Line, Id = id, Message = message, Repair = repair });
    }
}

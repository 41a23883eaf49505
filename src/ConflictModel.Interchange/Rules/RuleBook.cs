using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>The rules of one format, with the counts of a run.</summary>
internal abstract class RuleBook
{
    private readonly Dictionary<PublishedRule, (long Checked, long Found, long Repairable)> counts = [];
    private readonly List<PublishedRule> rules = [];
    private Row? row;
    private Action<PublishedFinding>? report;

    public ValueList<RuleCheck> Checks => rules.Select(rule =>
    {
        (long all, long found, long repairable) = counts[rule];
        return new RuleCheck { Rule = rule, Checked = all, Found = found, Repairable = repairable };
    }).ToValueList();

    public abstract ValueList<KeyValuePair<string, long>> Totals { get; }

    /// <summary>Checks a row whose cells can all be read.</summary>
    public void Check(Row row, Action<PublishedFinding>? report)
    {
        this.row = row;
        this.report = report;
        Check(row);
    }

    protected abstract void Check(Row row);

    protected abstract string IdOf(Row row);

    protected PublishedRule Rule(string code, Severity severity, string title)
    {
        var rule = new PublishedRule(code, severity, title);
        rules.Add(rule);
        counts.Add(rule, default);
        return rule;
    }

    /// <summary>Counts a row for a rule, and reports it if the rule doesn't hold.</summary>
    protected void Expect(PublishedRule rule, bool holds, Func<string> message, Func<string?>? repair = null)
    {
        (long all, long found, long repairable) = counts[rule];
        string? mend = holds ? null : repair?.Invoke();
        counts[rule] = (all + 1, holds ? found : found + 1, mend is null ? repairable : repairable + 1);
        if (!holds)
        {
            report?.Invoke(new() { Rule = rule, Line = row!.Line, Id = IdOf(row), Message = message(), Repair = mend });
        }
    }
}

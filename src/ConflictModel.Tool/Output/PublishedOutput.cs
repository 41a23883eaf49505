using System.Text.Json;
using ConflictModel.Interchange;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Output;

/// <summary>What the check of a published file came to, for people and for programs.</summary>
internal static class PublishedOutput
{
    /// <summary>Writes it for people: on a screen of some width, or without one.</summary>
    public static void WriteText(TextWriter writer, IReadOnlyList<PublishedFinding> findings, PublishedSummary summary, int? width)
    {
        foreach (PublishedFinding finding in findings)
        {
            string repair = finding.Repair.IsEmpty ? "" : $" Proposed: {string.Join(", ", finding.Repair)}";
            string file = finding.File is null ? "" : $" of {finding.File}";
            string place = FormattableString.Invariant($"at line {finding.Line}{file}, id {finding.Id}");
            writer.WriteWrapped($"{JsonName.Of(finding.Severity)} {finding.Code} {place}: {finding.Message}{repair}", width);
        }

        writer.WriteWrapped($"{summary.Format}: {summary.Counts}", width);
        foreach (RuleCheck check in summary.Rules)
        {
            string repairs = check.Repairable > 0 ? FormattableString.Invariant($" Repair proposed for {check.Repairable}.") : "";
            writer.WriteWrapped(
                $"{check.Rule.Code} ({JsonName.Of(check.Rule.Severity)}): {Counted.Of(check.Found, check.Checked, "row")}. "
                    + check.Rule.Title + repairs,
                width);
        }

        foreach ((string name, long total) in summary.Totals)
        {
            writer.WriteWrapped(FormattableString.Invariant($"{name}: {total}"), width);
        }
    }

    /// <summary>Writes its members for programs.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<PublishedFinding> findings, PublishedSummary summary)
    {
        writer.WriteString("format", summary.Format);
        writer.WriteNumber("read", summary.Counts.Read);
        writer.WriteNumber("kept", summary.Counts.Kept);
        writer.WriteNumber("setAside", summary.Counts.SetAside);
        if (summary.Counts.Joined > 0)
        {
            writer.WriteNumber("joined", summary.Counts.Joined);
        }

        if (summary.Counts is { Pages: > 0 and var pages, TotalPages: { } totalPages })
        {
            writer.WriteNumber("pages", pages);
            writer.WriteNumber("totalPages", totalPages);
        }

        if (summary.Counts.Total is { } stated)
        {
            writer.WriteNumber("total", stated);
        }

        JsonReport.List(writer, "rules", summary.Rules, check =>
        {
            writer.WriteString("code", check.Rule.Code);
            writer.WriteString("severity", JsonName.Of(check.Rule.Severity));
            writer.WriteString("title", check.Rule.Title);
            writer.WriteNumber("checked", check.Checked);
            writer.WriteNumber("found", check.Found);
            writer.WriteNumber("repairable", check.Repairable);
        });
        writer.WriteStartObject("totals");
        foreach ((string name, long total) in summary.Totals)
        {
            writer.WriteNumber(name, total);
        }

        writer.WriteEndObject();
        JsonReport.List(writer, "findings", findings.ToValueList(), finding =>
        {
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", JsonName.Of(finding.Severity));
            if (finding.File is not null)
            {
                writer.WriteString("file", finding.File);
            }

            writer.WriteNumber("line", finding.Line);
            writer.WriteString("id", finding.Id);
            writer.WriteString("message", finding.Message);
            JsonReport.List(writer, "repair", finding.Repair, change =>
            {
                writer.WriteString("column", change.Column);
                writer.WriteString("was", change.Was);
                writer.WriteString("is", change.Is);
            });
        });
    }

    /// <summary>Whether anything that can't be was found.</summary>
    public static bool HasErrors(PublishedSummary summary) => summary.CountOf(Severity.Error) > 0;
}

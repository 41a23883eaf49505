using System.Text.Json;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Output;

/// <summary>Findings for programs and for people.</summary>
internal static class FindingOutput
{
    public static void Write(Utf8JsonWriter writer, ValueList<Finding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (Finding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteString("code", finding.Code);
            writer.WriteString("severity", JsonName.Of(finding.Severity));
            writer.WriteString("pointer", finding.Pointer.ToString());
            writer.WriteString("message", finding.Message);
            writer.WriteStartArray("numbers");
            foreach (long number in finding.Numbers)
            {
                writer.WriteNumberValue(number);
            }

            writer.WriteEndArray();
            writer.WriteString("repair", finding.Repair);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the findings for people: on a screen of some width, or without one.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="findings">What was found.</param>
    /// <param name="width">The width of the screen.</param>
    /// <param name="file">The data set's file, where there are several; null where there is one.</param>
    public static void Write(TextWriter writer, ValueList<Finding> findings, int? width, string? file = null)
    {
        string name = file is null ? "" : file + ": ";
        foreach (Finding finding in findings)
        {
            writer.WriteWrapped(name + LineOf(finding), width);
        }

        writer.WriteWrapped(name + Summary(findings), width);
    }

    public static string LineOf(Finding finding) =>
        $"{JsonName.Of(finding.Severity)} {finding.Code} at {finding.Pointer}: {finding.Message}"
            + (finding.Repair is null ? "" : $" Proposed: {finding.Repair}");

    public static string Summary(ValueList<Finding> findings)
    {
        int Count(Severity severity) => findings.Count(finding => finding.Severity == severity);
        (int errors, int warnings) = (Count(Severity.Error), Count(Severity.Warning));
        return $"{Counted.Of(errors, "error")}, {Counted.Of(warnings, "warning")}, "
            + Counted.Of(Count(Severity.Information), "for information", "for information");
    }
}

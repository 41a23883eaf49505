using System.CommandLine;
using ConflictModel.Time;
using ConflictModel.Tool.Output;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel date TEXT...</c>: explains dates and periods.</summary>
internal static class DateCommand
{
    public static Command Create()
    {
        var texts = new Argument<string[]>("TEXT")
        {
            Description = "EDTF dates; - reads lines from standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> format = OutputFormat.Option();
        var command = new Command("date", "Explain dates and periods: which days they allow, or why they are not dates.") { texts, format };
        command.SetAction(result =>
        {
            bool areValid = true;
            bool isJson = result.GetValue(format) == OutputFormat.Json;
            foreach (string text in TextInput.Lines(result.GetValue(texts)!))
            {
                var date = DateExplanation.Of(text);
                areValid &= date.IsValid;
                if (isJson)
                {
                    WriteJson(text, date);
                }
                else
                {
                    StandardText.Out.WriteLine(Describe(text, date));
                }
            }

            return areValid ? ExitCodes.Fine : ExitCodes.Findings;
        });
        return command;
    }

    private static void WriteJson(string text, DateExplanation date)
    {
        using JsonOutput output = new(isIndented: false);
        output.Writer.WriteStartObject();
        output.Writer.WriteString("text", text);
        output.Writer.WriteBoolean("valid", date.IsValid);
        if (date.Level is { } level)
        {
            output.Writer.WriteNumber("level", level);
        }
        else
        {
            output.Writer.WriteNull("level");
        }

        output.Writer.WriteString("earliest", date.Earliest is { } first ? LocalDatePattern.Iso.Format(first) : null);
        output.Writer.WriteString("latest", date.Latest is { } last ? LocalDatePattern.Iso.Format(last) : null);
        output.Writer.WriteString("start", date.Date is { } from ? JsonName.Of(from.Start.Kind) : null);
        output.Writer.WriteString("end", date.Date is { } to ? JsonName.Of(to.End.Kind) : null);
        output.Writer.WriteString("error", date.Error?.ToString());
        output.Writer.WriteEndObject();
    }

    private static string Describe(string text, DateExplanation date)
    {
        if (!date.IsValid)
        {
            return $"{text}: not a date: {date.Error}";
        }

        string first = Describe(date.Earliest, date.Date!.Value.Start.Kind, "start", "earliest");
        string last = Describe(date.Latest, date.Date!.Value.End.Kind, "end", "latest");
        return FormattableString.Invariant($"{text}: level {date.Level}, {(first == last ? first : $"{first} to {last}")}");
    }

    private static string Describe(LocalDate? day, DateEndKind kind, string end, string most) =>
        day is { } known ? LocalDatePattern.Iso.Format(known)
        : kind == DateEndKind.Open ? $"open {end}"
        : kind == DateEndKind.Unknown ? $"unknown {end}"
        : $"no {most} day";
}

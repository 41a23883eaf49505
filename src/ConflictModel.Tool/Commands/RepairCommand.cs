using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel repair IN OUT --rules RULE,...</c>: a published file with the repairs of some rules.</summary>
internal static class RepairCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "the published CSV file to read; - for standard input" };
        var output = new Argument<string>("OUT") { Description = "the file to write; - for standard output" };
        var rules = new Option<string[]>("--rules")
        {
            HelpName = "RULE,...",
            Description = "the rules whose repairs are applied, as 'conflictmodel validate' names them",
            Required = true,
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(','))],
        };
        var changes = new Option<string?>("--changes") { HelpName = "FILE", Description = "write each change of a cell to this CSV file" };
        ReadingOptions reading = new(format => !format.Repairs.IsEmpty);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("repair", "Apply the repairs that some rules propose for a published file, and nothing else.")
        {
            input, output, rules, changes, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result => Run(
            result.GetValue(input)!,
            result.GetValue(output)!,
            result.GetValue(rules)!,
            result.GetValue(changes),
            reading.From(result),
            reading.RejectPath(result),
            reading.Of(result),
            result.GetValue(neutralise)));
        return command;
    }

    private static int Run(
        string input, string output, string[] rules, string? changePath, string? from, string? rejectPath, ReadOptions asked,
        bool neutralise)
    {
        using Stream stream = EventInput.Open(input);
        EventFormat format = EventInput.FormatOf(stream, from, input, format => !format.Repairs.IsEmpty, asked)
            ?? throw new InputException(
                $"{DatasetInput.NameOf(input)}: this is no published file; 'conflictmodel validate' checks data sets.");
        if (rules.FirstOrDefault(code => format.Repairs.All(rule => rule.Code != code)) is { } unknown)
        {
            throw new InputException(
                $"--rules: '{unknown}' is not a rule by which {format.Title} is repaired; those are "
                    + $"{string.Join(", ", format.Repairs.Select(rule => rule.Code))}.");
        }

        using var target = OutputFile.Create(output);
        using var changes = OutputFile.CreateIfNamed(changePath);
        using var rejects = OutputFile.CreateIfNamed(rejectPath);
        var repaired = rules.Distinct().ToDictionary(code => code, _ => 0L);
        PublishedSummary summary;
        using (RepairFile? changeFile = changes is null ? null : new(changes.Stream, neutralise))
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, neutralise))
        {
            ReadOptions options = asked with
            {
                Format = format,
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            summary = EventInput.Guard(input, () => ReadProgress.Run(input, stream, onRow => PublishedRepairer.Repair(
                stream,
                target.Stream,
                rules,
                options with { OnProgress = onRow },
                finding =>
                {
                    repaired[finding.Code]++;
                    changeFile?.Write(finding);
                },
                neutralise)));
        }

        OutputFile.Commit(target, changes, rejects);
        StandardText.Error.WriteLine($"{DatasetInput.NameOf(input)}: {summary.Counts}");
        foreach (string code in repaired.Keys)
        {
            RuleCheck check = summary.Of(code)!;
            StandardText.Error.WriteLine($"{code}: {Counted.Of(repaired[code], check.Found, "row")} repaired. {check.Rule.Title}");
        }

        return ExitCodes.Fine;
    }
}

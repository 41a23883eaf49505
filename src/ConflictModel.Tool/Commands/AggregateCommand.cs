using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;
using Spectre.Console;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel aggregate FILE --by KEY[,KEY...]</c>: sums published figures by keys.</summary>
internal static class AggregateCommand
{
    private const string Table = "table";
    private const string Csv = "csv";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a UCDP GED, ACLED or data set file; - for standard input" };
        Option<string?> from = FormatOptions.From(format => format.IsRead);
        string keys = string.Join(", ", AggregateKeys.All);
        var by = new Option<AggregateKey[]>("--by")
        {
            Description = $"the keys, joined by commas: {keys}",
            Required = true,
            CustomParser = result => result.Tokens.SelectMany(token => token.Value.Split(',')).Select(name => Key(name, result.AddError)).ToArray(),
        };
        var where = new Option<KeyValuePair<AggregateKey, string>[]>("--where")
        {
            Description = "only events whose KEY is VALUE, written KEY=VALUE; may be given again",
            CustomParser = result => result.Tokens.Select(token => Condition(token.Value, result.AddError)).ToArray(),
        };
        var names = new Option<bool>("--names") { Description = "add a column of names behind each key that is an id" };
        var rejects = new Option<string?>("--rejects") { Description = "set malformed rows aside in this CSV file and go on, instead of stopping" };
        var format = new Option<string>("--format") { Description = "table, csv or json", DefaultValueFactory = _ => Table };
        format.AcceptOnlyFromAmong(Table, Csv, OutputFormat.Json);
        var command = new Command("aggregate", "Sum incidents and their dead by year, region, dyad and other keys, each figure as published.")
        {
            file, from, by, where, names, rejects, format,
        };
        command.SetAction(result =>
        {
            var query = new AggregateQuery
            {
                By = result.GetValue(by)!.ToValueList(),
                Where = (result.GetValue(where) ?? []).ToValueList(),
                Names = result.GetValue(names),
            };
            AggregateTable table = Sum(result.GetValue(file)!, result.GetValue(from), query, result.GetValue(rejects));
            Write(table, result.GetValue(format)!);
            return ExitCodes.Fine;
        });
        return command;
    }

    private static AggregateTable Sum(string path, string? from, AggregateQuery query, string? rejectPath)
    {
        using Stream stream = EventInput.Open(path);
        EventFormat? format = EventInput.FormatOf(stream, from, path, format => format.IsRead);
        if (format is null)
        {
            ConflictDataset dataset = DatasetInput.Read(stream, path);
            return PublishedAggregate.OfIncidents(dataset.Incidents, Glossary.Of(dataset), query);
        }

        using OutputFile? rejects = OutputFile.CreateIfNamed(rejectPath);
        AggregateTable table;
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream))
        {
            var options = new ReadOptions
            {
                Format = format,
                Names = NameResolver.BuiltIn,
                Malformed = rejectFile is null ? MalformedRows.Stop : MalformedRows.SetAside,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            table = EventInput.Guard(path, () => ReadProgress.Run(path, stream, onRow => PublishedAggregate.OfFile(stream, query, options, onRow)));
        }

        OutputFile.Commit(rejects);
        if (table.Counts.SetAside > 0)
        {
            Console.Error.WriteLine($"{DatasetInput.NameOf(path)}: {table.Counts}");
        }

        return table;
    }

    private static void Write(AggregateTable table, string format)
    {
        if (format == Table)
        {
            var grid = new Table().Border(TableBorder.Simple);
            foreach (string column in table.Columns)
            {
                grid.AddColumn(new TableColumn(Markup.Escape(column)) { Alignment = table.KeyColumns.Contains(column) ? Justify.Left : Justify.Right, NoWrap = true });
            }

            foreach (AggregateTableRow row in table.Rows)
            {
                grid.AddRow([.. row.Keys.Select(key => new Text(key)), .. Figures(row).Select(figure => new Text(figure?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""))]);
            }

            IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Out) });
            if (Console.IsOutputRedirected)
            {
                console.Profile.Width = 10_000;
            }

            console.Write(grid);
            return;
        }

        using OutputFile output = OutputFile.Create("-");
        if (format == Csv)
        {
            table.WriteCsv(output.Stream);
        }
        else
        {
            table.WriteJson(output.Stream);
            output.Stream.WriteByte((byte)'\n');
        }
    }

    private static long?[] Figures(AggregateTableRow row) =>
        [row.Incidents, row.Low, row.Best, row.High, row.Civilians, row.SideA, row.SideB, row.Unknown];

    private static AggregateKey Key(string name, Action<string> fail)
    {
        if (!AggregateKeys.TryParse(name, out AggregateKey key))
        {
            fail($"'{name}' is no key; the keys are {string.Join(", ", AggregateKeys.All)}.");
        }

        return key;
    }

    private static KeyValuePair<AggregateKey, string> Condition(string text, Action<string> fail)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            fail($"'{text}' is no condition; write KEY=VALUE.");
            return default;
        }

        return new(Key(text[..equals], fail), text[(equals + 1)..]);
    }
}

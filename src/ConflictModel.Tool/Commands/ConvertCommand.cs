using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel convert IN OUT</c>: from one format to another, saying what is lost.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "the file to read; - for standard input" };
        var output = new Argument<string>("OUT") { Description = "the file to write; - for standard output" };
        Option<string?> from = FormatOptions.From();
        Option<string> to = FormatOptions.To();
        var loss = new Option<string?>("--loss") { Description = "write what the target can't hold to this JSON file" };
        var rejects = new Option<string?>("--rejects") { Description = "set malformed rows aside in this CSV file and go on, instead of stopping" };
        var vintage = new Option<string?>("--vintage") { Description = "the version of the data set that the input is of, such as 19.1" };
        var neutralise = new Option<bool>("--neutralise-formulas") { Description = "put an apostrophe before cells that a spreadsheet would run" };
        var command = new Command("convert", "Convert events between UCDP GED, ACLED and data set files, and to GeoJSON and HXL.")
        {
            input, output, from, to, loss, rejects, vintage, neutralise,
        };
        command.SetAction(result => Run(
            result.GetValue(input)!,
            result.GetValue(output)!,
            result.GetValue(from),
            FormatOptions.Of(result.GetValue(to)!),
            result.GetValue(loss),
            result.GetValue(rejects),
            result.GetValue(vintage),
            result.GetValue(neutralise)));
        return command;
    }

    private static int Run(
        string input, string output, string? from, InterchangeFormat? to, string? lossPath, string? rejectPath, string? vintage, bool neutralise)
    {
        using Stream stream = EventInput.Open(input);
        InterchangeFormat? format = EventInput.FormatOf(stream, from, input, FormatOptions.Of);
        using RejectFile? rejects = rejectPath is null ? null : new(OutputFile.Create(rejectPath));
        if (format is null)
        {
            ConflictDataset dataset = DatasetInput.Read(stream, input);
            Write(output, to, dataset, dataset.Incidents, Glossary.Of(dataset), default, lossPath, neutralise);
            return ExitCodes.Fine;
        }

        var options = new ReadOptions
        {
            Format = format,
            Vintage = vintage,
            Names = NameResolver.BuiltIn,
            Malformed = rejects is null ? MalformedRows.Stop : MalformedRows.SetAside,
            OnRejected = rejects is null ? null : rejects.Write,
        };
        return EventInput.Guard(input, () => ReadProgress.Run(input, stream, onRow =>
        {
            using IncidentReader reader = IncidentReader.Open(stream, options);
            if (to is null)
            {
                ConflictDataset dataset = reader.ReadDataset();
                Write(output, to, dataset, dataset.Incidents, reader.Glossary, default, lossPath, neutralise);
            }
            else
            {
                Write(output, to, null, Told(reader, onRow), reader.Glossary, reader.Format == to ? reader.Columns : default, lossPath, neutralise);
            }

            Console.Error.WriteLine($"{DatasetInput.NameOf(input)}: {reader.Counts}");
            return ExitCodes.Fine;
        }));
    }

    private static IEnumerable<Incident> Told(IncidentReader reader, Action<long>? onRow)
    {
        foreach (Incident incident in reader.Read())
        {
            onRow?.Invoke(reader.Position);
            yield return incident;
        }
    }

    private static void Write(
        string output,
        InterchangeFormat? to,
        ConflictDataset? dataset,
        IEnumerable<Incident> incidents,
        Glossary glossary,
        ValueList<string> columns,
        string? lossPath,
        bool neutralise)
    {
        using LossFile? losses = lossPath is null ? null : new(OutputFile.Create(lossPath));
        using Stream target = OutputFile.Create(output);
        if (to is not { } format)
        {
            DatasetJson.Write(dataset!, target);
            return;
        }

        var options = new WriteOptions { Columns = columns, NeutraliseFormulas = neutralise, OnLoss = losses is null ? null : losses.Write };
        using var writer = IncidentWriter.Create(target, format, glossary, options);
        writer.Write(incidents);
        if (writer.NeutralisedCells > 0)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{writer.NeutralisedCells} cells were changed so that no spreadsheet runs them."));
        }
    }
}

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
        ReadingOptions reading = new(format => format.IsRead);
        Option<string> to = FormatOptions.To();
        var loss = new Option<string?>("--loss") { HelpName = "FILE", Description = "write what the target can't hold to this JSON file" };
        Option<RepeatedRows> repeated = FormatOptions.Repeated();
        var vintage = new Option<string?>("--vintage")
        {
            HelpName = "VERSION",
            Description = "the version of the data set that the input is of, such as 19.1",
        };
        Option<bool> neutralise = FormatOptions.Neutralise();
        var withheld = new Option<bool>("--with-withheld")
        {
            Description = "write the records of people whole, those too that must not be published; only to a data set file",
        };
        var command = new Command(
            "convert",
            "Convert events between UCDP GED, ACLED and data set files, and to GeoJSON and HXL; yearly totals to data set files.")
        {
            input, output, to, loss, repeated, vintage, neutralise, withheld,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            ReadOptions asked = reading.Of(result) with { Vintage = result.GetValue(vintage), Repeated = result.GetValue(repeated) };
            int Run(bool held) => ConvertCommand.Run(
                result.GetValue(input)!,
                result.GetValue(output)!,
                reading.From(result),
                FormatOptions.Of(result.GetValue(to)!),
                result.GetValue(loss),
                held,
                reading.RejectPath(result),
                asked,
                result.GetValue(neutralise),
                result.GetValue(withheld));

            try
            {
                return Run(held: asked.Repeated == RepeatedRows.Newest);
            }
            catch (InputException error) when (
                error.InnerException is MalformedInputException { Malformation.Code: MalformationCode.Outdated }
                && result.GetValue(input) != "-" && result.GetValue(output) != "-")
            {
                // Nothing stands in its place yet: it is made again of all rows together, without those that newer ones replace.
                return Run(held: true);
            }
        });
        return command;
    }

    // Held: all rows are read before any is written, so that older versions are left out.
    private static int Run(
        string input, string output, string? from, EventFormat? to, string? lossPath, bool held, string? rejectPath, ReadOptions asked,
        bool neutralise, bool withheld)
    {
        if (withheld && to is not null)
        {
            throw new InputException("--with-withheld: only a data set file (--to json) holds people.");
        }

        using Stream stream = EventInput.Open(input);
        EventFormat? format = EventInput.FormatOf(stream, from, input, format => format.IsRead, asked);
        using var target = OutputFile.Create(output);
        using var losses = OutputFile.CreateIfNamed(lossPath);
        using var rejects = OutputFile.CreateIfNamed(rejectPath);
        using (LossFile? lossFile = losses is null ? null : new(losses.Stream))
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, neutralise))
        {
            var writing = new WriteOptions { NeutraliseFormulas = neutralise, OnLoss = lossFile is null ? Count : lossFile.Write };
            if (format is null)
            {
                ConflictDataset whole = DatasetInput.Distinct(DatasetInput.Read(stream, input), asked.Repeated, input);
                ConflictDataset dataset = withheld ? whole : whole.ForPublication();
                Write(input, dataset, target.Stream, to, Glossary.Of(dataset), writing);
                PeopleLoss.Tell(input, dataset, to, withheld, lossFile);
            }
            else
            {
                ReadOptions reading = asked with
                {
                    Format = format,
                    Names = NameResolver.BuiltIn,
                    SetAsideMalformed = rejectFile is not null,
                    OnRejected = rejectFile is null ? null : rejectFile.Write,
                };
                ReadCounts counts = EventInput.Guard(
                    input,
                    () => ReadProgress.Run(
                            input,
                            stream,
                            onRow => Convert(input, stream, reading with { OnProgress = onRow }, held, target.Stream, to, writing)));
                Console.Error.WriteLine($"{DatasetInput.NameOf(input)}: {counts}");
                EventInput.TellEarly(input, counts);
            }
        }

        OutputFile.Commit(target, losses, rejects);
        return ExitCodes.Fine;
    }

    private static ReadCounts Convert(
        string path, Stream input, ReadOptions reading, bool held, Stream output, EventFormat? to, WriteOptions writing)
    {
        using var reader = IncidentReader.Open(input, reading);
        if (to is { } target)
        {
            if (reader.Format is { HoldsTallies: true } totals)
            {
                throw new InputException(
                    $"{totals.Title} holds totals over a year, which only a data set file holds as tallies: convert it with --to json.");
            }

            IEnumerable<Incident> incidents = held ? reader.ReadDataset().Incidents : reader.Read();
            // What a format reads it writes back cell by cell, so that there is nothing to look for unless it is asked for.
            bool isSame = reader.Format == target;
            WriteOptions options = isSame
                ? writing with { Columns = reader.Columns, Tags = reader.Tags, OnLoss = writing.OnLoss == Count ? null : writing.OnLoss }
                : writing;
            Write(path, incidents, output, target, reader.Glossary, options);
        }
        else
        {
            DatasetJson.Write(reader.ReadDataset(), output);
        }

        return reader.Counts;
    }

    private static void Write(
        string path, ConflictDataset dataset, Stream output, EventFormat? to, Glossary glossary, WriteOptions options)
    {
        if (to is { } target)
        {
            Write(path, dataset.Incidents, output, target, glossary, options);
            LossOutput.WriteOthers(Console.Error, DatasetInput.NameOf(path), target, dataset);
        }
        else
        {
            DatasetJson.Write(dataset, output);
        }
    }

    private static void Write(
        string path, IEnumerable<Incident> incidents, Stream output, EventFormat to, Glossary glossary, WriteOptions options)
    {
        using var writer = IncidentWriter.Create(output, to, glossary, options);
        writer.Write(incidents);
        if (writer.NeutralisedCells > 0)
        {
            Console.Error.WriteLine(
                $"{Counted.Of(writer.NeutralisedCells, "cell was", "cells were")} changed "
                + "so that a spreadsheet shows text and runs nothing.");
        }

        LossOutput.Write(Console.Error, DatasetInput.NameOf(path), to, writer.Losses, areListed: options.OnLoss != Count);
    }

    /// <summary>Takes a loss of which only the number is wanted, which the writer keeps.</summary>
    private static void Count(Loss loss)
    {
    }
}

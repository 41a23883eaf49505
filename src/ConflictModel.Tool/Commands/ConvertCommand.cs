using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Reporting;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel convert IN... OUT</c>: from one format to another, saying what is lost.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("IN... OUT")
        {
            Description =
                "the file to read, or several of UCDP GED or of ACLED, and last the file to write; - for standard input and output",
            Arity = ArgumentArity.OneOrMore,
        };
        ReadingOptions reading = new(format => format.IsRead);
        Option<string> to = FormatOptions.To();
        var loss = new Option<string?>("--loss") { HelpName = "FILE", Description = "write what the target can't hold to this JSON file" };
        Option<RepeatedRows> repeated = FormatOptions.Repeated();
        var vintage = new Option<Vintage?>("--vintage")
        {
            HelpName = VintageText.Form,
            Description = "the version of the data set that the input is of, such as 19.1, or 19.1@2019-06-01 with its day",
            CustomParser = result => VintageText.Of(result.Tokens.Single().Value, result),
        };
        Option<bool> neutralise = FormatOptions.Neutralise();
        var withheld = new Option<bool>("--with-withheld")
        {
            Description = "write the records of people whole, those too that must not be published; only to a data set file or a list",
        };
        Option<string?> people = PeopleList.Mapping();
        Option<string[]> by = ParquetFiles.By();
        var command = new Command(
            "convert",
            "Convert events between UCDP GED, ACLED and data set files, and to GeoJSON, HXL and Parquet; yearly totals to data set files; "
                + "lists of people to data set files and back.")
        {
            files, to, by, people, loss, repeated, vintage, neutralise, withheld,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            string[] paths = OutputFile.LastOf(result.GetValue(files)!);
            string[] parts = result.GetValue(by) ?? [];
            if (parts.Length > 0 && result.GetValue(to) != ParquetFiles.Name)
            {
                throw new InputException("--by: only Parquet files (--to parquet) are divided into folders.");
            }

            FormatOptions.CheckNeutralised(
                result.GetValue(neutralise), FormatOptions.IsCsv(result.GetValue(to)!) || reading.RejectPath(result) is not null);
            ReadOptions options = reading.Of(result) with { Vintage = result.GetValue(vintage), Repeated = result.GetValue(repeated) };
            if (result.GetValue(people) is { } mapping)
            {
                PeopleList.Alone(reading.From(result));
                return PeopleList.Convert(
                    paths.Length == 2 ? paths[0] : throw new InputException("--people: lists are converted one by one."),
                    paths[^1],
                    PeopleList.MappingIn(mapping),
                    result.GetValue(to)!,
                    result.GetValue(loss),
                    reading.RejectPath(result),
                    options,
                    result.GetValue(neutralise),
                    result.GetValue(withheld));
            }

            if (result.GetValue(to) == PeopleList.Name)
            {
                throw new InputException("--to people: --people MAPPING says what the columns of the list are.");
            }

            if (result.GetValue(to) == ParquetFiles.Name)
            {
                if (result.GetValue(loss) is not null)
                {
                    throw new InputException("--loss: a Parquet file holds what sums ask for, and nothing of it is listed as lost.");
                }

                using var rejects = OutputFile.CreateIfNamed(reading.RejectPath(result));
                return ParquetFiles.Write(
                    paths[..^1], paths[^1], new(reading.From(result), options, rejects, result.GetValue(neutralise)), parts);
            }

            Request asked = new(paths[..^1], paths[^1], reading.From(result), FormatOptions.Of(result.GetValue(to)!))
            {
                AsLines = result.GetValue(to) == DatasetForm.Lines,
                LossPath = result.GetValue(loss),
                RejectPath = reading.RejectPath(result),
                Reading = options,
                Neutralises = result.GetValue(neutralise),
                WithWithheld = result.GetValue(withheld),
            };
            try
            {
                return Run(asked, held: asked.Reading.Repeated == RepeatedRows.Newest);
            }
            catch (InputException error) when (
                error.InnerException is MalformedInputException { Malformation.Code: MalformationCode.Outdated }
                && paths[0] != "-" && asked.Output != "-")
            {
                // Nothing stands in its place yet: it is made again of all rows together, without those that newer ones replace.
                return Run(asked, held: true);
            }
        });
        return command;
    }

    // Held: all rows are read before any is written, so that older versions are left out.
    private static int Run(Request asked, bool held)
    {
        if (asked.WithWithheld && asked.To is not null)
        {
            throw new InputException(
                "--with-withheld: only a data set file (--to json, --to ndjson) and a list (--to people) hold people.");
        }

        return asked.Inputs.Length == 1 ? RunOne(asked, held) : RunSeveral(asked, held);
    }

    private static int RunOne(Request asked, bool held)
    {
        string input = asked.Inputs[0];
        using Stream stream = EventInput.Open(input);
        EventFormat? format = EventInput.FormatOf(stream, asked.From, input, format => format.IsRead, asked.Reading);
        if (format is null)
        {
            ReadingOptions.CheckUnsaid(input, asked.Reading, asked.RejectPath is not null);
        }

        return Run(asked, (rejected, writing, output, losses) =>
        {
            if (format is not null)
            {
                ReadOptions reading = rejected with { Format = format };
                Convert(asked, reading, held, output, writing, open => ReadProgress.Run(input, stream, onRow =>
                {
                    using var reader = IncidentReader.Open(stream, reading with { OnProgress = onRow });
                    return open(reader);
                }));
                return;
            }

            ConflictDataset whole = DatasetInput.Distinct(DatasetInput.Read(stream, input), asked.Reading.Repeated, input);
            ConflictDataset dataset = asked.WithWithheld ? whole : LocalNames.Published(whole);
            Write(input, dataset, output, asked, Glossary.Of(dataset), writing);
            PeopleLoss.Tell(input, dataset, asked.To, asked.WithWithheld, losses);
        });
    }

    private static int RunSeveral(Request asked, bool held)
    {
        EventFormat? format = EventInput.FormatOfSeveral(asked.Inputs, asked.From, asked.Reading);

        // Who forgets the file to write means the last one to be read.
        if (asked.Output != "-" && File.Exists(asked.Output) && !OutputFile.IsRead(FilePlace.OfOutput(asked.Output)))
        {
            throw new InputException(
                $"{asked.Output}: of several files the last is the one to write, and this one is there already; "
                    + "remove it, or name another.");
        }

        return Run(asked, (rejected, writing, output, _) =>
        {
            ReadOptions reading = rejected with { Format = format };
            Convert(asked, reading, held, output, writing, open =>
            {
                using var reader = IncidentReader.Open(asked.Inputs, reading);
                return open(reader);
            });
        });
    }

    private static int Run(Request asked, Action<ReadOptions, WriteOptions, Stream, LossFile?> convert)
    {
        using var target = OutputFile.Create(asked.Output);
        using var losses = OutputFile.CreateIfNamed(asked.LossPath);
        using var rejects = OutputFile.CreateIfNamed(asked.RejectPath);
        using (LossFile? lossFile = losses is null ? null : new(losses.Stream))
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, asked.Neutralises))
        {
            ReadOptions reading = asked.Reading with
            {
                Names = NameResolver.BuiltIn,
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            WriteOptions writing = new()
            {
                NeutraliseFormulas = asked.Neutralises,
                OnLoss = lossFile is null ? Count : lossFile.Write,
            };
            convert(reading, writing, target.Stream, lossFile);
        }

        OutputFile.Commit(target, losses, rejects);
        if (asked is { To: null, AsLines: false } && new FileInfo(asked.Output) is { Exists: true, Length: > DatasetJson.MaxBytes })
        {
            StandardText.Error.WriteLine(FormattableString.Invariant(
                $"{asked.Output}: longer than the {DatasetJson.MaxBytes} bytes that are read of one document; --to ndjson has no limit."));
        }

        return ExitCodes.Fine;
    }

    private static void Convert(
        Request asked,
        ReadOptions reading,
        bool held,
        Stream output,
        WriteOptions writing,
        Func<Func<IncidentReader, ReadCounts>, ReadCounts> open)
    {
        ReadCounts counts = EventInput.Guard(asked.Name, () =>
        {
            WriteOptions options = reading.Format is { } format && format == asked.To && !held
                ? InColumnsRead(asked, format, reading, writing)
                : writing;
            return open(reader => Convert(asked, reader, held, output, options));
        });
        StandardText.Error.WriteLine($"{DatasetInput.NameOf(asked.Name)}: {counts}");
        EventInput.TellEarly(asked.Name, counts);
    }

    private static ReadCounts Convert(Request asked, IncidentReader reader, bool held, Stream output, WriteOptions writing)
    {
        if (asked.To is not { } target)
        {
            if (asked.AsLines)
            {
                reader.WriteDatasetLines(output);
            }
            else
            {
                reader.WriteDataset(output);
            }

            return reader.Counts;
        }

        if (reader.Format is { HoldsTallies: true } totals)
        {
            throw new InputException(
                $"{totals.Title} holds totals over a year, which only a data set file holds as tallies: convert it with --to json.");
        }

        IEnumerable<Incident> incidents = held ? reader.ReadDataset().Incidents : reader.Read();
        if (reader.Format == target && writing.Columns.IsEmpty)
        {
            // Of a pipe only what is read tells; if that is JSON, later rows may still have other members.
            writing = writing with { Columns = held ? default : reader.Columns, Tags = held ? default : reader.Tags };
        }

        // What a format reads it writes back cell by cell in its columns: there is nothing to look for unless it is asked for.
        bool areAllWritten = reader.Format == target && (held || !writing.Columns.IsEmpty);
        Write(
            asked.Name,
            incidents,
            output,
            target,
            reader.Glossary,
            areAllWritten && writing.OnLoss == Count ? writing with { OnLoss = null } : writing);
        return reader.Counts;
    }

    /// <summary>
    /// Has a file written in the columns of all that is read: those of CSV stand in its header, those of JSON in its rows.
    /// </summary>
    private static WriteOptions InColumnsRead(Request asked, EventFormat format, ReadOptions reading, WriteOptions writing)
    {
        if (asked.Inputs[0] == "-")
        {
            return writing;
        }

        Glossary glossary = new();
        foreach (string path in asked.Inputs)
        {
            EventInput.Guard(path, () =>
            {
                using var reader = IncidentReader.Open(path, reading with { Glossary = glossary, OnRejected = null });
                return reader.Columns.IsEmpty ? reader.Read().Count() : 0;
            });
        }

        return format.Source is { } source && glossary.Find(source.Id) is { } known
            ? writing with { Columns = known.Columns, Tags = known.ColumnTags }
            : writing;
    }

    private static void Write(
        string path, ConflictDataset dataset, Stream output, Request asked, Glossary glossary, WriteOptions options)
    {
        if (asked.To is { } target)
        {
            Write(path, dataset.Incidents, output, target, glossary, options);
            LossOutput.WriteOthers(StandardText.Error, DatasetInput.NameOf(path), target, dataset);
        }
        else
        {
            DatasetForm.Write(dataset, output, asked.AsLines);
        }
    }

    private static void Write(
        string path, IEnumerable<Incident> incidents, Stream output, EventFormat to, Glossary glossary, WriteOptions options)
    {
        using var writer = IncidentWriter.Create(output, to, glossary, options);
        writer.Write(incidents);
        LossOutput.WriteNeutralised(StandardText.Error, writer.NeutralisedCells);
        LossOutput.Write(StandardText.Error, DatasetInput.NameOf(path), to.Title, writer.Losses, areListed: options.OnLoss != Count);
    }

    /// <summary>Takes a loss of which only the number is wanted, which the writer keeps.</summary>
    private static void Count(Loss loss)
    {
    }

    /// <summary>What is asked of the command.</summary>
    private sealed record Request(string[] Inputs, string Output, string? From, EventFormat? To)
    {
        public required ReadOptions Reading { get; init; }

        /// <summary>Whether a data set is written a record a line.</summary>
        public bool AsLines { get; init; }

        public string? LossPath { get; init; }

        public string? RejectPath { get; init; }

        public bool Neutralises { get; init; }

        public bool WithWithheld { get; init; }

        public string Name => Inputs.Length == 1 ? Inputs[0] : Counted.Of(Inputs.Length, "file", "files");
    }
}

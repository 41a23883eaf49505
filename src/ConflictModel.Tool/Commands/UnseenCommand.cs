using System.CommandLine;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using ConflictModel.Tool.Output;
using ConflictModel.Undercount;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel unseen FILE</c>: what overlapping lists say of how many nobody listed.</summary>
internal static class UnseenCommand
{
    private const string Html = "html";

    /// <summary>A table of ten lists has a thousand lines.</summary>
    private const long MostTableBytes = 1 << 26;

    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "counts by pattern of lists (CSV), or a data set with people of several sources; - for standard input",
        };
        var delta = new Option<double?>("--delta")
        {
            HelpName = "D",
            Description = "how many people each cell is counted with before the average over graphs; 1 over the number of cells without it",
        };
        var missing = new Option<long?>("--missing")
        {
            HelpName = "N",
            Description = "the greatest number of unseen in the average over graphs; ten times those on a list without it",
        };
        Option<Measure> harm = HarmOption.Create();
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for programs, html for one page that shows it; text and page are in English only",
            DefaultValueFactory = _ => OutputFormat.Text,
        };
        format.AcceptOnly(OutputFormat.Text, OutputFormat.Json, Html);
        var place = new Option<string?>("--out") { HelpName = "FILE", Description = "write the page here; standard output without it" };
        var command = new Command(
            "unseen", "Say what overlapping lists of people say of those who are on none, by every model, and what each answer hangs on.")
        {
            file, delta, missing, harm, format, place,
        };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            var options = new UnseenOptions { Delta = result.GetValue(delta), UpToUnseen = result.GetValue(missing) };
            CheckRange(options);
            bool isPage = result.GetValue(format) == Html;
            if (result.GetValue(place) is not null && !isPage)
            {
                throw new InputException("--out is for --format html.");
            }

            using OutputFile? page = isPage ? OutputFile.Create(result.GetValue(place) ?? "-") : null;
            (string Name, UnseenAnswer Answer)[] answers = WorkProgress.Run(step =>
            {
                step("reading");
                (string, CaptureTable)[] tables = Read(path, result.GetValue(harm).Harm);
                step("fitting all models");
                return Array.ConvertAll(tables, table => (table.Item1, Estimate(path, table.Item2, options)));
            });
            switch (result.GetValue(format))
            {
                case OutputFormat.Json:
                    UnseenJson.Write(answers);
                    break;
                case Html:
                    UnseenPage.Write(page!.Stream, Array.ConvertAll(answers, one => (Heading(one.Name), one.Answer)));
                    OutputFile.Commit(page);
                    break;
                default:
                    StandardText.Out.Write(string.Join('\n', answers.Select(one => $"{Heading(one.Name)}{one.Answer}")));
                    break;
            }

            return ExitCodes.Fine;
        });
        return command;
    }

    // What the package would call misuse of its options is misuse of this command's.
    private static void CheckRange(UnseenOptions options)
    {
        if (options.Delta is { } delta && !(delta > 0 && double.IsFinite(delta)))
        {
            throw new InputException("--delta is a number above zero.");
        }

        if (options.UpToUnseen is < 0 or > GraphAverage.MaxUnseen)
        {
            throw new InputException(FormattableString.Invariant($"--missing is a number from 0 to {GraphAverage.MaxUnseen}."));
        }
    }

    private static string Heading(string name) => name switch
    {
        UnseenJson.Apart => "Some pairs of records may be of one person. If none of them is:\n",
        UnseenJson.Together => "If every one of them is:\n",
        _ => "",
    };

    private static UnseenAnswer Estimate(string path, CaptureTable table, UnseenOptions options)
    {
        try
        {
            return UnseenAnswer.Of(table, options);
        }
        catch (RefusedEstimateException error)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: {error.Message}", error);
        }
    }

    private static (string Name, CaptureTable Table)[] Read(string path, Harm harm)
    {
        using Stream stream = EventInput.Open(path);
        if (EventInput.Guard(path, () => EventFormats.Detect(stream)) is { } events)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: this is {events.Title}, which lists no people.");
        }

        EventInput.Restart(stream);
        if (!EventInput.IsDataset(stream, path))
        {
            return [("", ReadTable(stream, path))];
        }

        ConflictDataset dataset = DatasetInput.Read(stream, path);
        try
        {
            var range = CaptureRange.Of(dataset, harm);
            return range.IsDecided ? [("", range.Apart)] : [(UnseenJson.Apart, range.Apart), (UnseenJson.Together, range.Together)];
        }
        catch (ArgumentException error)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }

    private static CaptureTable ReadTable(Stream stream, string path)
    {
        try
        {
            using var reader = new StreamReader(
                UnpackedStream.Of(stream, path, MostTableBytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return CaptureTable.Read(reader);
        }
        catch (CaptureFormatException error)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: {error.Message}", error);
        }
        catch (DecoderFallbackException error)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: this is no text in UTF-8.", error);
        }
    }
}

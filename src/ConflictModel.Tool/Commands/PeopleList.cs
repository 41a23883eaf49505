using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Reporting;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>A list of people (CSV), which <c>--people</c> gives the mapping of.</summary>
internal static class PeopleList
{
    /// <summary>What <c>--to</c> calls such a list.</summary>
    public const string Name = "people";

    private const int MaxWords = 20;

    public static Option<string?> Mapping() => new("--people")
    {
        HelpName = "MAPPING",
        Description = "what the columns of a list of people are: a JSON file, see the guide on people",
    };

    /// <summary>Holds that no format is named beside a mapping.</summary>
    /// <exception cref="InputException">One is.</exception>
    public static void Alone(string? from)
    {
        if (from is not null)
        {
            throw new InputException("--from names a format, and --people says what the columns of a list are: one of them.");
        }
    }

    /// <summary>The mapping in a file.</summary>
    /// <exception cref="InputException">It can't be read, or is none.</exception>
    public static PersonMapping MappingIn(string path)
    {
        if (path == "-")
        {
            throw new InputException("--people: a mapping is a file, and standard input is for the list.");
        }

        using var reader = new StreamReader(EventInput.Open(path));
        return EventInput.Guard(path, () => PersonMapping.Parse(reader.ReadToEnd()));
    }

    /// <summary>Reads a list, and says on standard error what was read; which words were not understood is left to be told.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="stream">Its content.</param>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="reading">How it is read.</param>
    /// <param name="rejects">Takes the rows that are set aside; null to stop at the first.</param>
    /// <param name="isWhole">Whether rows that are set aside go out as they stand: nobody can tell what may be told of them.</param>
    public static (ConflictDataset Dataset, ValueList<UnreadWord> Words) Read(
        string path, Stream stream, PersonMapping mapping, ReadOptions reading, RejectFile? rejects, bool isWhole)
    {
        ReadOptions options = reading with
        {
            Names = NameResolver.BuiltIn,
            SetAsideMalformed = rejects is not null,
            OnRejected = rejects is null ? null : row => rejects.Write(isWhole ? row : row with { Text = "" }),
        };
        return EventInput.Guard(path, () => ReadProgress.Run(path, stream, onRow =>
        {
            using var reader = PersonReader.Open(stream, mapping, options with { OnProgress = onRow });
            ConflictDataset dataset = reader.ReadDataset();
            StandardText.Error.WriteLine($"{DatasetInput.NameOf(path)}: {reader.Counts}");
            return (dataset, reader.UnreadWords);
        }));
    }

    /// <summary>Says on standard error which words were not understood. It names nobody.</summary>
    private static void Tell(string path, ValueList<UnreadWord> words)
    {
        string name = DatasetInput.NameOf(path);
        foreach (UnreadWord word in words.Take(MaxWords))
        {
            StandardText.Error.WriteLine($"{name}: {word}");
        }

        if (words.Count - MaxWords is > 0 and int more)
        {
            StandardText.Error.WriteLine($"{name}: {Counted.Of(more, "more word is", "more words are")} not understood.");
        }
    }

    /// <summary>Converts a list to a data set file or a list, or a data set file to a list.</summary>
    public static int Convert(
        string input, string output, PersonMapping mapping, string to, string? lossPath, string? rejectPath, ReadOptions asked,
        bool neutralise, bool withheld)
    {
        if (FormatOptions.Of(to) is { } format)
        {
            throw new InputException($"--people: {format.Title} holds no people; a list becomes a data set file (--to json) or a list.");
        }

        using Stream stream = EventInput.Open(input);
        bool isDataset = EventInput.IsDataset(stream, input);
        if (isDataset)
        {
            ReadingOptions.CheckUnsaid(input, asked, rejectPath is not null);
        }

        using var target = OutputFile.Create(output);
        using var losses = OutputFile.CreateIfNamed(lossPath);
        using var rejects = OutputFile.CreateIfNamed(rejectPath);
        using (LossFile? lossFile = losses is null ? null : new(losses.Stream))
        using (RejectFile? rejectFile = rejects is null ? null : new(rejects.Stream, neutralise))
        {
            (ConflictDataset whole, ValueList<UnreadWord> words) = isDataset
                ? (DatasetInput.Read(stream, input), [])
                : Read(input, stream, mapping, asked, rejectFile, withheld);
            Tell(input, words);
            ConflictDataset dataset = withheld ? whole : LocalNames.Published(whole);
            if (to == Name)
            {
                Action<Loss> onLoss = lossFile is null ? static _ => { } : lossFile.Write;
                var writing = new WriteOptions { NeutraliseFormulas = neutralise, OnLoss = onLoss };
                Write(input, dataset, mapping, target.Stream, writing, areListed: lossFile is not null);
            }
            else
            {
                DatasetForm.Write(dataset, target.Stream, asLines: to == DatasetForm.Lines);
            }

            PeopleLoss.Tell(input, dataset, null, withheld, lossFile);
        }

        OutputFile.Commit(target, losses, rejects);
        return ExitCodes.Fine;
    }

    private static void Write(
        string input, ConflictDataset dataset, PersonMapping mapping, Stream output, WriteOptions options, bool areListed)
    {
        using var writer = PersonWriter.Create(output, mapping, Glossary.Of(dataset), options);
        writer.Write(dataset.People);
        LossOutput.WriteNeutralised(StandardText.Error, writer.NeutralisedCells);
        LossOutput.Write(StandardText.Error, DatasetInput.NameOf(input), "the list", writer.Losses, areListed);
        LossOutput.WriteOthers(StandardText.Error, DatasetInput.NameOf(input), dataset);
    }
}

using System.CommandLine;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;
#if PARQUET
using ConflictModel.Parquet;
using ConflictModel.Time;
#endif

namespace ConflictModel.Tool.Commands;

/// <summary>Files of incidents as Parquet: <c>convert IN OUT.parquet --to parquet</c>, and <c>aggregate FILE.parquet</c>.</summary>
internal static class ParquetFiles
{
    /// <summary>The name of the format.</summary>
    public const string Name = "parquet";

    /// <summary>What a folder of files can be divided by, as its folders are called.</summary>
    private static readonly string[] Partitions = ["vintage", "admin0", "year"];

    /// <summary>What a Parquet file begins with.</summary>
    private static ReadOnlySpan<byte> Mark => "PAR1"u8;

    /// <summary>The files that describe a folder of Parquet files.</summary>
    private static readonly string[] Descriptions = ["croissant.json", "datapackage.json"];

    /// <summary>Whether a path is a Parquet file, or a folder, which holds nothing else that is read.</summary>
    public static bool Are(string path)
    {
        if (path is "-" or "" || Directory.Exists(path))
        {
            return path is not ("-" or "");
        }

        try
        {
            // A pipe has no length, and is opened once.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            {
                return false;
            }

            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return file.CanSeek && IsMarked(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it as another file says why it can't be.
            return false;
        }
    }

    /// <summary>Why what is opened to be read as text is refused: it is a Parquet file or describes some; null for others.</summary>
    public static InputException? Refusal(Stream stream, string path)
    {
        if (path != "-" && Array.Exists(Descriptions, name => name == Path.GetFileName(path))
            && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && File.Exists(Path.Combine(folder, "names.parquet")))
        {
            return new($"{path}: this describes a folder of Parquet files: name the folder to 'conflictmodel aggregate'.");
        }

        if (stream is not (ReplayStream or { CanSeek: true }))
        {
            return null;
        }

        bool isMarked = IsMarked(stream);
        EventInput.Restart(stream);
        return isMarked
            ? new($"{DatasetInput.NameOf(path)}: this is a Parquet file, which only 'conflictmodel aggregate FILE' reads"
                + (path == "-" ? ", and not from standard input." : "."))
            : null;
    }

    /// <summary>Holds that a command line asks of Parquet files only what can be told of them.</summary>
    /// <param name="paths">The paths, of which one at least is Parquet.</param>
    /// <param name="stated">The options that are said and are for other files.</param>
    /// <exception cref="InputException">It does not.</exception>
    public static void CheckAlone(string[] paths, IEnumerable<string> stated)
    {
        string path = paths.First(Are);
        if (paths.Length > 1)
        {
            throw new InputException(
                $"{path}: a Parquet file, or a folder of them, is aggregated alone: put the files into one folder, and name that.");
        }

        string[] options = [.. stated];
        if (options.Length > 0)
        {
            throw new InputException($"{string.Join(", ", options)}: {path} is Parquet, to which this does not apply.");
        }
    }

    private static bool IsMarked(Stream stream)
    {
        Span<byte> start = stackalloc byte[Mark.Length];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(Mark);
    }

    /// <summary>The option of what a folder is divided by.</summary>
    public static Option<string[]> By() => new("--by")
    {
        HelpName = "PART,...",
        Description = "with --to parquet: write a folder divided into folders by these, in hive layout, joined by commas: "
            + string.Join(", ", Partitions),
        CustomParser = result =>
        {
            string[] parts = [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries))];
            if (Array.Find(parts, part => !Partitions.Contains(part)) is { } unknown)
            {
                result.AddError($"'{unknown}' is not what folders are divided by; that is {string.Join(", ", Partitions)}.");
            }
            else if (parts.Distinct().Count() != parts.Length)
            {
                result.AddError("--by: folders are divided by each once.");
            }

            return parts;
        },
    };

#if PARQUET
    private const string GedArticle =
        "Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event Dataset. "
            + "Journal of Peace Research 50(4): 523\u2013532.";

    /// <summary>The incidents of a file or folder, which are asked part by part, however large it is.</summary>
    /// <param name="path">The path.</param>
    /// <param name="asked">The keys that are asked for.</param>
    /// <exception cref="InputException">It can't be read, or is not cut finely enough for a key.</exception>
    public static AskedIncidents In(string path, IEnumerable<GroupKey> asked)
    {
        if (asked.FirstOrDefault(key => key.IsTime && key != GroupKey.Year && key != GroupKey.Month) is { } finer)
        {
            throw new InputException(
                $"{finer}: the incidents in a Parquet file are cut at the edges of months, and are not asked by anything finer: "
                    + "aggregate the file that it was made of.");
        }

        return new(
            Guard($"{path}: can't be read", () => IncidentTable.ReadParquetNames(path)),
            query => Guard($"{path}: can't be read", () => query.RunParquet(path)));
    }

    private static T Guard<T>(string failure, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (error is ParquetFormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException(error is ParquetFormatException ? error.Message : $"{failure}: {error.Message}", error);
        }
    }

    /// <summary>
    /// Writes the incidents of files as one Parquet file, or as a folder that is divided by something; the rejects take their place with
    /// it.
    /// </summary>
    public static int Write(string[] inputs, string output, TableInput reading, string[] by)
    {
        if (by.Contains("vintage") && reading.Options.Vintage is null)
        {
            throw new InputException("--by vintage: --vintage says which it is.");
        }

        if (reading.Options.Repeated == RepeatedRows.Keep)
        {
            throw new InputException(
                "--repeated keep: a Parquet file holds each event once, by its id; --repeated newest takes the later row.");
        }

        if (by.Length > 0 && (output == "-" || Path.Exists(output)))
        {
            throw new InputException(
                output == "-" ? "--by: a folder can't go to standard output." : $"{output}: it exists already; name a folder to be made.");
        }

        // Made before anything is read, so that what can't be written is told at once.
        using OutputFile? file = by.Length > 0 ? null : OutputFile.Create(output);
        IncidentTableBuilder builder = new(BucketScheme.Month) { KeepsIds = true };
        (EventFormat? format, IncidentTable table) = DatasetInput.InNoCircle(inputs[0], () =>
        {
            EventFormat? format = (reading with { IsIntoFile = true }).Read(inputs, builder);
            return (format, builder.ToTable());
        });
        if (builder.RowUnit != new IncidentTableBuilder().RowUnit)
        {
            throw new InputException($"{inputs[0]}: the rows are {builder.RowUnit}, and a Parquet file holds incidents.");
        }

        ParquetDescription description = new()
        {
            Name = Path.GetFileNameWithoutExtension(inputs[0]) is { Length: > 0 } name && name != "-" ? name : "incidents",
            Source = format?.Source?.Url is { } url ? new(url) : null,
            Vintage = reading.Options.Vintage?.Name,
            Published = reading.Options.Vintage?.Day,
        };
        if (format == EventFormats.UcdpGed)
        {
            // What UCDP asks for and allows, as the guide to citing says.
            description = description with { Citation = GedArticle, License = "CC-BY-4.0" };
        }

        try
        {
            if (file is null)
            {
                using var folder = OutputFile.CreateFolder(output);
                try
                {
                    table.WriteParquetFolder(
                        folder.Folder, description, by.Select(part => Enum.Parse<ParquetPartition>(part, ignoreCase: true)));
                }
                catch (Exception error) when (
                    error is not ArgumentException or ArgumentOutOfRangeException && OutputFile.IsRefusal(error))
                {
                    // A file that grows longer than the file system allows is out of range; any other argument is that of --by.
                    throw OutputFile.Refused(output, error);
                }

                OutputFile.Commit(folder, reading.Rejects);
                return ExitCodes.Fine;
            }

            table.WriteParquet(file.Stream, description);
            OutputFile.Commit(file, reading.Rejects);
            return ExitCodes.Fine;
        }
        catch (ArgumentException error) when (by.Length > 0)
        {
            throw new InputException($"--by: {error.Message.Split(" (Parameter")[0]}", error);
        }
        catch (InvalidOperationException error)
        {
            throw new InputException($"{inputs[0]}: {error.Message}", error);
        }
    }
#else
    private const string Without = "the command that is compiled ahead of time has no Parquet: use the one that runs on .NET.";

    public static AskedIncidents In(string path, IEnumerable<GroupKey> asked) => throw new InputException($"{path}: {Without}");

    public static int Write(string[] inputs, string output, TableInput reading, string[] by) =>
        throw new InputException($"{output}: {Without}");
#endif
}

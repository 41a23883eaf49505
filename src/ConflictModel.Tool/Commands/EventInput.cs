using System.Text;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>A file of events in one of the formats of the field, or a data set file.</summary>
internal static class EventInput
{
    /// <summary>Opens the file or pipe at a path, standard input for "-". No output of the command replaces it.</summary>
    /// <exception cref="InputException">It can't be opened, or an output is to take its place.</exception>
    public static Stream Open(string path)
    {
        Stream stream;
        try
        {
            stream = path == "-" ? Console.OpenStandardInput() : DatasetInput.Open(path);
            if (path == "-" || !stream.CanSeek)
            {
                stream = new ReplayStream(stream);
            }

            if (ParquetFiles.Refusal(stream, path) is { } refusal)
            {
                stream.Dispose();
                throw refusal;
            }
        }
        catch (Exception error) when (DatasetInput.IsOpening(error))
        {
            throw DatasetInput.Unreadable(path, error);
        }

        OutputFile.KeepFrom(path);
        return stream;
    }

    /// <summary>
    /// The format of a stream, as said or else by its first bytes; null for a data set file. The stream is read again from its start.
    /// </summary>
    /// <exception cref="InputException">
    /// Its compressed data is broken, the command can't make use of the format, or it is neither of a format nor JSON.
    /// </exception>
    public static EventFormat? FormatOf(
        Stream stream, string? said, string path, Func<EventFormat, bool> isUsed, ReadOptions? reading = null)
    {
        if (said is not null)
        {
            Restart(stream, last: true);
            return FormatOptions.Of(said);
        }

        EventFormat? format = Guard(path, () => EventFormats.Detect(stream, reading));
        Restart(stream);
        if (format is null && !IsJson(stream, path))
        {
            // Opening it as events says what was looked for in it, and what was found.
            Restart(stream);
            try
            {
                Guard(path, () => IncidentReader.Open(stream, reading));
            }
            catch (InputException error) when (
                error.InnerException is MalformedInputException { Malformation.Code: MalformationCode.Header })
            {
                throw new InputException(
                    $"{error.Message} A list of people is read by 'convert' and 'validate' with --people MAPPING.", error.InnerException);
            }
        }

        Restart(stream, last: true);
        return format is null || isUsed(format)
            ? format
            : throw new InputException($"{DatasetInput.NameOf(path)}: {format.Title} holds no incidents; it can only be validated.");
    }

    /// <summary>Whether a stream is JSON, and so a data set file where no format is named. It is read again from its start.</summary>
    public static bool IsDataset(Stream stream, string path)
    {
        bool isJson = IsJson(stream, path);
        Restart(stream, last: true);
        return isJson;
    }

    /// <summary>Says on standard error that rows are dated before any that there can be.</summary>
    public static void TellEarly(string path, ReadCounts counts)
    {
        if (counts.Early > 0)
        {
            StandardText.Error.WriteLine(
                $"{DatasetInput.NameOf(path)}: {Counted.Of(counts.Early, "row is", "rows are")} dated before 1900, as the year 0025 is; "
                    + "'conflictmodel validate' lists what would mend them, 'conflictmodel repair' applies it.");
        }
    }

    /// <summary>Holds that several files can be read as one: all are of incidents, none is a data set or a table of totals.</summary>
    /// <returns>The format of all; null if they are of several, which reading them tells.</returns>
    /// <exception cref="InputException">One of them is no file of events.</exception>
    public static EventFormat? FormatOfSeveral(IReadOnlyList<string> paths, string? said, ReadOptions reading)
    {
        IReadOnlyList<(string Path, EventFormat? Format)> files = FormatsOf(paths, said, format => format.IsRead, reading);
        foreach ((string path, EventFormat? format) in files)
        {
            if (format is not { HoldsTallies: false })
            {
                string what = format is null ? "a data set file, and data sets are not put together" : $"a table of {format.Title}";
                throw new InputException(
                    $"{path}: several files are read together only where all are of UCDP GED or all of ACLED; this is {what}.");
            }
        }

        return files.All(file => file.Format == files[0].Format) ? files[0].Format : null;
    }

    /// <summary>The format of each of several files, as said or else by its first bytes; null for a data set file.</summary>
    /// <exception cref="InputException">Standard input or a pipe is among them, or one of them is nothing that the command can make use of.
    /// </exception>
    public static IReadOnlyList<(string Path, EventFormat? Format)> FormatsOf(
        IReadOnlyList<string> paths, string? said, Func<EventFormat, bool> isUsed, ReadOptions reading)
    {
        if (paths.Contains("-"))
        {
            throw new InputException("standard input is read alone, not beside files.");
        }

        var formats = new List<(string, EventFormat?)>();
        foreach (string path in paths)
        {
            using Stream stream = Open(path);
            if (stream is ReplayStream)
            {
                // What its format was told by is gone when it is read.
                throw new InputException($"{path}: a pipe is read alone, not beside files.");
            }

            formats.Add((path, FormatOf(stream, said, path, isUsed, reading)));
        }

        return formats;
    }

    /// <summary>Runs what reads a file, and says in one line what is wrong with it.</summary>
    /// <param name="path">The path for the message.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="keeps">Whether all rows of one id may be kept.</param>
    /// <exception cref="InputException">The file is malformed.</exception>
    public static T Guard<T>(string path, Func<T> read, bool keeps = true)
    {
        try
        {
            return read();
        }
        catch (MalformedInputException error)
        {
            string way = error.Malformation.Code switch
            {
                MalformationCode.RepeatedId =>
                    " --repeated newest takes the later row" + (keeps ? ", --repeated keep both." : "."),
                MalformationCode.Outdated => " --repeated newest holds all rows before it writes any.",
                _ => "",
            };
            string name = error.Malformation.File is null ? DatasetInput.NameOf(path) + ": " : "";
            throw new InputException($"{name}{error.Message.ReplaceLineEndings(" ")}{way}", error);
        }
    }

    /// <summary>Goes back to the start of a file or of a pipe.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="last">Whether it is for the last time.</param>
    public static void Restart(Stream stream, bool last = false)
    {
        if (stream is ReplayStream pipe)
        {
            pipe.Restart(last);
        }
        else
        {
            stream.Position = 0;
        }
    }

    /// <summary>Whether a text is JSON, or tries to be: it starts with a brace or a bracket, or is one literal.</summary>
    private static bool IsJson(Stream stream, string path)
    {
        byte[] head = new byte[1 << 12];
        ReadOnlySpan<byte> text = head.AsSpan(0, UnpackedStream.Of(stream, path).ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;
        text = text.Trim(" \t\r\n"u8);
        return text is [(byte)'{' or (byte)'[', ..] || text.SequenceEqual("null"u8) || text.SequenceEqual("true"u8)
            || text.SequenceEqual("false"u8);
    }
}

using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Output;

/// <summary>
/// A file or folder that a command writes. It is written beside its place under a temporary name and takes its place by
/// <see cref="Commit"/>: until then, and if the command fails or is stopped, what stood there stands.
/// </summary>
/// <remarks>
/// A symbolic link stays and what it points at is replaced; a file that is replaced hands its permissions on. Standard output, pipes and
/// devices have no place to take: they get what is written at once. A process that is killed outright leaves its temporary file behind, and
/// never a fragment under the real name.
/// </remarks>
internal sealed partial class OutputFile : IDisposable
{
    private const int BufferBytes = 1 << 16;

    // Held while outputs take their places, so that a signal finds all of them there or none.
    private static readonly Lock Gate = new();

    private static readonly List<OutputFile> Unfinished = [];

    private static readonly List<string> Read = [];

    private readonly string path;
    private readonly string place;
    private readonly string? temporary;
    private readonly Stream? target;

    private OutputFile(string path, string place, string? temporary, Stream? target)
    {
        this.path = path;
        this.place = place;
        this.temporary = temporary;
        this.target = target;
        Stream = target is null ? Stream.Null : new NamedStream(path, target);
        lock (Gate)
        {
            Unfinished.Add(this);
        }
    }

    /// <summary>
    /// Takes the content of a file. Closing it does nothing; a write that fails is an <see cref="InputException"/> that names the path.
    /// </summary>
    public Stream Stream { get; }

    /// <summary>Where a folder stands until it takes its place; whoever writes it makes it.</summary>
    public string Folder => Path.Combine(temporary!, "whole");

    /// <summary>Holds that of the files of a command line the last, which is written, stands behind one that is read.</summary>
    /// <exception cref="InputException">There is but one.</exception>
    public static string[] LastOf(string[] paths) => paths.Length > 1 ? paths
        : throw new InputException($"{paths[0]}: no file to write is named behind it; - is standard output.");

    /// <summary>Notes that the command reads a file, which none of its outputs may replace.</summary>
    /// <param name="path">Its path; "-" for standard input.</param>
    /// <exception cref="InputException">One of the outputs is to take its place.</exception>
    public static void KeepFrom(string path)
    {
        if (FilePlace.OfInput(path) is not { } place)
        {
            return;
        }

        Read.Add(place);
        if (Unfinished.Find(output => FilePlace.AreSame(FilePlace.FileAt(output.place) ?? output.place, place)) is { } replacing)
        {
            throw ReadToo(replacing.path);
        }
    }

    /// <summary>Whether data goes to the terminal, where nothing else is to be drawn meanwhile.</summary>
    public static bool IsOnScreen =>
        Unfinished.Exists(output => output.place == FilePlace.StandardOutput
            ? !Console.IsOutputRedirected
            : FilePlace.IsTerminal(output.place));

    /// <summary>Whether a place is that of a file that is read.</summary>
    public static bool IsRead(string place) => Read.Exists(read => FilePlace.AreSame(read, FilePlace.FileAt(place) ?? place));

    /// <summary>A file at a path; standard output for "-".</summary>
    /// <param name="path">The path.</param>
    /// <param name="updated">Files that are read and of which this is the new state: one of them may be replaced.</param>
    /// <exception cref="InputException">It can't be made, or the command reads this file or writes to this place already.</exception>
    public static OutputFile Create(string path, params string[] updated) => Made<OutputFile>(path, () =>
    {
        string place = FilePlace.OfOutput(path);
        CheckSole(place);
        if (IsRead(place) && !updated.Any(read => FilePlace.OfInput(read) is { } own && FilePlace.AreSame(own, place)))
        {
            throw ReadToo(path);
        }

        if (place == FilePlace.StandardOutput)
        {
            Stream standard = Console.OpenStandardOutput();
            return new(path, place, null, Buffered(Console.IsOutputRedirected ? standard : new TerminalStream(standard)));
        }

        if (Directory.Exists(place))
        {
            throw new IOException("this is a folder, not a file.");
        }

        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = BufferBytes,
        };
        if (FilePlace.IsDevice(place) || File.Exists(place))
        {
            // A rename asks for the folder's permission only. Opening asks for the file's own, and shows what is no file.
            FileStream standing = new(place, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            if (FilePlace.IsDevice(place) || !standing.CanSeek)
            {
                return new(path, place, null, FilePlace.IsTerminal(place) ? Buffered(new TerminalStream(standing)) : standing);
            }

            standing.Dispose();
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = File.GetUnixFileMode(place);
            }
        }

        lock (Gate)
        {
            string temporary = Beside(place);
            return new(path, place, temporary, new FileStream(temporary, options));
        }
    });

    /// <summary>A file at a path, if there is one to be.</summary>
    /// <exception cref="InputException">It can't be made, or the command reads this file or writes to this place already.</exception>
    public static OutputFile? CreateIfNamed(string? path, params string[] updated) => path is null ? null : Create(path, updated);

    /// <summary>A file at a path, if there is one to be, beside the answer that goes to standard output.</summary>
    /// <exception cref="InputException">It is standard output itself, can't be made, or is written to already.</exception>
    public static OutputFile? CreateBesideAnswer(string? path) =>
        path is null ? null
        : Made(path, () => FilePlace.OfOutput(path)) == FilePlace.StandardOutput
            ? throw Refused(path, new IOException("it is named for two outputs."))
        : Create(path);

    /// <summary>
    /// A folder at a path where nothing stands: a folder is made and never replaced, and the one that it is to stand in is there.
    /// </summary>
    /// <exception cref="InputException">It can't be made.</exception>
    public static OutputFile CreateFolder(string path) => Made<OutputFile>(path, () =>
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.Exists(place))
        {
            throw new IOException("it exists already.");
        }

        CheckSole(place);
        if (!Directory.Exists(Path.GetDirectoryName(place)))
        {
            throw new DirectoryNotFoundException();
        }

        lock (Gate)
        {
            return new(path, place, Directory.CreateDirectory(Beside(place)).FullName, null);
        }
    });

    /// <summary>Puts the outputs of a command in their places: all of them, or none.</summary>
    /// <exception cref="InputException">One of them can't be put there.</exception>
    public static void Commit(params ReadOnlySpan<OutputFile?> outputs)
    {
        OutputFile[] all = [.. outputs.ToArray().OfType<OutputFile>()];
        foreach (OutputFile output in all)
        {
            output.Finish();
        }

        lock (Gate)
        {
            // What stood where an earlier output now stands is kept until the last one is in its place too.
            var placed = new Stack<(OutputFile Output, string? Before)>();
            foreach (OutputFile output in all.Where(output => output.temporary is not null))
            {
                try
                {
                    placed.Push((output, output.Take(keep: output != all[^1])));
                }
                catch (Exception error) when (IsRefusal(error))
                {
                    foreach ((OutputFile earlier, string? before) in placed)
                    {
                        earlier.GiveBack(before);
                    }

                    throw Refused(output.path, error);
                }
            }

            foreach (string before in placed.Select(one => one.Before).OfType<string>())
            {
                File.Delete(before);
            }
        }
    }

    /// <summary>Removes what has no place yet and runs what ends the process; nothing takes its place meanwhile.</summary>
    public static void Abandon(Action end)
    {
        lock (Gate)
        {
            Unfinished.ForEach(output => output.Abandon());
            end();
        }
    }

    /// <summary>Removes what was written, unless it has taken its place.</summary>
    public void Dispose()
    {
        try
        {
            target?.Dispose();
        }
        catch (Exception error) when (IsRefusal(error))
        {
            // What could not be written was told when it was written, or is of no use any more.
        }
        finally
        {
            lock (Gate)
            {
                Unfinished.Remove(this);
                Remove();
            }
        }
    }

    private static InputException ReadToo(string path) =>
        new($"{path}: can't be written: the command reads this file, and would replace it; name another.");

    /// <summary>Holds that no other output is to take a place, unless it is a device, which takes several.</summary>
    private static void CheckSole(string place)
    {
        if (!FilePlace.IsDevice(place) && Unfinished.Exists(output => FilePlace.AreSame(output.place, place)))
        {
            throw new IOException("it is named for two outputs.");
        }
    }

    private static T Made<T>(string path, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (IsRefusal(error))
        {
            throw Refused(path, error);
        }
    }

    /// <summary>Whether an error is that of an output that can't be written.</summary>
    public static bool IsRefusal(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Says in a sentence which output can't be written, and why.</summary>
    public static InputException Refused(string path, Exception error)
    {
        string reason = error switch
        {
            UnauthorizedAccessException => "access is denied.",
            DirectoryNotFoundException => "there is no such folder.",
            ArgumentOutOfRangeException => "it is longer than the file system allows.",
            PathTooLongException => "its name is longer than the file system allows.",

            // The system's own sentence, without the temporary file that it names.
            _ => Temporary().Replace(error.Message.ReplaceLineEndings(" ").Split(" : '")[0], $"'{path}'"),
        };
        return new($"{(path == FilePlace.StandardOutput ? "standard output" : path)}: can't be written: {reason}", error);
    }

    private static BufferedStream Buffered(Stream stream) => new(stream, BufferBytes);

    private static string Beside(string place) =>
        Path.Combine(Path.GetDirectoryName(place)!, $".conflictmodel-{Path.GetRandomFileName()}.tmp");

    [GeneratedRegex(@"'[^']*\.conflictmodel-[^']*'")]
    private static partial Regex Temporary();

    /// <summary>Sees to it that all of it is on the disk, under its temporary name.</summary>
    private void Finish()
    {
        try
        {
            if (temporary is null)
            {
                target!.Flush();
            }
            else if (target is FileStream file)
            {
                file.Flush(flushToDisk: true);
                file.Dispose();
                if (!OperatingSystem.IsWindows() && File.Exists(place))
                {
                    File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
                }
            }
            else
            {
                foreach (string inner in Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories))
                {
                    using FileStream content = new(inner, FileMode.Open, FileAccess.Write);
                    content.Flush(flushToDisk: true);
                }
            }
        }
        catch (Exception error) when (IsRefusal(error))
        {
            throw Refused(path, error);
        }
    }

    /// <summary>Takes the place, and says where what stood there is kept.</summary>
    private string? Take(bool keep)
    {
        if (Directory.Exists(temporary))
        {
            Directory.Move(Folder, place);
            Directory.Delete(temporary);
        }
        else if (keep && File.Exists(place))
        {
            string before = Beside(place);
            File.Replace(temporary!, place, before);
            return before;
        }
        else
        {
            File.Move(temporary!, place, overwrite: true);
        }

        return null;
    }

    private void GiveBack(string? before)
    {
        if (before is not null)
        {
            File.Move(before, place, overwrite: true);
        }
        else if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
        else
        {
            File.Delete(place);
        }
    }

    private void Abandon()
    {
        if (Directory.Exists(temporary))
        {
            StoppedFolder.Remove(temporary, () => Beside(place));
        }
        else
        {
            Remove();
        }
    }

    private void Remove()
    {
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }
        else if (temporary is not null)
        {
            File.Delete(temporary);
        }
    }
}

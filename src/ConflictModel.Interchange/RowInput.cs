namespace ConflictModel.Interchange;

/// <summary>What rows are read from: files by their paths, or a stream. Most can be read a second time.</summary>
internal sealed class RowInput
{
    private readonly Func<ReadOptions, bool, EventRows> open;
    private readonly string[] names;
    private readonly Func<int, FileStamp>? stampOf;
    private readonly FileStamp[] stamps;

    private RowInput(Func<ReadOptions, bool, EventRows> open, string[] names, Func<int, FileStamp>? stampOf)
    {
        (this.open, this.names, this.stampOf) = (open, names, stampOf);
        stamps = stampOf is null ? [] : Stamps(stampOf);
    }

    /// <summary>Whether the same rows can be read once more: not those of a pipe.</summary>
    public bool CanBeReadAgain => stampOf is not null;

    /// <summary>Several files of one format, or one.</summary>
    public static RowInput Of(IReadOnlyList<string> paths)
    {
        string[] files = [.. paths];
        return new(
            (options, notesIds) => EventRows.Open(files, options, notesIds),
            files,
            Array.TrueForAll(files, CanBeOpenedAgain) ? number => FileStamp.Of(files[number]) : null);
    }

    /// <summary>A stream from where it is, which is closed with the rows.</summary>
    public static RowInput Of(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return new((options, notesIds) => EventRows.Open(stream, options, notesIds), [""], null);
        }

        long start = stream.Position;
        var file = stream as FileStream;
        return new(
            (options, notesIds) =>
            {
                stream.Position = start;
                return EventRows.Open(stream, options, notesIds);
            },
            [file?.Name ?? "The stream"],
            _ => file is null ? new(stream.Length, default) : FileStamp.Of(file.SafeFileHandle));
    }

    /// <summary>Opens it from its start, for the first time or once more.</summary>
    /// <param name="options">How it is read.</param>
    /// <param name="notesIds">Whether ids are noted, for <see cref="EventRows.Ids"/>.</param>
    public EventRows Open(ReadOptions options, bool notesIds) => open(options, notesIds);

    /// <summary>What to say if it turns out to have been changed between two readings.</summary>
    /// <param name="error">What came of it; null if nothing.</param>
    public IOException Changed(Exception? error = null) => new(
        $"{ChangedName() ?? string.Join(" or ", names.Distinct())} was changed while it was read: "
            + "what was read first may not stand there any more.",
        error);

    /// <summary>Holds that it was not changed since it was first opened.</summary>
    /// <param name="isSame">Whether the same was read.</param>
    /// <exception cref="IOException">It was.</exception>
    public void HoldUnchanged(bool isSame)
    {
        if (!isSame || ChangedName() is not null)
        {
            throw Changed();
        }
    }

    private string? ChangedName() => stampOf is null
        ? null
        : names.Zip(stamps, Stamps(stampOf)).Where(file => file.Second != file.Third).Select(file => file.First).FirstOrDefault();

    private FileStamp[] Stamps(Func<int, FileStamp> of) => [.. Enumerable.Range(0, names.Length).Select(of)];

    /// <summary>Whether a path leads to a file that holds something, and not to a pipe, whose content comes once.</summary>
    private static bool CanBeOpenedAgain(string path)
    {
        try
        {
            FileInfo file = new(path);
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (file is not { Exists: true, Length: > 0 })
            {
                return false;
            }

            FileStamp.Of(path);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Reading it says so when its turn comes.
            return false;
        }
    }
}

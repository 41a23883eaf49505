namespace ConflictModel.Interchange;

/// <summary>Reads files of one format, one at a time, as often as they are asked for.</summary>
/// <param name="format">The format that all of them are of.</param>
/// <param name="options">How they are read.</param>
/// <param name="onRead">Is told of each file how many rows were read.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class FeedReader(
    EventFormat format, ReadOptions options, Action<string, ReadCounts>? onRead, CancellationToken cancellationToken)
{
    /// <summary>Reads a file for the first time, of which rows are set aside and counted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">Takes its rows.</param>
    /// <param name="isSet">Whether an id stands once in it, so that older rows are to be left out.</param>
    public (ColumnSet Columns, ValueList<string> Tags, int[] Older) Read(string path, StampedRows rows, bool isSet)
    {
        using var all = EventRows.Open([path], options, notesIds: isSet);
        Take(all, path, rows);
        int[] older = isSet ? all.Replaced(0) : [];
        if (all.Counts.Joined > 0)
        {
            throw Refused(
                path,
                "The file has a row for each actor of an event, as ACLED's monadic export, and a merge is of a row an event: "
                    + "convert it to ACLED first, which joins them.");
        }

        onRead?.Invoke(path, all.Counts);
        return (all.Columns, all.Tags, older);
    }

    /// <summary>Reads a file again: the same rows, and what is wrong with others has been told.</summary>
    public void ReadAgain(string path, StampedRows rows)
    {
        using var all = EventRows.Open([path], options with { SetAsideMalformed = true, OnRejected = null }, notesIds: false);
        Take(all, path, rows);
    }

    private static MalformedInputException Refused(string path, string reason) =>
        new(new() { Code = MalformationCode.Header, Reason = reason, Line = 1, Column = 1, File = path });

    private void Take(EventRows all, string path, StampedRows rows)
    {
        Check(all.Format, path);
        while (all.Next(found =>
        {
            Check(found, path);
            return rows;
        }))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Holds that a file is of the format; one in JSON without rows is of any.</summary>
    private void Check(EventFormat? found, string path)
    {
        if (found is not null && found != format)
        {
            throw Refused(path, $"The file is {found.Title}, and only files of {format.Title} are merged.");
        }
    }
}

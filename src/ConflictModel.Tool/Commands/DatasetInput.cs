using ConflictModel.Hierarchies;
using ConflictModel.Interchange;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>Reads the data set that a command line names.</summary>
internal static class DatasetInput
{
    /// <summary>Reads a stream, in either form of a data set's file; the path is for the message.</summary>
    /// <exception cref="InputException">It is no data set.</exception>
    public static ConflictDataset Read(Stream stream, string path)
    {
        try
        {
            (bool areLines, Stream whole) = DatasetForm.Of(stream, path);
            return areLines ? DatasetNdjson.ReadDataset(whole) : DatasetJson.Read(whole);
        }
        catch (DatasetFormatException error)
        {
            throw new InputException($"{NameOf(path)}: {error.Message}", error);
        }
    }

    /// <summary>Runs what needs to know who belongs to whom and what lies where, and says in one line if that goes in a circle.</summary>
    /// <exception cref="InputException">A region lies within itself, or an actor is part of itself.</exception>
    public static T InNoCircle<T>(string name, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (HierarchyCycleException error)
        {
            throw new InputException($"{name}: {error.Message}", error);
        }
    }

    /// <summary>
    /// A data set with one incident of each id, as said; which of two counts is not for the command to say.
    /// </summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="repeated">What is said; null where the command can't be told.</param>
    /// <param name="path">The path for the message.</param>
    /// <exception cref="InputException">Two incidents bear one id, and it is not said which counts.</exception>
    public static ConflictDataset Distinct(ConflictDataset dataset, RepeatedRows? repeated, string path)
    {
        var last = new Dictionary<IncidentId, int>();
        for (int index = 0; index < dataset.Incidents.Count; index++)
        {
            IncidentId id = dataset.Incidents[index].Id;
            if (last.TryGetValue(id, out int earlier) && repeated is null or RepeatedRows.Stop)
            {
                throw new InputException(FormattableString.Invariant(
                    $"{NameOf(path)}: incidents {earlier + 1} and {index + 1} both bear the id '{id}', ")
                    + "and nothing says which counts."
                    + (repeated is null ? "" : " --repeated newest takes the later one."));
            }

            last[id] = index;
        }

        return repeated == RepeatedRows.Keep || last.Count == dataset.Incidents.Count
            ? dataset
            : dataset with { Incidents = dataset.Incidents.Where((incident, index) => last[incident.Id] == index).ToValueList() };
    }

    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    public static string NameOf(string path) => path == "-" ? "standard input" : path;

    public static bool IsOpening(Exception error) =>
        error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    public static InputException Unreadable(string path, Exception error) => new($"{NameOf(path)}: {Reason(path, error)}", error);

    private static string Reason(string path, Exception error) =>
        Directory.Exists(path) ? "this is a folder, not a file." :
        error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." :
        error is UnauthorizedAccessException ? "access is denied." : error.Message.ReplaceLineEndings(" ");
}

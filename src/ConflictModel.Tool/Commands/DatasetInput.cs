using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>Reads the data set that a command line names.</summary>
internal static class DatasetInput
{
    /// <summary>Reads a stream; the path is for the message.</summary>
    /// <exception cref="InputException">It is no data set.</exception>
    public static ConflictDataset Read(Stream stream, string path)
    {
        try
        {
            return DatasetJson.Read(stream);
        }
        catch (DatasetFormatException error)
        {
            throw new InputException($"{NameOf(path)}: {error.Message}", error);
        }
    }

    /// <summary>
    /// A data set whose incidents are to be added up. Which of two records of one id counts is not for the command to say.
    /// </summary>
    /// <exception cref="InputException">Two incidents bear one id.</exception>
    public static ConflictDataset Countable(ConflictDataset dataset, string path)
    {
        var ids = new HashSet<IncidentId>();
        return dataset.Incidents.FirstOrDefault(incident => !ids.Add(incident.Id)) is { } twice
            ? throw new InputException(
                $"{NameOf(path)}: two incidents bear the id '{twice.Id}' and are not added up; keep the one that counts.")
            : dataset;
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

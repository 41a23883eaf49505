using ConflictModel.Serialization;

namespace ConflictModel.Tool.Inputs;

/// <summary>Reads the data set that a command line names.</summary>
internal static class DatasetInput
{
    /// <summary>Reads a file, or standard input for "-".</summary>
    /// <exception cref="InputException">It can't be read or is no data set.</exception>
    public static ConflictDataset Read(string path)
    {
        string name = path == "-" ? "standard input" : path;
        try
        {
            using Stream stream = Open(path);
            return DatasetJson.Read(stream);
        }
        catch (DatasetFormatException error)
        {
            throw new InputException($"{name}: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{name}: {Reason(path, error)}", error);
        }
    }

    private static Stream Open(string path) => path == "-"
        ? Console.OpenStandardInput()
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);

    private static string Reason(string path, Exception error) =>
        Directory.Exists(path) ? "this is a folder, not a file." :
        error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." :
        error is UnauthorizedAccessException ? "access is denied." : error.Message.ReplaceLineEndings(" ");
}

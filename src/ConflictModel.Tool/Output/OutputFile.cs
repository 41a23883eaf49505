
namespace ConflictModel.Tool.Output;

/// <summary>Makes the files that a command line names.</summary>
internal static class OutputFile
{
    /// <summary>The file at a path, made or emptied; standard output for "-".</summary>
    /// <exception cref="InputException">It can't be made.</exception>
    public static Stream Create(string path)
    {
        try
        {
            return path == "-" ? new BufferedStream(Console.OpenStandardOutput(), 1 << 16) : File.Create(path, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path}: can't be written: {error.Message.ReplaceLineEndings(" ")}", error);
        }
    }
}

using Microsoft.Win32.SafeHandles;

namespace ConflictModel.Interchange;

/// <summary>What tells that a file was written to between two readings.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Written">When it was written last.</param>
internal readonly record struct FileStamp(long Length, DateTime Written)
{
    /// <summary>The stamp of the file at a path, which is opened for it.</summary>
    public static FileStamp Of(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path);
        return Of(file);
    }

    /// <summary>The stamp of a file that is open.</summary>
    public static FileStamp Of(SafeFileHandle file) => new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file));
}

namespace ConflictModel.Parquet;

/// <summary>
/// Files and folders that are whole or not there: they are written beside their place under a temporary name, and take it when all of them
/// is on the disk.
/// </summary>
internal static class NewFile
{
    public static void Write(string path, Action<Stream> write)
    {
        string place = Path.GetFullPath(path);
        string temporary = Beside(place);
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, place, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public static void WriteFolder(string path, Action<string> write)
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.Exists(place))
        {
            throw new IOException($"'{path}' exists already.");
        }

        string temporary = Directory.CreateDirectory(Beside(place)).FullName;
        try
        {
            write(temporary);
            foreach (string file in Directory.EnumerateFiles(temporary, "*", SearchOption.AllDirectories))
            {
                using FileStream content = new(file, FileMode.Open, FileAccess.Write);
                content.Flush(flushToDisk: true);
            }

            Directory.Move(temporary, place);
        }
        finally
        {
            if (Directory.Exists(temporary))
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }

    private static string Beside(string place) =>
        Path.Combine(Path.GetDirectoryName(place)!, $".conflictmodel-{Path.GetRandomFileName()}.tmp");
}

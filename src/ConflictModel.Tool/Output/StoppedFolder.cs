namespace ConflictModel.Tool.Output;

/// <summary>Removes a folder that somebody still writes into: a signal comes in the middle of it, and the writer goes on.</summary>
internal static class StoppedFolder
{
    /// <summary>Removes it.</summary>
    /// <remarks>A file stands in its place meanwhile, so that the writer comes to an end instead of making the folder again.</remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="nameBeside">Gives names beside it that nothing has.</param>
    public static void Remove(string folder, Func<string> nameBeside)
    {
        List<string> moved = [];
        bool isStopped = false;
        while (!isStopped)
        {
            moved.Add(nameBeside());
            Directory.Move(folder, moved[^1]);
            try
            {
                using FileStream inTheWay = new(folder, FileMode.CreateNew);
                isStopped = true;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException && Directory.Exists(folder))
            {
                // The writer made it again between the two: that is moved too.
            }
        }

        moved.ForEach(one => Directory.Delete(one, recursive: true));
        File.Delete(folder);
    }
}

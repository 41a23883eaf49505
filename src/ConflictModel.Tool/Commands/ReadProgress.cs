using ConflictModel.Tool.Output;
using Spectre.Console;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// A progress bar over the bytes of a file: on a terminal, and nowhere else; nor where data goes to the terminal, which it would erase.
/// </summary>
internal static class ReadProgress
{
    /// <summary>Runs a piece of work that tells how many bytes it has read.</summary>
    public static T Run<T>(string path, Stream stream, Func<Action<long>?, T> work)
    {
        // Compressed input has no length to measure progress by.
        if (Console.IsErrorRedirected || OutputFile.IsOnScreen || !stream.CanSeek
            || path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return work(null);
        }

        long length = stream.Length;
        IAnsiConsole console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).Start(progress =>
        {
            ProgressTask task = progress.AddTask("reading", maxValue: length);
            long shown = 0;
            return work(position =>
            {
                // A file may be read a second time.
                if (Math.Abs(position - shown) > 1 << 20)
                {
                    task.Value = shown = position;
                }
            });
        });
    }
}

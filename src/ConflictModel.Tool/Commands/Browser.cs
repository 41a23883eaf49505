using System.ComponentModel;
using System.Diagnostics;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>Shows a page to whoever sits at the machine.</summary>
internal static class Browser
{
    /// <exception cref="InputException">The machine has nothing that shows pages.</exception>
    public static void Open(string path)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Path.GetFullPath(path)) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            throw new InputException($"{path} is written, and nothing on this machine shows pages: open it yourself.");
        }
    }
}

namespace ConflictModel.Tool.Output;

/// <summary>Where paths lead: however a file is named, through links and detours, it has one place.</summary>
internal static class FilePlace
{
    /// <summary>Standard output, as a place and as a path.</summary>
    public const string StandardOutput = "-";

    private const int MostLinks = 40;

    private static StringComparison Comparison =>
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    /// <summary>Whether two places are one. Where systems mostly don't tell capitals apart, neither does this.</summary>
    public static bool AreSame(string one, string other) => string.Equals(one, other, Comparison);

    /// <summary>The place that an output's path leads to; "-" for standard output, by whatever name.</summary>
    public static string OfOutput(string path)
    {
        string place = path == StandardOutput ? path : Followed(Path.GetFullPath(path), MostLinks);
        return place is "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" ? StandardOutput : place;
    }

    /// <summary>The place of the file that an input's path leads to; null for a pipe or a device, which nothing replaces.</summary>
    public static string? OfInput(string path)
    {
        // A shell that gives a file as standard input leaves its name with the system, where the system is Linux.
        string? place = path is not ("-" or "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0") ? path
            : OperatingSystem.IsLinux() ? new FileInfo("/proc/self/fd/0").LinkTarget
            : null;
        return place is null ? null : FileAt(Followed(Path.GetFullPath(place), MostLinks));
    }

    /// <summary>
    /// The file at a place; behind an open file of a process (/dev/fd/5), the one that is open. Null for a pipe or a device.
    /// </summary>
    public static string? FileAt(string place) =>
        IsDevice(place) && new FileInfo(place).LinkTarget is { } open && Path.IsPathRooted(open) ? FileAt(open)
        : File.Exists(place) && !IsDevice(place) ? place
        : null;

    /// <summary>Whether a place is one of the system's own, which is written to and never replaced.</summary>
    public static bool IsDevice(string place) =>
        (place.StartsWith("/dev/", StringComparison.Ordinal) && !place.StartsWith("/dev/shm/", StringComparison.Ordinal))
        || place.StartsWith("/proc/", StringComparison.Ordinal)
        || place.StartsWith(@"\\.\", StringComparison.Ordinal);

    /// <summary>Whether a place is a terminal of Unix, by whatever name of the system's.</summary>
    public static bool IsTerminal(string place) => IsDevice(place)
        && (new FileInfo(place).LinkTarget is { } open
            ? Path.IsPathRooted(open) && IsTerminal(open)
            : place is "/dev/console" || place.StartsWith("/dev/tty", StringComparison.Ordinal)
                || place.StartsWith("/dev/pts/", StringComparison.Ordinal));

    /// <summary>Whether a link is the system's own: it leads to the process, or from a number to what the process has open.</summary>
    private static bool IsOwn(string path) =>
        path is "/dev/stdin" or "/dev/stdout" or "/dev/stderr" or "/dev/fd" or "/proc/self" or "/proc/thread-self"
        || (IsDevice(path) && Path.GetFileName(Path.GetDirectoryName(path)) == "fd");

    /// <summary>
    /// What a path stands for behind its symbolic links and those of its folders, there or not. Links of the system (/dev/stdout) are left
    /// alone.
    /// </summary>
    private static string Followed(string path, int links)
    {
        if (links == 0)
        {
            throw new IOException("its symbolic links go in a circle.");
        }

        if (IsOwn(path) || Path.GetDirectoryName(path) is not { } above)
        {
            return path;
        }

        string folder = Followed(above, links);
        string place = Path.Combine(folder, Path.GetFileName(path));
        return !IsOwn(place) && new FileInfo(place).LinkTarget is { } target
            ? Followed(Path.GetFullPath(target, folder), links - 1)
            : place;
    }
}

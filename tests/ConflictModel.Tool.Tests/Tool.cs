using System.Diagnostics;
using System.Text;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests;

/// <summary>Runs the tool as a process, as its users do.</summary>
internal static class Tool
{
    public static string Sample { get; } =
        Path.Combine(Root(AppContext.BaseDirectory), "src", "ConflictModel.Tool", "samples", "syria-2024.json");

    public static string Clashing { get; } = Path.Combine(Path.GetDirectoryName(Sample)!, "sohr-desert-2024-243.json");

    /// <summary>The tool's program.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "ConflictModel.Tool.dll");

    public static string Golden { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "ConflictModel.Tool.Tests", "Golden");

    public static ToolResult Run(params string[] arguments) => Run([], arguments);

    /// <summary>
    /// Runs a command in a process that has run others before, or in one of its own where all is looked at and where there is no libc.
    /// </summary>
    public static ToolResult Run(byte[] input, params string[] arguments) => Turn.IsFull || OperatingSystem.IsWindows()
        ? RunAlone(input, arguments)
        : ToolHost.Run(input, arguments);

    /// <summary>Runs a command in a process of its own.</summary>
    public static ToolResult RunAlone(byte[] input, params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The tool stopped reading: it had seen enough.
        }

        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Starts the tool with all its streams in the caller's hands.</summary>
    public static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = new UTF8Encoding(false),
        StandardErrorEncoding = new UTF8Encoding(false),
    })!;

    internal static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "ConflictModel.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}

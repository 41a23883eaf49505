using System.Diagnostics;
using System.Text;

namespace ConflictModel.Tool.Tests;

/// <summary>Runs the tool as a process, as its users do.</summary>
internal static class Tool
{
    public static string Sample { get; } = Path.Combine(Root(AppContext.BaseDirectory), "src", "ConflictModel.Tool", "samples", "syria-2024.json");

    public static string Clashing { get; } = Path.Combine(Path.GetDirectoryName(Sample)!, "sohr-desert-2024-243.json");

    public static string Golden { get; } = Path.Combine(Root(AppContext.BaseDirectory), "tests", "ConflictModel.Tool.Tests", "Golden");

    public static ToolResult Run(params string[] arguments) => Run([], arguments);

    public static ToolResult Run(byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "ConflictModel.Tool.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
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

    internal static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "ConflictModel.sln"))
            ? folder
            : Root(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository."));
}

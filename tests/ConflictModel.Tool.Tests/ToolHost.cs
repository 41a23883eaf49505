using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ConflictModel.Tool.Tests;

/// <summary>
/// A process that runs one command after the other, so that not each of them waits for the runtime to start and to compile it anew.
/// </summary>
/// <remarks>It ends with the tests, for its input ends then.</remarks>
internal sealed class ToolHost
{
    private static readonly ConcurrentBag<ToolHost> Idle = [];

    private readonly Process process;

    private ToolHost()
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ToolHost).Assembly.Location, "host"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_gcConcurrent"] = "0", ["DOTNET_TieredPGO"] = "0" },
        })!;
    }

    /// <summary>What a command is given, as it goes to the process in a line.</summary>
    public sealed record Asked(byte[] Input, string[] Arguments);

    /// <summary>What comes of it.</summary>
    public sealed record Answered(int ExitCode, byte[] Output, byte[] Error);

    /// <summary>Runs a command in a process that runs no other meanwhile.</summary>
    public static ToolResult Run(byte[] input, string[] arguments)
    {
        ToolHost host = Idle.TryTake(out ToolHost? idle) ? idle : new();
        host.process.StandardInput.WriteLine(JsonSerializer.Serialize(new Asked(input, arguments)));
        host.process.StandardInput.Flush();
        string line = host.process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The process ended while it ran: {string.Join(' ', arguments)}");
        Idle.Add(host);
        Answered answered = JsonSerializer.Deserialize<Answered>(line)!;
        return new(answered.ExitCode, Text(answered.Output), Text(answered.Error));
    }

    private static string Text(byte[] bytes)
    {
        using StreamReader reader = new(new MemoryStream(bytes), new UTF8Encoding(false));
        return reader.ReadToEnd();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ConflictModel.Tool.Commands;
using ConflictModel.Tool.Output;
using Microsoft.Win32.SafeHandles;

namespace ConflictModel.Tool.Tests;

/// <summary>
/// Runs commands one after the other in this process, each with pipes of its own as its standard streams: <c>host</c> as the first
/// argument of this project's program.
/// </summary>
internal static class HostedCommands
{
    // As the system tells of a process whose exception nobody catches.
    private const int Crashed = 134;

    /// <summary>Reads what to run line by line, and writes what comes of it.</summary>
    public static int Run()
    {
        using StreamReader asked = new(StreamOf(dup(0), FileAccess.Read));
        using StreamWriter answers = new(StreamOf(dup(1), FileAccess.Write)) { AutoFlush = true };

        // The console keeps what the streams were at first; these go where the descriptors lead at the time.
        Console.SetOut(new StreamWriter(StreamOf(1, FileAccess.Write), new UTF8Encoding(false)) { AutoFlush = true });
        Console.SetError(new StreamWriter(StreamOf(2, FileAccess.Write), new UTF8Encoding(false)) { AutoFlush = true });

        // Help names the program by its configuration, which here is another's.
        AppContext.SetData("System.CommandLine.ExecutableName", "ConflictModel.Tool");
        while (asked.ReadLine() is { } line)
        {
            ToolHost.Asked command = JsonSerializer.Deserialize<ToolHost.Asked>(line)!;
            ReadOf(null).Clear();
            using var input = StandardPipe.Giving(command.Input);
            using StandardPipe output = StandardPipe.Taking(1), error = StandardPipe.Taking(2);
            int exitCode = ExitCodeOf(command.Arguments);
            answers.WriteLine(JsonSerializer.Serialize(new ToolHost.Answered(exitCode, output.Taken(), error.Taken())));
        }

        return 0;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever it is, the test is to see it.")]
    private static int ExitCodeOf(string[] arguments)
    {
        try
        {
            return CommandLine.Run(arguments);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine($"Unhandled exception. {error}");
            return Crashed;
        }
    }

    private static FileStream StreamOf(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), access, bufferSize: 0);

    /// <summary>The files that a command has read: what another one read is nothing to it.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "Read")]
    private static extern ref List<string> ReadOf(OutputFile? none);

    [DllImport("libc")]
    private static extern int dup(int descriptor);
}

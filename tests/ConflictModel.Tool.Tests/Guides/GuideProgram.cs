using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace ConflictModel.Tool.Tests.Guides;

/// <summary>Compiles and runs the blocks of a guide as a reader's program, and its commands.</summary>
internal static class GuideProgram
{
    private const string Name = "guide";

    // What the SDK writes for every project with implicit usings.
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>No guide prints a record separator, which here parts what a block prints from what the next one does.</summary>
    private const char End = '\u001e';

    /// <summary>What each block prints, run in their order as one program.</summary>
    /// <exception cref="InvalidOperationException">The program does not compile, or fails.</exception>
    public static string[] Run(string folder, IReadOnlyList<string> blocks)
    {
        if (blocks.Count == 0)
        {
            return [];
        }

        foreach (string assembly in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsAReaders))
        {
            File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)));
        }

        File.Copy(Path.ChangeExtension(Tool.Program, ".runtimeconfig.json"), Path.Combine(folder, $"{Name}.runtimeconfig.json"));
        Compile(Source(blocks), Path.Combine(folder, $"{Name}.dll"));
        (int exitCode, string output, string error) = Start(folder, $"{Name}.dll");
        string[] printed = output.Split(End);
        return exitCode == 0 && printed.Length == blocks.Count + 1
            ? printed[..^1]
            : throw new InvalidOperationException($"The program of the guide failed:\n{output}\n{error}");
    }

    /// <summary>What a command prints, on standard output and then on standard error.</summary>
    public static string Command(string folder, string[] arguments)
    {
        (_, string output, string error) = Start(folder, [Tool.Program, .. arguments]);
        return output + error;
    }

    private static bool IsAReaders(string assembly) =>
        Path.GetFileName(assembly) is "ConflictModel.dll" or "ConflictModel.Interchange.dll" or "ConflictModel.Undercount.dll"
            or "NodaTime.dll" or "CsvHelper.dll";

    /// <summary>The blocks as one program, what they use first.</summary>
    private static string Source(IEnumerable<string> blocks)
    {
        var usings = new StringBuilder();
        var statements = new StringBuilder();
        string end = $"Console.Write({SymbolDisplay.FormatLiteral(End, quote: true)});";
        foreach (string line in blocks.SelectMany(block => block.Split('\n').Append(end)))
        {
            bool isUsing = line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal);
            (isUsing ? usings : statements).Append(line).Append('\n');
        }

        return $"{usings}{statements}";
    }

    private static void Compile(string source, string path)
    {
        string[] known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        string[] own = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")];
        EmitResult result = CSharpCompilation.Create(
            Name,
            [CSharpSyntaxTree.ParseText(GlobalUsings), CSharpSyntaxTree.ParseText(source)],
            known.Where(assembly => !own.Contains(assembly) || IsAReaders(assembly))
                .Select(assembly => MetadataReference.CreateFromFile(assembly)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)).Emit(path);
        Diagnostic[] wrong = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        if (wrong.Length > 0)
        {
            throw new InvalidOperationException($"The program of the guide does not compile:\n{string.Join('\n', wrong.AsEnumerable())}");
        }
    }

    private static ToolResult Start(string folder, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }
}

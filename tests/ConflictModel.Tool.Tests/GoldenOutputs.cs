using System.Globalization;
using System.Runtime.Intrinsics;
using ConflictModel.Reporting;
using ConflictModel.Serialization;
using ConflictModel.Tool.Commands;

namespace ConflictModel.Tool.Tests;

/// <summary>
/// All that is committed as output, written by one process: <c>golden</c> as the first argument of this project's program.
/// </summary>
internal static class GoldenOutputs
{
    /// <summary>No output holds a record separator, which here stands before each.</summary>
    public const char Apart = '\u001e';

    /// <summary>The commands whose output is committed, by the name of its file.</summary>
    public static IReadOnlyList<(string File, string[] Command)> Commands { get; } =
    [
        ("sohr-desert-2024-243.report.json", ["report", Tool.Clashing, "--format", "json"]),
        ("sohr-desert-2024-243.report.txt", ["report", Tool.Clashing]),
        ("syria-2024.report.json", ["report", Tool.Sample, "--format", "json"]),
        ("syria-2024.report.txt", ["report", Tool.Sample]),
        ("syria-2024.validate.json", ["validate", Tool.Sample, "--format", "json"]),
        ("syria-2024.validate.txt", ["validate", Tool.Sample]),
    ];

    /// <summary>The pages that are committed, by the name of their file.</summary>
    public static IReadOnlyList<(string File, HtmlReportOptions Options)> Pages { get; } =
    [
        ("syria-2024.ar.html", new() { Language = "ar", ArabicIndicDigits = true }),
        ("syria-2024.en.html", new() { Language = "en" }),
    ];

    /// <summary>Says how the process truly is, as the variables that make it so, and then writes every output.</summary>
    public static int Write()
    {
        WriteSetting();
        foreach ((_, string[] command) in Commands)
        {
            Console.Write(Apart);
            CommandLine.Run(command);
        }

        foreach ((_, HtmlReportOptions options) in Pages)
        {
            Console.Write(Apart);
            Console.Out.Flush();
            using Stream output = Console.OpenStandardOutput();
            HtmlReport.Write(DatasetJson.Read(File.ReadAllBytes(Tool.Sample)), output, options);
        }

        return 0;
    }

    /// <summary>Says how the process truly is, as the variables that make it so.</summary>
    public static void WriteSetting()
    {
        // Letters sort by their numbers only where there are no cultures.
        int isInvariant = CultureInfo.InvariantCulture.CompareInfo.Compare("a", "B") > 0 ? 1 : 0;
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"""
            LANG={CultureInfo.CurrentCulture.Name}
            TZ={TimeZoneInfo.Local.Id}
            DOTNET_SYSTEM_GLOBALIZATION_INVARIANT={isInvariant}
            DOTNET_EnableHWIntrinsic={(Vector256.IsHardwareAccelerated ? 1 : 0)}
            DOTNET_PROCESSOR_COUNT={Environment.ProcessorCount}

            """));
    }
}

using System.Diagnostics;
using System.Text;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests;

/// <summary>
/// Whatever the culture, the time zone and the machine are, every committed output comes out as it stands, and that of large files as one
/// thread without cultures makes it.
/// </summary>
public class SameBytesTests
{
    private static readonly string[] Cultures =
        ["ar-SA", "de-DE", "fa-IR", "tr-TR", "th-TH", "hi-IN", "sv-SE", "he-IL", "zh-CN", "fr-FR"];

    private static readonly string[] Zones = ["Pacific/Kiritimati", "America/St_Johns", "Asia/Damascus"];

    private static readonly string[] Switches =
    [
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "DOTNET_EnableHWIntrinsic=0", "DOTNET_PROCESSOR_COUNT=1", "DOTNET_PROCESSOR_COUNT=8",
    ];

    private static readonly Lazy<string[]> Plain = new(() => Outputs(
        "large", "DOTNET_PROCESSOR_COUNT=1", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "TZ=UTC"));

    public static TheoryData<string> Settings => new((string[])[.. TurnOfCultures, .. Others]);

    /// <summary>Those under which large files are read: they take longer, and the check of a commit has them read under one culture.
    /// </summary>
    public static TheoryData<string> SettingsOfLarge => new((string[])[.. TurnOfCultures, .. Turn.IsFull ? Others : []]);

    private static IEnumerable<string> TurnOfCultures => Turn.Of(Cultures).Select(culture => $"LANG={culture}");

    private static IEnumerable<string> Others => [.. Turn.Of(Zones).Select(zone => $"TZ={zone}"), .. Turn.Of(Switches)];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_committed_output_comes_out_as_it_stands(string setting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "cultures and time zones are named by the environment of Unix");
        string[] outputs = Outputs("golden", setting);
        outputs[0].Split('\n').Should().Contain(setting, "the process is truly so");
        string[] golden = [.. GoldenOutputs.Commands.Select(output => At("ConflictModel.Tool.Tests", output.File)),
            .. GoldenOutputs.Pages.Select(page => At("ConflictModel.Reporting.Tests", page.File))];
        outputs.Should().HaveCount(1 + golden.Length);
        for (int i = 0; i < golden.Length; i++)
        {
            outputs[1 + i].Should().Be(File.ReadAllText(golden[i]), golden[i]);
        }
    }

    [Theory]
    [MemberData(nameof(SettingsOfLarge))]
    public void Every_output_of_large_files_is_what_one_thread_without_cultures_makes(string setting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "cultures and time zones are named by the environment of Unix");

        // Several threads on a machine of one processor too, unless the setting says otherwise.
        string[] outputs = Outputs("large", "DOTNET_PROCESSOR_COUNT=4", setting);
        outputs[0].Split('\n').Should().Contain(setting, "the process is truly so");
        if (!setting.StartsWith("DOTNET_PROCESSOR_COUNT=", StringComparison.Ordinal))
        {
            outputs[0].Split('\n').Should().Contain("DOTNET_PROCESSOR_COUNT=4");
        }

        Plain.Value[0].Split('\n').Should().Contain("DOTNET_PROCESSOR_COUNT=1");
        outputs.Should().HaveCount(1 + LargeOutputs.Commands.Count);
        for (int i = 1; i < outputs.Length; i++)
        {
            string command = string.Join(' ', LargeOutputs.Commands[i - 1]);
            outputs[i].Split('\n').Length.Should().BeGreaterThan(1, command);
            outputs[i].Should().Be(Plain.Value[i], command);
        }
    }

    [Fact]
    public void Every_file_of_the_golden_folders_is_among_the_outputs()
    {
        Files("ConflictModel.Tool.Tests").Should().Equal(GoldenOutputs.Commands.Select(output => output.File));
        Files("ConflictModel.Reporting.Tests").Should().Equal(GoldenOutputs.Pages.Select(page => page.File));
    }

    private static string[] Outputs(string written, params string[] settings)
    {
        ProcessStartInfo start = new("dotnet", [typeof(SameBytesTests).Assembly.Location, written])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            Environment = { ["DOTNET_gcConcurrent"] = "0", ["DOTNET_TieredPGO"] = "0" },
        };
        start.Environment.Remove("LC_ALL");
        foreach (string[] parts in settings.Select(setting => setting.Split('=')))
        {
            start.Environment[parts[0]] = parts[0] == "LANG" ? parts[1].Replace('-', '_') + ".UTF-8" : parts[1];
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, error.Result);
        return output.Split(GoldenOutputs.Apart);
    }

    private static string At(string project, string file) =>
        Path.Combine(Tool.Root(AppContext.BaseDirectory), "tests", project, "Golden", file);

    private static IEnumerable<string> Files(string project) =>
        Directory.GetFiles(At(project, "")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}

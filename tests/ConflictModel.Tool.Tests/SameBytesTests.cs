using System.Diagnostics;
using System.Text;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests;

/// <summary>Whatever the culture, the time zone and the machine are, every committed output comes out as it stands.</summary>
public class SameBytesTests
{
    private static readonly string[] Cultures =
        ["ar-SA", "de-DE", "fa-IR", "tr-TR", "th-TH", "hi-IN", "sv-SE", "he-IL", "zh-CN", "fr-FR"];

    private static readonly string[] Zones = ["Pacific/Kiritimati", "America/St_Johns", "Asia/Damascus"];

    private static readonly string[] Switches =
    [
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", "DOTNET_EnableHWIntrinsic=0", "DOTNET_PROCESSOR_COUNT=1", "DOTNET_PROCESSOR_COUNT=8",
    ];

    public static TheoryData<string> Settings => new((string[])
    [
        .. Turn.Of(Cultures).Select(culture => $"LANG={culture}"), .. Turn.Of(Zones).Select(zone => $"TZ={zone}"), .. Turn.Of(Switches),
    ]);

    [Theory]
    [MemberData(nameof(Settings))]
    public void Every_committed_output_comes_out_as_it_stands(string setting)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "cultures and time zones are named by the environment of Unix");
        string[] outputs = Outputs(setting);
        outputs[0].Split('\n').Should().Contain(setting, "the process is truly so");
        string[] golden = [.. GoldenOutputs.Commands.Select(output => At("ConflictModel.Tool.Tests", output.File)),
            .. GoldenOutputs.Pages.Select(page => At("ConflictModel.Reporting.Tests", page.File))];
        outputs.Should().HaveCount(1 + golden.Length);
        for (int i = 0; i < golden.Length; i++)
        {
            outputs[1 + i].Should().Be(File.ReadAllText(golden[i]), golden[i]);
        }
    }

    [Fact]
    public void Every_file_of_the_golden_folders_is_among_the_outputs()
    {
        Files("ConflictModel.Tool.Tests").Should().Equal(GoldenOutputs.Commands.Select(output => output.File));
        Files("ConflictModel.Reporting.Tests").Should().Equal(GoldenOutputs.Pages.Select(page => page.File));
    }

    private static string[] Outputs(string setting)
    {
        string[] parts = setting.Split('=');
        ProcessStartInfo start = new("dotnet", [typeof(SameBytesTests).Assembly.Location, "golden"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment.Remove("LC_ALL");
        start.Environment[parts[0]] = parts[0] == "LANG" ? parts[1].Replace('-', '_') + ".UTF-8" : parts[1];
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
        return output.Split(GoldenOutputs.Apart);
    }

    private static string At(string project, string file) =>
        Path.Combine(Tool.Root(AppContext.BaseDirectory), "tests", project, "Golden", file);

    private static IEnumerable<string> Files(string project) =>
        Directory.GetFiles(At(project, "")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
}

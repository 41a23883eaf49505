using ConflictModel.Tool.Tests.Fuzzing;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ConflictModel.Tool.Tests;

/// <summary>The tests, as xunit would start them; or the fuzzer, or what a test has another process do.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) => args switch
    {
        ["fuzz", .. string[] options] => FuzzCommand.Run(options),
        ["golden"] => GoldenOutputs.Write(),
        ["large"] => LargeOutputs.Write(),
        ["host"] => HostedCommands.Run(),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => await ConsoleRunner.Run(args),
    };
}

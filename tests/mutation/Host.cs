using System.Reflection;
using Xunit.Runner.Common;
using Xunit.Sdk;
using Xunit.v3;

namespace ConflictModel.Tests;

/// <summary>
/// Runs single tests of this assembly as it is told, line by line, with one mutant of the library switched on, or notes which mutants a
/// test reaches. It is the entry point of the tests in the copy that <c>tests/mutation.sh</c> makes, where the library is the mutated one;
/// nowhere else is it compiled.
/// </summary>
internal static class Host
{
    private static readonly Assembly Tests = typeof(Host).Assembly;

    private static readonly ITestFramework Framework = ExtensibilityPointFactory.GetTestFramework(Tests);

    // Bound by name, in a namespace that Stryker makes up: the library that the tests are built against has no mutants, the one they run
    // with has.
    private static readonly Type Mutants = typeof(ConflictDataset).Assembly.GetTypes().Single(type => type.Name == "MutantControl");

    private static readonly SortedSet<int>[] Noted = [[], []];

    private static async Task<int> Main(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            // A test that starts its own runner for a child gets this one, and would wait for it: it fails, and is left out.
            return 1;
        }

        var answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        Set("CaptureCoverage", Environment.GetEnvironmentVariable("MUTATION_COVERAGE") == "1");
        TestContext.SetForInitialization(null, false, false);
        var cases = new Dictionary<string, ITestCase>();
        // A row of a theory is a test of its own: together they may take too long.
        var discovery = TestFrameworkOptions.ForDiscovery(new() { PreEnumerateTheories = true });
        await Framework.GetDiscoverer(Tests)
            .Find(found => new(cases.TryAdd(found.UniqueID, found) || true), discovery, Asked());
        foreach (var (id, test) in cases.OrderBy(test => test.Key, StringComparer.Ordinal))
            answers.WriteLine($"{id}\t{test.TestClassName}\t{test.TestMethodName}");
        answers.WriteLine("ready " + Reached());
        answers.Flush();
        while (Console.In.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            answers.WriteLine(words[0] == "cover"
                ? await Cover(cases[words[1]])
                : await Switch(int.Parse(words[1]), words[2..].Select(id => cases[id])));
            answers.Flush();
        }

        return 0;
    }

    // A process starts sooner where it need not find the tests of folders that nobody asks.
    private static Type[]? Asked() => Environment.GetEnvironmentVariable("MUTATION_FOLDERS") is { Length: > 0 } folders
        ? [.. Tests.GetTypes().Where(type => folders.Split(' ').Any(folder =>
            $"{type.Namespace}.".StartsWith($"ConflictModel.Tests.{folder}.", StringComparison.Ordinal)))]
        : null;

    private static async Task<string> Cover(ITestCase test)
    {
        Set("CaptureCoverage", true);
        using CancellationTokenSource ended = new();
        Thread emptying = new(() =>
        {
            while (!ended.Token.WaitHandle.WaitOne(1))
                Take();
        });
        emptying.Start();
        var passed = await Passes(test);
        ended.Cancel();
        emptying.Join();
        var reached = Reached();
        // A second time as it is asked for a mutant, which takes a fraction of what it takes to note.
        Set("CaptureCoverage", false);
        Set("ActiveMutant", -1);
        var before = Environment.CpuUsage.TotalTime;
        passed = passed && await Passes(test);
        return $"{(passed ? "passed" : "failed")} {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds:F0} {reached}";
    }

    private static async Task<string> Switch(int mutant, IEnumerable<ITestCase> tests)
    {
        Set("CaptureCoverage", false);
        Set("ActiveMutant", mutant);
        foreach (var test in tests)
            if (!await Passes(test))
                return $"killed {test.UniqueID}";
        return "survived";
    }

    private static async Task<bool> Passes(ITestCase test)
    {
        var sink = new Failures();
        await Framework.GetExecutor(Tests).RunTestCases([test], sink, TestFrameworkOptions.ForExecution(new()));
        return !sink.Seen;
    }

    /// <summary>The mutants reached since the last call, and after a semicolon those reached while a type was initialized.</summary>
    private static string Reached()
    {
        Take();
        var reached = string.Join(';', Noted.Select(ids => string.Join(',', ids)));
        Array.ForEach(Noted, ids => ids.Clear());
        return reached;
    }

    // Stryker looks through a list of all that was reached at each step of the library, and a test takes ten times as long; emptied again
    // and again the list stays short. Its lock is taken, or what another thread adds meanwhile would be lost.
    private static void Take()
    {
        lock (Mutants.GetField("_coverageLock", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!)
        {
            var taken = (IList<int>[])Mutants.GetMethod("GetCoverageData")!.Invoke(null, null)!;
            for (int i = 0; i < taken.Length; i++)
                Noted[i].UnionWith(taken[i]);
        }
    }

    private static void Set(string field, object value) => Mutants.GetField(field)!.SetValue(null, value);

    private sealed class Failures : IMessageSink
    {
        public bool Seen { get; private set; }

        public bool OnMessage(IMessageSinkMessage message)
        {
            Seen |= message is ITestFailed or IErrorMessage or ITestClassCleanupFailure or ITestMethodCleanupFailure or ITestCleanupFailure;
            return true;
        }
    }
}

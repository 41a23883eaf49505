using System.Diagnostics;
using System.Globalization;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>
/// The command <c>fuzz [--minutes N] [--seed S] [--only NAME] [--number N]</c> of this project: all entry points in turn, on all
/// processors. A number repeats one input of one entry point.
/// </summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    public static int Run(string[] arguments)
    {
        string Option(string name, string otherwise) =>
            Array.IndexOf(arguments, "--" + name) is >= 0 and int at ? arguments[at + 1] : otherwise;

        ulong seed = ulong.Parse(Option("seed", "0"), CultureInfo.InvariantCulture);
        string only = Option("only", "");
        EntryPoint[] entries = [.. EntryPoints.All.Where(entry => entry.Name.StartsWith(only, StringComparison.Ordinal))];
        if (Option("number", "") is { Length: > 0 } number)
        {
            return Repeat(entries.First(), seed, long.Parse(number, CultureInfo.InvariantCulture));
        }

        var ends = TimeSpan.FromMinutes(double.Parse(Option("minutes", "1"), CultureInfo.InvariantCulture));
        Course[] courses = [.. entries.Select(entry => new Course(entry))];
        var started = Stopwatch.StartNew();
        Task[] workers =
        [
            .. Enumerable.Range(0, Environment.ProcessorCount).Select(worker => Task.Factory.StartNew(
                () =>
                {
                    for (int turn = worker; started.Elapsed < ends; turn++)
                    {
                        courses[turn % courses.Length].Go(seed, Turn);
                    }
                },
                TaskCreationOptions.LongRunning)),
        ];
        while (!Task.WaitAll(workers, Turn))
        {
            if (courses.FirstOrDefault(course => course.Waits > Hang) is { } hanging)
            {
                Console.WriteLine($"HANGS: {hanging.Entry.Name}, seed {seed}, number {hanging.Current}");
                return 2;
            }
        }

        foreach (Course course in courses)
        {
            Console.WriteLine(course);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"seed {seed}: {courses.Sum(course => course.Inputs):N0} inputs in {started.Elapsed.TotalMinutes:0.0} minutes"));
        foreach (Fault fault in courses.SelectMany(course => course.Faults.Values))
        {
            Console.WriteLine($"\nFAULT {fault.Shortened()}");
        }

        return courses.Any(course => !course.Faults.IsEmpty) ? 1 : 0;
    }

    private static int Repeat(EntryPoint entry, ulong seed, long number)
    {
        Fuzzer.Verdict verdict = Fuzzer.Try(entry, entry.Input(seed, number));
        Console.WriteLine(verdict.Fault is { } fault ? $"FAULT {fault.Shortened()}" : $"{verdict}");
        return verdict.Fault is null ? 0 : 1;
    }
}

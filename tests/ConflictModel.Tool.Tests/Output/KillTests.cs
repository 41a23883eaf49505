using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>What stands after commands that were killed outright: of each output what stood before, or all of what the command writes.
/// </summary>
/// <remarks><c>tests/kills.sh</c> kills more often.</remarks>
public sealed class KillTests : IDisposable
{
    private const string Old = "old";
    private const string Rejected = "SYR7,no date,2024\n";

    private static readonly int Kills = Number("CONFLICTMODEL_KILLS", Turn.IsFull ? 1_000 : 60);
    private static readonly int Seed = Number("CONFLICTMODEL_KILLS_SEED", (int)Turn.Seed);

    private static readonly Command[] Commands =
    [
        new(
            ["convert", "in.csv", "out.geojson", "--to", "geojson", "--loss", "loss.json", "--rejects", "rejects.csv"],
            ["out.geojson", "loss.json", "rejects.csv"]),
        new(["convert", "in.csv", "out.json", "--to", "json", "--rejects", "rejects.csv"], ["out.json", "rejects.csv"]),
        new(["convert", "in.csv", "out.ndjson", "--to", "ndjson", "--rejects", "rejects.csv"], ["out.ndjson", "rejects.csv"]),
        new(["convert", "in.csv", "out.csv", "--to", "acled", "--rejects", "rejects.csv"], ["out.csv", "rejects.csv"]),
        new(
            ["convert", "in.csv", "out.csv", "--to", "hxl", "--rejects", "rejects.csv", "--loss", "loss.json"],
            ["out.csv", "rejects.csv", "loss.json"]),
        new(["convert", "in.csv", "out.parquet", "--to", "parquet", "--rejects", "rejects.csv"], ["out.parquet", "rejects.csv"]),
        new(
            ["convert", "years.csv", "out", "--to", "parquet", "--by", "year", "--rejects", "rejects.csv"],
            ["out", "rejects.csv"]) { Folder = "out" },
        new(["convert", "people.csv", "out.json", "--to", "json", "--people", "mapping.json"], ["out.json"]),
        new(
            ["repair", "in.csv", "out.csv", "--rules", "acled-trim", "--changes", "changes.csv", "--rejects", "rejects.csv"],
            ["out.csv", "changes.csv", "rejects.csv"]),
        new(
            ["merge", "in.csv", "newer.csv", "in.csv", "--log", "log.csv", "--tombstones", "gone.csv", "--rejects", "rejects.csv"],
            ["in.csv", "log.csv", "gone.csv", "rejects.csv"]),
        new(["validate", "in.csv", "--rejects", "rejects.csv"], ["rejects.csv"]),
        new(["aggregate", "in.csv", "--by", "kind", "--rejects", "rejects.csv"], ["rejects.csv"]),
        new(["diff", "in.csv", "newer.csv", "--rejects", "rejects.csv"], ["rejects.csv"]),
        new(["report", Tool.Sample, "--format", "html", "--out", "page.html"], ["page.html"]),
        new(["unseen", "lists.csv", "--format", "html", "--out", "page.html"], ["page.html"]),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;
    private readonly Dictionary<string, string> inputs = new()
    {
        ["in.csv"] = WholeOutputTests.Header
            + string.Concat(Enumerable.Range(1, 1_500).Select(WholeOutputTests.Row)).Replace("Homs", " Homs", StringComparison.Ordinal)
            + Rejected,
        ["newer.csv"] = WholeOutputTests.Header
            + string.Concat(Enumerable.Range(750, 1_500).Select(WholeOutputTests.Row)).Replace(",1720", ",1730", StringComparison.Ordinal)
            + Rejected,
        ["years.csv"] = WholeOutputTests.Header
            + string.Concat(Enumerable.Range(1, 300).Select(i => WholeOutputTests.Row(i).Replace(
                "2024-07-03", FormattableString.Invariant($"{1950 + (i % 50)}-07-03"), StringComparison.Ordinal)))
            + Rejected,
        ["people.csv"] = "no,name\n" + string.Concat(Enumerable.Range(1, 2_000).Select(i => $"{i},Zork {i}\n")),
        ["mapping.json"] = """
            {
              "source": { "id": "list-a", "name": "A list", "kind": "monitor" }, "harm": "killed",
              "columns": [{ "column": "no", "is": "id" }, { "column": "name", "is": "name" }]
            }
            """,
        ["lists.csv"] = "a,b,c,count\n1,0,0,60\n0,1,0,49\n0,0,1,4\n1,1,0,27\n1,0,1,25\n0,1,1,17\n1,1,1,8\n",
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Killed_at_any_moment_each_command_leaves_old_outputs_or_new_ones_and_no_fragment()
    {
        string temporary = Directory.CreateDirectory(Path.Combine(folder, "temporary")).FullName;
        var random = new Random(Seed);
        var wholes = new Dictionary<Command, (TimeSpan Time, byte[][] Outputs)>();
        (int stopped, int left, int replaced) = (0, 0, 0);
        for (int kill = 1; kill <= Kills; kill++)
        {
            Command command = Commands[random.Next(Commands.Length)];
            if (!wholes.TryGetValue(command, out (TimeSpan Time, byte[][] Outputs) whole))
            {
                wholes.Add(command, whole = Whole(command, temporary));
            }

            string which = $"kill {kill} of seed {Seed}: {string.Join(' ', command.Arguments)}";
            byte[]?[] before =
                [.. command.Outputs.Select(output => Prepare(output, exists: output != command.Folder && random.Next(2) == 0))];
            var clock = Stopwatch.StartNew();
            using Process process = Start(command, temporary);
            if (process.WaitForExit(whole.Time * (0.2 + random.NextDouble())))
            {
                // Where the machine has less to do by now, it is killed earlier from then on.
                wholes[command] = (clock.Elapsed, whole.Outputs);
            }
            else
            {
                stopped++;
            }

            process.Kill();
            process.WaitForExit();
            for (int i = 0; i < before.Length; i++)
            {
                byte[]? after = Content(command.Outputs[i]);
                bool isNew = after is not null && after.AsSpan().SequenceEqual(whole.Outputs[i]);
                replaced += isNew ? 1 : 0;
                (isNew || (after is null ? before[i] is null : before[i] is { } old && after.AsSpan().SequenceEqual(old)))
                    .Should().BeTrue($"{command.Outputs[i]} is the old one or the new one ({which})");
            }

            left += RemoveUnfinished();
            Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName)
                .Except([.. inputs.Keys, .. command.Outputs, "temporary"]).Should().BeEmpty(which);
            Directory.EnumerateFileSystemEntries(temporary).Should().BeEmpty(which);
            Array.ForEach(command.Outputs, Remove);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"seed {Seed}: {Kills} kills, {stopped} before the command had ended; {replaced} outputs were new, the others old; ")
            + FormattableString.Invariant($"{left} unfinished files under temporary names; no fragment"));
        stopped.Should().BeGreaterThan(Kills / 3, "they were still at work");
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private (TimeSpan Time, byte[][] Outputs) Whole(Command command, string temporary)
    {
        foreach (string output in command.Outputs)
        {
            Prepare(output, exists: false);
        }

        var clock = Stopwatch.StartNew();
        using Process process = Start(command, temporary);
        process.WaitForExit();
        TimeSpan time = clock.Elapsed;
        process.ExitCode.Should().BeOneOf([0, 1], string.Join(' ', command.Arguments));
        RemoveUnfinished().Should().Be(0);
        return (time, [.. command.Outputs.Select(output => Content(output)!)]);
    }

    /// <summary>Lays out the inputs, and an output as it is to stand before: an input, an old file or none.</summary>
    private byte[]? Prepare(string output, bool exists)
    {
        foreach ((string name, string text) in inputs)
        {
            File.WriteAllText(At(name), text);
        }

        byte[]? old = inputs.TryGetValue(output, out string? input) ? Encoding.UTF8.GetBytes(input)
            : exists ? Encoding.UTF8.GetBytes(Old)
            : null;
        Remove(output);
        if (old is not null)
        {
            File.WriteAllBytes(At(output), old);
        }

        return old;
    }

    private int RemoveUnfinished()
    {
        string[] unfinished = Directory.GetFileSystemEntries(folder, ".conflictmodel-*.tmp");
        Array.ForEach(unfinished, Remove);
        return unfinished.Length;
    }

    private void Remove(string output)
    {
        if (Directory.Exists(At(output)))
        {
            Directory.Delete(At(output), recursive: true);
        }
        else
        {
            File.Delete(At(output));
        }
    }

    /// <summary>
    /// What stands at a place: a file's bytes, or those of all files in a folder behind their names; null if nothing does.
    /// </summary>
    private byte[]? Content(string output)
    {
        string path = At(output);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .SelectMany(file => (byte[])[.. Encoding.UTF8.GetBytes(Path.GetRelativePath(path, file)), .. File.ReadAllBytes(file)])]
            : File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private Process Start(Command command, string temporary)
    {
        Process process = Process.Start(new ProcessStartInfo("dotnet", [Tool.Program, .. command.Arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // What a command leaves where the system puts what is temporary is its own: the runtime has sockets there otherwise.
            Environment = { ["TMPDIR"] = temporary, ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_TieredPGO"] = "0" },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string At(string name) => Path.Combine(folder, name);

    private sealed record Command(string[] Arguments, string[] Outputs)
    {
        /// <summary>The output that is a folder, which is made and never replaced.</summary>
        public string? Folder { get; init; }
    }
}

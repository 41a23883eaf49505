using System.Runtime.CompilerServices;
using ConflictModel.Matching;

namespace ConflictModel.Undercount.Tests;

/// <summary>The page that the package begins with shows what its program prints.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_program_of_the_readme_prints_what_the_readme_says()
    {
        var printed = new StringWriter();
        Run(printed);
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel.Undercount", "README.md"));
        readme.Should().Contain($"```text\n{printed}```");
        string[] here = [.. File.ReadLines(ThisFile()).Select(line => line.Trim())];
        Block(readme).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Replace("Console.WriteLine(", "Print(", StringComparison.Ordinal))
            .Where(line => !line.StartsWith("using ", StringComparison.Ordinal))
            .Should().BeSubsetOf(here);

        void Run(StringWriter output)
        {
            var table = CaptureTable.Of(
                ["clinic", "press", "court"],
                new(["clinic"], 320), new(["press"], 190), new(["court"], 85),
                new(["clinic", "press"], 74), new(["clinic", "court"], 31), new(["press", "court"], 12),
                new(["clinic", "press", "court"], 9));
            var estimate = UnseenEstimate.Of(table);
            Print($"{estimate.Observed} listed; {estimate.Hull} by the {estimate.WithinDistance.Count} models within 10 of the best.");
            foreach (GraphEstimate graph in estimate.Graphs.Where(graph => graph.Exact is not null))
            {
                Print(graph);
            }

            void Print(object line) => output.Write($"{line}\n");
        }
    }

    private static string Block(string readme)
    {
        int start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

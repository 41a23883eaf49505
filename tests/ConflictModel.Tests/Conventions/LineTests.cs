namespace ConflictModel.Tests.Conventions;

public class LineTests
{
    private const int Longest = 140;

    /// <summary>Tests whose input stands in raw strings, a row or a record a line.</summary>
    private static readonly string[] Data =
    [
        "tests/ConflictModel.Interchange.Tests/Acled/AcledRoundTripTests.cs",
        "tests/ConflictModel.Interchange.Tests/Mapping/CellFormTests.cs",
        "tests/ConflictModel.Interchange.Tests/Rows/FileFormTests.cs",
        "tests/ConflictModel.Tool.Tests/AggregateTests.cs",
        "tests/ConflictModel.Tool.Tests/BadInputTests.cs",
    ];

    [Fact]
    public void No_line_of_code_has_more_than_140_columns() =>
        new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => !Data.Contains(path))
            .SelectMany(path => File.ReadLines(Path.Combine(Repository.Root, path))
                .Select((line, i) => (line.Length, Place: $"{path}:{i + 1}")))
            .Where(line => line.Length > Longest)
            .Select(line => line.Place)
            .Should().BeEmpty("the analyzers do not measure lines");
}

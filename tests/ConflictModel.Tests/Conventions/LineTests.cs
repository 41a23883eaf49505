namespace ConflictModel.Tests.Conventions;

public class LineTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_of_code_has_more_than_140_columns() =>
        new[] { "src", "tests", "benchmarks" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(Path.Combine(Repository.Root, path))
                .Select((line, i) => (line.Length, Place: $"{path}:{i + 1}")))
            .Where(line => line.Length > Longest)
            .Select(line => line.Place)
            .Should().BeEmpty("the analyzers do not measure lines");
}

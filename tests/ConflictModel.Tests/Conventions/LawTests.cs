using System.Reflection;

namespace ConflictModel.Tests.Conventions;

public class LawTests
{
    [Fact]
    public void How_each_property_of_a_law_was_seen_to_fail_is_listed()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "LAWS.md")).Where(line => line.StartsWith('|'))];
        string[] properties =
        [
            .. typeof(LawTests).Assembly.GetTypes()
                .Where(type => type.Namespace == "ConflictModel.Tests.Laws" && type.Name != nameof(Laws.PlantedContradictionTests))
                .SelectMany(type => type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null))
                .Select(method => method.Name.Replace('_', ' ')),
        ];
        properties.Should().HaveCountGreaterThan(25);
        properties.Where(property => !rows.Any(row => row.Contains($"| {property} |", StringComparison.Ordinal))).Should().BeEmpty();
        rows.Select(row => row.Split('|')).Where(row => int.TryParse(row[1], out _)).Select(row => row[2].Trim()).Except(properties)
            .Should().BeEmpty();
    }
}

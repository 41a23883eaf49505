using System.Reflection;
using System.Text.RegularExpressions;

namespace ConflictModel.Tests.Conventions;

public partial class LawTests
{
    private static readonly string Tests = Path.Combine(Repository.Root, "tests");

    [Fact]
    public void How_each_property_of_a_law_was_seen_to_fail_is_listed()
    {
        string[] rows = Rows();
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

    [Fact]
    public void Properties_of_laws_that_stand_elsewhere_are_there_and_those_of_other_projects_are_listed()
    {
        (string Project, string Property)[] listed =
        [
            .. Rows().Select(row => row.Split('|')).Where(row => row[1].Contains(", in ", StringComparison.Ordinal))
                .Select(row => (row[1].Split(", in ")[1].Trim(), row[2].Trim())),
        ];
        listed.Should().HaveCountGreaterThan(5);
        foreach (IGrouping<string, string> project in listed.GroupBy(row => row.Project, row => row.Property))
        {
            project.Except(FactsIn(Path.Combine(Tests, project.Key))).Should().BeEmpty(project.Key);
        }

        foreach (string project in Directory.EnumerateDirectories(Tests).Select(folder => Path.GetFileName(folder)))
        {
            string laws = Path.Combine(Tests, project, "Laws");
            if (project != "ConflictModel.Tests" && Directory.Exists(laws))
            {
                FactsIn(laws).Except(listed.Where(row => row.Project == project).Select(row => row.Property)).Should().BeEmpty(project);
            }
        }
    }

    private static string[] Rows() => [.. File.ReadLines(Path.Combine(Tests, "LAWS.md")).Where(line => line.StartsWith('|'))];

    private static IEnumerable<string> FactsIn(string folder) => Directory
        .EnumerateFiles(folder, "*Tests.cs", SearchOption.AllDirectories)
        .SelectMany(file => Fact().Matches(File.ReadAllText(file)).Select(fact => fact.Groups[1].Value.Replace('_', ' ')));

    [GeneratedRegex(@"\[Fact\]\s+public void (\w+)\(")]
    private static partial Regex Fact();
}

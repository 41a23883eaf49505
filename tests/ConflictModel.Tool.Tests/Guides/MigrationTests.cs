using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Guides;

/// <summary>docs/migration.md has every public name of the first version, type or member, that went, and no other.</summary>
public partial class MigrationTests
{
    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);

    private static readonly string[] FirstVersion =
        File.ReadAllLines(Path.Combine(Root, "tests", "ConflictModel.Tool.Tests", "Guides", "first-version.txt"));

    private static readonly Dictionary<string, HashSet<string>> Now = new[]
        {
            typeof(ConflictDataset).Assembly, typeof(Interchange.IncidentReader).Assembly,
        }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .GroupBy(NameOf)
        .ToDictionary(types => types.Key, types => types.SelectMany(type => type.GetMembers()).Select(member => member.Name).ToHashSet());

    [Fact]
    public void Every_name_that_went_stands_in_the_guide_and_no_other()
    {
        string page = File.ReadAllText(Path.Combine(Root, "src", "ConflictModel", "docs", "migration.md"));
        string[] told = [.. Row().Matches(page).SelectMany(row => row.Groups[1].Value.Split(", "))];
        told.Order(StringComparer.Ordinal).Should().Equal(Gone(FirstVersion).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_that_is_gone_is_told_once_and_a_member_of_one_that_is_there_by_itself() =>
        Gone(["Toll", "Toll.Of", "Toll.Gone", "GoneType", "GoneType.Of"]).Should().Equal("Toll.Gone", "GoneType");

    private static IEnumerable<string> Gone(IEnumerable<string> names) => names.Where(name =>
        name.LastIndexOf('.') is var dot && dot < 0
            ? !Now.ContainsKey(name)
            : Now.TryGetValue(name[..dot], out HashSet<string>? members) && !members.Contains(name[(dot + 1)..]));

    private static string NameOf(Type type)
    {
        string name = type.Name.Split('`')[0];
        return type.DeclaringType is { } outer ? $"{NameOf(outer)}.{name}" : name;
    }

    [GeneratedRegex(@"^\| ([A-Z][A-Za-z.]+(?:, [A-Z][A-Za-z.]+)*) \| ", RegexOptions.Multiline)]
    private static partial Regex Row();
}

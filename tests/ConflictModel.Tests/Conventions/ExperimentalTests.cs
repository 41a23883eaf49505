using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConflictModel.Tests.Conventions;

public partial class ExperimentalTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    /// <summary>Each public type or member that says of itself that it is unsettled, as the README names it, with its id.</summary>
    private static readonly (string Id, string Name)[] Marked = [.. typeof(ConflictDataset).Assembly.GetExportedTypes()
        .SelectMany(type =>
            type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Prepend(type))
        .Where(member => member.IsDefined(typeof(ExperimentalAttribute)))
        .Select(member => (member.GetCustomAttribute<ExperimentalAttribute>()!.DiagnosticId, Name(member)))
        .Distinct()
        .Order()];

    [Fact]
    public void The_readme_lists_all_that_is_unsettled_by_its_id_and_nothing_else() =>
        Row().Matches(Readme)
            .SelectMany(row => Quoted().Matches(row.Groups[2].Value).Select(name => (row.Groups[1].Value, name.Groups[1].Value)))
            .Should().BeEquivalentTo(Marked);

    [Fact]
    public void The_project_itself_accepts_these_ids_and_no_others() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("NoWarn")
            .SelectMany(element => element.Value.Split(';'))
            .Where(id => id.StartsWith("CM", StringComparison.Ordinal))
            .Should().BeEquivalentTo(Marked.Select(marked => marked.Id).Distinct());

    private static string Name(MemberInfo member) => member is Type ? member.Name : $"{member.DeclaringType!.Name}.{member.Name}";

    [GeneratedRegex(@"^\| `(CM\d+)` \| (.+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}

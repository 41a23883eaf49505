using System.Text.RegularExpressions;

namespace ConflictModel.Tests.Conventions;

/// <summary>Guides are found from where people begin, and lead nowhere that isn't there, in the repository as in the package.</summary>
public partial class GuideTests
{
    private static readonly string Guides = Path.Combine(Repository.Root, "src/ConflictModel/docs");

    public static TheoryData<string> Pages => new(
        Directory.EnumerateFiles(Guides, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "README.md", SearchOption.AllDirectories))
            .Append(Path.Combine(Repository.Root, "README.md"))
            .Where(page => !page.Contains("/bin/", StringComparison.Ordinal) && !page.Contains("/obj/", StringComparison.Ordinal))
            .Select(page => Path.GetRelativePath(Repository.Root, page)).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_link_is_dead(string page)
    {
        string file = Path.Combine(Repository.Root, page);
        foreach (Match link in Links().Matches(File.ReadAllText(file)))
        {
            string[] target = link.Groups[1].Value.Split('#');
            string there = target[0].Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, target[0]);
            (File.Exists(there) || Directory.Exists(there)).Should().BeTrue($"{page} leads to {link.Groups[1].Value}");
            if (target.Length > 1)
            {
                Headings().Matches(File.ReadAllText(there)).Select(heading => Anchor(heading.Groups[1].Value))
                    .Should().Contain(target[1], page);
            }
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/ConflictModel/README.md")]
    public void Every_guide_is_found_from_the_first_page(string first)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, first));
        Directory.EnumerateFiles(Guides, "*.md").Select(guide => Path.GetFileName(guide))
            .Where(guide => !text.Contains($"docs/{guide})", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void The_package_begins_with_the_program_that_it_brings()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "src/ConflictModel/README.md"));
        string sample = File.ReadAllText(Path.Combine(Guides, "samples/tally.cs"));

        readme.Should().Contain($"```csharp\n{sample[(sample.IndexOf('\n') + 1)..]}```");
        readme.Should().Contain($"```text\n{File.ReadAllText(Path.Combine(Guides, "samples/tally.txt"))}```");
    }

    /// <summary>A name that nobody is shown is one that nobody needs, or one that somebody looks for in vain.</summary>
    [Fact]
    public void Every_name_of_the_vocabulary_is_shown()
    {
        HashSet<string> shown =
        [
            .. Pages.Select(page => File.ReadAllText(Path.Combine(Repository.Root, page.Data)))
                .SelectMany(page => Words().Matches(page).Select(word => word.Value)),
        ];
        typeof(Toll).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "ConflictModel" && !type.IsNested)
            .Select(type => type.Name.Split('`')[0]).Distinct()
            .Where(name => !shown.Contains(name))
            .Should().BeEmpty();
    }

    private static string Anchor(string heading) =>
        NoAnchor().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?!https?:|mailto:)([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}

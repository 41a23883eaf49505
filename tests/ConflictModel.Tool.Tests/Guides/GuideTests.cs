using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Guides;

/// <summary>What the guides print is what they say. <c>CONFLICTMODEL_ACCEPT=1</c> writes into them what is printed.</summary>
public partial class GuideTests
{
    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);
    private static readonly string Docs = Path.Combine(Root, "src", "ConflictModel", "docs");

    [Theory]
    [InlineData("records.md")]
    [InlineData("words.md")]
    [InlineData("laws.md")]
    [InlineData("findings.md")]
    [InlineData("two-monitors.md")]
    [InlineData("excel.md")]
    [InlineData("citing.md")]
    [InlineData("migration.md")]
    [InlineData("unseen.md")]
    public void What_a_guide_shows_compiles_runs_and_prints_what_the_guide_says(string name)
    {
        string path = Path.Combine(Docs, name);
        string page = File.ReadAllText(path);
        string run = new GuidePage(page).WithWhatIsPrinted();
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(path, run);
            page = run;
        }

        run.Should().Be(page);
    }

    [Fact]
    public void The_tests_that_are_said_to_hold_the_laws_are_there()
    {
        string laws = File.ReadAllText(Path.Combine(Docs, "laws.md"));
        string[] named = [.. HeldBy().Matches(laws).SelectMany(line => line.Groups[1].Value.Split("; "))];
        named.Should().HaveCountGreaterThan(30);
        HashSet<string> there =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
                .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(test => test.Groups[1].Value.Replace('_', ' '))),
        ];
        named.Except(there).Should().BeEmpty();
    }

    [Fact]
    public void Output_that_is_not_the_shown_one_takes_its_place()
    {
        const string Page = "A page.\n```csharp\nConsole.WriteLine(1 + 1);\n```\nIt prints\n```text\n3\n```\nthen ends.\n";
        new GuidePage(Page).WithWhatIsPrinted().Should().Be(Page.Replace("3", "2", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_block_has_its_own_output_and_knows_what_stood_above_it()
    {
        const string First = "```csharp\nint one = 1;\nConsole.WriteLine(one);\n```\n```text\n```\n";
        const string Second = "```csharp\nConsole.WriteLine(one + 1);\n```\n```text\n```\n";
        new GuidePage(First + Second).WithWhatIsPrinted().Split('\n').Where(line => line is "1" or "2").Should().Equal("1", "2");
    }

    [Fact]
    public void A_block_that_does_not_compile_is_told() =>
        FluentActions.Invoking(() => new GuidePage("```csharp\nint one = \"1\";\n```\n").WithWhatIsPrinted())
            .Should().Throw<InvalidOperationException>().WithMessage("*does not compile*CS0029*");

    [Fact]
    public void What_a_page_prints_and_does_not_show_is_told() =>
        FluentActions.Invoking(() => new GuidePage("```csharp\nConsole.WriteLine(1);\n```\nNothing.\n").WithWhatIsPrinted())
            .Should().Throw<InvalidOperationException>().WithMessage("*does not show*");

    [Fact]
    public void A_command_finds_the_files_of_its_page()
    {
        const string Page = "<!-- file none.csv -->\n```csv\na,b\n```\n```sh\nconflictmodel validate none.csv\n```\n```text\n```\n";
        new GuidePage(Page).WithWhatIsPrinted().Should().Contain("none.csv:");
    }

    [GeneratedRegex(@"^\*Held by:\* (.*)$", RegexOptions.Multiline)]
    private static partial Regex HeldBy();

    [GeneratedRegex(@"public void (\w+)\(")]
    private static partial Regex Test();
}

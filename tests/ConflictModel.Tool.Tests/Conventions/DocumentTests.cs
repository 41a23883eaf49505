using System.Reflection;
using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Conventions;

/// <summary>The types and members that the guides and the README name are there.</summary>
public partial class DocumentTests
{
    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);

    private static readonly HashSet<string> Names =
        [.. Assemblies().SelectMany(assembly => assembly.GetExportedTypes()).SelectMany(NamesOf)];

    public static TheoryData<string> Documents() => [.. Directory.EnumerateFiles(Path.Combine(Root, "src", "ConflictModel", "docs"), "*.md")
        .Append(Path.Combine(Root, "README.md"))
        .Select(path => Path.GetRelativePath(Root, path))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_type_and_member_that_a_document_names_exists(string path) =>
        CodeNames(File.ReadAllText(Path.Combine(Root, path))).Where(name => !Names.Contains(name)).Should().BeEmpty();

    [Fact]
    public void A_name_that_is_gone_is_seen() =>
        CodeNames("`GedTable.Read(stream)` and `IncidentTable`, `Where(GroupKey.Country, \"Syria\")`, `a file`, `src/Values/`")
            .Should().Equal(
            "GedTable", "Read", "IncidentTable", "Where", "GroupKey", "Country");

    /// <summary>The names with a capital in the code spans that are C#: not in texts, paths, commands or blocks of code.</summary>
    private static IEnumerable<string> CodeNames(string document) => Spans().Matches(Blocks().Replace(document, ""))
        .Select(span => span.Groups[1].Value)
        .Where(span => CSharp().IsMatch(span))
        .SelectMany(span => Words().Matches(Texts().Replace(span, "")).Select(word => word.Value))
        .Distinct();

    private static IEnumerable<Assembly> Assemblies() =>
    [
        typeof(ConflictDataset).Assembly, typeof(Interchange.IncidentReader).Assembly, typeof(Assertions.TollAssertions).Assembly,
        typeof(AssertionExtensions).Assembly, typeof(EntityFrameworkCore.ConflictModelDatabase).Assembly,
        typeof(Reporting.HtmlReport).Assembly, typeof(Undercount.UnseenEstimate).Assembly,
        typeof(Parquet.ParquetTables).Assembly,
        typeof(Microsoft.EntityFrameworkCore.DbContext).Assembly,
        typeof(NodaTime.LocalDate).Assembly, typeof(object).Assembly, typeof(System.Text.Json.JsonSerializer).Assembly,
    ];

    private static IEnumerable<string> NamesOf(Type type) =>
        [.. type.Namespace?.Split('.') ?? [], type.Name.Split('`')[0],
            .. type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(member => member.Name)];

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Spans();

    [GeneratedRegex(@"^([A-Z]\w*([.(<,].*)?|[a-z]\w*\.[A-Z][^/]*)$", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Texts();

    [GeneratedRegex(@"\b[A-Z][a-z]\w*\b")]
    private static partial Regex Words();
}

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Guides;

/// <summary>The table of limits in docs/files.md has every limit, with the figure of its constant.</summary>
public partial class LimitsGuideTests
{
    /// <summary>Constants that are named like limits and are none that somebody meets.</summary>
    private static readonly (string Why, string[] Constants)[] NoLimits =
    [
        ("It has a row under its public name, or in words in another row.",
        [
            "RecordFaults.MaxDepth", "RowSource.MaxColumns", "Comparisons.MaxPairsEach", "CircleDays.MaxLooksEach",
            "WiderCandidates.MaxPairs",
        ]),
        ("So much is remembered or held at a time, or by so many threads; more takes time, and the answer is the same.",
        [
            "AgeCell.MaxRemembered", "WordCell.MaxRemembered", "KeptCells.MaxRemembered", "RunningAnswers.MostAnswers",
            "RunParts.MostAnswers", "EventRows.MostThreads", "IncidentStore.Most", "GedPairs.MostCounts", "IdLog.MostAway",
            "IdLog.MostBytesPerRow", "IdLedger.MaxExact", "IdLedger.MaxPrefix", "NameCache.MaxLength", "TextPool.MaxLength",
            "RecordKey.MostExact", "IdleReaders.Most", "EventsOnce.MostHeld", "EventsOnce.MostCompared", "CellBatches.MostRows",
            "Reconciler.MostKept", "IncidentListings.MostKept", "Patch.MostNarrow", "Scan.MostPart", "EventIndex.MostBlocks",
        ]),
        ("So much of a list or a text is shown, and that there is more.",
        [
            "Contradiction.MaxNamed", "Contradiction.MaxRepairs", "SumText.MaxTerms", "AccountText.MostRecords",
            "DateParseException.MaxShown", "HierarchyCycleException.MostShown", "EventPartRules.MostNamed", "ListCheck.MostNamed",
            "TotalRules.MostNamed", "FolderList.MostNamed", "UnseenText.MostShown", "Verdict.MostLines", "PeopleList.MaxWords",
            "MergeCommand.MostNamed", "MatchOutput.MostShown", "DiffOutput.MostText", "ArithmeticText.MostTerms",
            "ActorSection.MostRows", "ActorSection.MostColumns", "TimeSection.MostCharts",
        ]),
        ("It is of suggestions, or of how a page looks: nothing is left out.",
            ["QuoteFinder.Most", "NearMisses.Most", "NameIndex.MostNearMisses", "TimeChart.MostLabels", "Map.MostRatio"]),
        ("It follows from how a number or a date is written, whatever is read.",
            ["WholeNumber.MostDigits", "WholeNumber.MostExponent", "DateWriter.MaxLength"]),
        ("What is longer than an id can be ends in a hash of all of it.", ["LocalId.MaxName"]),
        ("No file can be so deep.", ["JsonConverter.MaxLevels"]),
        ("What is sought is found long before.", ["PoissonFit.MostSteps", "RootSearch.MostSteps"]),
    ];

    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);

    private static readonly (string Figure, string Constant, string Assembly, bool IsPublic)[] Rows =
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Root, "src", "ConflictModel", "docs", "files.md")))
            .Select(row => row.Groups)
            .Select(row => (row["figure"].Value, row["constant"].Value, row["assembly"].Value, row["is"].Success)),
    ];

    private static readonly Assembly[] Assemblies =
    [
        typeof(ConflictDataset).Assembly, typeof(Interchange.IncidentReader).Assembly, typeof(Parquet.ParquetTables).Assembly,
        typeof(Assertions.TollAssertions).Assembly, typeof(EntityFrameworkCore.ConflictModelDatabase).Assembly,
        typeof(Reporting.HtmlReport).Assembly, typeof(Undercount.UnseenEstimate).Assembly, typeof(Commands.CommandLine).Assembly,
    ];

    private static readonly Dictionary<string, FieldInfo> Limits = Assemblies.SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetFields(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(field => Limit().IsMatch(field.Name) && (field.IsLiteral || field.IsInitOnly) && IsNumber(field.FieldType))
        .ToDictionary(field => $"{field.DeclaringType!.Name.Split('`')[0]}.{field.Name}");

    [Fact]
    public void All_assemblies_are_looked_through() =>
        Assemblies.Select(assembly => assembly.GetName().Name)
            .Should().BeEquivalentTo(Directory.EnumerateDirectories(Path.Combine(Root, "src")).Select(Path.GetFileName));

    [Fact]
    public void Each_figure_is_that_of_its_constant_which_is_where_the_row_says()
    {
        Rows.Should().HaveCountGreaterThan(50);
        foreach ((string figure, string constant, string assembly, bool isPublic) in Rows)
        {
            (object value, Type type, bool isSeen) = Value(constant);
            long limit = Convert.ToInt64(value, CultureInfo.InvariantCulture);
            figure.Should().Be(limit.ToString("N0", CultureInfo.InvariantCulture), $"{constant} is in the table");
            isPublic.Should().Be(isSeen, $"that is how {constant} can be had");

            // What most programs have needs no name.
            string home = type.Assembly.GetName().Name!;
            assembly.Should().Be(home is "ConflictModel" or "ConflictModel.Interchange" ? "" : home, constant);
        }
    }

    [Fact]
    public void Every_row_of_the_table_is_read() => Rows.Should().HaveCount(Lines().Count(File.ReadAllText(
        Path.Combine(Root, "src", "ConflictModel", "docs", "files.md")).Split("## Limits")[1].Split("\n## ")[0]) - 2);

    [Fact]
    public void Every_limit_has_a_row_or_is_none_that_somebody_meets() =>
        Limits.Keys.Except(Rows.Select(row => row.Constant)).Except(NoLimits.SelectMany(some => some.Constants)).Should().BeEmpty();

    [Fact]
    public void What_is_no_limit_is_there_has_no_row_and_is_named_once()
    {
        string[] all = [.. NoLimits.SelectMany(some => some.Constants)];
        all.Should().OnlyHaveUniqueItems();
        all.Except(Limits.Keys).Should().BeEmpty();
        all.Intersect(Rows.Select(row => row.Constant)).Should().BeEmpty();
    }

    private static (object Value, Type Type, bool IsPublic) Value(string constant)
    {
        if (Limits.TryGetValue(constant, out FieldInfo? field))
        {
            return (field.GetValue(null)!, field.DeclaringType!, field.IsPublic && field.DeclaringType!.IsVisible);
        }

        // A limit that a caller sets.
        constant.Should().Be("ReadOptions.MaxRowBytes");
        return (new Interchange.ReadOptions().MaxRowBytes, typeof(Interchange.ReadOptions), true);
    }

    private static bool IsNumber(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    [GeneratedRegex("^(Max|Most)([A-Z]|$)")]
    private static partial Regex Limit();

    [GeneratedRegex(
        @"^\| [^|]+ \| (?<figure>[\d,]+) \| (?<is>`)?(?<constant>\w+\.\w+)`?( of (?<assembly>[\w.]+))?(, not public)? \| ",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\|", RegexOptions.Multiline)]
    private static partial Regex Lines();
}

using System.Reflection;
using ConflictModel.Tests;

namespace ConflictModel.Tool.Tests.Fuzzing;

public class FuzzTests
{
    private static readonly string[] Begin =
    [
        "Read", "Parse", "TryParse", "Open", "FromJson", "Detect", "Resolve", "Validate", "Repair", "Merge", "Compare", "RunParquet", "Of",
        "Where", "Has", "Is", "Neutralised", "Find", "TryFind", "Named",
    ];

    private static readonly (string Entry, string Methods)[] Given =
    [
        ("DatasetJson.Read", "DatasetJson.Read DatasetJson.ReadAsync"),
        ("DatasetNdjson.Read", "DatasetNdjson.Read DatasetNdjson.ReadAsync DatasetNdjson.ReadDataset"),
        ("RevisionLogJson.Read", "RevisionLogJson.Read"),
        ("Aggregate.FromJson", "Aggregate.FromJson"),
        ("IParsable", "IParsable.Parse"),
        ("DateExplanation.Of", "DateExplanation.Of"),
        ("IncidentQuery.Where", "IncidentQuery.Where IncidentTable.Has"),
        ("SpreadsheetFormula", "SpreadsheetFormula.Is SpreadsheetFormula.Neutralised"),
        ("JsonPointer.Parse", "JsonPointer.Parse JsonPointer.TryParse"),
        ("Age.Read", "Age.Read"),
        ("Catalog.Resolve", "ActorCatalog.ResolveMembers Catalog`2.Resolve RegionCatalog.Resolve"),
        ("ActorCatalog.With", "ActorCatalog.With"),
        ("RegionCatalog.With", "RegionCatalog.With"),
        ("CaptureTable.Read", "CaptureTable.Read"),
        ("IncidentReader", "IncidentReader.Open"),
        ("PublishedValidator.Validate", "PublishedValidator.Validate"),
        ("PublishedRepairer.Repair", "PublishedRepairer.Repair EventFormats.Detect"),
        ("PublishedVintages.Compare", "PublishedVintages.Compare"),
        ("AcledFeed", "AcledFeed.Merge AcledFeed.ReadDeletions"),
        ("PersonReader", "PersonReader.Open"),
        ("PersonMapping.Parse", "PersonMapping.Parse"),
        ("TallyTable.Read", "TallyTable.Read"),
        ("ParquetTables", "ParquetTables.ReadParquet ParquetTables.ReadParquetNames ParquetTables.RunParquet"),
    ];

    private static readonly (string Reason, string Methods)[] NotGiven =
    [
        (
            "looks one word up",
            "JsonName.TryParse Revision.Of PublishedSummary.Of GroupKey.Find Measure.TryFind PieceSchema.TryFind TollFigures.Find "
                + "Catalog`2.FindByExternalId EventFormats.Named"),
    ];

    public static TheoryData<string> Names => new(EntryPoints.All.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_read_gives_an_answer_or_a_documented_refusal(string name)
    {
        var course = new Course(EntryPoints.All.Single(entry => entry.Name == name));
        for (int i = 0; i < course.Entry.Inputs; i++)
        {
            course.Next(Turn.Seed);
        }

        course.Faults.Values.Select(fault => fault.ToString()).Should().BeEmpty();
    }

    [Fact]
    public void A_hundred_thousand_inputs_are_given_in_all() => EntryPoints.All.Sum(entry => entry.Inputs).Should().Be(100_000);

    [Fact]
    public void Every_reader_and_parser_is_given_inputs_or_reads_nothing_of_strangers() =>
        Readers().Distinct().Order(StringComparer.Ordinal)
            .Should().Equal(Given.Concat(NotGiven).SelectMany(one => one.Methods.Split(' ')).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_given_is_given_by_an_entry_point() =>
        Given.Select(one => one.Entry).Should().BeSubsetOf(EntryPoints.All.Select(entry => entry.Name));

    private static IEnumerable<string> Readers() => EntryPoints.Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => !type.IsSpecialName && !type.IsInterface)
        .SelectMany(type => type
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType == type && !method.IsSpecialName
                && method.GetParameters().Any(one => IsText(one.ParameterType)) && IsReader(method.Name))
            .Select(method => IsParsed(type, method) ? "IParsable.Parse" : $"{type.Name}.{method.Name}"));

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(IReadOnlyList<string>) || type == typeof(Stream)
        || type == typeof(TextReader) || type == typeof(ReadOnlySpan<byte>) || type == typeof(ReadOnlySpan<char>);

    private static bool IsReader(string name) => name == "With" || Begin.Any(one => name.StartsWith(one, StringComparison.Ordinal));

    private static bool IsParsed(Type type, MethodInfo method) => method.Name is "Parse" or "TryParse" && type.GetInterfaces()
        .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ISpanParsable<>));
}

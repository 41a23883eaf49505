using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using ConflictModel.Parquet;
using ConflictModel.Reporting;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Time;
using ConflictModel.Undercount;
using NodaTime;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>Every reader and parser of the library, and what must hold of whatever it takes.</summary>
internal static partial class EntryPoints
{
    /// <summary>The packages that read what strangers write.</summary>
    public static readonly Assembly[] Assemblies =
    [
        typeof(ConflictDataset).Assembly, typeof(IncidentReader).Assembly, typeof(ParquetTables).Assembly, typeof(HtmlReport).Assembly,
        typeof(UnseenEstimate).Assembly,
    ];

    private static readonly Dictionary<string, Func<string, bool>> Parsers = typeof(ConflictDataset).Assembly.GetExportedTypes()
        .Where(type => !type.IsInterface && type.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ISpanParsable<>)))
        .ToDictionary(
            type => type.Name,
            type => typeof(EntryPoints).GetMethod(nameof(Parse), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
                .CreateDelegate<Func<string, bool>>());

    private static readonly Dictionary<string, Type> Values = Assemblies.SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => !type.IsGenericTypeDefinition
            && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { } converter && converter != typeof(NoJsonConverter))
        .ToDictionary(type => type.Name);

    private static readonly ConflictDataset Land = new()
    {
        Regions = [new() { Id = RegionId.From("north"), Name = "The north", Kind = RegionKind.Governorate, PCode = "XX01" }],
    };

    private static readonly IncidentTable Few = DatasetJson.Read(File.ReadAllBytes(Tool.Sample)).ToTable(
        GroupKey.All.Select(key => key.Scheme).OfType<BucketScheme>().Distinct());

    private static readonly PersonMapping People = new()
    {
        Source = new() { Id = SourceId.From("list-a"), Name = "A list", Kind = SourceKind.Monitor },
        Harm = Harm.Killed,
        Columns =
        [
            new("id", PersonField.Id), new("name_ar", PersonField.Name) { Lang = "ar" },
            new("name", PersonField.Name) { Kind = NameKind.Transliteration, Lang = "ar-Latn" }, new("age", PersonField.Age),
            new("sex", PersonField.Sex), new("status", PersonField.Status), new("born", PersonField.Born),
            new("date_of_death", PersonField.Date), new("province", PersonField.Governorate),
            new("lat", PersonField.Latitude), new("lon", PersonField.Longitude),
            new("cause", PersonField.Cause), new("rank", PersonField.Rank), new("group", PersonField.MemberOf),
            new("reported_by", PersonField.Source),
            new("ministry_id", PersonField.ExternalId) { Scheme = "ministry" },
        ],
    };

    private static readonly TallyMapping Daily = new()
    {
        Source = new() { Id = SourceId.From("ministry"), Name = "A ministry", Kind = SourceKind.Government },
        Region = new() { Id = RegionId.From("land"), Name = "The land", Kind = RegionKind.Country },
        Date = "report_date",
        Since = new LocalDate(2024, 1, 1),
        Columns =
        [
            TallyColumn.Daily("killed", Harm.Killed),
            TallyColumn.Cumulative("killed_cum", Harm.Killed)
                .Including(("killed_women_cum", Part.Of(Victims.Women)), ("killed_children_cum", Part.Of(Victims.Children))),
            TallyColumn.Cumulative("injured_cum", Harm.Wounded),
        ],
    };

    public static EntryPoint[] All { get; } =
    [
        new("DatasetJson.Read", 3_000, Documented(typeof(DatasetJson), "Read"), Seeds.Datasets(), ReadDataset),
        new("DatasetNdjson.Read", 5_000, Documented(typeof(DatasetNdjson), "Read"), Seeds.Lines(), ReadLines),
        new("JSON of values and records", 10_800, [typeof(JsonException)], Seeds.Json(Values.Values), ReadJson),
        new("RevisionLogJson.Read", 4_000, Documented(typeof(RevisionLogJson), "Read"), Seeds.Logs(), ReadLog),
        new("Aggregate.FromJson", 8_000, Documented(typeof(Aggregate), "FromJson"), Seeds.Aggregates(), ReadAggregate),
        new("IParsable", 12_000, Documented(typeof(FigurePath), "Parse"), Seeds.Parsed(Parsers.Keys), ParseAny),
        new("UncertainDate.Parse", 8_000, Documented(typeof(UncertainDate), "Parse"), Seeds.Dates(), ParseDate),
        new("DateExplanation.Of", 2_000, [], Seeds.Dates(), ExplainDate),
        new("IncidentQuery.Where", 2_000, Documented(typeof(IncidentQuery), "Where"), Seeds.Conditions(), Ask),
        new("JsonPointer.Parse", 4_000, Documented(typeof(JsonPointer), "Parse"), Seeds.Pointers(),
            input => JsonPointer.Parse(Text(input)).ToString() is not null),
        new("Wordings.Read", 6_000, [], Seeds.Wordings(), ReadWording),
        new("Age.Read", 5_000, [], Seeds.Wordings(), input => input.Length > 0 && !Age.Read(Text(input)).IsEmpty),
        new("Catalog.Resolve", 2_000, [], Seeds.Names(), Resolve),
        new("SpreadsheetFormula", 1_000, [], Seeds.Formulas(), Neutralise),
        new("ActorCatalog.With", 5_000, Documented(typeof(ActorCatalog), "With"), Seeds.CatalogLines("actors.txt"),
            input => ActorCatalog.Empty.With("layer", new StringReader(Text(input))).Count > 0),
        new("RegionCatalog.With", 5_000, Documented(typeof(RegionCatalog), "With"), Seeds.CatalogLines("regions.txt"),
            input => RegionCatalog.Empty.With("layer", new StringReader(Text(input))).Count > 0),
        new("CaptureTable.Read", 5_000, Documented(typeof(CaptureTable), "Read"), Seeds.Captures(), ReadCaptures),
        new("UnseenEstimate.Of", 1_000, [.. Documented(typeof(CaptureTable), "Read"), .. Documented(typeof(UnseenEstimate), "Of")],
            Seeds.Captures(), Estimate),
        new("IncidentReader", 500, Documented(typeof(IncidentReader), "Open", "ReadDataset"), Seeds.Rows(), ReadIncidents),
        new("PublishedValidator.Validate", 2_000, Documented(typeof(PublishedValidator), "Validate"), Seeds.Rows(),
            input => PublishedValidator.Validate(new MemoryStream(input), Options(input)).Counts.Read > 0),
        new("PublishedRepairer.Repair", 2_000, Documented(typeof(PublishedRepairer), "Repair"), Seeds.Rows(), Repair),
        new("PublishedVintages.Compare", 200, Documented(typeof(PublishedVintages), "Compare"), Seeds.TwoVintages(), Compare),
        new("AcledFeed", 200, Documented(typeof(AcledFeed), "Merge", "ReadDeletions"), Seeds.Feeds(), Merge),
        new("PersonReader", 1_500, Documented(typeof(PersonReader), "Open", "ReadDataset"), Seeds.People(), ReadPeople),
        new("PersonMapping.Parse", 2_900, Documented(typeof(PersonMapping), "Parse"), Seeds.Mappings(), ReadMapping),
        new("TallyTable.Read", 700, Documented(typeof(TallyTable), "Read"), Seeds.Tallies(), ReadTallies),
        new("HtmlReport.Write", 1_000, Documented(typeof(HtmlReport), "Write"), Seeds.Outlines(), ReadOutlines),
        new(
            "ParquetTables", 200, Documented(typeof(ParquetTables), "ReadParquet", "ReadParquetNames", "RunParquet"), Seeds.ParquetFiles(),
            ReadParquet),
    ];

    /// <summary>What is documented but for what only the caller's own code can be guilty of.</summary>
    private static Type[] Documented(Type type, params string[] methods) =>
    [
        .. methods.SelectMany(method => DocumentedExceptions.Of(type, method)).Where(error => error != typeof(ArgumentException)
            && error != typeof(InvalidOperationException) && error != typeof(OperationCanceledException) && error != typeof(IOException)),
    ];
}

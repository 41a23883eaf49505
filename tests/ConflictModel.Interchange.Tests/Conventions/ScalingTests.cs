using System.Globalization;
using System.IO.Compression;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Tests.Conventions;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Conventions;

/// <summary>Twice as much of a file takes about twice the work, by whatever way it comes in or goes out.</summary>
/// <remarks>See <see cref="Scaling"/>.</remarks>
public sealed class ScalingTests : IClassFixture<ScalingTests.KeptFiles>
{
    /// <summary>Each makes its input of a size, and gives what is to be counted.</summary>
    private static readonly Dictionary<string, (int Size, Func<int, Action> Make)> Ways = new()
    {
        ["rows of GED, read"] = (300, n => Reading(Ged(n))),
        ["rows of GED with sides of their own, read"] = (300, n => Reading(Ged(n, i => $"Group {i}"))),
        ["rows of GED with coalitions, read"] = (200, n => Reading(Ged(n, i => $"Group {i}, Group {i + 1}"))),
        ["a coalition of many members, read"] = (100, n => Reading(Ged(1, _ => string.Join(", ", Enumerable.Range(0, n))))),
        ["rows of ACLED, read"] = (300, n => Reading(Acled(n))),
        ["rows of ACLED, a newer one of each, read"] = (300, n => Reading(Acled(n) + Acled(n, 200)[(Acled(0).Length)..])),
        ["rows of ACLED as JSON, read"] = (300, n => Reading("[" + string.Join(',', Enumerable.Range(0, n).Select(Json)) + "]")),
        ["members of a row of JSON"] = (500, n => Reading(
            "[" + Json(1).TrimEnd('}') + string.Concat(Enumerable.Range(0, n).Select(i => $",\"other{i}\":\"x\"")) + "}]")),
        ["columns of a row"] = (500, n => Reading(
            string.Join(',', [.. AcledSamples.Columns, .. Enumerable.Range(0, n).Select(i => $"other{i}")]) + "\n"
                + AcledSamples.Row() + string.Concat(Enumerable.Repeat(",x", n)) + "\n")),
        ["a long cell"] = (100_000, n => Reading(AcledSamples.File(AcledSamples.Row(("notes", new string('"', n)))))),
        ["rows in gzip, read"] = (300, n =>
        {
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            {
                gzip.Write(Encoding.UTF8.GetBytes(Ged(n)));
            }

            byte[] bytes = packed.ToArray();
            return () => IncidentReader.Open(new MemoryStream(bytes)).Read().Count();
        }),
        ["rows that are set aside"] = (300, n => Reading(
            Acled(n).Replace("2024", "no year", StringComparison.Ordinal), new() { SetAsideMalformed = true })),
        ["rows into a table"] = (300, n => () => Roads.Table(Ged(n))),
        ["rows that answer a question, in parts"] = (300, n =>
        {
            string file = Ged(n, i => $"Group {i}");
            IncidentQuery query = IncidentQuery.OverPieces().GroupBy(GroupKey.Country, GroupKey.Year).Sum(Measure.Killed);
            return () => IncidentReader.Open(Roads.Utf8(file), new() { HeldRows = 100 }).Answer(new(), query);
        }),
        ["a data set, written while it is read"] = (300, n =>
        {
            string file = Ged(n, i => $"Group {i}, Group {i + 1}");
            return () => IncidentReader.Open(Roads.Utf8(file)).WriteDataset(Stream.Null, asLines: false, mostHeld: 10);
        }),
        ["rows, checked"] = (300, n =>
        {
            string file = Ged(n, i => $"Group {i}");
            return () => PublishedValidator.Validate(Roads.Utf8(file));
        }),
        ["incidents to GED"] = (300, n => Writing(EventFormats.UcdpGed, n)),
        ["incidents to ACLED"] = (300, n => Writing(EventFormats.Acled, n)),
        ["incidents to GeoJSON"] = (300, n => Writing(EventFormats.GeoJson, n)),
        ["incidents to HXL"] = (300, n => Writing(EventFormats.Hxl, n)),
        ["a list of people, read"] = (300, n =>
        {
            string list = "id,name,other\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"{i},Zork {i},x{i}\n"));
            return () => PersonReader.Open(Roads.Utf8(list), Lists()).Read().Count();
        }),
        ["a list of people, written"] = (300, n =>
        {
            string list = "id,name,other\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"{i},Zork {i},x{i}\n"));
            using var reader = PersonReader.Open(Roads.Utf8(list), Lists());
            Person[] people = [.. reader.Read()];
            Glossary glossary = reader.Glossary;
            return () =>
            {
                using var writer = PersonWriter.Create(Stream.Null, Lists(), glossary, new() { OnLoss = _ => { } });
                writer.Write(people);
            };
        }),
        ["a mapping of many words"] = (500, n =>
        {
            string words = string.Join(',', Enumerable.Range(0, n).Select(i => $"\"word {i}\":\"directlyParticipating\""));
            string json = "{\"source\":{\"id\":\"s\",\"name\":\"S\"},\"harm\":\"killed\",\"columns\":[{\"column\":\"id\",\"is\":\"id\"},"
                + $"{{\"column\":\"status\",\"is\":\"status\",\"words\":{{{words}}}}}]}}";
            return () => PersonMapping.Parse(json);
        }),
        ["rows, repaired"] = (300, n =>
        {
            string file = Ged(n, i => $"Group {i}");
            string[] codes = [.. EventFormats.UcdpGed.Repairs.Select(rule => rule.Code)];
            return () => PublishedRepairer.Repair(Roads.Utf8(file), Stream.Null, codes);
        }),
        ["rows of two vintages, compared"] = (300, n =>
        {
            string[] paths = [Kept($"older{n}", Ged(n)), Kept($"newer{n}", Ged(n, i => $"Group {i}"))];
            return () => PublishedVintages.Compare(paths[0], paths[1]);
        }),
        ["changes merged into a file"] = (300, n =>
        {
            string[] paths = [Kept($"base{n}", Acled(n)), Kept($"changes{n}", Acled(n, 200)), Kept($"deleted{n}", Deleted(n))];
            return () => AcledFeed.Merge(paths[0], [paths[1]], AcledFeed.ReadDeletions(paths[2]), Stream.Null);
        }),
        ["a table of totals, read"] = (300, n =>
        {
            string table = "day,dead\n" + string.Concat(Enumerable.Range(0, n).Select(i => $"{Day(i)},{i % 7}\n"));
            var mapping = new TallyMapping
            {
                Source = new() { Id = SourceId.From("s"), Name = "S", Kind = SourceKind.Monitor },
                Region = new() { Id = RegionId.From("land"), Name = "The land", Kind = RegionKind.Country },
                Date = "day",
                Columns = [TallyColumn.Daily("dead", Harm.Killed)],
            };
            return () => TallyTable.Read(Roads.Utf8(table), mapping);
        }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way) => Scaling.Check(Ways[way].Size, Ways[way].Make);

    [Fact]
    public void Whatever_takes_much_is_measured_or_need_not_be() => Scaling.CheckComplete(
        typeof(IncidentReader).Assembly,
        Ways.Keys,
        [
            ("rows of GED, read", "IncidentReader.Open"),
            ("rows that answer a question, in parts", "IncidentReader.Answer"),
            ("a data set, written while it is read", "IncidentReader.WriteDataset IncidentReader.WriteDatasetLines"),
            ("rows, checked", "PublishedValidator.Validate"),
            ("rows, repaired", "PublishedRepairer.Repair"),
            ("rows of two vintages, compared", "PublishedVintages.Compare"),
            ("changes merged into a file", "AcledFeed.Merge AcledFeed.ReadDeletions"),
            ("incidents to GED", "IncidentWriter.Create IncidentWriter.Write"),
            ("a list of people, read", "PersonReader.Open"),
            ("a list of people, written", "PersonWriter.Create PersonWriter.Write"),
            ("a mapping of many words", "PersonMapping.Parse"),
            ("a table of totals, read", "TallyTable.Read"),
            ("rows of GED with sides of their own, read", "Glossary.Of NameResolver.From"),
        ],
        [
            ("looks at the head of a stream", "EventFormats.Detect"),
            ("looks one word up", "EventFormats.Named"),
            ("a cell, whose bytes a row's limit bounds", "AcledDate.TryFrom GtdDate.TryFrom GtdDate.TryToUncertainDate UcdpDate.TryFrom "
                + "UcdpDate.TryToUncertainDate SpreadsheetFormula.Is SpreadsheetFormula.Neutralised"),
            ("adds up one count for each kind of finding", "PublishedSummary.Of"),
            ("keeps the columns it is given in a list, once",
                "TallyColumn.Daily TallyColumn.Cumulative TallyColumn.Including TallyColumn.DividedInto"),
        ]);

    private static Action Reading(string file, ReadOptions? options = null) => () =>
    {
        using var reader = IncidentReader.Open(Roads.Utf8(file), options);
        reader.ReadDataset();
    };

    private static Action Writing(EventFormat format, int count)
    {
        using var reader = IncidentReader.Open(Roads.Utf8(Ged(count, i => $"Group {i}")));
        (ConflictDataset dataset, Glossary glossary) = (reader.ReadDataset(), reader.Glossary);
        return () =>
        {
            using var writer = IncidentWriter.Create(Stream.Null, format, glossary, new() { OnLoss = _ => { } });
            writer.Write(dataset.Incidents);
        };
    }

    private static string Kept(string name, string text)
    {
        string path = Path.Combine(KeptFiles.Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Deleted(int count) => "event_id_cnty,deleted_timestamp\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => $"SYR{i},300\n"));

    private static PersonMapping Lists() => PeopleLists.Lists.With(new PersonColumn("name", PersonField.Name));

    private static string Day(int number) =>
        new LocalDate(1990, 1, 1).PlusDays(number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static string Ged(int count, Func<int, string>? side = null) => GedSamples.File(
    [
        .. Enumerable.Range(0, count).Select(i => GedSamples.Row(
            ("id", $"{i}"), ("date_start", Day(i)), ("date_end", Day(i)), ("year", Day(i)[..4]), ("side_b", side?.Invoke(i) ?? "IS"),
            ("side_b_new_id", side is null ? "234" : $"{1000 + i}"), ("side_b_dset_id", side is null ? "234" : $"{1000 + i}"))),
    ]);

    private static string Acled(int count, int timestamp = 100) => AcledSamples.File(
        [.. Enumerable.Range(0, count).Select(i => AcledSamples.Row(("event_id_cnty", $"SYR{i}"), ("timestamp", $"{timestamp}")))]);

    private static string Json(int number) =>
        $"{{\"event_id_cnty\":\"SYR{number}\",\"event_date\":\"2024-07-03\",\"event_type\":\"Battles\",\"actor1\":\"A\",\"fatalities\":3}}";

    /// <summary>What is read by its path, until all is measured.</summary>
    public sealed class KeptFiles : IDisposable
    {
        public static string Folder { get; } = Directory.CreateTempSubdirectory("scaling").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}

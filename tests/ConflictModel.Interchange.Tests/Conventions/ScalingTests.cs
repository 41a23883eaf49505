using System.Globalization;
using System.IO.Compression;
using System.Text;
using NodaTime;

namespace ConflictModel.Interchange.Tests.Conventions;

/// <summary>Twice as much of a file takes about twice the work, by whatever way it comes in or goes out.</summary>
/// <remarks>The work is counted in the bytes that it takes from the heap, which no other test and no busy machine changes; a loop that
/// takes none is not seen.</remarks>
public sealed class ScalingTests
{
    private const double Most = 2.3;

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
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way)
    {
        (int size, Func<int, Action> make) = Ways[way];
        (Action once, Action twice) = (make(size), make(2 * size));

        // What is made once for all, and what is lent again, is not counted.
        twice();
        ((double)Bytes(twice) / Bytes(once)).Should().BeLessThan(Most);
    }

    private static long Bytes(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

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
}

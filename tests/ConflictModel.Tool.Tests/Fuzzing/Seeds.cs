using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Parquet;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>Small inputs of every form. Nobody in them is real.</summary>
internal static partial class Seeds
{
    private static readonly string Root = Tool.Root(AppContext.BaseDirectory);

    private static readonly Dictionary<string, string> Cells = new()
    {
        ["relid"] = "SYR-2016-1-1-1", ["year"] = "2016", ["code_status"] = "Clear", ["conflict_name"] = "Syria: Government",
        ["dyad_name"] = "Government of X - IS", ["side_a"] = "Government of X", ["side_b"] = "IS", ["source_date"] = "2016-01-03",
        ["source_article"] = "\"Paper,2016-01-03,Headline; with a semicolon\"",
        ["where_coordinates"] = "Town", ["adm_1"] = "Homs Governorate",
        ["adm_2"] = "Tadmor district", ["latitude"] = "34.5", ["longitude"] = "38.25", ["geom_wkt"] = "POINT (38.25 34.5)",
        ["country"] = "Syria", ["region"] = "Middle East", ["date_start"] = "2016-01-03", ["date_end"] = "2016-01-05", ["best"] = "4",
        ["high"] = "6", ["low"] = "3", ["deaths_b"] = "2", ["event_id_cnty"] = "SYR1", ["event_date"] = "2024-07-03",
        ["time_precision"] = "1", ["disorder_type"] = "Political violence", ["event_type"] = "Battles", ["sub_event_type"] = "Armed clash",
        ["actor1"] = "Islamic State (Syria)", ["inter1"] = "Rebel group", ["actor2"] = "QSD: Syrian Democratic Forces",
        ["assoc_actor_1"] = "", ["assoc_actor_2"] = "Militia (Pro-Iran); Hezbollah", ["inter2"] = "Rebel group", ["interaction"] = "",
        ["iso"] = "760", ["admin1"] = "Homs", ["location"] = "Sokhneh", ["source"] = "SOHR; Paper", ["notes"] = "On 3 July, a clash.",
        ["fatalities"] = "3", ["tags"] = "a=b; c", ["timestamp"] = "1720000000", ["civilian_targeting"] = "", ["version"] = "23.1",
        ["start_date"] = "2015-01-01", ["start_date2"] = "2015-01-01", ["location_inc"] = "Syria", ["territory_name"] = "",
    };

    /// <summary>A document for each record of the files kept of every version of the schema, and a tally that adds up.</summary>
    public static byte[][] Datasets() =>
    [
        .. Versions().SelectMany(OneRecordEach),
        .. OneRecordEach(Tool.Clashing),
        Encoding.UTF8.GetBytes(DatasetJson.Write(new())),
    ];

    /// <summary>A file of lines for each kind of record.</summary>
    public static byte[][] Lines()
    {
        using var stream = new MemoryStream();
        DatasetNdjson.Write(Everything.Dataset(), stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return [.. lines.Skip(1).Select(line => Encoding.UTF8.GetBytes($"{lines[0]}\n{line}\n"))];
    }

    /// <summary>Rows of the formats that are read, as CSV, JSON and GeoJSON, tagged, packed and in other encodings.</summary>
    public static byte[][] Rows() =>
        [.. EventFormats.All.Where(format => format.IsRead).SelectMany(format => FormsOf([.. format.Columns]))];

    public static byte[][] FormsOf(string[] columns)
    {
        string[] cells = [.. columns.Select(column => Cells.GetValueOrDefault(column, "1"))];
        string header = string.Join(',', columns);
        string row = string.Join(',', cells.Select(Quoted));
        string file = $"{header}\n{row}\n{row.Replace("1,", "2,", StringComparison.Ordinal)}\n";
        string properties = JsonSerializer.Serialize(
            columns.Zip(cells).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second));
        return
        [
            Encoding.UTF8.GetBytes(file),
            Encoding.UTF8.GetBytes(header.Replace(',', ';') + "\r\n" + string.Join(';', cells.Select(Quoted)) + "\r\n"),
            Encoding.UTF8.GetBytes($"{header}\n{string.Join(',', columns.Select(column => "#meta+" + column))}\n{row}\n"),
            Encoding.UTF8.GetBytes($"[{properties}]"),
            Encoding.UTF8.GetBytes($"{{\"TotalCount\":1,\"TotalPages\":1,\"NextPageUrl\":\"\",\"Result\":[{properties}]}}"),
            Encoding.UTF8.GetBytes($"{{\"status\":200,\"success\":true,\"count\":1,\"data\":[{properties}]}}"),
            Encoding.UTF8.GetBytes(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[38.25,34.5]},"
                + $"\"properties\":{properties}}}]}}"),
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(file)],
            Packed(file),
        ];
    }

    /// <summary>Tables of ACLED's changes and deletions, apart from the base by a line that no file has.</summary>
    public static byte[][] Feeds()
    {
        string[] columns = [.. EventFormats.Acled.Columns];
        string file = Encoding.UTF8.GetString(FormsOf(columns)[0]);
        string newer = file.Replace("1720000000", "1730000000", StringComparison.Ordinal)
            .Replace("2024-07-03", "2024-07-04", StringComparison.Ordinal);
        string answer = Encoding.UTF8.GetString(FormsOf(columns)[3]);
        const string Deleted = "event_id_cnty,deleted_timestamp\nSYR1,1740000000\nSYR9,1740000000\n";
        const string DeletedAnswer = "[{\"event_id_cnty\":\"SYR2\",\"deleted_timestamp\":\"1740000000\"}]";
        return Texts(
            string.Join(Apart, file, newer, Deleted), string.Join(Apart, newer, file, Deleted),
            string.Join(Apart, file, answer, DeletedAnswer));
    }

    /// <summary>Two vintages of one file, apart as tables of a feed are.</summary>
    public static byte[][] TwoVintages() =>
    [
        .. EventFormats.All.Where(format => format.IsRead).Select(format => Encoding.UTF8.GetString(FormsOf([.. format.Columns])[0]))
            .SelectMany(file => Texts(
                string.Join(Apart, file, file.Replace("Syria", "Iraq", StringComparison.Ordinal)),
                string.Join(Apart, file.Replace("4", "5", StringComparison.Ordinal), file), string.Join(Apart, file, "a,b\n1,2\n"))),
    ];

    /// <summary>Outlines of regions.</summary>
    public static byte[][] Outlines() => Texts(
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"XX01","properties":{"name":"The north","code":7},
        "geometry":{"type":"Polygon","coordinates":[[[38.25,34.5],[39,34.5],[39,35],[38.25,34.5]],
        [[38.5,34.6],[38.6,34.6],[38.5,34.7],[38.5,34.6]]]}}]}
        """,
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon",
        "coordinates":[[[[1,2],[1,3],[2,3],[1,2]]],[[[-179.9,-89],[179.9,-89],[0,89],[-179.9,-89]]]]}},
        {"type":"Feature","id":"north","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}},{"type":"Feature","geometry":null}]}
        """);

    public const string Apart = "\n----\n";

    public static byte[][] People() => Texts(
        "id,name_ar,name,father,age,sex,status,born,date_of_death,province,lat,lon,cause,rank,group,reported_by,ministry_id,harm,"
        + "remarks\n"
        + "17,زورك مختلق,\"Madeup, Zork\",Blip,about 30,F,Non-Civilian,1994,2024-07-03,North,34.5,38.25,Shelling,Captain,"
        + "The Blue Brigade,A newspaper,M-9,killed,seen\n",
        "id;name;age;sex;date_of_death\r\n1;Zork;٣٠ سنة;ذكر;03/07/2024\r\n2;;8 months;m;2024\r\n1;Zork;30;F;2024-07\r\n",
        "[{\"id\":\"1\",\"name\":\"Zork\",\"age\":30,\"sex\":null,\"date_of_death\":\"2024-07-03\"}]",
        "id,name,age\n#meta+id,#name,#age\n1,Zork,infant\n");

    public static byte[][] Mappings() => Texts(
        """
        {"source":{"id":"list-a","name":"A monitor's list","kind":"monitor"},"harm":"killed","columns":[
        {"column":"no","is":"id"},
        {"column":"name_ar","is":"name","lang":"ar"},{"column":"father","is":"name","kind":"father","lang":"ar-Latn"},
        {"column":"status","is":"status","words":{"Non-Civilian":"directlyParticipating"}},
        {"column":"ministry","is":"externalId","scheme":"ministry"}]}
        """,
        """
        {"source":{"id":"s","name":"S"},"columns":[{"column":"id","is":"id"},{"column":"harm","is":"harm"},{"column":"age","is":"age"}]}
        """);

    public static byte[][] Tallies() => Texts(
        "report_date,place,killed,killed_cum,killed_children_cum,killed_women_cum,injured_cum\n"
        + "2024-01-01,Homs,5,5,1,2,9\n2024-01-02,Homs,7,12,2,3,\n",
        "report_date;place;killed_cum\n01/01/2024;Nowhere;1,000\n",
        "[{\"report_date\":\"2024-01-01\",\"place\":\"Homs\",\"killed\":5,\"killed_cum\":5}]");

    public static byte[][] Captures() => Texts(
        "A,B,C,people\n1,0,0,40\n0,1,0,30\n\n0,0,1,20\r\n1,1,0,6\n", "lists,people\nA,40\nB,30\nC,20\nB+A,6",
        "\uFEFF\"list, \"\"one\"\"\",b , c,people\n1,0,0,7\n");

    public static byte[][] Logs() =>
    [
        .. new (ConflictDataset, ConflictDataset)[]
            { (Dataset(Tool.Clashing), new()), (new(), Dataset(Tool.Clashing)), (new(), Dataset(Tool.Sample)) }
            .Select(pair => Vintages.Compare(pair.Item1, pair.Item2))
            .Select(comparison => RevisionLogJson.Write(RevisionLog.Of(comparison, comparison.Account(Measure.Killed).By(), "1", "2")))
            .Select(Encoding.UTF8.GetBytes),
    ];

    public static byte[][] Aggregates()
    {
        IncidentTable table = Dataset(Tool.Sample).ToTable();
        return
        [
            .. new IncidentQuery[]
            {
                table.Query().Sum(Measure.Killed), table.Query().GroupBy(GroupKey.Month).Sum(Measure.Killed, Measure.Wounded),
                table.Query().GroupBy(GroupKey.Kind, GroupKey.Year).Sum(Measure.Killed).Top(1, Ranking.Incidents),
            }.Select(query => Encoding.UTF8.GetBytes(query.Run().ToJson())),
        ];
    }

    public static byte[][] ParquetFiles()
    {
        using var stream = new MemoryStream();
        Dataset(Tool.Sample).ToTable().WriteParquet(stream);
        return [stream.ToArray()];
    }

    /// <summary>Values and records in JSON, with the name of their type in the first line: the parts of a file that has
    /// everything.</summary>
    public static byte[][] Json(IEnumerable<Type> types)
    {
        string[] parts = [.. OneRecordEach(Versions().Last()).SelectMany(Parts).Where(part => part.Length < 3_000).Distinct()];
        return
        [
            .. types.SelectMany(type => parts.Where(part => IsA(type, part)).OrderByDescending(part => part.Length).Take(6)
                .Select(part => Encoding.UTF8.GetBytes($"{type.Name}\n{part}"))),
        ];
    }

    private static bool IsA(Type type, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Parts(byte[] document)
    {
        using var json = JsonDocument.Parse(document);
        return [.. Below(json.RootElement).Select(part => part.GetRawText())];

        static IEnumerable<JsonElement> Below(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Below(member.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Below),
            _ => [element],
        };
    }

    private static IEnumerable<byte[]> OneRecordEach(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        string version = document.RootElement.GetProperty("schemaVersion").GetString()!;
        return
        [
            .. document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array)
                .SelectMany(member => member.Value.EnumerateArray().Select(record => (member.Name, Record: record.GetRawText())))
                .Select(only => $"{{\"schemaVersion\":\"{version}\",\"{only.Name}\":[{only.Record}]}}")
                .Select(Encoding.UTF8.GetBytes),
        ];
    }

    private static IEnumerable<string> Versions() =>
        Directory.GetFiles(Path.Combine(Root, "tests", "ConflictModel.Tests", "Serialization", "Versions")).Order(StringComparer.Ordinal);

    private static ConflictDataset Dataset(string path) => DatasetJson.Read(File.ReadAllBytes(path));

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(",;\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static byte[] Packed(string file)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(file));
        }

        return stream.ToArray();
    }
}

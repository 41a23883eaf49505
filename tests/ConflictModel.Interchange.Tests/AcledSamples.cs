using System.Text;
using CsCheck;

namespace ConflictModel.Interchange.Tests;

/// <summary>ACLED rows made up for tests.</summary>
internal static class AcledSamples
{
    public static readonly string[] Columns = [.. EventFormats.Acled.Columns];

    private static readonly Dictionary<string, string> Base = new()
    {
        ["event_id_cnty"] = "SYR1", ["event_date"] = "2024-07-03", ["year"] = "2024", ["time_precision"] = "1",
        ["disorder_type"] = "Political violence",
        ["event_type"] = "Battles", ["sub_event_type"] = "Armed clash", ["actor1"] = "Islamic State (Syria)", ["assoc_actor_1"] = "",
        ["inter1"] = "Rebel group", ["actor2"] = "QSD: Syrian Democratic Forces", ["assoc_actor_2"] = "Militia (Pro-Iran); Hezbollah",
        ["inter2"] = "Rebel group", ["interaction"] = "Rebel group-Rebel group", ["civilian_targeting"] = "", ["iso"] = "760",
        ["region"] = "Middle East",
        ["country"] = "Syria", ["admin1"] = "Homs", ["admin2"] = "Tadmor", ["admin3"] = "Sokhneh", ["location"] = "Sokhneh",
        ["latitude"] = "34.8846",
        ["longitude"] = "38.8711", ["geo_precision"] = "1", ["source"] = "SOHR; Paper", ["source_scale"] = "Other-National",
        ["notes"] = "On 3 July, a clash.",
        ["fatalities"] = "3", ["tags"] = "a=b; c", ["timestamp"] = "1720000000",
    };

    private static readonly string[] Inters =
        ["", "0", "1", "2", "3", "4", "5", "6", "7", "8", "State forces",
            "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians", "External/Other forces"];

    private static readonly string[] Interactions =
        ["", "10", "11", "12", "13", "18", "20", "28", "30", "33", "38", "40", "44", "48", "50", "58",
            "60", "68", "70", "77", "78", "80", "88", "Rebel group only", "State forces-Civilians", "External/Other forces-Civilians"];

    private static readonly (string, string)[] Odd =
    [
        ("event_date", "0025-03-01"), ("year", "0025"), ("year", ""), ("disorder_type", "Demostrations"), ("time_precision", ""),
        ("actor1", ""), ("actor2", ""),
        ("assoc_actor_1", "A;B"), ("assoc_actor_1", "A; A"), ("assoc_actor_2", ""), ("assoc_actor_2", "; "),
        ("civilian_targeting", "Civilian targeting"),
        ("admin3", ""), ("admin2", ""), ("admin1", ""), ("iso", ""), ("iso", "0760"), ("region", ""), ("geo_precision", "2"),
        ("geo_precision", "3"), ("geo_precision", ""),
        ("latitude", "34.80"), ("fatalities", ""), ("fatalities", "0"), ("fatalities", "100"), ("notes", "a \"b\",\nc"), ("notes", ""),
        ("sub_event_type", ""), ("tags", ""),
        ("actor1", "Military Forces of Syria (2000-2024)"),
        ("actor2", "Military Forces of Iran (1989-) Islamic Revolutionary Guard Corps"), ("country", ""),
    ];

    /// <summary>A file of a few rows with any codes, by number and by text, and with cells as odd as files have them.</summary>
    public static readonly Gen<string> OddFile = Gen.OneOf(
        Samples.OneOf(Inters).Select(code => ("inter1", code)), Samples.OneOf(Inters).Select(code => ("inter2", code)),
        Samples.OneOf(Interactions).Select(code => ("interaction", code)), Samples.OneOf(Odd)).Array[0, 12].Array[1, 4].Select(
            rows => File([.. rows.Select((row, i) => Row([.. row, ("event_id_cnty", $"SYR{i}")]))]));

    public static string Row(params (string Column, string Text)[] changes)
    {
        var row = new Dictionary<string, string>(Base);
        foreach ((string column, string text) in changes)
        {
            row[column] = text;
        }

        return string.Join(',', Columns.Select(column => GedSamples.Cell(row[column])));
    }

    public static string File(params string[] rows) => string.Join(',', Columns) + "\n" + string.Concat(rows.Select(row => row + "\n"));

    public static Stream Stream(params string[] rows) => new MemoryStream(Encoding.UTF8.GetBytes(File(rows)));
}

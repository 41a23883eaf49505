using System.Text;

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

using System.Text;
using CsCheck;

namespace ConflictModel.Interchange.Tests;

/// <summary>GED rows made up for tests, in the 49 columns.</summary>
internal static class GedSamples
{
    public static readonly string[] Columns = [.. EventFormats.UcdpGed.Columns];

    private static readonly Dictionary<string, string> Base = new()
    {
        ["id"] = "7", ["relid"] = "SYR-2016-1-1-1", ["year"] = "2016", ["active_year"] = "1", ["code_status"] = "Clear",
        ["type_of_violence"] = "1",
        ["conflict_dset_id"] = "299", ["conflict_new_id"] = "299", ["conflict_name"] = "Syria: Government", ["dyad_dset_id"] = "5",
        ["dyad_new_id"] = "5",
        ["dyad_name"] = "Government of X - IS", ["side_a_dset_id"] = "118", ["side_a_new_id"] = "118", ["side_a"] = "Government of X",
        ["side_b_dset_id"] = "234", ["side_b_new_id"] = "234", ["side_b"] = "IS", ["number_of_sources"] = "1",
        ["source_article"] = "\"Paper,2016-01-03,Headline; with a semicolon\"", ["source_office"] = "Paper", ["source_date"] = "2016-01-03",
        ["source_headline"] = "Headline; with a semicolon", ["source_original"] = "Paper", ["where_prec"] = "3",
        ["where_coordinates"] = "Town",
        ["where_description"] = "near a town", ["adm_1"] = "Homs Governorate", ["adm_2"] = "Tadmor district", ["latitude"] = "34.5",
        ["longitude"] = "38.25",
        ["geom_wkt"] = "POINT (38.25 34.5)", ["priogrid_gid"] = "179717", ["country"] = "Syria", ["country_id"] = "652",
        ["region"] = "Middle East",
        ["event_clarity"] = "1", ["date_prec"] = "1", ["date_start"] = "2016-01-03", ["date_end"] = "2016-01-03", ["deaths_a"] = "1",
        ["deaths_b"] = "2",
        ["deaths_civilians"] = "0", ["deaths_unknown"] = "1", ["best"] = "4", ["high"] = "6", ["low"] = "3", ["gwnoa"] = "652",
        ["gwnob"] = "",
    };

    /// <summary>A cell as odd as files have them, or as the model says it otherwise.</summary>
    public static readonly Gen<(string Column, string Text)> OddCell = Samples.OneOf<(string, string)>(
        ("year", "0025"), ("year", ""), ("year", "2017"), ("type_of_violence", ""), ("type_of_violence", "1.0"),
        ("date_start", "2016-01-09"),
        ("date_start", ""), ("date_end", ""), ("date_end", "2016-01-05T00:00:00"), ("date_prec", ""), ("date_prec", "5"),
        ("side_a", ""), ("side_a", "A, B"),
        ("side_a", ", B"), ("side_a_new_id", ""), ("side_a_dset_id", ""), ("side_b", "IS "), ("side_b", "Government of X"),
        ("side_b_new_id", "118"), ("gwnoa", ""),
        ("gwnob", "652"), ("dyad_name", ""), ("number_of_sources", "-1"), ("number_of_sources", ""), ("source_article", ""),
        ("where_prec", ""),
        ("where_coordinates", ""), ("where_coordinates", " Town\n"), ("adm_1", ""), ("adm_2", ""), ("adm_1", "Homs_Governorate"),
        ("latitude", "34.50"),
        ("geom_wkt", ""), ("geom_wkt", "POINT (38 34)"), ("priogrid_gid", ""), ("country", ""), ("country", "Asia"), ("country_id", ""),
        ("region", ""),
        ("event_clarity", ""), ("event_clarity", " 2"), ("deaths_a", ""), ("deaths_b", "00"), ("deaths_unknown", ""), ("best", ""),
        ("low", "9"),
        ("relid", ""), ("active_year", ""), ("conflict_new_id", ""), ("conflict_name", "x, \"y\"\r\nz"));

    /// <summary>A file of a few rows with odd cells.</summary>
    public static readonly Gen<string> OddFile = OddCell.Array[0, 12].Array[1, 4].Select(
        rows => File([.. rows.Select((row, i) => Row([.. row, ("id", $"{i}")]))]));

    public static string Row(params (string Column, string Text)[] changes)
    {
        var row = new Dictionary<string, string>(Base);
        foreach ((string column, string text) in changes)
        {
            row.Should().ContainKey(column);
            row[column] = text;
        }

        return string.Join(',', Columns.Select(column => Cell(row[column])));
    }

    /// <summary>The days of a made-up file: of our time, of a year that is written with noughts, or of both.</summary>
    public static string[] Days(Random random) => random.Next(6) switch
    {
        < 3 => ["2016-01-03", "2015-12-31"],
        < 5 => ["0016-01-03", "0015-12-31"],
        _ => ["2016-01-03", "2015-12-31", "0016-01-03"],
    };

    /// <summary>When an event ended that began on one of the days: of the same age, for an event of ages has a piece for each day.
    /// </summary>
    public static string EndOf(string day) => $"{day[..2]}16-01-03";

    public static string File(params string[] rows) => string.Join(',', Columns) + "\n" + string.Concat(rows.Select(row => row + "\n"));

    public static Stream Stream(params string[] rows) => new MemoryStream(Encoding.UTF8.GetBytes(File(rows)));

    public static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    public static Incident Read(params (string Column, string Text)[] changes)
    {
        using var reader = IncidentReader.Open(Stream(Row(changes)));
        return reader.Read().Single();
    }
}

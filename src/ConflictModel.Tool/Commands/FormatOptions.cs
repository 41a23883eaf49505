using System.CommandLine;
using ConflictModel.Interchange;

namespace ConflictModel.Tool.Commands;

/// <summary>The options that name the format of a file.</summary>
internal static class FormatOptions
{
    private const string Json = "json";

    private static readonly string[] Read = ["ucdp-ged", "acled", Json];
    private static readonly string[] Written = ["ucdp-ged", "acled", "geojson", "hxl", Json];

    public static Option<string?> From()
    {
        var option = new Option<string?>("--from") { Description = "the format of the input; told from its first bytes if absent" };
        option.AcceptOnlyFromAmong(Read);
        return option;
    }

    public static Option<string> To()
    {
        var option = new Option<string>("--to") { Description = "the format of the output", Required = true };
        option.AcceptOnlyFromAmong(Written);
        return option;
    }

    /// <summary>The format of a name; null for a data set file.</summary>
    public static InterchangeFormat? Of(string name) => name switch
    {
        "ucdp-ged" => InterchangeFormat.UcdpGed,
        "acled" => InterchangeFormat.Acled,
        "geojson" => InterchangeFormat.GeoJson,
        "hxl" => InterchangeFormat.Hxl,
        _ => null,
    };
}

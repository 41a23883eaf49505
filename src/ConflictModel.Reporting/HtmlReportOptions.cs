using System.Text.Json.Serialization;

namespace ConflictModel.Reporting;

/// <summary>How a report is written.</summary>
/// <remarks>
/// Equality is by content, that of <see cref="Boundaries"/> by reference. The default is an English page without a map's outlines.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record HtmlReportOptions
{
    /// <summary>
    /// The language, as a BCP 47 tag: the page's own words are Arabic for "ar" and what is below it, else English; names are in this
    /// language where the records have them in it. "en" if not set.
    /// </summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether digits are Arabic-Indic.</summary>
    public bool ArabicIndicDigits { get; init; }

    /// <summary>Whether the people who may be named are; a report names nobody otherwise.</summary>
    public bool NamesPeople { get; init; }

    /// <summary>
    /// Outlines of regions for the map, as a GeoJSON collection of polygons whose ids or properties hold a region's id, P-code, ISO code or
    /// name; null for a plain frame.
    /// </summary>
    public Stream? Boundaries { get; init; }
}

using ConflictModel.Reporting;
using ConflictModel.Reporting.Tests;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>Each member of each record is in the report for people, or is named here with the reason why not.</summary>
public class EveryMemberTests
{
    /// <summary>What the report for people leaves out on purpose; the report for programs has all of it under <c>dataset</c>.</summary>
    private static readonly (string Pattern, string Reason)[] NotShown =
    [
        (@"/(sources|actors|regions)/\*/(id|kind|name/..|aliases/\*/..|url|note|isoCode|pCode|within/\*|overlaps/\*|coordinates/.*)",
            "named where another record refers to it"),
        (@"/sources/\*/(columns|columnTags)/\*", "the columns of a file and their tags, kept to write them back"),
        (@"/affiliations/\*/(actor|kind|to|period/.*|regions/\*|against/\*|citation/.*)",
            "sums and hierarchies read it; it reports no figure"),
        (@"(/.*)?/extensions/theirs", "data of others, in which the library reads nothing"),
        (@"/.*/externalIds/.*", "what other systems call it"),
        (@"/.*/citation/(title|url)", "a citation is shown by source, carrier and day"),
        (@"/.*/original/.*", "the cells of a row, kept to write it back"),
        (@"/.*/(count|operations|fighters)/(low|best|high)", "a figure with words is shown by its words, and its bounds follow from them"),
        (@"/.*/breakdowns/\*/(wording|operationsOverlap)", "the kind of the breakdown is shown in the report's own words for it"),
        (@"/claims/\*/figures/.*", "a figure that is not there is a finding"),
        (@"/(claims|statements|resolutions|processes)/\*/id", "shown by its words"),
        (@"/processes/\*/name/ar", "a name is shown in one language"),
        (@"/incidents/\*/place/(precision|coordinates/.*)", "a place is shown by its regions and in words"),
        (@"/statements/\*/actor", "the speaker and the office are shown where they are known"),
        (@"/people/\*/(?!(harm|ageGroup|sex|publication)$).*", "people are counted by harm, age group and sex, and not named"),
        (@"/resolutions/\*/provisions/\*/actors/\*", "the addressee is shown in the instrument's words"),
    ];

    [Fact]
    public void The_report_for_people_shows_it_or_the_list_says_why_not() => ShownMembers.AreAllIn(Report, NotShown);

    private static string Report(ConflictDataset dataset)
    {
        using var writer = new StringWriter();
        TextReport.Write(new ReportModel(dataset), writer, isTerminal: false);
        string report = writer.ToString();

        // Findings quote whatever they are about; what counts is where the record itself is shown.
        return report[..report.IndexOf("\nFindings", StringComparison.Ordinal)];
    }
}

using System.Text.RegularExpressions;
using ConflictModel.Reporting;
using ConflictModel.Tests.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Tests.Output;

/// <summary>Each member of each record is in the report for people, or is named here with the reason why not.</summary>
public partial class EveryMemberTests
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
    public void The_report_for_people_shows_it_or_the_list_says_why_not()
    {
        ConflictDataset dataset = Everything.Dataset();
        string whole = Report(dataset);
        var seen = new HashSet<string>();
        var hidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(dataset, pointer => seen.Add(KindOf(pointer))))
        {
            if (Report(altered) == whole)
            {
                hidden.Add(KindOf(pointer));
            }
        }

        seen.Should().HaveCountGreaterThan(200);
        string.Join('\n', hidden.Where(kind => !NotShown.Any(known => Regex.IsMatch(kind, $"^{known.Pattern}$"))))
            .Should().BeEmpty("a new member is shown, or stands in the list with a reason");
        NotShown.Where(known => !hidden.Any(kind => Regex.IsMatch(kind, $"^{known.Pattern}$")))
            .Should().BeEmpty("what is shown does not stand in the list");
    }

    private static string Report(ConflictDataset dataset)
    {
        using var writer = new StringWriter();
        TextReport.Write(new ReportModel(dataset), writer, isTerminal: false);
        string report = writer.ToString();

        // Findings quote whatever they are about; what counts is where the record itself is shown.
        return report[..report.IndexOf("\nFindings", StringComparison.Ordinal)];
    }

    // Records of a list are of one kind, and so are the divisions of every harm; each harm's own count is asked for.
    private static string KindOf(string pointer) =>
        Harm().Replace(Number().Replace(pointer, "/*"), match =>
            match.Groups[2].Value == "/count/wording" ? match.Value : $"/casualties/*{match.Groups[2].Value}");

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("/casualties/([a-zA-Z]+)(.*)$")]
    private static partial Regex Harm();
}

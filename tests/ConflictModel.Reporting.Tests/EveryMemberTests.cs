using System.Text.RegularExpressions;

namespace ConflictModel.Reporting.Tests;

/// <summary>Each member of each record changes the page, or is named here with the reason why not.</summary>
public partial class EveryMemberTests
{
    private static readonly (string Pattern, string Reason)[] NotShown =
    [
        (@"/(sources|actors|regions)/\*/(aliases/\*/..|url|note|isoCode|pCode|within/\*|overlaps/\*|coordinates/.*)",
            "who and where is listed by name, kind and id"),
        (@"/sources/\*/(columns|columnTags)/\*", "the columns of a file and their tags, kept to write them back"),
        (@"/affiliations/\*/(actor|kind|to|period/.*|regions/\*|against/\*|citation/.*)",
            "sums and hierarchies read it; it reports no figure"),
        (@"(/.*)?/extensions/theirs", "data of others, in which the library reads nothing"),
        (@"/.*/externalIds/.*", "what other systems call it"),
        (@"/.*/citation/(title|url)", "a citation is shown by source, carrier and day"),
        (@"/.*/original/(format|columns/.*|vintage/day)", "the cells of a row, kept to write it back; a vintage is shown by its name"),
        (@"/.*/(count|operations|fighters)/(low|best|high)", "a figure with words is shown by its words, and its bounds follow from them"),
        (@"/.*/breakdowns/\*/(wording|operationsOverlap)", "the kind of the breakdown is shown in the page's own words for it"),
        (@"/claims/\*/figures/.*", "a figure that is not there is a finding"),
        (@"/incidents/\*/place/(precision|coordinates/.*)", "a point is on the map where it is known exactly or near"),
        (@"/processes/\*/name/ar", "a name is shown in one language"),
        (@"/statements/\*/actor", "the speaker and the office are shown where they are known"),
        (@"/people/\*/(?!(harm|ageGroup|sex|publication)$).*", "people are counted by harm, age group and sex, and not named"),
        (@"/resolutions/\*/provisions/\*/actors/\*", "the addressee is shown in the instrument's words"),
    ];

    [Fact]
    public void The_page_shows_it_or_the_list_says_why_not() => ShownMembers.AreAllIn(Page, NotShown);

    // Findings quote whatever they are about; what counts is where the record itself is shown.
    private static string Page(ConflictDataset dataset) => Findings().Replace(Pages.Html(dataset), "");

    [GeneratedRegex("<figure class=\"findings\">.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Findings();
}

using System.Text.RegularExpressions;
using ConflictModel.Tests.Serialization;

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
    public void The_page_shows_it_or_the_list_says_why_not()
    {
        ConflictDataset dataset = Everything.Dataset();
        string whole = Page(dataset);
        var seen = new HashSet<string>();
        var hidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(dataset, pointer => seen.Add(KindOf(pointer))))
        {
            if (Page(altered) == whole)
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

    // Findings quote whatever they are about; what counts is where the record itself is shown.
    private static string Page(ConflictDataset dataset) => Findings().Replace(Pages.Html(dataset), "");

    // Records of a list are of one kind, and so are the divisions of every harm; each harm's own count is asked for.
    private static string KindOf(string pointer) =>
        Harm().Replace(Number().Replace(pointer, "/*"), match =>
            match.Groups[2].Value == "/count/wording" ? match.Value : $"/casualties/*{match.Groups[2].Value}");

    [GeneratedRegex("<figure class=\"findings\">.*?</figure>", RegexOptions.Singleline)]
    private static partial Regex Findings();

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("/casualties/([a-zA-Z]+)(.*)$")]
    private static partial Regex Harm();
}

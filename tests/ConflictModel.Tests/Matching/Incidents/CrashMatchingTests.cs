using System.Globalization;
using ConflictModel.Matching;
using ConflictModel.Tests.Catalogs;

namespace ConflictModel.Tests.Matching.Incidents;

/// <summary>
/// Three simulated sources of the same car crashes, against what the package meltt makes of them: agreement, not truth. The figures are in
/// the SOURCE.md of the data.
/// </summary>
public sealed class CrashMatchingTests
{
    /// <summary>The groups at 4 km and 2 days, by the number of the record in each source; 0 where there is none.</summary>
    private const string Published =
        "1-2-2, 3-1-1, 9-5-8, 10-7-7, 12-10-6, 13-6-9, 19-21-17, 26-25-0, 27-26-28, 30-31-29, 31-30-0, 35-33-35, 39-43-0, 45-45-0, "
        + "46-49-43, 48-48-50, 49-52-53, 50-47-54, 55-50-0, 57-58-55, 0-8-10, 33-0-33, 34-0-31, 0-39-36, 0-44-44, 0-55-57, "
        + "14-9-12, 22-20-20, 25-27-24, 28-28-25, 32-34-30, 36-36-37, 7-0-4, 43-0-38";

    [Theory]
    [InlineData(4, 2, 140, 26, 8, 5, 4, 4, 21)]
    [InlineData(3, 1, 140, 26, 8, 5, 4, 4, 21)]
    [InlineData(2, 1, 146, 25, 8, 9, 5, 3, 16)]
    public void The_crashes_fall_into_as_many_groups_of_each_pattern_as_published(
        int kilometres, int days, int unique, int events, int episodes, int first, int second, int third, int all)
    {
        MatchProposals found = Crashes.Match(kilometres, days);
        (195 - found.Clusters.Sum(cluster => cluster.Count - 1)).Should().Be(unique);
        found.Clusters.Count(cluster => !Crashes.Lasts(cluster[0])).Should().Be(events);
        found.Clusters.Count(cluster => Crashes.Lasts(cluster[0])).Should().Be(episodes);
        ILookup<string, string> patterns = Groups(found).ToLookup(
            group => string.Concat(group.Split('-').Select((record, i) => record == "0" ? "" : $"{i + 1}")));
        patterns["12"].Count().Should().Be(first);
        patterns["13"].Count().Should().Be(second);
        patterns["23"].Count().Should().Be(third);
        patterns["123"].Count().Should().Be(all);
    }

    [Fact]
    public void The_groups_are_the_published_ones_but_for_one_tie()
    {
        string[] published = Published.Split(", ");
        string[] found = [.. Groups(Crashes.Match(4, 2))];

        // Record 9 of the first source agrees with 8 and with 10 of the third equally well, and so does 8 of the second. We take what is
        // nearer in days and then in kilometres first; meltt takes the other.
        published.Except(found).Should().BeEquivalentTo("9-5-8", "0-8-10");
        found.Except(published).Should().BeEquivalentTo("9-5-10", "0-8-8");
    }

    /// <summary>
    /// What meltt flags is a day beside an event of several, of which neither fell into a group when the later of the two sources was
    /// taken. We leave more such pairs open: those of records that are in a group already as well.
    /// </summary>
    [Theory]
    [InlineData(4, 2, 6, 12)]
    [InlineData(3, 1, 5, 10)]
    [InlineData(2, 1, 6, 9)]
    public void A_day_beside_an_event_of_several_days_is_left_open_where_it_is_flagged(int kilometres, int days, int flagged, int open)
    {
        MatchProposals found = Crashes.Match(kilometres, days);
        MatchProposal[] chosen = [.. found.Pairs.Where(pair => pair.IsChosen)];
        MatchProposal[] mixed =
            [.. found.Of(MatchVerdict.Undecided).Where(pair => Crashes.Lasts(pair.One) != Crashes.Lasts(pair.Other))];
        mixed.Length.Should().Be(open);
        mixed.Count(pair => !Array.Exists(chosen, other => other.Other == pair.Other || other.Other == pair.One
            || (other.One == pair.One && Crashes.SourceOf(other.Other) == Crashes.SourceOf(pair.Other)))).Should().Be(flagged);
    }

    [Fact]
    public void The_sources_overlap_as_the_groups_do_and_what_is_open_can_only_add_to_it()
    {
        (CaptureTable apart, CaptureTable together) = Crashes.Match(4, 2).Captures("1", "2", "3");
        apart.Cells.Select(cell => (cell.Name, cell.People)).Should().Contain([("1", 71), ("2", 64), ("3", 60)]);
        apart.Observed.Should().Be(195);
        together.OnAll("1", "2", "3").Should().BeGreaterThanOrEqualTo(21);
        together.Observed.Should().BeLessThanOrEqualTo(140);
    }

    private static IEnumerable<string> Groups(MatchProposals found) => found.Clusters.Select(cluster => string.Join(
        '-',
        Enumerable.Range(1, 3).Select(source => cluster.SingleOrDefault(record => Crashes.SourceOf(record) == source) is { } record
            ? Crashes.NumberOf(record)
            : "0")));

    private static class Crashes
    {
        private static readonly string[] Taxonomies = ["model_tax", "color_tax", "damage_tax"];

        public static MatchProposals Match(double kilometres, int days)
        {
            var rules = MatchRules.Within(kilometres, days);
            Dictionary<IncidentId, Dictionary<string, string>> rows = [];
            List<List<Incident>> sources = [];
            for (int source = 1; source <= 3; source++)
            {
                List<Incident> incidents = [];
                foreach (Dictionary<string, string> row in Rows($"crash{source}.csv"))
                {
                    Incident incident = Read(source, row);
                    incidents.Add(incident);
                    rows.Add(incident.Id, row);
                }

                sources.Add(incidents);
            }

            foreach (string name in Taxonomies)
            {
                var classes = Rows($"tax_{name}.csv").ToDictionary(
                    row => (row["data.source"], row["base.categories"]),
                    row => row.Where(cell => cell.Key.Contains("level", StringComparison.Ordinal))
                        .Select(cell => cell.Value)
                        .ToValueList());
                rules = rules.AgreeingOn(new(name, incident => classes[(rows[incident.Id]["dataset"], rows[incident.Id][name])]));
            }

            return IncidentMatching.ProposeMatches(sources, rules);
        }

        public static int SourceOf(Incident record) => record.Id.Value[1] - '0';

        public static string NumberOf(Incident record) => record.Id.Value[3..];

        public static bool Lasts(Incident record) => record.Date.Date.Earliest != record.Date.Date.Latest;

        private static Incident Read(int source, Dictionary<string, string> row) => new()
        {
            Id = IncidentId.From($"c{source}-{row["event"]}"),
            Kind = IncidentKind.Unknown,
            Date = UncertainDate.Parse(row["date"] == row["enddate"] ? row["date"] : $"{row["date"]}/{row["enddate"]}"),
            Place = new()
            {
                Coordinates = new(Number(row["latitude"]), Number(row["longitude"])),
                Precision = PlacePrecision.Exact,
            },
        };

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

        private static IEnumerable<Dictionary<string, string>> Rows(string file) =>
            PublishedData.Csv(Path.Combine("crash-matching", file));
    }
}

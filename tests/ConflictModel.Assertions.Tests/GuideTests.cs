using System.Text.RegularExpressions;
using ConflictModel.Arithmetic;
using ConflictModel.Serialization;
using NodaTime;
using static ConflictModel.Assertions.Tests.Samples;

namespace ConflictModel.Assertions.Tests;

/// <summary>The guide docs/tests.md: its samples run, and its messages are those that come.</summary>
public partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "tests.md"));

    private static readonly string Source =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "ConflictModel.Assertions.Tests", "GuideTests.cs"));

    private static readonly string[] Namespaces =
    [
        .. new[] { typeof(Toll), typeof(TollAssertions), typeof(AndConstraint<>), typeof(LocalDate) }
            .SelectMany(type => type.Assembly.GetExportedTypes()).Select(type => type.Namespace!),
    ];

    public GuideTests() => Environment.CurrentDirectory = AppContext.BaseDirectory;

    [Fact]
    public void The_samples_do_what_the_guide_says()
    {
        ConflictDataset dataset = DatasetJson.Read(File.ReadAllText("syria-2024.json"));
        dataset.Should().BeConsistent();

        Tally tally = dataset.Tallies.Single(tally => tally.Id == TallyId.From("sohr-2024-h1"));

        tally.Should().HaveKilled(449)
            .Which.Should().AddUp()
            .And.Leave(44).Unstated("449 - 29 - 376: the article does not say who they were")
            .And.HaveFigure("victim:isis.members/perpetrator:syrian-government-forces+syrian-government-proxies")
            .Which.Should().Be(26);

        Casualties casualties = tally.Report.Casualties!;
        casualties.Should().AddUp().And.HaveKilled(449).Which.Should().Leave(44).Unstated();
        casualties.Killed.Should().Total(449).And.AddUp();
        casualties.Wounded.Should().BeNull();
        casualties.Killed!.Count.Should().Be(449);

        dataset.Derive(casualties.Killed).Should().AddUp();

        tally.Should().HaveKilled(449)
            .Which.Should().HaveFigure("attributed:isis")
            .Which.Should().Be(new Bounds(376, 420))
            .And.BeAtMost(420, "29 of the 449 were killed by others")
            .And.Allow(400);

        tally.Should().AgreeWith(dataset);

        Incident[] incidents =
        [
            Ambush("a", new LocalDate(2024, 3, 2), killed: 5),
            Ambush("b", new LocalDate(2024, 3, 9), killed: 3),
        ];
        Tally march = MonthOf(2024, 3, killed: 8);
        march.Should().BeAccountedForBy(incidents);
        incidents[0].Should().HaveKilled(5);

        ConflictDataset published = DatasetJson.Read(File.ReadAllText("sohr-desert-2024-243.json"));
        published.Tallies[0].Report.Casualties!.Killed.Should()
            .NotAddUp("the regions come to 240 and the headline says 243")
            .And.Total(243);

        ConflictDataset reordered = dataset with { Actors = dataset.Actors.Reverse().ToValueList() };
        reordered.Should().BeEquivalentTo(dataset).And.NotBe(dataset);
    }

    [Fact]
    public void A_figure_that_fails_shows_its_arithmetic()
    {
        Toll killed = Killed;
        Fail.MessageOf(() => killed.Should().HaveFigure("victim:?").Which.Should().Be(45)).Should().Be(Message("figure"));
    }

    [Fact]
    public void Incidents_that_exceed_a_tally_are_added_up()
    {
        Tally march = MonthOf(2024, 3, killed: 8);
        Incident[] incidents = [Ambush("a", new(2024, 3, 2), 5), Ambush("b", new(2024, 3, 9), 3), Ambush("c", new(2024, 3, 10), 2)];
        Fail.MessageOf(() => march.Should().BeAccountedForBy(incidents)).Should().Be(Message("incidents"));
    }

    [Fact]
    public void Editions_that_differ_are_told_by_the_differences()
    {
        ConflictDataset corrected = Syria with
        {
            Tallies = [HalfYear with { Report = HalfYear.Report with { Casualties = new() { Killed = Killed with { Count = 450 } } } },
                .. Syria.Tallies.Skip(1)],
            Incidents = [Syria.Incidents[0] with { Place = null }],
        };
        Fail.MessageOf(() => corrected.Should().BeEquivalentTo(Syria)).ReplaceLineEndings("\n").Should().Be(Message("editions"));
    }

    [Fact]
    public void Every_sample_of_the_guide_stands_in_this_file()
    {
        string[] samples = [.. Samples().Matches(Guide).Select(match => match.Groups[1].Value)];
        samples.Should().HaveCountGreaterThan(7);
        samples[0].Split('\n').Select(line => line["using ".Length..^1]).Should().BeSubsetOf(Namespaces);
        samples[1..].Where(sample => !Flat(Source).Contains(Flat(sample), StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static string Message(string name) =>
        Regex.Match(Guide, $"<!-- {name} -->\n```text\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;

    private static string Flat(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"^```csharp\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Samples();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

using System.Globalization;
using ConflictModel.Hierarchies;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Tests.Hierarchies;

/// <summary>Links that go round on no one day, though those of any two days do, are looked at day by day: that is bounded.</summary>
public class CircleDaysTests
{
    private static readonly LocalDate Start = new(1900, 1, 1);

    [Fact]
    public void What_is_looked_at_is_counted_and_an_end_is_put_to_it()
    {
        CircleDays.Edge[] links = Ladders(50);
        var enough = new CircleDays(1_000_000);
        enough.First(links).Should().BeNull();
        enough.Undecided.Should().BeNull();
        var little = new CircleDays(1_000);
        little.First(links).Should().BeNull();
        little.Undecided.Should().HaveCount(links.Length, "half of that is not looked at");
    }

    [Fact]
    public void A_hierarchy_of_too_many_is_refused_and_validation_says_so()
    {
        Affiliation[] links = Undecided(100);
        HierarchyCycleException error = FluentActions.Invoking(() => Found(links)).Should().Throw<HierarchyCycleException>()
            .WithMessage(
                "The hierarchy may have a circle: a0 -> * -> ... (* in all), if these links hold on one day. *more than 1,000 links *")
            .Which;
        error.Path.Should().HaveCountGreaterThan(100);
        error.Message.Length.Should().BeLessThan(300);
        var findings = new FindingList();
        new ShapeRules(findings).CheckAffiliations([.. links], Little);
        Finding finding = findings.ToValueList().Single();
        (finding.Code, finding.Severity, finding.Pointer.ToString())
            .Should().Be((FindingCodes.NotCompared, Severity.Information, "/affiliations"));
        finding.Message.Should().Contain("may have a circle");
    }

    [Fact]
    public void A_circle_is_found_beside_links_of_which_too_many_would_have_to_be_looked_at()
    {
        Affiliation[] links = Undecided(100);
        Found([.. links, Link("x", "y", AffiliationKind.SuccessorOf, null), Link("y", "x", AffiliationKind.SuccessorOf, null)])
            .Should().Equal("x", "y", "x");
        Found([.. links, .. Ring("2050-01-01", "x", "y")]).Should().Equal("x", "y", "x");
        Found([.. links, .. Ring("2050-01-01", "x", "y", "z")]).Should().Equal("x", "y", "z", "x");
        Found([.. links, Link("a3", "a2", AffiliationKind.MemberOf, "2050-01-01")]).Should().Equal("a2", "a3", "a2");
        Affiliation toY = Link("x", "y", AffiliationKind.PartOf, "2050");
        FluentActions.Invoking(() => Found([.. links, toY, .. Ring("2051-01-01", "y", "z")[..1]]))
            .Should().Throw<HierarchyCycleException>();
    }

    [Fact]
    public void Lasting_links_between_thousands_of_links_of_days_are_all_looked_at()
    {
        // Each of 60 actors is a part of all that follow; others are members of one of them by turns and the other way a day later.
        Affiliation[] links =
        [
            .. from part in Enumerable.Range(0, 60)
               from whole in Enumerable.Range(part + 1, 59 - part)
               select Link($"a{part}", $"a{whole}", AffiliationKind.PartOf, null),
            .. Enumerable.Range(0, 6_000).SelectMany(i => (Affiliation[])
            [
                Link($"a{59 - (i % 7)}", $"b{i}", AffiliationKind.MemberOf, Text(Start.PlusDays(2 * i))),
                Link($"b{i}", $"a{i % 11}", AffiliationKind.MemberOf, Text(Start.PlusDays((2 * i) + 1))),
            ]),
        ];
        FluentActions.Invoking(() => new ActorHierarchy(links)).Should().NotThrow();
    }

    [Fact]
    public void Of_a_long_circle_a_finding_shows_the_first_ids()
    {
        Affiliation[] Circle(int count) => Ring("2024", [.. Enumerable.Range(0, count).Select(i => $"a{i:00}")]);
        string Told(int count) => new ConflictDataset { Affiliations = [.. Circle(count)] }.Validate()
            .Single(one => one.Code == FindingCodes.AffiliationCycle).Message;
        Told(10).Should().EndWith("a08 -> a09 -> a00.");
        Told(46).Should().EndWith("a08 -> a09 -> ... (46 in all).");
    }

    /// <summary>
    /// Two ladders of lasting links; links of single days lead from the end of each to the beginning of the other, by turns.
    /// </summary>
    internal static CircleDays.Edge[] Ladders(int count) =>
    [
        .. from side in (int[])[0, count]
           from rung in Enumerable.Range(0, count)
           from step in (int[])[1, 2]
           where rung + step < count
           select new CircleDays.Edge(side + rung, side + rung + step, LocalDate.MinIsoValue, LocalDate.MaxIsoValue),
        .. Enumerable.Range(0, count).Select(day => Start.PlusDays(day)).Select((day, i) =>
            i % 2 == 0 ? new CircleDays.Edge(count - 1, count, day, day) : new CircleDays.Edge((2 * count) - 1, 0, day, day)),
    ];

    private static Affiliation[] Undecided(int count) =>
    [
        .. Ladders(count).Select(link =>
            Link($"a{link.From}", $"a{link.To}", AffiliationKind.PartOf, link.First == link.Last ? Text(link.First) : null)),
    ];

    private static Affiliation[] Ring(string period, params string[] ids) =>
        [.. ids.Select((id, i) => Link(id, ids[(i + 1) % ids.Length], AffiliationKind.MemberOf, period))];

    private static Affiliation Link(string actor, string to, AffiliationKind kind, string? period) => new()
    {
        Actor = ActorId.From(actor),
        To = ActorId.From(to),
        Kind = kind,
        Period = period is null ? null : (ReportedDate)UncertainDate.Parse(period),
    };

    private static ValueList<string> Found(Affiliation[] links) => ActorHierarchy.FindCircle(links, Little);

    private static CircleDays Little(int links) => new(1_000);

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

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
        LocalDate[] days = [.. links.Select(link => link.First).Distinct().Order()];
        var enough = new CircleDays(1_000_000);
        enough.First(days, links).Should().BeNull();
        enough.IsSpent.Should().BeFalse();
        var little = new CircleDays(1_000);
        little.First(days, links).Should().BeNull();
        little.IsSpent.Should().BeTrue("half of that is not looked at");
    }

    [Fact]
    public void A_hierarchy_of_too_many_is_refused_and_validation_says_so()
    {
        Affiliation[] links =
        [
            .. Ladders(1_400).Select(link => new Affiliation
            {
                Actor = ActorId.From($"a{link.From}"),
                To = ActorId.From($"a{link.To}"),
                Kind = AffiliationKind.PartOf,
                Period = link.First == link.Last ? (ReportedDate)UncertainDate.Parse(Text(link.First)) : null,
            }),
        ];
        FluentActions.Invoking(() => new ActorHierarchy(links)).Should().Throw<HierarchyCycleException>()
            .WithMessage("The hierarchy may have a circle: a0 -> *, if these links hold on one day. *more than 10,000,000 links *")
            .Which.Path.Should().HaveCountGreaterThan(1_400);
        Finding finding = new ConflictDataset { Affiliations = [.. links] }.Validate()
            .Single(one => one.Code == FindingCodes.NotCompared);
        (finding.Severity, finding.Pointer.ToString()).Should().Be((Severity.Information, "/affiliations"));
        finding.Message.Should().Contain("may have a circle");
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

    private static string Text(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}

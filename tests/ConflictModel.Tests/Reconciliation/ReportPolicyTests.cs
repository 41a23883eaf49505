using ConflictModel.Reconciliation;

namespace ConflictModel.Tests.Reconciliation;

public class ReportPolicyTests
{
    private static readonly Report[] Reports =
    [
        Fake.ReportOf("sohr", Estimate.Between(6, 10), "2024-07-01", "fair"),
        Fake.ReportOf("army", 4, "2024-07-02", "weak"),
        Fake.ReportOf("press", Estimate.AtLeast(8), null),
        new() { Citation = SourceId.From("silent") },
    ];

    [Fact]
    public void By_default_a_disagreement_widens_the_figure_and_nobody_is_chosen()
    {
        IncidentFigure figure = ReportPolicy.Hull.Resolve(Reports, Harm.Killed)!;
        figure.Bounds.Should().Be(Bounds.AtLeast(4));
        figure.Used.Should().Equal(0, 1, 2);
        figure.SetAside.Should().BeEmpty();
        figure.ReportsAgree.Should().BeFalse();
        figure.Policy.Should().Be("hull");
    }

    [Fact]
    public void The_lowest_and_the_highest_report_stand_alone()
    {
        ReportPolicy.Lowest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(1);
        ReportPolicy.Highest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(2);
        ReportPolicy.Highest.Resolve(Reports, Harm.Killed)!.SetAside.Should().Equal(0, 1);
    }

    [Fact]
    public void The_latest_are_those_that_no_other_is_certainly_later_than() =>
        ReportPolicy.Latest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(1, 2);

    [Fact]
    public void The_best_graded_stands_where_anything_is_graded()
    {
        ReportPolicy.BestGraded("test", "confirmed", "fair", "weak").Resolve(Reports, Harm.Killed)!.Used.Should().Equal(0);
        ReportPolicy.BestGraded("other", "a").Resolve(Reports, Harm.Killed)!.Used.Should().Equal(0, 1, 2);
    }

    [Fact]
    public void The_preferred_source_stands_where_it_speaks()
    {
        ReportPolicy.Preferred(SourceId.From("silent"), SourceId.From("army")).Resolve(Reports, Harm.Killed)!.Used.Should().Equal(1);
        ReportPolicy.Preferred(SourceId.From("absent")).Resolve(Reports, Harm.Killed)!.Used.Should().Equal(0, 1, 2);
    }

    [Fact]
    public void The_intersection_is_what_all_allow_and_the_hull_where_they_clash()
    {
        ReportPolicy.Intersection.Resolve([Reports[0], Reports[2]], Harm.Killed)!.Bounds.Should().Be(new Bounds(8, 10));
        ReportPolicy.Intersection.Resolve(Reports, Harm.Killed)!.Bounds.Should().Be(Bounds.AtLeast(4));
    }

    [Fact]
    public void No_report_no_figure() => ReportPolicy.Hull.Resolve([Reports[3]], Harm.Killed).Should().BeNull();
}

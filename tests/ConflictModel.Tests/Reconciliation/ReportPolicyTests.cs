using ConflictModel.Aggregation;
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
    public void A_statistical_estimate_is_set_aside_by_every_policy()
    {
        Report estimate = Estimated(Fake.ReportOf("study", Estimate.Between(100, 200), "2024-08-01", "fair"));
        foreach (ReportPolicy policy in (ReportPolicy[])
            [ReportPolicy.Hull, ReportPolicy.Intersection, ReportPolicy.Lowest, ReportPolicy.Highest, ReportPolicy.Latest,
                ReportPolicy.BestGraded("test", "fair"), ReportPolicy.Preferred(SourceId.From("study"))])
        {
            IncidentFigure figure = policy.Resolve([estimate, .. Reports], Harm.Killed)!;
            IncidentFigure without = policy.Resolve(Reports, Harm.Killed)!;
            (figure.Bounds, figure.ReportsAgree).Should().Be((without.Bounds, without.ReportsAgree), policy.Name);
            figure.SetAside.Should().Contain(0, policy.Name).And.HaveCount(without.SetAside.Count + 1, policy.Name);
            policy.Resolve([estimate, Reports[1]], Harm.Killed)!.SetAside.Should().Equal([0], policy.Name);
            policy.Resolve([estimate], Harm.Killed).Should().BeNull(policy.Name);
        }
    }

    [Fact]
    public void A_statistical_estimate_enters_no_sum_by_any_road()
    {
        Incident counted = Fake.Make("counted", "2024-07-03", 8);
        Report study = Estimated(Fake.ReportOf("study", 900));
        Incident both = counted with { Id = IncidentId.From("both"), Reports = [.. counted.Reports, study] };
        Incident alone = counted with { Id = IncidentId.From("alone"), Reports = [study] };
        ValueList<Incident> incidents = [counted, both, alone];

        incidents.BoundsOf(Harm.Killed).Bounds.Should().Be(Bounds.Exactly(16));
        Sums sums = incidents.Sum(Harm.Killed);
        (sums.High, sums.WithoutHigh).Should().Be((16L, 1L), "what has an estimate alone has no figure");
        Aggregate table = new ConflictDataset { Incidents = incidents }.ToTable().Query().Sum(Measure.Killed).Run();
        table.Total.Of(Measure.Killed).Should().Be(sums);
    }

    private static Report Estimated(Report report) =>
        report with { Basis = new() { Kind = BasisKind.StatisticalEstimate, Level = 0.95m } };

    [Fact]
    public void The_lowest_and_the_highest_report_stand_alone()
    {
        ReportPolicy.Lowest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(1);
        ReportPolicy.Highest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(2);
        ReportPolicy.Highest.Resolve(Reports, Harm.Killed)!.SetAside.Should().Equal(0, 1);
    }

    [Fact]
    public void The_latest_are_those_that_no_other_is_certainly_later_than()
    {
        ReportPolicy.Latest.Resolve(Reports, Harm.Killed)!.Used.Should().Equal(1, 2);
        Report someDay = Fake.ReportOf("press", 7, "2024-07-XX");
        ReportPolicy.Latest.Resolve([Reports[0], someDay], Harm.Killed)!.Used.Should().Equal([0, 1], "that day may be before it");
    }

    [Fact]
    public void The_best_graded_stands_where_anything_is_graded()
    {
        ReportPolicy.BestGraded("test", "confirmed", "fair", "weak").Resolve(Reports, Harm.Killed)!.Used.Should().Equal(0);
        ReportPolicy.BestGraded("test", "fair", "weak").Resolve(Reports, Harm.Killed)!.Used.Should().Equal([0], "it has the best of all");
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

    [Fact]
    public void Of_several_lowest_and_highest_the_narrower_stands_and_then_the_first()
    {
        Report Of(long low, long high) => Fake.ReportOf("s", Estimate.Between(low, high));
        Report[] reports = [Of(3, 9), Of(3, 5), Of(4, 9), Of(3, 5), Of(4, 9)];
        ReportPolicy.Lowest.Resolve(reports, Harm.Killed)!.Used.Should().Equal(1);
        ReportPolicy.Highest.Resolve(reports, Harm.Killed)!.Used.Should().Equal(2);
        ReportPolicy.Highest.Resolve([Of(4, 5), Of(2, 9)], Harm.Killed)!.Bounds.Should().Be(new Bounds(2, 9));
    }

    [Fact]
    public void A_single_report_agrees_with_itself_and_reports_agree_on_what_all_of_them_allow()
    {
        ReportPolicy.Hull.Resolve(Reports[..1], Harm.Killed)!.ReportsAgree.Should().BeTrue();
        ReportPolicy.Hull.Resolve([Reports[0], Reports[2]], Harm.Killed)!.ReportsAgree.Should().BeTrue();
        ReportPolicy.Preferred(SourceId.From("sohr")).Resolve(Reports, Harm.Killed)!.ReportsAgree
            .Should().BeFalse("one that was set aside says otherwise");
    }

    [Fact]
    public void A_figure_is_printed_where_one_report_stands_alone()
    {
        ReportPolicy.Lowest.Resolve(Reports, Harm.Killed)!.Printed.Should().Be((Estimate)4);
        ReportPolicy.Hull.Resolve(Reports[..1], Harm.Killed)!.Printed.Should().Be(Estimate.Between(6, 10));
        ReportPolicy.Hull.Resolve(Reports, Harm.Killed)!.Printed.Should().BeNull();
    }

    [Fact]
    public void A_scheme_has_a_name_and_reports_are_given() =>
        new Action[] { () => ReportPolicy.BestGraded("", "a"), () => ReportPolicy.Hull.Resolve(null!, Harm.Killed) }
            .Should().AllSatisfy(misuse => misuse.Should().Throw<ArgumentException>());

    [Fact]
    public void Tallies_are_set_against_the_figure_that_the_policy_makes()
    {
        Incident incident = Fake.Make("i", "2024-03-01", 4, RegionId.From("homs"));
        incident = incident with { Reports = [.. incident.Reports, Fake.ReportOf("army", 6)] };
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = [new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate }],
            Incidents = [incident],
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024")), Regions = [RegionId.From("homs")] },
                    Report = Fake.ReportOf("s", 100),
                },
            ],
        };
        dataset.Reconcile(Harm.Killed).Single().Accounted.Should().Be(new Bounds(4, 6));
        dataset.Reconcile(Harm.Killed, ReportPolicy.Lowest).Single().Accounted.Should().Be(Bounds.Exactly(4));
    }
}

using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Reconciliation;

public class TallyIncrementTests
{
    [Fact]
    public void The_increment_between_two_running_totals_is_a_tally()
    {
        Tally added = Running("june", 243, homs: 94).Since(Running("may", 238, homs: 90));
        added.Report.Casualties!.Killed!.Count.Should().Be((Estimate)5);
        added.Report.Casualties.Killed.Breakdowns[0].Parts[0].Count.Should().Be((Estimate)4);
        added.Report.Casualties.Killed.Breakdowns[0].Kind.Should().Be(BreakdownKind.Inclusion);
    }

    [Fact]
    public void The_increment_of_ranges_is_a_range() =>
        Running("june", Estimate.Between(240, 250)).Since(Running("may", Estimate.Between(230, 245)))
            .Report.Casualties!.Killed!.Count.Should().Be(Estimate.Between(0, 20));

    [Fact]
    public void A_total_that_stands_still_adds_nobody() =>
        Running("june", 243).Since(Running("may", 243)).Report.Casualties!.Killed!.Count.Should().Be((Estimate)0);

    [Fact]
    public void A_fall_is_no_increment() =>
        Running("june", 238).Since(Running("may", 243)).Report.Casualties!.Killed!.Count.IsEmpty.Should().BeTrue();

    [Fact]
    public void Pieces_are_matched_by_what_they_say_and_not_by_their_places()
    {
        Part[] may = [Piece("shelling", 3), Piece("mines", 2), Piece("raids", 1)], june = [Piece("mines", 6), Piece("shelling", 4)];
        Tally added = InPieces("june", 12, june).Since(InPieces("may", 9, may));
        added.Report.Casualties!.Killed!.Breakdowns[0].Parts.Should().Equal(Piece("mines", 4), Piece("shelling", 1));

        static Part Piece(string method, int count) => Part.In(KnownRegions.Homs, count) with { Method = method };
        static Tally InPieces(string id, int count, Part[] pieces)
        {
            Tally tally = Running(id, count);
            Toll toll =
                Toll.Of(count) with { Breakdowns = [new() { By = Axis.Region, Kind = BreakdownKind.Inclusion, Parts = [.. pieces] }] };
            return tally with { Report = tally.Report with { Casualties = new() { Killed = toll } } };
        }
    }

    [Fact]
    public void The_increment_has_every_harm_that_can_be_summed()
    {
        static ConflictModel.Casualties All(int count) =>
            Enum.GetValues<Harm>().Aggregate(new ConflictModel.Casualties(), (all, harm) => all.With(harm, Toll.Of(count + (int)harm)));
        Tally before = Running("may", 1), after = Running("june", 1);
        before = before with { Report = before.Report with { Casualties = All(10) } };
        after = after with { Report = after.Report with { Casualties = All(15) } };
        after.Since(before).Report.Casualties!.Tolls().Select(pair => (pair.Key, pair.Value.Count))
            .Should().Equal(Harms.Summable.Select(harm => (harm, (Estimate)5)));
    }

    [Fact]
    public void An_increment_covers_the_days_after_the_earlier_total()
    {
        Tally march = To("march", 100, "2024-03-31"), june = To("june", 130, "2024-06-30");
        Tally added = june.Since(march);
        added.Scope.Period!.Value.Date.ToString().Should().Be("2024-04-01/2024-06-30");
        added.Report.Casualties!.Killed!.Count.Should().Be((Estimate)30);
        ConflictDataset dataset = Generate.Minimal with
        {
            Regions = KnownRegions.All.ToValueList(),
            Tallies = [added],
            Incidents = [Fake.Make("january", "2024-01-15", 5, KnownRegions.Homs), Fake.Make("may", "2024-05", 5, KnownRegions.Homs)],
        };
        dataset.Reconcile(Harm.Killed).Single().Incidents.Select(one => one.Incident.Value).Should().Equal("may");
    }

    [Fact]
    public void An_increment_whose_days_are_not_known_has_no_period()
    {
        Tally march = To("march", 100, "2024-03-31"), june = To("june", 130, "2024-06-30");
        june.Since(march with { AsOf = new ReportedDate(UncertainDate.Parse("2024-03-XX")) }).Scope.Period.Should().BeNull();
        march.Since(june).Scope.Period.Should().BeNull("no day comes after");
        To("again", 110, "2024-03-31").Since(march).Scope.Period.Should().BeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_running_total_that_falls_is_told_once_whether_or_not_it_names_the_earlier_one(bool isNamed)
    {
        Tally one = To("c1", 56, "2024-03-10"), other = To("c2", 36, "2024-03-11") with { Supersedes = isNamed ? [one.Id] : default };
        ConflictDataset dataset = Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = [other, one] };
        Finding finding = dataset.Validate().Should().ContainSingle().Which;
        (finding.Code, finding.Severity, finding.Pointer.ToString()).Should().Be(
            (FindingCodes.CumulativeFall, Severity.Warning, "/tallies/0/report/casualties/killed"));
    }

    [Fact]
    public void Running_totals_of_two_sources_two_places_or_two_beginnings_are_no_series()
    {
        Tally one = To("c1", 56, "2024-03-10"), other = To("c2", 36, "2024-03-11");
        Tally[] apart =
        [
            other with { Report = other.Report with { Citation = SourceId.From("other") } },
            other with { Scope = other.Scope with { Regions = [KnownRegions.Raqqa] } },
            other with { Scope = other.Scope with { Period = new ReportedDate(UncertainDate.Parse("2024-02-01/2024-03-11")) } },
        ];
        foreach (Tally tally in apart)
        {
            (Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = [one, tally] }).Validate()
                .Should().NotContain(finding => finding.Code == FindingCodes.CumulativeFall);
        }
    }

    [Theory]
    [InlineData("badia", 0)]
    [InlineData("raqqa", 1)]
    public void A_total_falls_from_the_sum_of_regions_apart_and_not_of_regions_that_overlap(string beside, int falls)
    {
        Toll unsummed = Toll.Of(default(Estimate)).Including(Part.In(RegionId.From(beside), 30), Part.In(KnownRegions.Homs, 30));
        Tally one = To("c1", 56, "2024-03-10"), other = To("c2", 36, "2024-03-11");
        one = one with { Report = one.Report with { Casualties = new() { Killed = unsummed } } };
        (Generate.Minimal with { Regions = KnownRegions.All.ToValueList(), Tallies = [one, other] }).Validate()
            .Count(finding => finding.Code == FindingCodes.CumulativeFall).Should().Be(falls);
    }

    private static Tally To(string id, long killed, string asOf) => Running(id, killed) with
    {
        AsOf = new ReportedDate(UncertainDate.Parse(asOf)),
        Scope = new() { Period = new ReportedDate(UncertainDate.Parse($"2024-01-01/{asOf}")), Regions = [KnownRegions.Homs] },
    };

    [Fact]
    public void Only_running_totals_have_increments()
    {
        Action since = () => Running("june", 9).Since(Running("may", 8) with { Cumulative = false });
        since.Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_running_total_that_falls_is_a_warning()
    {
        Finding finding = Validate(Running("may", 243), Running("june", 238) with { Supersedes = [TallyId.From("may")] });
        finding.Code.Should().Be(FindingCodes.CumulativeFall);
        finding.Severity.Should().Be(Severity.Warning);
        finding.Pointer.ToString().Should().Be("/tallies/1/report/casualties/killed");
    }

    [Fact]
    public void Incidents_above_the_tally_that_holds_them_are_an_error()
    {
        Tally tally = Running("t", 7) with
        {
            Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024")), Regions = [KnownRegions.Homs] },
        };
        Finding finding = (Generate.Minimal with
        {
            Sources = Generate.Minimal.Sources.Add(KnownSources.Sohr),
            Tallies = [tally],
            Incidents = [Fake.Make("i", "2024", 8, KnownRegions.Homs)],
        }).Validate().Should().ContainSingle().Which;
        finding.Code.Should().Be(FindingCodes.ExceedsTally);
        finding.Numbers.Should().Equal(8, 7);
    }

    private static Finding Validate(params Tally[] tallies) =>
        (Generate.Minimal with { Tallies = tallies.ToValueList() }).Validate().Should().ContainSingle().Which;

    private static Tally Running(string id, Estimate killed, long? homs = null) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Regions = [KnownRegions.Homs], Victims = Victims.Called(id) },
        Cumulative = true,
        Report = new()
        {
            Citation = SourceId.From("s"),
            Casualties =
                new() { Killed = homs is { } part ? Toll.Of(killed).Including(Part.In(KnownRegions.Homs, part)) : Toll.Of(killed) },
        },
    };
}

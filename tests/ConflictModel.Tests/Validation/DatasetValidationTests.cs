using ConflictModel.Catalogs;
using ConflictModel.Tests.Serialization;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Validation;

public class DatasetValidationTests
{
    [Fact]
    public void The_sample_has_no_error_one_warning_and_its_claims_beside_their_figures()
    {
        ValueList<Finding> findings = Sample.Dataset.Validate();
        findings.Where(f => f.Severity == Severity.Error).Should().BeEmpty();
        Finding warning = findings.Single(f => f.Severity == Severity.Warning);
        warning.Code.Should().Be(FindingCodes.LooseAttribution);
        warning.Message.Should().Contain("at most 420 of 449");
        findings.Should().Contain(f => f.Code == FindingCodes.ClaimBesideFigures && f.Message.Contains("33 + 3 = 36 of 376"));
    }

    [Fact]
    public void Figures_that_cant_all_be_true_are_an_error_with_their_arithmetic_and_place()
    {
        Toll toll =
            Toll.Of(243).DividedInto(Part.In(KnownRegions.DeirEzzor, 83), Part.In(KnownRegions.Homs, 94), Part.In(KnownRegions.Raqqa, 63));
        Finding finding = Only(WithTally(toll));
        finding.Code.Should().Be(FindingCodes.Contradiction);
        finding.Severity.Should().Be(Severity.Error);
        finding.Pointer.ToString().Should().Be("/tallies/0/report/casualties/killed");
        finding.Message.Should().Contain("83 in Deir Ezzor + 94 in Homs + 63 in Raqqa = 240, not the 243 in all");
        finding.Message.Should().Contain("the parts by region make up the whole", "the reading is among the suspects");
        finding.Numbers.Should().Equal(83, 94, 63, 243);
        finding.Repair.Should().Contain("240");
    }

    [Fact]
    public void A_contradiction_within_a_part_points_at_the_part()
    {
        Toll toll = Toll.Of(50).Including(Part.In(KnownRegions.Homs, 29).DividedInto(Part.Of(Victims.Women, 30), Part.Of(Victims.Men, 2)));
        Only(WithTally(toll)).Pointer.ToString().Should().Be("/tallies/0/report/casualties/killed/breakdowns/0/parts/0");
    }

    [Fact]
    public void A_low_above_its_high_is_a_warning_with_a_repair()
    {
        ValueList<Finding> findings = WithTally(Toll.Of(new Estimate(9, 7, 8))).Validate();
        findings.Should().OnlyContain(f => f.Code == FindingCodes.OddFigure && f.Severity == Severity.Warning);
        findings.Should().Contain(f => f.Repair != null);
    }

    [Fact]
    public void A_part_without_its_category_is_an_error()
    {
        var breakdown = new Breakdown { By = Axis.Demographic,
            Kind = BreakdownKind.Inclusion, Parts = [Part.Of(Victims.Women, 1), Part.Through("ambushes")] };
        Finding finding = Only(WithTally(Toll.Of(9) with { Breakdowns = [breakdown] }));
        finding.Code.Should().Be(FindingCodes.MissingCategory);
        finding.Pointer.ToString().Should().EndWith("/parts/1");
        finding.Message.Should().Be("This part of a breakdown by demographic does not say its demographic.");
    }

    [Fact]
    public void Parts_of_one_category_are_no_errors()
    {
        var breakdown = new Breakdown { By = Axis.Victim, Kind = BreakdownKind.Partition, Parts = [Civilians(4, "a"), Civilians(3, "b")] };
        (WithTally(Toll.Of(7) with { Breakdowns = [breakdown] }) with { Actors = [Named("a"), Named("b")] }).Validate().Should().BeEmpty();

        static Part Civilians(int count, string perpetrator) =>
            new() { Victims = Victims.Civilians, Perpetrators = [ActorId.From(perpetrator)], Count = count };
        static Actor Named(string id) => new() { Id = ActorId.From(id), Name = id, Kind = ActorKind.StateForces };
    }

    [Fact]
    public void A_region_within_itself_is_an_error()
    {
        var a = RegionId.From("a");
        Only(Generate.Minimal with { Regions = [new() { Id = a, Name = "a", Kind = RegionKind.Natural, Within = [a] }] })
            .Code.Should().Be(FindingCodes.RegionCycle);
    }

    [Theory]
    [InlineData("killed/victim:nobody")]
    [InlineData("killed/")]
    [InlineData("wounded")]
    [InlineData("")]
    public void A_claim_that_points_at_no_figure_is_an_error(string path)
    {
        ConflictDataset dataset = WithTally(Toll.Of(9)) with
        {
            Claims = [new() { Id = ClaimId.From("c"),
                Citation = SourceId.From("s"), Text = "t", Figures = [new() { Tally = TallyId.From("t"), Path = path }] }],
        };
        Only(dataset).Code.Should().Be(FindingCodes.DanglingFigure);
    }

    [Fact]
    public void A_level_belongs_to_a_statistical_estimate()
    {
        ConflictDataset dataset = WithTally(Toll.Of(9));
        Tally tally = dataset.Tallies[0];
        Only(dataset with { Tallies = [
            tally with { Report = tally.Report with { Basis = new() { Kind = BasisKind.NamedList, Level = 0.95m } } }] })
            .Code.Should().Be(FindingCodes.OddLevel);
    }

    [Fact]
    public void Any_data_set_is_validated_without_an_exception_and_the_same_way_twice() =>
        Generate.Dataset.Sample(dataset => (dataset.Validate() == dataset.Validate()).Should().BeTrue(), iter: 200);

    private static Finding Only(ConflictDataset dataset) => dataset.Validate().Should().ContainSingle().Which;

    private static ConflictDataset WithTally(Toll toll) => Generate.Minimal with
    {
        Tallies = [new() { Id = TallyId.From("t"),
            Scope = new(), Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } } }],
    };

    [Fact]
    public void What_is_odd_deep_in_a_report_or_beside_it_is_told_where_it_stands()
    {
        var odd = new Estimate(9, null, 8);
        Toll toll = Toll.Of(50).Including(Part.In(KnownRegions.Homs, 29).Including(Part.Of(Victims.Women, odd))) with
        {
            Beside = [Part.Of(Victims.Civilians, 20).Including(Part.Of(Victims.Women, 3), Part.Of(Victims.Men, odd))],
        };
        WithTally(toll).Validate().Where(finding => finding.Code == FindingCodes.OddFigure)
            .Select(finding => finding.Pointer.ToString()).Should().Equal(
                "/tallies/0/report/casualties/killed/breakdowns/0/parts/0/breakdowns/0/parts/0",
                "/tallies/0/report/casualties/killed/beside/0/breakdowns/0/parts/1");
    }

    [Fact]
    public void What_is_odd_in_two_parts_that_say_the_same_is_told_of_each()
    {
        Part Homs(RegionId region) => Part.In(region, 29).Including(Part.Of(Victims.Women, new Estimate(9, null, 8)));
        WithTally(Toll.Of(99).Including(Homs(KnownRegions.Homs), Homs(KnownRegions.Raqqa))).Validate()
            .Where(finding => finding.Code == FindingCodes.OddFigure).Select(finding => finding.Pointer.ToString()).Should().Equal(
                "/tallies/0/report/casualties/killed/breakdowns/0/parts/0/breakdowns/0/parts/0",
                "/tallies/0/report/casualties/killed/breakdowns/0/parts/1/breakdowns/0/parts/0");
    }

    [Fact]
    public void The_numbers_of_what_is_odd_are_each_figures_own_once()
    {
        Finding odd = Only(WithTally(Toll.Of(new Estimate(9, 7, 9))));
        (odd.Code, odd.Severity).Should().Be((FindingCodes.OddFigure, Severity.Warning));
        odd.Numbers.Should().Equal(9, 7);
        Toll bests = Toll.Of(new Estimate(1, 8, 20)).DividedInto(
            Part.Of(Victims.Women, new Estimate(1, 3, 9)), Part.Of(Victims.Men, new Estimate(0, 4, 9)));
        Finding sum = Only(WithTally(bests));
        (sum.Code, sum.Pointer.ToString()).Should().Be((FindingCodes.OddFigure, "/tallies/0/report/casualties/killed"));
        sum.Repair.Should().BeNull();
        sum.Numbers.Should().Equal(1, 8, 20, 1, 3, 9, 0, 4, 9);
    }

    [Fact]
    public void Actors_and_regions_are_spoken_of_by_their_names()
    {
        Actor alpha = new() { Id = ActorId.From("a"), Name = "Alpha", Kind = ActorKind.Militia };
        ConflictDataset dataset = WithTally(Toll.Of(5).Including(Part.Of(Victims.MembersOf(alpha), 6))) with { Actors = [alpha] };
        Only(dataset).Message.Should().Contain("Alpha");
    }

    [Fact]
    public void Beside_a_claim_one_figure_stands_alone_and_several_are_added_up()
    {
        Toll toll = Toll.Of(9).Including(Part.Of(Victims.Women, 4), Part.Of(Victims.Men, 3));
        string Beside(params string[] paths) => Only(WithTally(toll) with
        {
            Claims =
            [
                new()
                {
                    Id = ClaimId.From("c"),
                    Citation = SourceId.From("s"),
                    Text = "None.",
                    Figures = [.. paths.Select(path => new FigureReference { Tally = TallyId.From("t"), Path = path })],
                },
            ],
        }).Message;

        Beside("killed/demographic:women").Should().Be("\"None.\" Beside it: 4 of 9.");
        Beside("killed/demographic:women", "killed/demographic:men").Should().Be("\"None.\" Beside it: 4 + 3 = 7 of 9.");
    }

    [Theory]
    [InlineData(5, "'i5' 10: 10 + 10 + 10 + 10 + 10 = 50, more")]
    [InlineData(6, "'i5' 10, ... (6 records): 10 + 10 + 10 + 10 + 10 + ... (6 records) = 60, more")]
    public void Of_many_records_that_come_to_more_than_a_tally_five_are_named(int records, string said)
    {
        Tally tally = new()
        {
            Id = TallyId.From("t"),
            Scope = new() { Period = UncertainDate.Parse("2024"), Regions = [KnownRegions.Homs] },
            Report = Fake.ReportOf("sohr", 40),
        };
        Finding finding = (Generate.Minimal with
        {
            Sources = [KnownSources.Sohr],
            Regions = KnownRegions.All.ToValueList(),
            Incidents = [.. Enumerable.Range(1, records).Select(i => Fake.Make($"i{i}", "2024-03-01", 10, KnownRegions.Homs))],
            Tallies = [tally],
        }).Validate().Single(one => one.Code == FindingCodes.ExceedsTally);
        finding.Message.Should().Contain(said);
    }

    [Fact]
    public void No_data_set_is_none_to_validate() =>
        FluentActions.Invoking(() => ((ConflictDataset)null!).Validate()).Should().Throw<ArgumentNullException>();

    [Fact]
    public void A_claim_names_one_tally_or_one_incident()
    {
        FigureReference[] references =
        [
            new() { Path = "killed" },
            new() { Tally = TallyId.From("t"), Incident = IncidentId.From("i"), Path = "killed" },
            new() { Tally = TallyId.From("t"), Path = "wounded" },
        ];
        ConflictDataset dataset = WithTally(Toll.Of(9)) with
        {
            Incidents = [Fake.Make("i", "2024", 4)],
            Claims = [new() { Id = ClaimId.From("c"), Citation = SourceId.From("s"), Text = "t", Figures = [.. references] }],
        };
        dataset.Validate().Where(finding => finding.Code == FindingCodes.DanglingFigure)
            .Select(finding => (finding.Pointer.ToString(), finding.Message)).Should().Equal(
                ("/claims/0/figures/0", "A reference to a figure names one tally or one incident."),
                ("/claims/0/figures/1", "A reference to a figure names one tally or one incident."),
                ("/claims/0/figures/2", "'t' has no figure 'wounded'."));
    }
}

using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

public class HarmRulesTests
{
    [Theory]
    [InlineData(5, 9, 14)]
    [InlineData(0, 9, 9)]
    [InlineData(9, 0, 9)]
    public void Killed_or_wounded_that_are_the_sum_say_nothing(int killed, int wounded, int either) =>
        Findings(killed, wounded, either).Should().BeEmpty();

    [Theory]
    [InlineData(8, 3, 5, "The killed are among the killed or wounded, but 8 killed are more than 5 killed or wounded.")]
    [InlineData(3, 8, 5, "The wounded are among the killed or wounded, but 8 wounded are more than 5 killed or wounded.")]
    [InlineData(5, 9, 15, "The killed or wounded are at most the killed and the wounded together, but 15 are more than 5 + 9 = 14.")]
    public void What_cannot_be_is_an_error(int killed, int wounded, int either, string message)
    {
        Finding finding = Findings(killed, wounded, either).Should().ContainSingle().Subject;
        finding.Code.Should().Be("harms-contradict");
        finding.Severity.Should().Be(Severity.Error);
        finding.Message.Should().Be(message);
        finding.Pointer.ToString().Should().Be("/tallies/0/report/casualties/killedOrWounded");
    }

    [Theory]
    [InlineData(5, 9, 13)]
    [InlineData(5, 9, 9)]
    public void Fewer_than_the_sum_is_for_information(int killed, int wounded, int either)
    {
        Finding finding = Findings(killed, wounded, either).Should().ContainSingle().Subject;
        finding.Code.Should().Be("harms-overlap");
        finding.Severity.Should().Be(Severity.Information);
        finding.Message.Should().Be(FormattableString.Invariant(
            $"{either} killed or wounded are fewer than {killed} killed + {wounded} wounded = {killed + wounded}: ")
            + "some may have been wounded and then died.");
    }

    [Fact]
    public void Without_one_of_the_two_only_the_other_binds()
    {
        Findings(8, null, 5).Should().ContainSingle().Which.Code.Should().Be("harms-contradict");
        Findings(null, 8, 5).Should().ContainSingle().Which.Code.Should().Be("harms-contradict");
        Findings(5, null, 20).Should().BeEmpty();
        Findings(null, 5, 20).Should().BeEmpty();
        Findings(null, null, 20).Should().BeEmpty();
        Findings(5, 9, null).Should().BeEmpty();
    }

    [Fact]
    public void Uncertain_figures_are_accused_only_of_what_cannot_be()
    {
        Findings(Estimate.Between(4, 8), 9, Estimate.Between(5, 13)).Should().BeEmpty();
        Findings(Estimate.AtLeast(4), 9, 50).Should().BeEmpty("more than 4 may be dead");
        Findings(4, 9, Estimate.AtLeast(10)).Should().BeEmpty();
        Findings(Estimate.Between(4, 8), 9, Estimate.AtMost(8)).Should().ContainSingle().Which.Code.Should().Be("harms-contradict");
        Findings(Estimate.Between(4, 8), 9, Estimate.AtLeast(18)).Should().ContainSingle().Which.Code.Should().Be("harms-contradict");
        Findings(Estimate.Between(4, 8), 9, Estimate.AtLeast(17)).Should().BeEmpty();
        Findings(Estimate.Between(4, 8), 9, Estimate.Between(9, 12)).Should().ContainSingle().Which.Code.Should().Be("harms-overlap");
        Findings(Estimate.Between(4, 8), 9, Estimate.Between(9, 13)).Should().BeEmpty();
    }

    [Fact]
    public void A_part_that_both_name_is_bound_too()
    {
        ValueList<Finding> findings = Findings(new Casualties
        {
            Killed = Toll.Of(8).Including(Part.Of(Victims.Civilians, 6)),
            KilledOrWounded = Toll.Of(20).Including(Part.Of(Victims.Civilians, 4)),
        });
        Finding finding = findings.Should().ContainSingle().Subject;
        finding.Pointer.ToString().Should().Be("/tallies/0/report/casualties/killedOrWounded/breakdowns/0/parts/0");
        finding.Message.Should().Be(
            "The killed are among the killed or wounded, but 6 killed are more than 4 killed or wounded (victim:.civilians).");
    }

    [Theory]
    [InlineData(5, 9, 13, "harms-overlap")]
    [InlineData(5, 9, 15, "harms-contradict")]
    [InlineData(16, 9, 15, "harms-contradict")]
    public void What_is_wrong_with_the_whole_is_not_told_of_its_parts_too(int killed, int wounded, int either, string code) =>
        Findings(new Casualties
        {
            Killed = Toll.Of(killed).Including(Part.Of(Victims.Civilians, killed)),
            Wounded = Toll.Of(wounded).Including(Part.Of(Victims.Civilians, wounded)),
            KilledOrWounded = Toll.Of(either).Including(Part.Of(Victims.Civilians, either)),
        }).Select(finding => (finding.Code, finding.Pointer.ToString()))
            .Should().Equal((code, "/tallies/0/report/casualties/killedOrWounded"));

    [Fact]
    public void Only_parts_of_all_three_are_added_up_and_their_place_is_named() => Findings(new Casualties
    {
        Killed = Toll.Of(5).Including(Part.Of(Victims.Women, 2), Part.Of(Victims.Men, 3)),
        Wounded = Toll.Of(9).Including(Part.Of(Victims.Women, 4)),
        KilledOrWounded = Toll.Of(14).Including(Part.Of(Victims.Men, 4), Part.Of(Victims.Women, 7)),
    }).Select(finding => (finding.Pointer.ToString(), finding.Message)).Should().Equal((
        "/tallies/0/report/casualties/killedOrWounded/breakdowns/0/parts/1",
        "The killed or wounded (demographic:women) are at most the killed and the wounded together, but 7 are more than 2 + 4 = 6."));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whichever_of_the_counts_contradicts_itself_binds_nothing(bool isWounded)
    {
        Toll odd = Toll.Of(8).Including(Part.Of(Victims.Civilians, 9));
        Casualties casualties = isWounded
            ? new() { Killed = Toll.Of(6), Wounded = odd, KilledOrWounded = Toll.Of(5) }
            : new() { Killed = Toll.Of(9), KilledOrWounded = odd };
        Findings(casualties).Should().ContainSingle().Which.Code.Should().Be("contradiction");
    }

    [Fact]
    public void Pieces_of_one_category_are_not_compared_by_their_places() => Findings(new Casualties
    {
        Killed = Toll.Of(8) with { Breakdowns = [InHoms(6, 2)] },
        KilledOrWounded = Toll.Of(12) with { Breakdowns = [InHoms(3, 9)] },
    }).Should().BeEmpty();

    [Fact]
    public void What_two_breakdowns_leave_over_need_not_be_the_same_people() => Findings(new Casualties
    {
        Killed = Toll.Of(8).Including(Part.Of(Victims.Civilians, 2)),
        KilledOrWounded = Toll.Of(10).Including(Part.Of(Victims.Called("gunmen"), 8)),
    }).Should().BeEmpty();

    private static Breakdown InHoms(params long[] pieces) => new()
    {
        By = Axis.Region,
        Kind = BreakdownKind.Inclusion,
        Parts = [.. pieces.Select(count => Part.In(RegionId.From("homs"), count))],
    };

    [Fact]
    public void Parts_that_only_one_of_them_names_are_not_compared() => Findings(new Casualties
    {
        Killed = Toll.Of(8).Including(Part.Of(Victims.Civilians, 6)),
        KilledOrWounded = Toll.Of(20).Including(Part.In(RegionId.From("homs"), 4)),
    }).Should().BeEmpty();

    [Fact]
    public void Regions_that_the_data_set_says_overlap_are_not_added_up()
    {
        RegionId west = RegionId.From("west"), homs = RegionId.From("homs");
        new ConflictDataset
        {
            Sources = [new Source { Id = SourceId.From("s"), Name = "S" }],
            Regions =
            [
                new Region { Id = homs, Name = "Homs", Kind = RegionKind.Governorate },
                new Region { Id = west, Name = "West", Kind = RegionKind.Natural, Overlaps = [homs] },
            ],
            Tallies =
            [
                new Tally
                {
                    Id = TallyId.From("t"),
                    Scope = new Scope(),
                    Report = Said(new Casualties
                    {
                        Killed = new Toll().Including(Part.In(west, 300), Part.In(homs, 200)),
                        KilledOrWounded = Toll.Of(400),
                    }),
                },
            ],
        }.Validate().Should().BeEmpty();
    }

    [Fact]
    public void A_count_that_contradicts_itself_binds_nothing() => Findings(new Casualties
    {
        Killed = Toll.Of(8).Including(Part.Of(Victims.Civilians, 9)),
        KilledOrWounded = Toll.Of(5),
    }).Should().ContainSingle().Which.Code.Should().Be("contradiction");

    [Fact]
    public void Two_reports_of_one_incident_do_not_bind_each_other()
    {
        Report killed = Said(new Casualties { Killed = Toll.Of(8) }), either = Said(new Casualties { KilledOrWounded = Toll.Of(5) });
        new ConflictDataset
        {
            Sources = [new Source { Id = SourceId.From("s"), Name = "S" }],
            Incidents =
            [
                new Incident
                {
                    Id = IncidentId.From("i"),
                    Kind = IncidentKind.Battle,
                    Date = UncertainDate.Parse("2024-01-15"),
                    Reports = [killed, either],
                },
            ],
        }.Validate().Should().BeEmpty();
    }

    private static ValueList<Finding> Findings(Estimate? killed, Estimate? wounded, Estimate? either) => Findings(new Casualties
    {
        Killed = killed is { } k ? Toll.Of(k) : null,
        Wounded = wounded is { } w ? Toll.Of(w) : null,
        KilledOrWounded = either is { } e ? Toll.Of(e) : null,
    });

    private static ValueList<Finding> Findings(Casualties casualties) => new ConflictDataset
    {
        Sources = [new Source { Id = SourceId.From("s"), Name = "S" }],
        Regions = [new Region { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate }],
        Tallies = [new Tally { Id = TallyId.From("t"), Scope = new Scope(), Report = Said(casualties) }],
    }.Validate();

    private static Report Said(Casualties casualties) =>
        new() { Citation = new Citation { Source = SourceId.From("s") }, Casualties = casualties };
}

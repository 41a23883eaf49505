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

using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Figures found by the record that reports them, and those that bear on a claim.</summary>
public class DatasetFiguresTests
{
    private static readonly Toll Killed =
        Toll.Of(10).Including(Part.In(RegionId.From("r"), 3), Part.In(RegionId.From("s"), Estimate.Between(4, 5)));

    private static readonly ConflictDataset Dataset = new()
    {
        Tallies = [TallyOf("t", Killed), TallyOf("t", Toll.Of(99)), TallyOf("u", Toll.Of(7))],
        Incidents =
        [
            new()
            {
                Id = IncidentId.From("i"),
                Date = UncertainDate.Parse("2024-01-01"),
                Kind = IncidentKind.ArmedAttack,
                Reports =
                [
                    new() { Citation = SourceId.From("s") },
                    new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(2), Wounded = Toll.Of(5) } },
                ],
            },
            new() { Id = IncidentId.From("i"), Date = UncertainDate.Parse("2024-01-02"), Kind = IncidentKind.ArmedAttack },
        ],
    };

    [Fact]
    public void A_path_leads_from_the_record_by_the_harm_to_the_figure()
    {
        DatasetFigures figures = new(Dataset);
        figures.Find(OfTally("t", "killed"))!.Bounds.Should().Be(new Bounds(10, 10), "of two records of one id the first is taken");
        figures.Find(OfTally("t", "killed/region:r"))!.Bounds.Should().Be(new Bounds(3, 3));
        figures.Find(OfIncident("i", "wounded"))!.Bounds.Should().Be(new Bounds(5, 5));
        foreach (FigureReference nowhere in (FigureReference[])
        [
            OfTally("t", "wounded"), OfTally("t", "killed/"), OfTally("t", "killed/region:x"), OfTally("t", "killed/region"),
            OfTally("t", ""),
            OfTally("x", "killed"), OfIncident("x", "killed"), new() { Path = "killed" },
            OfTally("t", "killed") with { Incident = IncidentId.From("i") },
        ])
        {
            figures.Find(nowhere).Should().BeNull($"{nowhere}");
        }
    }

    [Fact]
    public void The_figures_of_a_record_are_told_harm_by_harm_and_derived_once()
    {
        DatasetFigures figures = new(Dataset);
        ValueList<TollFigures> ofIncident = figures.Of(Dataset.Incidents[0]);
        ofIncident.Select(toll => (toll.HarmName, toll.ReportIndex)).Should().Equal(("killed", 1), ("wounded", 1));
        ofIncident[0].PathOf(ofIncident[0].Derivation.Whole).Should().Be("killed");
        TollFigures ofTally = figures.Of(Dataset.Tallies[0]).Should().ContainSingle().Subject;
        ofTally.PathOf(ofTally.Derivation["region:r"]).Should().Be("killed/region:r");
        figures.Of(Dataset.Incidents[0])[0].Should().BeSameAs(ofIncident[0]);
        figures.Of(Dataset.Tallies[0])[0].Should().BeSameAs(ofTally);
    }

    [Fact]
    public void Parts_of_one_breakdown_that_bear_on_a_claim_are_added_up_and_set_against_their_whole()
    {
        ClaimFigures beside = Beside(OfTally("t", "killed/region:r"), OfTally("t", "killed/region:s"), OfTally("t", "killed/region:r"));
        beside.Figures.Should().HaveCount(3);
        beside.Together.Should().Be(new Bounds(7, 8), "a figure that is named twice is counted once");
        beside.Whole!.Bounds.Should().Be(new Bounds(10, 10));
        beside.Missing.Should().BeEmpty();
        beside.Claim.Id.Should().Be(ClaimId.From("c"));
    }

    [Fact]
    public void Other_figures_that_bear_on_a_claim_are_never_added_up()
    {
        ClaimFigures[] others =
        [
            Beside(OfTally("t", "killed/region:r"), OfTally("t", "killed")),
            Beside(OfTally("t", "killed/region:r"), OfTally("t", "killed/region:?")),
            Beside(OfTally("t", "killed"), OfTally("u", "killed")),
            Beside(OfTally("t", "killed")),
            Beside(),
            Beside(OfTally("x", "killed")),
        ];
        others.Should().OnlyContain(beside => beside.Together == null && beside.Whole == null);
        others[^1].Missing.Should().Equal(OfTally("x", "killed"));
        others[^1].Figures.Should().BeEmpty();
    }

    [Fact]
    public void Parts_of_two_breakdowns_or_of_two_parts_that_are_divided_alike_are_never_added_up()
    {
        var women = Part.Of(Victims.Women, 2);
        Toll toll = Toll.Of(10)
            .Including(Part.In(RegionId.From("r"), 3).Including(women), Part.In(RegionId.From("s"), 3).Including(women))
            .Including(Part.Through("mines", 4));
        DatasetFigures figures = new(new ConflictDataset { Tallies = [TallyOf("t", toll)] });
        foreach (string[] paths in (string[][])
        [
            ["killed/region:r", "killed/method:mines"],
            ["killed/region:r/demographic:women", "killed/region:s/demographic:women"],
        ])
        {
            ClaimFigures beside = figures.Of(ClaimOf([.. paths.Select(path => OfTally("t", path))]));
            beside.Figures.Should().HaveCount(2);
            beside.Together.Should().BeNull(string.Join(" and ", paths));
        }
    }

    [Fact]
    public void Who_belonged_to_whom_is_asked_for_the_time_of_the_record()
    {
        // What was part of the army till 2020 is none of it in 2024: six and two are more than six.
        (ActorId ndf, ActorId army) = (ActorId.From("ndf"), ActorId.From("army"));
        Toll toll = Toll.Of(6).DividedInto(Part.Of(Victims.MembersOf(ndf), 6), Part.Of(Victims.MembersOf(army), 2));
        ConflictDataset dataset = new()
        {
            Affiliations =
            [
                new()
                {
                    Actor = ndf, To = army, Kind = AffiliationKind.PartOf, Period = UncertainDate.Parse("2012/2020"),
                    Citation = SourceId.From("s"),
                },
            ],
        };
        DatasetFigures figures = new(dataset);
        Tally late = TallyOf("late", toll), early = TallyOf("early", toll) with { Scope = new() { Period = UncertainDate.Parse("2015") } };
        figures.Of(late)[0].Derivation.IsConsistent.Should().BeFalse();
        figures.Of(early)[0].Derivation.IsConsistent.Should().BeTrue();
        Incident Of(string id, string date) => Fake.Make(id, date, default) with
        {
            Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } }],
        };
        figures.Of(Of("late", "2024-03-01"))[0].Derivation.IsConsistent.Should().BeFalse();
        figures.Of(Of("early", "2015-03-01"))[0].Derivation.IsConsistent.Should().BeTrue();
    }

    [Fact]
    public void What_the_scope_of_a_tally_lays_to_actors_is_one_of_its_figures()
    {
        Tally tally = TallyOf("t", Toll.Of(9).Including(Part.By(ActorId.From("b"), 2)));
        tally = tally with { Scope = tally.Scope with { AttributedTo = [ActorId.From("a")] } };
        new DatasetFigures(new ConflictDataset()).Of(tally)[0].Derivation.Attributed!.Bounds.Should().Be(new Bounds(0, 7));
    }

    [Fact]
    public void Nothing_is_no_record()
    {
        DatasetFigures figures = new(Dataset);
        foreach (Action misuse in (Action[])
        [
            () => _ = new DatasetFigures(null!), () => figures.Of((Tally)null!), () => figures.Of((Incident)null!),
            () => figures.Of((Claim)null!), () => figures.Find(null!), () => figures.Of(Dataset.Tallies[0])[0].PathOf(null!),
            () => figures.Of(Dataset.Tallies[0])[0].Find(null!), () => ((Toll)null!).Derive(),
            () => ((ConflictDataset)null!).Derive(Killed), () => Dataset.Derive(null!),
        ])
        {
            misuse.Should().Throw<ArgumentNullException>();
        }
    }

    private static ClaimFigures Beside(params ReadOnlySpan<FigureReference> figures) => new DatasetFigures(Dataset).Of(ClaimOf(figures));

    private static Claim ClaimOf(params ReadOnlySpan<FigureReference> figures) => new()
    {
        Id = ClaimId.From("c"),
        Citation = SourceId.From("s"),
        Text = "They did not.",
        Figures = [.. figures],
    };

    private static FigureReference OfTally(string tally, string path) => new() { Tally = TallyId.From(tally), Path = path };

    private static FigureReference OfIncident(string incident, string path) =>
        new() { Incident = IncidentId.From(incident), Path = path };

    private static Tally TallyOf(string id, Toll killed) => new()
    {
        Id = TallyId.From(id),
        Scope = new() { Period = UncertainDate.Parse("2024") },
        Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = killed } },
    };
}

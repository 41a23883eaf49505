using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>The published paragraph on the first half of 2024: 449 killed by ISIS in 155 operations.</summary>
public class SeedTests
{
    private static readonly ActorId Isis = ActorId.From("isis");
    private static readonly ActorId Regime = ActorId.From("regime-forces");
    private static readonly ActorId Proxies = ActorId.From("proxies");
    private static readonly ActorId Russia = ActorId.From("russia");
    private static readonly ActorId Irgc = ActorId.From("irgc");
    private static readonly ActorId Militias = ActorId.From("militias");

    private static readonly Toll Killed = new()
    {
        Count = 449,
        Operations = 155,
        Breakdowns =
        [
            new()
            {
                By = Axis.Victim,
                Kind = BreakdownKind.Inclusion,
                Reading = Reading.Inferred,
                Parts =
                [
                    new()
                    {
                        Victims = Victims.MembersOf(Isis),
                        Count = 29,
                        Breakdowns =
                        [
                            new()
                            {
                                By = Axis.Perpetrator,
                                Kind = BreakdownKind.Partition,
                                Parts =
                                [
                                    new() { Perpetrators = [Russia], Method = "air strikes", Count = 3 },
                                    new() { Perpetrators = [Regime, Proxies] },
                                ],
                            },
                        ],
                    },
                    new()
                    {
                        Victims = Victims.MembersOf(Regime, Proxies),
                        Count = 376,
                        Operations = 155,
                        Breakdowns =
                        [
                            new()
                            {
                                By = Axis.Victim,
                                Kind = BreakdownKind.Inclusion,
                                Wording = "including",
                                Parts =
                                [
                                    new() { Victims = Victims.MembersOf(Militias).As("Iranian-backed Syrian militiamen"), Count = 33 },
                                    new() { Victims = Victims.MembersOf(Irgc), Count = 3 },
                                ],
                            },
                            new()
                            {
                                By = Axis.Method,
                                Kind = BreakdownKind.Partition,
                                Parts = [new() { Method = "ambushes" },
                                    new() { Method = "armed attacks" }, new() { Method = "explosions" }],
                            },
                            new()
                            {
                                By = Axis.Region,
                                Kind = BreakdownKind.Inclusion,
                                Parts =
                                [
                                    new() { Region = RegionId.From("west-euphrates") },
                                    new() { Region = RegionId.From("badia-deir-ezzor") },
                                    new() { Region = RegionId.From("badia-raqqa") },
                                    new() { Region = RegionId.From("badia-homs") },
                                ],
                            },
                        ],
                    },
                ],
            },
        ],
    };

    private static readonly Derivation Derived = Killed.Derive(attributedTo: [Isis]);

    [Fact]
    public void What_the_paragraph_leaves_unstated_is_44_and_is_not_labelled()
    {
        DerivedFigure residual = Derived["victim:?"];
        residual.Bounds.Should().Be(new Bounds(44, 44));
        residual.Kind.Should().Be(FigureKind.Residual);
        residual.Because.Should().Be("449 - 29 - 376");
        residual.IsDerived.Should().BeTrue();
        residual.Part.Should().BeNull();
    }

    [Fact]
    public void Regime_forces_and_proxies_killed_26_of_the_29()
    {
        DerivedFigure others = Derived["victim:isis/perpetrator:proxies+regime-forces"];
        others.Bounds.Should().Be(new Bounds(26, 26));
        others.Because.Should().Be("29 - 3");
    }

    [Fact]
    public void Others_of_the_376_are_340()
    {
        DerivedFigure others = Derived["victim:proxies+regime-forces/victim:?"];
        others.Bounds.Should().Be(new Bounds(340, 340));
        others.Because.Should().Be("376 - 33 - 3");
    }

    [Fact]
    public void Methods_without_figures_have_bounds_and_no_figure_of_their_own()
    {
        DerivedFigure ambushes = Derived["victim:proxies+regime-forces/method:ambushes"];
        ambushes.Bounds.Should().Be(new Bounds(0, 376));
        ambushes.Because.Should().Be("376");
    }

    [Fact]
    public void At_most_420_of_the_449_can_be_the_work_of_isis()
    {
        Derived.Attributed!.Bounds.Should().Be(new Bounds(0, 420));
        Derived.Attributed.Because.Should().Be("449 - 29");
        Derived["attributed:isis"].Should().BeSameAs(Derived.Attributed);
        Derived.IsConsistent.Should().BeTrue();
        DerivationWarning warning = Derived.Warnings.Should().ContainSingle().Subject;
        warning.Kind.Should().Be(DerivationWarningKind.LooseAttribution);
        warning.Arithmetic.Should().Be("at most 420 of 449");
    }

    [Fact]
    public void Perpetrators_that_only_describe_a_line_count_too()
    {
        var toll = new Toll
        {
            Count = 449,
            Breakdowns =
            [
                new()
                {
                    By = Axis.Victim,
                    Kind = BreakdownKind.Inclusion,
                    Parts =
                    [
                        new() { Victims = Victims.MembersOf(Isis), Perpetrators = [Regime], Count = 29 },
                        new() { Victims = Victims.MembersOf(Regime), Perpetrators = [Isis], Count = 376 },
                    ],
                },
            ],
        };
        toll.Derive([Isis]).Attributed!.Bounds.Should().Be(new Bounds(376, 420));
    }

    [Fact]
    public void Operations_are_a_measure_of_their_own()
    {
        Derivation operations = Derived.Operations!;
        operations.Whole.Bounds.Should().Be(new Bounds(155, 155));
        operations["victim:proxies+regime-forces"].Bounds.Should().Be(new Bounds(155, 155));
        operations["victim:isis"].Bounds.Should().Be(new Bounds(0, 155));
    }

    [Fact]
    public void The_bound_is_explained_in_a_sentence() =>
        Derived["victim:?"].Explain().ToSentence(new FigureNames
        {
            Whole = "killed in all",
            Actor = actor => actor == Isis ? "ISIS" : actor == Regime ? "regime forces" : actor.Value,
        }).Should().Be("44: 449 killed in all, less 29 of ISIS and 376 of regime forces and proxies");

    [Fact]
    public void Figures_come_in_document_order() =>
        Derived.Figures.Select(figure => figure.Path.Value).Should().Equal(
            "",
            "victim:isis",
            "victim:isis/perpetrator:russia",
            "victim:isis/perpetrator:proxies+regime-forces",
            "victim:proxies+regime-forces",
            "victim:proxies+regime-forces/victim:militias.Iranian-backed_Syrian_militiamen",
            "victim:proxies+regime-forces/victim:irgc",
            "victim:proxies+regime-forces/victim:?",
            "victim:proxies+regime-forces/method:ambushes",
            "victim:proxies+regime-forces/method:armed_attacks",
            "victim:proxies+regime-forces/method:explosions",
            "victim:proxies+regime-forces/region:west-euphrates",
            "victim:proxies+regime-forces/region:badia-deir-ezzor",
            "victim:proxies+regime-forces/region:badia-raqqa",
            "victim:proxies+regime-forces/region:badia-homs",
            "victim:proxies+regime-forces/region:?",
            "victim:?",
            "attributed:isis");
}

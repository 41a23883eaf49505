using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Several parts of one breakdown with one category: disjoint, and together the category.</summary>
public class PieceTests(ITestOutputHelper output)
{
    private static readonly Victims OfA = Victims.MembersOf(ActorId.From("a"));

    [Fact]
    public void Pieces_bear_numbers_and_their_category_is_their_sum()
    {
        Derivation derived =
            new Toll { Count = 9, Breakdowns = [By(Axis.Region, BreakdownKind.Inclusion, Shelled(3), Homs(1), Mined(2))] }.Derive();
        derived.Figures.Select(figure => figure.Path.Value)
            .Should().Equal("", "region:raqqa#1", "region:homs", "region:raqqa#2", "region:?");
        derived["region:raqqa"].Bounds.Should().Be(new Bounds(5, 5));
        derived["region:raqqa"].Because.Should().Be("3 + 2");
        derived["region:?"].Bounds.Should().Be(new Bounds(3, 3));
        derived.Contradictions.Should().BeEmpty();
    }

    [Fact]
    public void A_category_in_pieces_is_a_figure_without_a_part()
    {
        Derivation derived = new Toll { Count = 9, Breakdowns = [By(Axis.Region, BreakdownKind.Inclusion, Shelled(3), Mined(2))] }.Derive();
        DerivedFigure category = derived["region:raqqa"], piece = derived["region:raqqa#2"];
        category.Kind.Should().Be(FigureKind.Category);
        category.Part.Should().BeNull();
        category.Reported.IsEmpty.Should().BeTrue();
        category.IsDerived.Should().BeTrue();
        category.Breakdown.Should().BeSameAs(derived.Toll.Breakdowns[0]);
        category.Breakdowns.Should().BeEmpty();
        category.Parent.Should().BeSameAs(derived.Whole);
        category.Best.Should().Be(5);
        piece.Part.Should().BeSameAs(derived.Toll.Breakdowns[0].Parts[1]);
        piece.Breakdown.Should().BeSameAs(derived.Toll.Breakdowns[0]);
        piece.Parent.Should().BeSameAs(derived.Whole);
        (category.IsPiece, piece.IsPiece, derived.Whole.IsPiece).Should().Be((false, true, false));
        derived.Whole.Breakdowns.Should().ContainSingle().Which.Parts.Should().Equal(derived["region:raqqa#1"], piece);
    }

    [Fact]
    public void Every_path_leads_back_to_its_figure_whatever_recurs()
    {
        Breakdown below = By(Axis.Method, BreakdownKind.Inclusion, new Part { Method = "x#1", Count = 1 });
        Derivation derived = new Toll
        {
            Breakdowns =
            [
                By(Axis.Region,
                    BreakdownKind.Inclusion, Shelled(3) with { Breakdowns = [below] }, Mined(2) with { Breakdowns = [below, below] }),
                By(Axis.Region, BreakdownKind.Inclusion, Mined(default), Shelled(default)),
                By(Axis.Region, BreakdownKind.Inclusion, new Part { Region = RegionId.From("raqqa#1") }),
            ],
        }.Derive();
        string[] paths = [.. derived.Figures.Select(figure => figure.Path.Value)];
        paths.Should().OnlyHaveUniqueItems();
        paths.Should().Contain(["region:raqqa#2/method:x%231~2", "region:raqqa~2#1", "region:raqqa~2#2", "region:raqqa%231", "region:?~2"]);
        derived.Figures.Should().OnlyContain(figure => ReferenceEquals(derived[FigurePath.Parse(figure.Path.Value)], figure));
        derived["region:raqqa~2"].Bounds.Should().Be(new Bounds(5, 5), "it is the same category as the first");
    }

    [Fact]
    public void What_another_view_says_of_the_category_binds_its_pieces()
    {
        Toll toll = new()
        {
            Count = 20,
            Breakdowns =
            [
                By(Axis.Region, BreakdownKind.Inclusion, Shelled(3), Mined(default)),
                By(Axis.Region, BreakdownKind.Inclusion, new Part { Region = RegionId.From("raqqa"), Count = 7 }),
            ],
        };
        Derivation derived = toll.Derive();
        derived["region:raqqa#2"].Bounds.Should().Be(new Bounds(4, 4), "the pieces are together the category");
        derived["region:raqqa#2"].Because.Should().Be("7 - 3");
        derived["region:raqqa"].Bounds.Should().Be(new Bounds(7, 7));
    }

    [Fact]
    public void Operations_that_can_hit_several_groups_add_up_to_no_less_than_their_category()
    {
        Toll toll = new()
        {
            Count = 7,
            Operations = 10,
            Breakdowns = [By(Axis.Victim,
                BreakdownKind.Partition, Guards("guards", 3) with { Operations = 4 }, Guards("cooks", 4) with { Operations = 5 })],
        };
        toll.Derive().Operations!["victim:a"].Bounds.Should().Be(new Bounds(5, 9));
    }

    [Fact]
    public void A_missing_best_figure_of_a_piece_follows_by_difference()
    {
        Toll toll = new()
        {
            Count = 9,
            Breakdowns = [By(Axis.Region, BreakdownKind.Partition, Shelled(3), Mined(default), Homs(4))],
        };
        toll.Derive()["region:raqqa#2"].Best.Should().Be(2);
    }

    [Fact]
    public void Four_by_one_and_three_by_another_are_seven_civilians() => new Toll
    {
        Count = 7,
        Breakdowns =
        [
            By(
                Axis.Victim,
                BreakdownKind.Partition,
                new Part { Victims = Victims.Civilians, Count = 4, Perpetrators = [ActorId.From("a")] },
                new Part { Victims = Victims.Civilians, Count = 3, Perpetrators = [ActorId.From("b")] }),
        ],
    }.Derive().Contradictions.Should().BeEmpty();

    [Fact]
    public void Parts_that_exceed_their_whole_are_told_piece_by_piece()
    {
        Contradiction contradiction =
            Only(new Toll { Count = 5, Breakdowns = [By(Axis.Region, BreakdownKind.Partition, Shelled(3), Homs(1), Mined(2))] });
        contradiction.Arithmetic.Should().Be("3 + 1 + 2 = 6, not 5");
        contradiction.Figures.Select(figure => figure.Path.Value).Should().Equal("", "region:raqqa#1", "region:homs", "region:raqqa#2");
        contradiction.Readings.Should().ContainSingle().Which.Whole.Path.IsWhole.Should().BeTrue();
        contradiction.Repairs.Select(repair => repair.ToString())
            .Should().Equal("whole: 5 -> 6", "region:raqqa#1: 3 -> 2", "region:homs: 1 -> 0", "region:raqqa#2: 2 -> 1");
    }

    [Fact]
    public void Pieces_of_one_category_add_up_whatever_else_is_stated()
    {
        Contradiction contradiction =
            Only(new Toll { Count = 4, Breakdowns = [By(Axis.Region, BreakdownKind.Inclusion, Shelled(3), Mined(2))] });
        contradiction.Arithmetic.Should().Be("3 + 2 = 5, more than 4");
        contradiction.Disjoint.Should().BeEmpty("they are apart for being pieces");
    }

    [Fact]
    public void A_clash_beside_pieces_is_told_once_with_the_figures_that_were_printed()
    {
        Contradiction contradiction = Only(new Toll
        {
            Breakdowns =
            [
                By(Axis.Victim, BreakdownKind.Partition, new Part { Victims = OfA, Count = 5 }),
                By(
                    Axis.Region,
                    BreakdownKind.Partition,
                    In("n", By(Axis.Victim, BreakdownKind.Partition,
                        new Part { Victims = OfA, Count = 1 }, new Part { Victims = OfA, Count = 2, AsWritten = "guards" })),
                    In("s", By(Axis.Victim, BreakdownKind.Partition, new Part { Victims = OfA, Count = 3 }))),
            ],
        });
        contradiction.Arithmetic.Should().Be("1 + 2 + 3 = 6, not 5");
        contradiction.Figures.Select(figure => figure.Path.Value)
            .Should().Equal("victim:a", "region:n/victim:a#1", "region:n/victim:a#2", "region:s/victim:a");
    }

    [Fact]
    public void A_piece_of_nobody_is_a_term_too()
    {
        Contradiction contradiction = Only(new Toll
        {
            Breakdowns =
            [
                By(Axis.Victim,
                    BreakdownKind.Partition, new Part { Victims = OfA, Count = 5 }, new Part { Victims = Victims.Civilians, Count = 2 }),
                By(
                    Axis.Region,
                    BreakdownKind.Partition,
                    In(
                        "n",
                        By(
                            Axis.Victim,
                            BreakdownKind.Partition,
                            new Part { Victims = OfA, Count = 0 },
                            new Part { Victims = Victims.Civilians, Count = 2 },
                            new Part { Victims = OfA, Count = 3, AsWritten = "x" })),
                    In("s", By(Axis.Victim, BreakdownKind.Partition,
                        new Part { Victims = OfA, Count = 3 }, new Part { Victims = Victims.Civilians, Count = 0 }))),
            ],
        });
        contradiction.Arithmetic.Should().Be("0 + 3 + 3 = 6, not 5");
        contradiction.Subject.Value.Should().Be("victim:a");
    }

    [Theory]
    [InlineData(31, 2, 2, 6)]
    [InlineData(32, 3, 3, 8)]
    public void Pieces_are_what_a_division_of_the_category_along_an_axis_of_its_own_would_be(int seed, int axes, int keys, int maxParts)
    {
        var tolls = new RandomTolls(seed, axes, keys, maxParts, maxFigure: 4, piecesOneIn: 2);
        int categories = 0, pieces = 0, inconsistent = 0;
        for (int i = 0; i < 3_000; i++)
        {
            if (!Turn.Takes(i))
            {
                continue;
            }

            Toll toll = tolls.At(i);
            Derivation derived = toll.Derive();
            var named = new Dictionary<string, string>();
            Derivation divided =
                new Toll { Count = toll.Count, Breakdowns = Divided(toll.Breakdowns, derived.Whole.Breakdowns, named) }.Derive();
            if (named.Count == 0)
            {
                continue;
            }

            divided.IsConsistent.Should().Be(derived.IsConsistent, $"{i}:\n{OracleTests.Show(derived)}");
            if (!derived.IsConsistent)
            {
                inconsistent++;
                continue;
            }

            foreach (DerivedFigure piece in derived.Figures.Where(figure => named.ContainsKey(figure.Path.Value)))
            {
                DerivedFigure twin = divided.Figures.Single(figure => figure.Part?.AsWritten == named[piece.Path.Value]);
                twin.Bounds.Should().Be(piece.Bounds, $"{i}: {piece}\n{OracleTests.Show(derived)}");
                pieces++;
                string category = piece.Path.Value[..piece.Path.Value.LastIndexOf('#')];
                twin.Parent!.Bounds.Should().Be(derived[category].Bounds, $"{i}: {category}\n{OracleTests.Show(derived)}");
                categories++;
            }
        }

        output.WriteLine($"{pieces} pieces, {categories} categories, {inconsistent} inconsistent");

        // Of how many sorts the cases are, only all of them can say.
        if (!Turn.IsFull)
        {
            return;
        }

        categories.Should().BeGreaterThan(500);
        inconsistent.Should().BeGreaterThan(50);
    }

    // The same breakdowns with one part for each category, divided by period where there are pieces; a piece keeps its name.
    private static ValueList<Breakdown> Divided(
        ValueList<Breakdown> breakdowns, IReadOnlyList<DerivedBreakdown> derived, Dictionary<string, string> named)
    {
        var all = new List<Breakdown>();
        foreach ((Breakdown breakdown, DerivedBreakdown figures) in breakdowns.Zip(derived))
        {
            var parts = new List<Part>();
            foreach (IGrouping<Category?, (Part First, DerivedFigure Second)> category in breakdown.Parts.Zip(figures.Parts).GroupBy(pair =>
                pair.First.CategoryOn(breakdown.By)))
            {
                List<Part> own = [];
                foreach ((Part part, DerivedFigure figure) in category)
                {
                    own.Add(part with { Breakdowns = Divided(part.Breakdowns, figure.Breakdowns, named) });
                    if (category.Skip(1).Any())
                    {
                        named.Add(figure.Path.Value, $"piece {named.Count}");
                        own[^1] = own[^1] with { AsWritten = named[figure.Path.Value],
                            Period = UncertainDate.Parse($"{2000 + named.Count}") };
                    }
                }

                parts.Add(own.Count == 1
                    ? own[0]
                    : own[0] with
                    {
                        Count = default,
                        Period = null,
                        AsWritten = null,
                        Breakdowns = [By(Axis.Period, BreakdownKind.Partition, [.. own])],
                    });
            }

            all.Add(breakdown with { Parts = parts.ToValueList() });
        }

        return all.ToValueList();
    }

    private static Contradiction Only(Toll toll) => toll.Derive().Contradictions.Should().ContainSingle().Subject;

    private static Part Shelled(Estimate count) => new() { Region = RegionId.From("raqqa"), Method = "shelling", Count = count };

    private static Part Mined(Estimate count) => new() { Region = RegionId.From("raqqa"), Method = "mines", Count = count };

    private static Part Homs(Estimate count) => new() { Region = RegionId.From("homs"), Count = count };

    private static Part Guards(string asWritten, Estimate count) => new() { Victims = OfA, AsWritten = asWritten, Count = count };

    private static Part In(string region, Breakdown below) => new() { Region = RegionId.From(region), Breakdowns = [below] };

    private static Breakdown By(Axis axis, BreakdownKind kind, params ReadOnlySpan<Part> parts) =>
        new() { By = axis, Kind = kind, Parts = [.. parts] };
}
